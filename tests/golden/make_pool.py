"""Writes pool.safetensors: pools. Usage: make_pool.py OUT"""
import sys

import torch
import torch.nn.functional as F
from torch import nn

from cases import Cases, R, const

c = Cases(seed=32)


def L(*shape):  # a ladder: no two values are equal
    n = 1
    for s in shape:
        n *= s
    return torch.randperm(n).reshape(shape).float() * 0.25 - n / 8


# (spatial size, kernel, stride, padding, dilation, ceil_mode)
SETTINGS = {
    1: [((8,), 2, [], 0, 1, False), ((9,), 3, 2, 1, 1, False), ((7,), 2, 2, 0, 1, True), ((33,), 4, 3, 2, 1, True), ((10,), 3, 1, 0, 2, False), ((5,), 5, 1, 2, 1, False), ((65,), 2, [3], 1, 1, True)],
    2: [((4, 6), 2, [], 0, 1, False), ((5, 6), [3, 2], [2, 1], [1, 0], 1, False), ((7, 5), 2, 2, 0, 1, True), ((6, 33), [2, 3], [2, 3], 1, 1, True), ((7, 7), 2, 1, 0, 2, False), ((5, 5), 3, 2, 1, 1, True),
        ((4, 4), [1, 3], 1, [0, 1], 1, False)],
    3: [((4, 4, 4), 2, [], 0, 1, False), ((5, 4, 6), [3, 2, 2], [2, 1, 2], [1, 0, 1], 1, False), ((5, 5, 3), 2, 2, 0, 1, True), ((4, 5, 5), 3, [1, 2, 2], 1, 1, True), ((6, 5, 5), 2, 1, 0, [2, 1, 2], False),
        ((3, 3, 3), 3, 1, 1, 1, False), ((7, 2, 3), [4, 1, 2], [3, 1, 1], [2, 0, 0], 1, True)],
}
MAX = {1: F.max_pool1d, 2: F.max_pool2d, 3: F.max_pool3d}
AVG = {1: F.avg_pool1d, 2: F.avg_pool2d, 3: F.avg_pool3d}
AMAX = {1: F.adaptive_max_pool1d, 2: F.adaptive_max_pool2d, 3: F.adaptive_max_pool3d}
AAVG = {1: F.adaptive_avg_pool1d, 2: F.adaptive_avg_pool2d, 3: F.adaptive_avg_pool3d}


def max_pool(n, indices):
    return lambda x, k, s, p, d, ceil: MAX[n](x, k, s or None, p, d, ceil, return_indices=indices)


for n, rows in SETTINGS.items():
    for i, (size, k, s, p, d, ceil) in enumerate(rows):
        batch = () if i == 2 else (2 if i % 2 else 1,)
        c.op(f'max_pool{n}d', max_pool(n, False), L(*batch, 2, *size), k, s, p, d, ceil)
        c.op(f'max_pool{n}d_with_indices', max_pool(n, True), L(*batch, 2, *size), k, s, p, d, ceil)
        for include in (True, False):
            extra = [None] if n == 1 else [None, 3] if i % 3 == 1 else [None]
            for divisor in extra:
                fn = (lambda x, k, s, p, c, i, n=n: AVG[n](x, k, s or None, p, c, i)) if n == 1 else lambda x, k, s, p, c, i, d, n=n: AVG[n](x, k, s or None, p, c, i, d)
                c.op(f'avg_pool{n}d', fn, R(*batch, 2, *size), k, s, p, ceil, include, *([] if n == 1 else [divisor]))
    c.op(f'max_pool{n}d', max_pool(n, False), torch.zeros(1, 2, *([4] * n)), 2, [], 0, 1, False)  # ties: the first
    c.op(f'max_pool{n}d_with_indices', max_pool(n, True), torch.ones(1, 2, *([4] * n)), 3, 1, 1, 1, False)
    c.op(f'max_pool{n}d_with_indices', max_pool(n, True), torch.round(R(1, 2, *([5] * n))), 2, 2, 1, 1, True)

    sizes = {1: [(8, 3), (7, 4), (5, 5), (3, 7), (33, 6), (9, 1)], 2: [((6, 5), [2, 3]), ((7, 7), 3), ((4, 4), 1), ((3, 5), [5, 2]), ((2, 33), [1, 7]), ((5, 6), [4, 6])],
             3: [((4, 5, 6), [2, 3, 2]), ((5, 5, 5), 2), ((3, 4, 2), 1), ((2, 3, 3), [3, 5, 2]), ((6, 1, 7), [4, 1, 3]), ((4, 4, 4), [4, 2, 1])]}[n]
    for i, (size, out) in enumerate(sizes):
        size = (size,) if n == 1 else size
        batch = () if i == 4 else (2 if i % 2 else 1,)
        c.op(f'adaptive_avg_pool{n}d', AAVG[n], R(*batch, 2, *size), out)
        c.op(f'adaptive_max_pool{n}d', AMAX[n], L(*batch, 2, *size), out)
        c.op(f'adaptive_max_pool{n}d_with_indices', lambda x, o, n=n: AMAX[n](x, o, return_indices=True), L(*batch, 2, *size), out)
    if n > 1:
        none = [-1, 2, 3][:n]  # -1 stands for None
        given = [None if v == -1 else v for v in none]
        c.op(f'adaptive_avg_pool{n}d', lambda x, o, n=n, g=given: AAVG[n](x, g), R(1, 2, *([4] * n)), none)
        c.op(f'adaptive_max_pool{n}d', lambda x, o, n=n, g=given: AMAX[n](x, g), L(1, 2, *([4] * n)), none)
    c.op(f'adaptive_max_pool{n}d_with_indices', lambda x, o, n=n: AMAX[n](x, o, return_indices=True), torch.zeros(1, 1, *([5] * n)), 2)

    UNPOOL = {1: F.max_unpool1d, 2: F.max_unpool2d, 3: F.max_unpool3d}
    for size, k, s, p, exact in ((6, 2, [], 0, False), (7, 2, 2, 0, True), (6, 3, 2, 1, True), (5, 2, 2, 0, True), (8, 4, 4, 0, False), (5, 3, 3, 1, True)):
        x = L(1, 2 if n < 3 else 1, *([size] * n))
        y, at = MAX[n](x, k, s or None, p, return_indices=True)
        out = [size] * n if exact else []
        c.op(f'max_unpool{n}d', lambda y, i, k, s, p, o, n=n: UNPOOL[n](y, i, k, s or None, p, o or None), y, at, k, s, p, out)
    y, at = MAX[n](L(2, *([4] * n)), 2, return_indices=True)
    c.op(f'max_unpool{n}d', UNPOOL[n], y, at, 2)

for n, fn in ((1, F.lp_pool1d), (2, F.lp_pool2d)):
    for p, size, k, s, ceil in ((2, 8, 2, [], False), (2, 7, 3, 2, True), (3, 6, 2, 1, False), (1, 6, 3, [], False), (4, 9, 3, 2, False), (2.5, 6, 2, [], False), (2, 33, 4, 3, True), (2, 5, [2, 3] if n == 2 else 3, [], False)):
        x = R(1, 2, *([min(size, 12)] * n)).abs() + 0.1
        c.op(f'lp_pool{n}d', lambda x, p, k, s, c, fn=fn: fn(x, p, k, s or None, c), x, p, k, s, ceil)



def layer(name, inputs, **options):  # wick knows (3,) as 3: a list of one is a number here
    c.layer(name, inputs, **{k: v[0] if isinstance(v, list) and len(v) == 1 else v for k, v in options.items()})


for n in (1, 2, 3):
    size = (7, 6, 5)[:n]
    layer(f'MaxPool{n}d', [L(2, 2, *size)], kernel_size=2)
    layer(f'MaxPool{n}d', [L(1, 2, *size)], kernel_size=[3, 2, 2][:n], stride=2, padding=[1, 0, 1][:n], ceil_mode=True)
    layer(f'MaxPool{n}d', [L(2, *size)], kernel_size=2, stride=[2, 1, 1][:n], dilation=2)
    layer(f'MaxPool{n}d', [L(1, 2, *size)], kernel_size=2, return_indices=True)
    layer(f'AvgPool{n}d', [R(2, 2, *size)], kernel_size=2)
    layer(f'AvgPool{n}d', [R(1, 2, *size)], kernel_size=3, stride=2, padding=1, ceil_mode=True, count_include_pad=False)
    layer(f'AvgPool{n}d', [R(2, *size)], kernel_size=[2, 3, 1][:n], stride=[1, 2, 1][:n])
    if n > 1:
        layer(f'AvgPool{n}d', [R(1, 2, *size)], kernel_size=2, divisor_override=3)
    for out in (1, [3, 2, 4][:n]):
        layer(f'AdaptiveAvgPool{n}d', [R(2, 2, *size)], output_size=out)
        layer(f'AdaptiveMaxPool{n}d', [L(2, 2, *size)], output_size=out)
    layer(f'AdaptiveMaxPool{n}d', [L(1, 2, *size)], output_size=2, return_indices=True)
    layer(f'AdaptiveAvgPool{n}d', [R(2, *size)], output_size=9)
    if n > 1:
        layer(f'AdaptiveAvgPool{n}d', [R(1, 2, *size)], output_size=[None, 3, 2][:n])
        layer(f'AdaptiveMaxPool{n}d', [L(1, 2, *size)], output_size=[2, None, None][:n])
    for k, s, p in ((2, None, 0), (3, 2, 1), (2, 2, 0)):
        y, at = MAX[n](L(1, 1, *([4 + k % 2] * n)), k, s, p, return_indices=True)
        layer(f'MaxUnpool{n}d', [y, at], kernel_size=k, stride=s, padding=p)
    if n < 3:
        layer(f'LPPool{n}d', [R(1, 2, *size).abs()], norm_type=2, kernel_size=2)
        layer(f'LPPool{n}d', [R(1, 2, *size).abs()], norm_type=3, kernel_size=3, stride=2, ceil_mode=True)
        layer(f'LPPool{n}d', [R(2, *size).abs()] if n == 2 else [R(1, 2, *size).abs()], norm_type=1.5, kernel_size=[2, 3] if n == 2 else 3, stride=[1, 2][:n] if n == 2 else 1)
c.save(sys.argv[1])
