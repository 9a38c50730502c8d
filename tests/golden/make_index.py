#!/usr/bin/python3
"""Writes index.safetensors: reading and writing at indices and masks. Usage: make_index.py OUT"""
import sys

import torch

from cases import Cases, I, P, R, const

c = Cases(seed=31)
add = c.op
L = torch.tensor


def perm(n, *shape):
    """Different places in every line of dimension 0."""
    t = torch.stack([torch.randperm(n)[:shape[0]] for _ in range(int(torch.tensor(shape[1:]).prod()))], 1)
    return t.reshape(shape)


def whole(t, dtype):
    return (t * 10).to(dtype)


# Whole numbers and bools are read and added to as well.
for dtype in (torch.int64, torch.int32, torch.uint8, torch.bool):
    x = I(2, 4, 3).to(dtype) if dtype == torch.bool else I(50, 4, 3).to(dtype)
    s = I(2, 2, 3).to(dtype) if dtype == torch.bool else I(50, 2, 3).to(dtype)
    add('gather', torch.gather, x, 0, I(4, 2, 3))
    add('gather', torch.gather, x, 1, I(3, 4, 2))
    add('index_select', torch.index_select, x, 0, I(4, 5))
    add('index_select', torch.index_select, x, -1, I(3, 2))
    add('scatter_add', torch.scatter_add, x, 0, I(4, 2, 3), s)
    add('index_add', torch.index_add, x, 0, I(4, 2), s)
    add('index_copy', torch.index_copy, x, 0, L([3, 0]), s)
    add('scatter', torch.scatter, x, 0, perm(4, 2, 3), s)
    add('scatter', lambda x, d, i, v: torch.scatter(x, d, i, v), x, 1, I(3, 4, 2), 1)
    add('index_fill', torch.index_fill, x, 1, L([2, 0]), 1)
    add('index', lambda x, i: x[i[0]], x, [I(4, 5)])
    add('index_put', lambda x, i, v, a: x.index_put((i[0],), v, a), x, [L([3, 0])], s, False)
    add('masked_fill', torch.masked_fill, x, I(2, 4, 3).bool(), 1)
    add('masked_select', torch.masked_select, x, I(2, 4, 3).bool())
    add('masked_scatter', torch.masked_scatter, x, L([True, False, True]), torch.cat([s, s, s, s]))
    add('nonzero', torch.nonzero, x)
    add('take', torch.take, x, L([-1, 0, 5]))
    if dtype != torch.bool:
        for reduce in ('sum', 'prod', 'mean', 'amax', 'amin'):
            small = (x % 5).to(dtype), (s % 5).to(dtype)
            for include in (True, False):
                add('scatter_reduce', lambda x, d, i, s, r, n: x.scatter_reduce(d, i, s, r, include_self=n), small[0], 0, I(4, 2, 3), small[1], reduce, include)
add('index_select', torch.index_select, R(4, 3), 0, L([2, 2, 0], dtype=torch.int32))
add('index_add', torch.index_add, R(4, 3), 0, L([2, 2], dtype=torch.int32), R(2, 3))
for alpha in (2, -0.5):
    add('index_add', lambda x, d, i, s, a: torch.index_add(x, d, i, s, alpha=a), R(4, 3), 1, L([0, 2, 2]), R(4, 3), alpha)
add('index_add', lambda x, d, i, s, a: torch.index_add(x, d, i, s, alpha=a), I(9, 4), 0, L([0, 2]), I(9, 2), 3)
add('scatter_add', torch.scatter_add, R(4, 3), 0, I(4, 2, 2), const(R(5, 4)))  # PyTorch has no gradient of a larger src
add('scatter_add', torch.scatter_add, R(33), 0, I(33, 65), R(65))
add('gather', torch.gather, R(33), 0, I(33, 65))
add('scatter', torch.scatter, R(5, 2), 0, perm(5, 3, 2), const(R(4, 4)))

for x, dim, at, s in ((R(3, 5), 0, perm(3, 2, 5), R(2, 5)), (R(3, 5), 1, perm(5, 3, 3).t().contiguous(), R(3, 3)), (R(5, 2), 0, perm(5, 3, 2), R(3, 2)),
                      (R(2, 3, 4), 1, L([[[2, 0, 1, 0]], [[1, 1, 2, 0]]]), R(2, 1, 4)), (R(65), 0, torch.randperm(65)[:33], R(33)), (R(4), -1, L([3, 1]), R(2)),
                      (L(1.5), 0, L(0), L(2.5)), (R(3, 4), 0, torch.zeros(0, 4, dtype=torch.long), R(0, 4))):
    add('scatter', torch.scatter, x, dim, at, s)
    add('scatter', lambda x, d, i, v: torch.scatter(x, d, i, v), x, dim, at, 0.75)
    for reduce in ('sum', 'prod', 'mean', 'amax', 'amin'):
        for include in (True, False):
            add('scatter_reduce', lambda x, d, i, s, r, n: x.scatter_reduce(d, i, s, r, include_self=n), x, dim, at, s, reduce, include)
for reduce in ('sum', 'prod', 'mean', 'amax', 'amin'):  # several in one place, ties, zeros
    for include in (True, False):
        run = lambda x, d, i, s, r, n: x.scatter_reduce(d, i, s, r, include_self=n)  # noqa: E731
        add('scatter_reduce', run, R(3, 4), 0, I(3, 6, 4), R(6, 4), reduce, include)
        add('scatter_reduce', run, L([1., 2, 0, 4]), 0, L([0, 0, 1, 2, 2, 3]), L([1., 1, 2, 0, 3, 5]), reduce, include)
        add('scatter_reduce', run, L([1., 2, 3]), 0, L([0, 0, 1, 1]), L([0., 0, 2, 2]), reduce, include)
add('scatter', lambda x, d, i, s, r: torch.scatter(x, d, i, s, reduce=r), const(R(3, 4)), 0, I(3, 5, 4), const(R(5, 4)), 'add')
add('scatter', lambda x, d, i, s, r: torch.scatter(x, d, i, s, reduce=r), const(R(3, 4)), 0, I(3, 5, 4), const(R(5, 4)), 'multiply')
add('scatter', lambda x, d, i, s, r: torch.scatter(x, d, i, s, reduce=r), const(R(3, 4)), 0, I(3, 2, 4), 2.0, 'multiply')

for x, dim, at in ((R(4, 3), 0, L([2, 0])), (R(4, 3), 1, L([1])), (R(2, 3, 4), -1, L([3, 1, 0])), (R(65), 0, torch.randperm(65)[:33]), (R(3, 4), 0, L([], dtype=torch.long)), (R(2, 3, 4), 1, L([2]))):
    s = torch.index_select(x, dim, at)
    add('index_copy', torch.index_copy, x, dim, at, R(*s.shape))
    add('index_fill', torch.index_fill, x, dim, at, -1.5)
    add('index_fill', torch.index_fill, x, dim, at, L(2.5))
add('index_fill', torch.index_fill, R(4, 3), 0, L([-1, 0]), 1.0)
add('index_fill', torch.index_fill, R(4, 3), 0, L(2), 1.0)
add('index_fill', torch.index_fill, L(2.0), 0, L([0]), 1.0)
for dim, index, s in ((0, 1, (3, 4)), (1, -1, (2, 4)), (2, 0, (2, 3)), (-1, 3, (2, 3))):
    add('select_scatter', torch.select_scatter, R(2, 3, 4), R(*s), dim, index)
for dim, start, end, step, s in ((0, 1, 4, 1, (3, 3)), (0, None, 2, 1, (2, 3)), (0, -2, None, 1, (2, 3)), (1, 0, 3, 2, (5, 2)), (-1, 1, 100, 1, (5, 2)), (0, 0, 5, 3, (2, 3))):
    add('slice_scatter', lambda x, s, d, a, b, t: torch.slice_scatter(x, s, d, a, b, t), R(5, 3), R(*s), dim, start, end, step)

for x, at in ((R(3, 4), L([0, 11, -1, -12])), (R(3, 4), I(12, 2, 3)), (R(7), I(7, 33)), (R(2, 3, 2), L(5)), (R(3), L([], dtype=torch.long)), (L(1.5), L([0, 0]))):
    add('take', torch.take, x, at)
    add('take_along_dim', torch.take_along_dim, x, at % x.numel())
for x, at, dim in ((R(3, 4), I(4, 3, 2), 1), (R(3, 4), I(3, 5, 4), 0), (R(3, 4), I(4, 1, 2), 1), (R(1, 4), I(4, 3, 2), -1), (R(2, 3, 4), I(3, 1, 2, 1), 1), (R(5), I(5, 3), 0)):
    add('take_along_dim', torch.take_along_dim, x, at, dim)


def index(x, i): return x[tuple(slice(None) if t is None else t for t in i)]
def put(x, i, v, a=False):
    # index_put takes no gaps in PyTorch's Python function; brackets do.
    y = x.clone()
    key = tuple(slice(None) if t is None else t for t in i)
    if not a:
        y[key] = v
        return y
    at = torch.arange(x.numel()).reshape(x.shape)[key]
    return y.reshape(-1).index_put((at.reshape(-1),), v.expand(at.shape).reshape(-1), True).reshape(x.shape)


B = lambda *s: torch.rand(s) > 0.4  # noqa: E731
for x, key in ((R(4, 3), [L([2, 0])]), (R(4, 3), [L([[2, 0], [1, 3]])]), (R(4, 3), [None, L([-1, 1])]), (R(4, 3), [L([2, 0]), L([1, 2])]), (R(4, 3), [L([[2], [0]]), L([1, 2])]),
               (R(4, 3), [L(2)]), (R(4, 3), [L(2), L([0, 1, 2])]), (R(2, 3, 4), [L([1, 0]), None, L([2, 3])]), (R(2, 3, 4), [None, L([1, 0]), L([2, 3])]), (R(2, 3, 4), [None, None, L([[3, 0]])]),
               (R(2, 3, 4), [None, L([2, 0])]), (R(2, 3, 4), [L([1]), L([2]), L([3])]), (R(2, 3, 2, 2), [None, L([2, 0]), None, L([1, 0])]), (R(2, 3, 2, 2), [L([1]), None, None, L([[1], [0]])]),
               (R(65), [torch.randperm(65)[:33]]), (R(4, 3), [B(4)]), (R(4, 3), [B(4, 3)]), (R(4, 3), [None, B(3)]), (R(2, 3, 4), [B(2, 3)]), (R(2, 3, 4), [None, B(3, 4)]),
               (R(2, 3, 4), [B(2, 3), L([1])]), (R(2, 3, 4), [L([1]), None, L([False, True, False, False])]), (R(4, 3), [torch.zeros(4, dtype=torch.bool)]), (R(4, 3), [L([], dtype=torch.long)]),
               (R(4, 3), [L([2, 0], dtype=torch.int32).long(), None]), (R(0, 3), [None, L([1, 0])]), (R(2, 2, 2, 2, 2), [None, L([1, 0]), L([0, 1]), None, L([1, 1])])):
    add('index', index, x, key)
    y = index(x, key)
    add('index_put', put, x, key, R(*y.shape), False)
    add('index_put', put, x, key, R(*y.shape), True)
    add('index_put', put, x, key, L(1.5), False)
    if y.dim() > 1: add('index_put', put, x, key, R(*([1] + list(y.shape)[1:])), True)
add('index', index, R(4, 3), [L([1, 1, 1, 0])])
add('index_put', put, R(4, 3), [L([1, 1, 1, 0])], R(4, 3), True)
add('index', index, R(4, 3), [L([1, 0, 1, 0], dtype=torch.uint8)])

for x, m in ((R(3, 4), B(3, 4)), (R(3, 4), B(4)), (R(3, 4), B(3, 1)), (R(65), B(65)), (R(2, 3, 4), B(3, 4)), (L(1.5), L(True)), (R(0, 3), B(0, 3)), (R(3, 4), torch.zeros(3, 4, dtype=torch.bool))):
    add('masked_fill', torch.masked_fill, x, m, 2.5)
    add('masked_fill', torch.masked_fill, x, m, L(-1.5))
    add('masked_fill', torch.masked_fill, x, m, -1e30)
    add('masked_select', torch.masked_select, x, m)
    add('masked_scatter', torch.masked_scatter, x, m, R(max(1, x.numel())))
add('masked_select', torch.masked_select, R(4), B(3, 4))
add('masked_fill', torch.masked_fill, R(3), B(2, 3), 1.0)
for x in (L([[1., 0, 2], [0, 0, 3]]), L([0, 1, 0, 2]), L([[True, False], [False, True]]), L(3.0), L(0.0), torch.zeros(2, 3), I(2, 2, 2, 3), torch.zeros(0, 2)):
    add('nonzero', torch.nonzero, const(x))
    add('argwhere', torch.argwhere, const(x))
    add('nonzero_numpy', lambda x: torch.nonzero(x, as_tuple=True), const(x))
for x in (L([0, 2, 1]), L([[3, 0], [1, 1]]), L([0]), L(2)):
    add('one_hot', torch.nn.functional.one_hot, x)
    add('one_hot', torch.nn.functional.one_hot, x, 5)

c.save(sys.argv[1])
