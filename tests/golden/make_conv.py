"""Writes conv.safetensors: convolutions and sliding blocks. Usage: make_conv.py OUT"""
import sys

import torch
import torch.nn.functional as F
from torch import nn

from cases import Cases, R

c = Cases(seed=31)

# (spatial size, kernel, stride, padding, dilation, in, out, groups)
SETTINGS = {
    1: [((9,), (3,), 1, 0, 1, 2, 3, 1), ((33,), (5,), 2, 2, 1, 1, 2, 1), ((12,), (3,), 1, 2, 2, 2, 4, 2), ((7,), (1,), 1, 0, 1, 3, 2, 1),
        ((10,), (4,), 3, 1, 1, 2, 2, 1), ((65,), (3,), 1, 1, 1, 1, 1, 1), ((6,), (6,), 1, 0, 1, 2, 2, 1), ((11,), (3,), [2], [1], [3], 3, 3, 3)],
    2: [((5, 6), (3, 3), 1, 0, 1, 2, 3, 1), ((7, 5), (3, 2), [2, 1], [1, 0], 1, 2, 2, 1), ((8, 8), (3, 3), 1, 2, 2, 2, 4, 2), ((4, 33), (1, 3), 1, [0, 1], 1, 1, 2, 1),
        ((4, 4), (1, 1), 2, 0, 1, 3, 2, 1), ((6, 6), (3, 3), 2, 1, 1, 4, 4, 4), ((3, 3), (3, 3), 1, 0, 1, 2, 1, 1), ((6, 7), (2, 3), [1, 2], [1, 2], [2, 1], 2, 4, 2)],
    3: [((4, 3, 4), (3, 3, 3), 1, 0, 1, 2, 2, 1), ((3, 4, 4), (2, 3, 2), [2, 1, 2], [1, 0, 1], 1, 1, 2, 1), ((3, 4, 3), (2, 2, 2), 1, 1, 2, 2, 2, 2),
        ((3, 3, 3), (1, 1, 1), 1, 0, 1, 2, 3, 1), ((6, 3, 3), (3, 1, 1), 2, [1, 0, 0], 1, 2, 2, 1), ((3, 2, 3), (3, 3, 3), 1, 1, 1, 2, 2, 2),
        ((3, 3, 3), (3, 3, 3), 1, 0, 1, 1, 1, 1), ((5, 3, 4), (3, 2, 2), [3, 1, 2], [0, 1, 1], [2, 1, 1], 2, 4, 2)],
}
CONV = {1: F.conv1d, 2: F.conv2d, 3: F.conv3d}
TRANSPOSE = {1: F.conv_transpose1d, 2: F.conv_transpose2d, 3: F.conv_transpose3d}
for n, rows in SETTINGS.items():
    for i, (size, k, s, p, d, cin, cout, g) in enumerate(rows):
        batch = () if i == 3 else (2 if i % 2 else 1,)
        x, w, b = R(*batch, cin, *size), R(cout, cin // g, *k), None if i % 3 == 2 else R(cout)
        c.op(f'conv{n}d', CONV[n], x, w, b, s, p, d, g)
    c.op(f'conv{n}d', CONV[n], R(2, 1, *rows[0][0]), R(1, 1, *rows[0][1]))
    c.op(f'conv{n}d', CONV[n], R(0, 1, *rows[0][0]), R(1, 1, *rows[0][1]))
    for k, d, padding in ((3, 1, 'same'), (2, 1, 'same'), (4, 1, 'same'), (3, 2, 'same'), (2, 3, 'same'), (3, 1, 'valid'), (2, 2, 'valid'), (1, 1, 'same')):
        size = {1: (9,), 2: (7, 6), 3: (4, 5, 4)}[n]
        x, w = R(1, 2, *size) if k != 4 else R(2, *size), R(2, 1, *([k] * n))
        c.op(f'conv{n}d.padding', lambda x, w, b, s, p, d, g, n=n: CONV[n](x, w, b, s, p, d, g), x, w, R(2), 1, padding, d, 2)
    for k in ([3, 2, 4][:n], [2, 3, 1][:n]):
        c.op(f'conv{n}d.padding', CONV[n], R(1, 1, *(5, 4, 3)[:n]), R(1, 1, *k), None, 1, 'same')
    # Transposed: output_padding below stride or dilation.
    extra = {1: [0, 1, 0, 0, 2, 0, 0, [1]], 2: [0, [1, 0], 1, 0, 1, 1, 0, [0, 1]], 3: [0, [1, 0, 1], 1, 0, [1, 0, 1], 0, 0, [2, 0, 1]]}[n]
    for i, ((size, k, s, p, d, cin, cout, g), op) in enumerate(zip(rows, extra)):
        size = tuple(min(v, 17) - (1 if v > 4 else 0) for v in size)
        batch = () if i == 4 else (2 if i % 2 else 1,)
        x, w, b = R(*batch, cin, *size), R(cin, cout // g, *k), None if i % 3 == 1 else R(cout)
        c.op(f'conv_transpose{n}d', TRANSPOSE[n], x, w, b, s, p, op, g, d)
    c.op(f'conv_transpose{n}d', TRANSPOSE[n], R(2, 2, *([3] * n)), R(2, 1, *([2] * n)))
    c.op(f'conv_transpose{n}d', TRANSPOSE[n], R(1, 2, *([3] * n)), R(2, 2, *([3] * n)), R(2), 1, 0, 1, 1, 2)

for size, k, d, p, s in (((4, 5), 2, 1, 0, 1), ((6, 6), 3, 1, 1, 2), ((5, 7), [2, 3], [2, 1], [1, 0], [1, 2]), ((1, 33), [1, 3], 1, [0, 1], 1), ((4, 4), 4, 1, 0, 1),
                         ((3, 3), 1, 1, 0, 1), ((7, 5), [3, 2], 2, 1, [2, 1]), ((5, 5), 3, 1, 2, 3)):
    for batch in ((2,), ()) if k == 2 else ((1,),):
        x = R(*batch, 2, *size)
        c.op('im2col', F.unfold, x, k, d, p, s)
        columns = F.unfold(x if batch else x[None], k, d, p, s).shape
        c.op('col2im', F.fold, R(*(columns if batch else columns[1:])), list(size), k, d, p, s)
c.op('col2im', F.fold, R(1, 8, 4), 4, 2, 1, 0, 2)
c.op('im2col', F.unfold, R(0, 2, 4, 4), 2)

layer = c.layer
for n in (1, 2, 3):
    name, size = f'Conv{n}d', {1: (9,), 2: (7, 6), 3: (4, 4, 3)}[n]
    both = dict(in_channels=2, out_channels=2 if n == 3 else 4)
    layer(name, [R(2, 2, *size)], **both, kernel_size=3)
    layer(name, [R(1, 2, *size)], **both, kernel_size=[3, 2, 2][:n], stride=2, padding=[1, 0, 1][:n], bias=False)
    layer(name, [R(1, 2, *size)], **both, kernel_size=2, padding=1, dilation=2, groups=2)
    layer(name, [R(2, *size)], **both, kernel_size=1, stride=[2, 1, 1][:n])
    layer(name, [R(1, 2, *size)], **both, kernel_size=3, padding='same', dilation=[2, 1, 1][:n])
    layer(name, [R(1, 2, *size)], **both, kernel_size=2, padding='valid')
    for mode in ('reflect', 'replicate', 'circular'):
        layer(name, [R(1, 2, *size)], **both, kernel_size=3, padding=[2, 1, 1][:n], padding_mode=mode)
        layer(name, [R(2, 2, *size)], **both, kernel_size=4, padding='same', padding_mode=mode)
    name = f'ConvTranspose{n}d'
    layer(name, [R(2, 2, *size)], **both, kernel_size=3)
    layer(name, [R(1, 2, *size)], **both, kernel_size=[3, 2, 2][:n], stride=[2, 2, 1][:n], padding=[1, 0, 1][:n], output_padding=[1, 1, 0][:n], bias=False)
    layer(name, [R(1, 2, *size)], **both, kernel_size=2, dilation=2, groups=2, output_padding=1)
    layer(name, [R(2, *size)], **both, kernel_size=2, stride=2)
layer('Unfold', [R(2, 2, 5, 4)], kernel_size=[2, 3])
layer('Unfold', [R(1, 2, 6, 6)], kernel_size=3, dilation=1, padding=1, stride=2)
layer('Unfold', [R(2, 4, 4)], kernel_size=2, dilation=2)
layer('Unfold', [R(1, 1, 3, 9)], kernel_size=[1, 4], padding=[0, 2])
layer('Fold', [R(2, 8, 12)], output_size=[4, 5], kernel_size=2)
layer('Fold', [R(1, 9, 4)], output_size=4, kernel_size=3, padding=1, stride=2)
layer('Fold', [R(8, 9)], output_size=[5, 5], kernel_size=[2, 2], dilation=2)
layer('Fold', [R(1, 6, 4)], output_size=[4, 6], kernel_size=[2, 3], stride=[2, 3])
net = nn.Sequential(nn.Conv1d(3, 4, 3, padding=1), nn.BatchNorm1d(4), nn.ReLU(), nn.MaxPool1d(2), nn.Conv1d(4, 2, 1))
layers = [{'type': 'Conv1d', 'in_channels': 3, 'out_channels': 4, 'kernel_size': 3, 'padding': 1}, {'type': 'BatchNorm1d', 'num_features': 4}, 'ReLU',
          {'type': 'MaxPool1d', 'kernel_size': 2}, {'type': 'Conv1d', 'in_channels': 4, 'out_channels': 2, 'kernel_size': 1}]
for train in (True, False):
    c.module(net, {'type': 'Sequential', 'layers': layers}, [R(3, 3, 10)], train=train)
c.save(sys.argv[1])
