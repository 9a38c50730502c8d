#!/usr/bin/python3
"""Writes math.safetensors: elementwise math. Usage: make_math.py OUT"""
import math
import sys

import torch

from cases import Cases, I, P, R, const

c = Cases(seed=41)
inf, nan = math.inf, math.nan
SPECIAL = torch.tensor([0., -0., 1., -1., inf, -inf, nan, 2., -2., 0.5, 1e-30, 3e-3, 1e10])


def U(low, high, *shape): return torch.rand(shape) * (high - low) + low


# Functions of any number, with results and gradients at several widths; then integers, bools and special values.
ANY = {'floor': 5, 'ceil': 5, 'trunc': 5, 'round': 5, 'frac': 5, 'sign': 2, 'tan': 1.2, 'atan': 8, 'sinh': 4, 'cosh': 4, 'asinh': 20, 'exp2': 5, 'expm1': 3, 'erf': 1.5, 'erfc': 1.5,
       'sinc': 3, 'deg2rad': 200, 'rad2deg': 3}
for op, scale in ANY.items():
    f = getattr(torch, op)
    for shape in ((), (33,), (3, 5), (2, 3, 4), (0, 3)):
        c.op(op, f, scale * R(*shape))
    c.op(op, f, 0.01 * scale * R(65))
    if op not in ('frac',):
        c.op(op, f, I(7, 6) - 3)
    if op not in ('floor', 'ceil', 'trunc', 'round', 'frac', 'deg2rad', 'rad2deg'):
        c.op(op, f, I(2, 5) > 0)
    if op != 'tan':
        c.op(op, f, const(SPECIAL))
for op, (low, high) in {'asin': (-1, 1), 'acos': (-1, 1), 'atanh': (-0.99, 0.99), 'erfinv': (-0.995, 0.995), 'acosh': (1.05, 9), 'log2': (0.05, 20), 'log10': (0.05, 20), 'log1p': (-0.9, 9),
                        'lgamma': (0.1, 9), 'digamma': (0.3, 9), 'logit': (0.03, 0.97)}.items():
    f = getattr(torch, op)
    for shape in ((), (33,), (3, 5), (2, 3, 4), (0, 3)):
        c.op(op, f, U(low, high, *shape))
    c.op(op, f, U(low * 0.9 + high * 0.1, low * 0.8 + high * 0.2, 65))
    c.op(op, f, I(2, 6) + (1 if op not in ('atanh', 'erfinv', 'logit') else 0))
    c.op(op, f, const(SPECIAL))
c.op('lgamma', torch.lgamma, U(-3.9, -3.1, 9)), c.op('lgamma', torch.lgamma, U(20, 90, 9)), c.op('digamma', torch.digamma, U(-2.8, -2.2, 9)), c.op('digamma', torch.digamma, U(20, 500, 9))
c.op('lgamma', torch.lgamma, const(U(0.99, 2.01, 20)))
for n in range(5):
    c.op('polygamma', torch.polygamma, n, U(0.4, 8, 12)), c.op('polygamma', torch.polygamma, n, U(8, 60, 5))
for decimals in (0, 1, 2, -1, -2):
    c.op('round', lambda x, d: torch.round(x, decimals=d), U(-300, 300, 20), decimals)
c.op('round', torch.round, const(torch.tensor([0.5, 1.5, 2.5, -0.5, -1.5, 1e8, inf, nan])))
for eps in (None, 0.1, 0.3, 0.0):
    c.op('logit', lambda x, e: torch.logit(x, e), U(0.01, 0.99, 20), eps)
c.op('logit', lambda x, e: torch.logit(x, e), torch.tensor([-0.5, 0.2, 1.5]), 0.1), c.op('logit', torch.logit, torch.tensor([-0.5, 0.2, 1.5]))
for args in ((), (1.5,), (0.0, 2.0), (0.0, 2.0, -3.0), (0.5, None, -1.0)):
    c.op('nan_to_num', torch.nan_to_num, torch.tensor([1., nan, inf, -inf, -2.]), *args)
c.op('nan_to_num', torch.nan_to_num, I(5, 3))
for op in ('isnan', 'isinf', 'isfinite', 'logical_not'):
    c.op(op, getattr(torch, op), const(SPECIAL)), c.op(op, getattr(torch, op), I(3, 5)), c.op(op, getattr(torch, op), I(2, 4) > 0), c.op(op, getattr(torch, op), const(R(2, 0)))
# Existing functions of integers.
for op in ('exp', 'log', 'sqrt', 'rsqrt', 'reciprocal', 'sin', 'cos', 'tanh', 'sigmoid', 'abs', 'square', 'neg', 'relu'):
    c.op(op, getattr(torch, op), I(5, 6) + 1), c.op(op, getattr(torch, op), -I(5, 6).int() - 1 if op in ('abs', 'square', 'neg', 'relu', 'exp', 'sin') else I(5, 6).int() + 1)
c.op('clamp', torch.clamp, I(9, 8), 2, 5), c.op('clamp', torch.clamp, I(9, 8), 2.5, None)

c.op('pow', torch.pow, I(9, 8) - 4, I(5, 8)), c.op('pow', torch.pow, I(9, 8) - 4, 3), c.op('pow', torch.pow, I(9, 8) + 1, 0.5), c.op('pow', torch.pow, I(9, 4), const(R(3, 4))), c.op('pow', torch.pow, 2, I(9, 5)), c.op('pow', torch.pow, 2.5, R(5))

PAIRS = (((3, 4), (3, 4)), ((3, 4), (4,)), ((2, 1, 3), (4, 1)), ((), (5,)), ((33,), (33,)), ((2, 0), (1, 1)), ((2, 3, 1, 2), (4, 1)))
for op in ('remainder', 'fmod', 'floor_divide'):
    f = getattr(torch, op)
    for a, b in PAIRS:
        c.op(op, f, *[t if op != 'floor_divide' else const(t) for t in (20 * R(*a), P(*b))])
    for b in (2.5, -3, 4):  # JSON has one kind of number: a whole one is an integer
        c.op(op, f, 20 * R(9) if op != 'floor_divide' else const(20 * R(9)), b), c.op(op, f, I(40, 9) - 20, b)
    c.op(op, f, I(40, 9) - 20, I(5, 9) + 1), c.op(op, f, I(40, 9) - 20, -I(5, 9) - 1), c.op(op, f, const(torch.tensor([1., -1., 0., inf, 5.])), const(torch.tensor([0., 0., 2., 2., inf])))
for mode in ('floor', 'trunc'):
    f = lambda x, y, m: torch.div(x, y, rounding_mode=m)  # noqa: E731
    c.op('div', f, 20 * R(3, 4), P(4), mode), c.op('div', f, I(40, 9) - 20, I(5, 9) + 1, mode), c.op('div', f, 20 * R(9), -2.5, mode), c.op('div', f, I(40, 9) - 20, -3, mode)
for op in ('atan2', 'hypot', 'logaddexp', 'logaddexp2', 'copysign'):
    for a, b in PAIRS:
        c.op(op, getattr(torch, op), R(*a), R(*b))
    if op in ('logaddexp', 'logaddexp2'):
        c.op(op, getattr(torch, op), const(torch.tensor([inf, -inf, inf, 80., -inf, 0.])), const(torch.tensor([inf, -inf, 1., -80., 3., nan])))
c.op('atan2', torch.atan2, const(torch.tensor([0., -0., 0., -0., 1., inf, inf, nan])), const(torch.tensor([1., 1., -1., -1., 0., inf, -inf, 1.])))
c.op('atan2', torch.atan2, I(5, 6), I(5, 6) + 1), c.op('hypot', torch.hypot, 1e3 * R(5), R(5)), c.op('copysign', torch.copysign, torch.tensor([0., -0., 1., -2.]), torch.tensor([-1., 1., -0., 3.]))
for a, b in PAIRS:
    c.op('xlogy', torch.xlogy, R(*a), P(*b)), c.op('true_divide', torch.true_divide, R(*a), P(*b)), c.op('heaviside', torch.heaviside, const(R(*a)), const(R(*b)))
c.op('xlogy', torch.xlogy, torch.tensor([0., 0., 2., 0.]), torch.tensor([0.5, 0., 1., nan])), c.op('xlogy', torch.xlogy, R(4), 2.5), c.op('xlogy', torch.xlogy, 2.5, P(4)), c.op('true_divide', torch.true_divide, I(9, 4), 2)
c.op('heaviside', torch.heaviside, const(torch.tensor([-1., 0., 2., nan])), const(torch.tensor(0.5)))
for a, b in PAIRS:
    c.op('lerp', torch.lerp, R(*a), R(*b), R(*b)), c.op('addcmul', lambda x, y, z, v: torch.addcmul(x, y, z, value=v), R(*a), R(*b), R(*b), 0.7)
    c.op('addcdiv', lambda x, y, z, v: torch.addcdiv(x, y, z, value=v), R(*a), R(*b), P(*b), -1.5)
    c.op('clamp.Tensor', torch.clamp, R(*a), R(*b) - 0.5, R(*b) + 0.5), c.op('clamp_min', torch.clamp_min, R(*a), R(*b)), c.op('clamp_max', torch.clamp_max, R(*a), R(*b))
for w in (0.0, 0.3, 1.0, 2.0):
    c.op('lerp', torch.lerp, R(3, 4), R(4), w)
c.op('clamp.Tensor', torch.clamp, R(9), None, R(9)), c.op('clamp.Tensor', torch.clamp, R(9), R(9)), c.op('clamp.Tensor', torch.clamp, R(9), torch.ones(9), -torch.ones(9)), c.op('clamp.Tensor', torch.clamp, I(9, 9), I(4, 9), I(4, 9) + 4)
c.op('clamp_min', torch.clamp_min, R(9), 0.2), c.op('clamp_max', torch.clamp_max, R(9), 0.2), c.op('clamp_min', torch.clamp_min, I(9, 9), 4), c.op('clamp_max', torch.clamp_max, I(9, 9), 4)
c.op('clamp_min', torch.clamp_min, torch.tensor([1., 2., nan]), torch.tensor([1., 3., 0.])), c.op('clamp_max', torch.clamp_max, torch.tensor([1., 2., nan]), torch.tensor([1., 3., 0.]))
for op in ('logical_and', 'logical_or', 'logical_xor'):
    f = getattr(torch, op)
    for a, b in PAIRS:
        c.op(op, f, I(3, *a), I(3, *b))
    c.op(op, f, I(2, 6) > 0, const(R(6).round())), c.op(op, f, const(R(6).round()), const(R(6).round()))
for op in ('bitwise_and', 'bitwise_or', 'bitwise_xor'):
    f = getattr(torch, op)
    for a, b in PAIRS:
        c.op(op, f, I(99, *a) - 50, I(99, *b) - 50)
    c.op(op, f, I(2, 6) > 0, I(2, 6) > 0), c.op(op, f, I(99, 6).byte(), I(99, 6).byte()), c.op(op, f, I(99, 6).int(), I(99, 6)), c.op(op, f, I(99, 6), 12)
for t in (I(99, 7) - 50, I(2, 7) > 0, I(200, 7).byte(), I(99, 2, 3).int()):
    c.op('bitwise_not', torch.bitwise_not, t)
c.save(sys.argv[1])
