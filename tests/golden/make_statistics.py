#!/usr/bin/python3
"""Writes statistics.safetensors: reductions, running totals, order, counts. Usage: make_statistics.py OUT"""
import math
import sys

import torch

from cases import Cases, I, P, R, const

c = Cases(seed=43)
inf, nan = math.inf, math.nan


def zeroed(t, every):
    t.view(-1)[::every] = 0
    return t


ONE = ((0, False, (3, 5)), (-1, True, (3, 5)), (1, False, (2, 3, 4)), (0, True, (33,)), (2, False, (2, 3, 2, 4)), (0, False, ()), (1, False, (2, 0)), (0, True, (0, 3)))
for dim, keep, shape in ONE:
    c.op('prod.dim', torch.prod, R(*shape), dim, keep), c.op('prod', torch.prod, R(*shape)), c.op('prod.dim', torch.prod, I(5, *shape), dim, keep)
    for op in ('all', 'any'):
        f = getattr(torch, op)
        c.op(op + '.dim', f, const(R(*shape).round()), dim, keep), c.op(op + '.dim', f, I(3, *shape) > 0, dim, keep), c.op(op, f, I(2, *shape)), c.op(op, f, I(9, *shape) > 0)
    c.op('count_nonzero', torch.count_nonzero, I(3, *shape)), c.op('count_nonzero', torch.count_nonzero, const(R(*shape).round()), [dim])
    c.op('cumsum', torch.cumsum, R(*shape), dim), c.op('cumsum', torch.cumsum, I(9, *shape), dim), c.op('cumsum', torch.cumsum, I(2, *shape) > 0, dim)
    c.op('cumprod', torch.cumprod, R(*shape), dim), c.op('cumprod', torch.cumprod, I(4, *shape), dim), c.op('cumprod', torch.cumprod, zeroed(R(*shape), 4), dim)
    c.op('logcumsumexp', torch.logcumsumexp, 5 * R(*shape), dim)
    n = shape[dim] if shape else 1
    if n:
        for op in ('max', 'min'):
            c.op(op + '.dim', getattr(torch, op), torch.randperm(math.prod(shape)).reshape(shape), dim, keep), c.op('a' + op, getattr(torch, 'a' + op), I(9, *shape), [dim], keep), c.op(op, getattr(torch, op), I(9, *shape))
            c.op('arg' + op, getattr(torch, 'arg' + op), torch.randperm(math.prod(shape)).reshape(shape), dim, keep)
        for op in ('cummax', 'cummin'):
            c.op(op, getattr(torch, op), R(*shape), dim), c.op(op, getattr(torch, op), I(5, *shape), dim)
        for op in ('median', 'nanmedian', 'mode'):
            row = op if op == 'mode' else op + '.dim'
            c.op(row, getattr(torch, op), R(*shape), dim, keep), c.op(row, getattr(torch, op), torch.randperm(math.prod(shape)).reshape(shape), dim, keep)
        c.op('kthvalue', torch.kthvalue, R(*shape), (n + 1) // 2, dim, keep), c.op('kthvalue', torch.kthvalue, R(*shape), n, dim, keep)
        c.op('topk', torch.topk, R(*shape), (n + 1) // 2, dim), c.op('topk', torch.topk, R(*shape), (n + 1) // 2, dim, False), c.op('topk', torch.topk, torch.randperm(math.prod(shape)).reshape(shape), n, dim)
        c.op('aminmax', lambda x, d, k: torch.aminmax(x, dim=d, keepdim=k), const(R(*shape)), dim, keep) if shape else None
        if math.prod(shape):
            for q in (0.0, 0.25, 0.5, 0.9, 1.0):
                c.op('quantile', lambda x, q, d, k: torch.quantile(x, q, d, k), R(*shape), q, dim, keep)
            c.op('quantile', torch.quantile, R(*shape), torch.tensor([0.125, 0.6, 0.75]), dim, keep), c.op('quantile', torch.quantile, R(*shape), const(torch.tensor(0.3)))
            for op in ('median', 'nanmedian'):
                c.op(op, getattr(torch, op), R(*shape))
    c.op('sort', torch.sort, R(*shape), dim), c.op('sort', torch.sort, R(*shape), dim, True), c.op('argsort', torch.argsort, const(R(*shape)), dim), c.op('argsort', torch.argsort, const(R(*shape)), dim, True)
    c.op('sort', lambda x, d, de, st: torch.sort(x, dim=d, descending=de, stable=st), I(4, *shape), dim, False, True), c.op('sort', lambda x, d, de, st: torch.sort(x, dim=d, descending=de, stable=st), I(4, *shape), dim, True, True)
    c.op('msort', torch.msort, R(*shape)) if shape else None
    if shape:
        c.op('diff', torch.diff, R(*shape), 1, dim), c.op('diff', torch.diff, R(*shape), 2, dim), c.op('diff', torch.diff, I(9, *shape), 1, dim), c.op('diff', torch.diff, I(2, *shape) > 0, 1, dim)
# Zeros in products, ties, NaN and infinity.
for every in (7, 3, 2):
    c.op('prod', torch.prod, zeroed(R(7), every)), c.op('prod.dim', torch.prod, zeroed(R(3, 4), every), 1), c.op('cumprod', torch.cumprod, zeroed(R(3, 4), every), 0)
TIES = torch.tensor([[1., 3., 3., 2.], [2., 2., 1., 2.], [5., 5., 5., 5.]])
HOLES = torch.tensor([[1., nan, 3., 2.], [2., 4., 1., 0.], [nan, nan, 5., nan], [nan, nan, nan, nan]])
for op in ('cummax', 'cummin'):
    c.op(op, getattr(torch, op), TIES, 1), c.op(op, getattr(torch, op), HOLES, 1)
for t in (TIES, HOLES, torch.tensor([[inf, -inf, nan, 0.]])):
    c.op('sort', lambda x, d, de, st: torch.sort(x, dim=d, descending=de, stable=st), t, 1, False, True), c.op('sort', lambda x, d, de, st: torch.sort(x, dim=d, descending=de, stable=st), t, 1, True, True)
    c.op('nansum', lambda x, d, k: torch.nansum(x, d, k), t, [1], False), c.op('nanmean', lambda x, d, k: torch.nanmean(x, d, k), t[:3, :2], [0], True), c.op('nansum', torch.nansum, t)
    c.op('median', torch.median, t), c.op('nanmedian', torch.nanmedian, t), c.op('isnan', torch.isnan, const(t)), c.op('quantile', torch.quantile, const(t), 0.5, 1)
c.op('median.dim', lambda x, d: torch.median(x, d), HOLES[:3], 0), c.op('nanmedian.dim', lambda x, d: torch.nanmedian(x, d), HOLES[:2], 1)
c.op('logcumsumexp', torch.logcumsumexp, const(torch.tensor([-inf, -inf, 1., 2., -inf, 300.])), 0), c.op('logcumsumexp', torch.logcumsumexp, torch.tensor([400., -400., 401.]), 0)
for way in ('linear', 'lower', 'higher', 'midpoint', 'nearest'):
    c.op('quantile', lambda x, q, d, k, i: torch.quantile(x, q, d, k, interpolation=i), R(3, 8), const(torch.tensor([0.1, 0.5, 0.8])), 1, False, way)
c.op('diff', lambda x, n, d, a, b: torch.diff(x, n, d, a, b), R(3, 4), 1, 0, R(1, 4), R(2, 4)), c.op('diff', lambda x, n, d, a, b: torch.diff(x, n, d, a, b), R(3, 4), 2, 1, None, R(3, 1))

DIMS = (([], False, (3, 5)), ([0], False, (3, 5)), ([-1], True, (3, 5)), ([1], False, (2, 3, 4)), ([0, 2], False, (2, 3, 4)), ([0, 2, 3], True, (2, 3, 4, 2)), ([0], False, (33,)))
for dim, keep, shape in DIMS:
    every = list(range(len(shape))) if dim == [] else dim
    for correction in (1, 0):
        f = lambda g: lambda x, d, cor, k: g(x, dim=d or every, correction=int(cor), keepdim=k)  # noqa: E731
        c.op('std', f(torch.std), R(*shape), dim, correction, keep), c.op('var_mean', f(torch.var_mean), R(*shape), dim, correction, keep), c.op('std_mean', f(torch.std_mean), R(*shape), dim, correction, keep)
    for p in (2.0, 1.0, 3.0, 0.5, 1.5, 0.0, inf, -inf, -1.0):
        c.op('norm', lambda x, p, d, k: torch.norm(x, p, d or None, k), R(*shape), p, dim, keep)
        c.op('linalg_vector_norm', lambda x, p, d, k: torch.linalg.vector_norm(x, p, d or None, k), R(*shape), p, dim, keep) if p in (2.0, 1.0, inf, 0.0) else None
    c.op('norm.fro', lambda x, p, d, k: torch.norm(x, p, d if len(d) in (1, 2) else None, k), R(*shape), 'fro', dim, keep) if len(dim) < 3 and not (dim == [] and keep) else None
    c.op('nansum', lambda x, d, k: torch.nansum(x, d or None, k), R(*shape), dim, keep), c.op('nanmean', lambda x, d, k: torch.nanmean(x, d or every, k), R(*shape), dim, keep)
    c.op('count_nonzero', lambda x, d: torch.count_nonzero(x, d or None), I(3, *shape), dim), c.op('sum', lambda x, d, k: torch.sum(x, d or every, k), I(9, *shape), dim, keep)
c.op('std', torch.std, torch.ones(4)), c.op('std', torch.std, 100 + R(20)), c.op('norm', torch.norm, torch.zeros(3)), c.op('norm', torch.norm, zeroed(R(6), 2), 1.5), c.op('norm', torch.norm, torch.tensor([2., -2., 1.]), inf)
c.op('norm', lambda x, p, d: torch.norm(x, p, d), torch.tensor([[0., 0.], [1., 0.]]), 3.0, [1]), c.op('aminmax', torch.aminmax, const(R(3, 4))), c.op('aminmax', torch.aminmax, I(9, 7).int())
for p in (2.0, 1.0, 3.0, inf, 0.0):
    grad = const if p == 0 else lambda t: t  # torch's dist has no gradient for p = 0
    c.op('dist', torch.dist, grad(R(3, 4)), grad(R(4)), p), c.op('dist', torch.dist, grad(R(7)), grad(R(7)), p)
    for a, b in (((3, 4), (5, 4)), ((2, 3, 2), (2, 4, 2)), ((2, 1, 3, 2), (4, 2, 2))):
        c.op('cdist', lambda x, y, p: torch.cdist(x, y, p, compute_mode='donot_use_mm_for_euclid_dist'), R(*a), R(*b), p)
c.op('cdist', lambda x, y: torch.cdist(x, y, compute_mode='donot_use_mm_for_euclid_dist'), torch.eye(2), torch.eye(2))

for x in (I(5, 12), I(5, 3, 4), const(R(3, 4).round()), I(2, 6) > 0, I(9, 0), I(4, 7).int()):
    for inverse, counts in ((False, False), (True, False), (False, True), (True, True)):
        c.op('unique', lambda x, s, i, n: torch.unique(x, s, i, n), x, True, inverse, counts)
        c.op('unique_consecutive', lambda x, i, n: torch.unique_consecutive(x, return_inverse=i, return_counts=n), x, inverse, counts)
c.op('unique', torch.unique, const(torch.tensor([nan, 1., nan, 1., -inf])))
for x, dim in ((I(2, 7, 2), 0), (I(2, 2, 7), 1), (I(2, 3, 5, 2), 1), (I(2, 2, 2, 6), -1), (const(R(5, 2).round()), 0), (I(3, 6).float(), -1), (I(2, 6, 2) > 0, 0), (I(2, 2, 6).int(), -1), (I(2, 9).byte(), 0), (I(5, 0, 3), 0)):
    const(x)
    for inverse, counts in ((False, False), (True, False), (False, True), (True, True)):
        c.op('unique', torch.unique, x, True, inverse, counts, dim)
        if x.numel():  # of none PyTorch gives one result whatever is asked for
            c.op('unique_consecutive', lambda x, i, n, d: torch.unique_consecutive(x, return_inverse=i, return_counts=n, dim=d), x, inverse, counts, dim)
for x, w, n in ((I(5, 12), None, 0), (I(5, 12), None, 9), (I(5, 12), const(R(12)), 0), (I(5, 12), const(R(12)), 8), (I(5, 0), None, 0), (I(5, 0), None, 3), (I(5, 4).byte(), None, 0)):
    c.op('bincount', lambda x, w, n: torch.bincount(x, w, n), x, w, n)
for bins, low, high in ((5, -1, 1), (3, 0, 0), (10, -0.5, 0.25), (1, 0, 2)):
    c.op('histc', torch.histc, const(R(30)), bins, low, high)
c.op('histc', torch.histc, const(torch.tensor([1., 2., 1.])), 4, 0, 3), c.op('histc', torch.histc, const(torch.ones(3)), 4)
rows = torch.tensor([[1., 3., 5., 7.], [0., 2., 2., 8.]])
for right in (False, True):
    f = lambda s, v, i, r: torch.searchsorted(s, v, out_int32=i, right=r)  # noqa: E731
    for s, v in ((rows, const(4 * R(2, 3).round())), (rows[0], const(R(2, 2))), (rows[1], torch.tensor([2., 0., 9., -1.])), (I(5, 6).sort()[0], I(5, 4))):
        c.op('searchsorted', f, const(s), const(v) if v.is_floating_point() else v, right, right)
    c.op('bucketize', lambda x, b, i, r: torch.bucketize(x, b, out_int32=i, right=r), const(4 * R(3, 4).round()), const(rows[0]), False, right)
    c.op('bucketize', lambda x, b, i, r: torch.bucketize(x, b, out_int32=i, right=r), I(9, 5), torch.tensor([1, 3, 5]), True, right)
    c.op('searchsorted', lambda s, v, i, r, side: torch.searchsorted(s, v, out_int32=i, right=r, side=side), const(rows[1]), const(rows[0]), False, right, 'right')
c.op('searchsorted', lambda s, v: torch.searchsorted(s, v), const(rows[0]), 3.0)
c.save(sys.argv[1])
