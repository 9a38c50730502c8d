#!/usr/bin/python3
"""Writes shape.safetensors: moving, repeating, splitting, joining, and making tensors. Usage: make_shape.py OUT"""
import sys

import torch

from cases import Cases, I, P, R, const

c = Cases(seed=32)
add = c.op
L = torch.tensor

for s in ((3, 4), (4, 3), (1, 5), (2, 3, 3), (0, 3), (2, 2, 3, 2), (33, 3)):
    for k in (-1, 0, 2):
        add('tril', torch.tril, R(*s), k)
        add('triu', torch.triu, R(*s), k)
for dtype in (torch.int64, torch.int32, torch.uint8, torch.bool):
    x = I(2, 3, 4).to(dtype)
    add('tril', torch.tril, x)
    add('roll', torch.roll, x, [1], [0])
    add('flip', torch.flip, x, [0, 1])
    add('repeat', lambda x, r: x.repeat(r), x, [2, 1])
    add('repeat_interleave', lambda x, r, d: torch.repeat_interleave(x, r, d), x, 2, 0)
    add('rot90', torch.rot90, x)
    add('unbind', torch.unbind, x)
    add('hstack', torch.hstack, [const(x.clone()), const(x.clone())])

for s in ((5,), (33,), (3, 4), (2, 3, 4), (), (0,), (2, 0)):
    for shifts in ([1], [-2], [7], [0]):
        add('roll', lambda x, n: torch.roll(x, n), R(*s), shifts)
for shifts, dims in (([1], [0]), ([1, -1], [0, 1]), ([2, 1], [-1, 0]), ([1, 1], [0, 0]), ([5], [1])):
    add('roll', torch.roll, R(3, 4), shifts, dims)
    add('roll', torch.roll, R(3, 4, 2), shifts, dims)
for s, dims in (((5,), [0]), ((33,), [0]), ((3, 4), [0]), ((3, 4), [1]), ((3, 4), [0, -1]), ((2, 3, 4), [1]), ((2, 3, 4), [0, 2]), ((2, 3, 4), []), ((2, 0, 3), [1]), ((2, 3, 2, 2), [3, 2])):
    add('flip', torch.flip, R(*s), dims)
for s in ((3, 4), (2, 3, 2), (1, 5), (0, 2)):
    add('fliplr', torch.fliplr, R(*s))
    add('flipud', torch.flipud, R(*s))
    for k in (-1, 0, 1, 2, 3, 4): add('rot90', torch.rot90, R(*s), k)
    add('rot90', torch.rot90, R(*s), 1, [1, 0])
add('flipud', torch.flipud, R(7))
add('rot90', torch.rot90, R(2, 3, 4), 1, [1, 2])

for s, r in (((3,), [2]), ((3,), [2, 3]), ((2, 3), [1, 1]), ((2, 3), [2, 2]), ((2, 3), [2, 1, 3]), ((), [3]), ((2, 3), [0, 2]), ((33,), [2]), ((2, 1, 2, 1), [1, 3, 1, 2]), ((1, 2), [4, 1])):
    add('repeat', lambda x, r: x.repeat(r), R(*s), r)
    add('tile', torch.tile, R(*s), r)
for d in ([2], [], [1, 2], [3, 1, 1, 2]): add('tile', torch.tile, R(2, 3, 2), d)
for s in ((4,), (3, 4), (2, 3, 4), (33,)):
    add('repeat_interleave', lambda x, r: torch.repeat_interleave(x, r), R(*s), 2)
    add('repeat_interleave', lambda x, r, d: torch.repeat_interleave(x, r, d), R(*s), 3, -1)
    add('repeat_interleave', lambda x, r, d: torch.repeat_interleave(x, r, d), R(*s), I(3, s[0]), 0)
    add('repeat_interleave', lambda x, r, d: torch.repeat_interleave(x, r, d), R(*s), L([2]), 0)
add('repeat_interleave', lambda x, r: torch.repeat_interleave(x, r), R(2, 2), L([1, 0, 2, 3]))
add('repeat_interleave', lambda x, r, d: torch.repeat_interleave(x, r, d), R(2, 2), 0, 0)
for s, a, b in (((2, 3, 4), 0, -1), ((2, 3, 4), [0, 1], [2, 0]), ((2, 3, 4), [-1], [0]), ((2, 3, 4, 2), [1, 3], [0, 1]), ((3,), 0, 0), ((2, 3), [0, 1], [1, 0]), ((2, 3, 4), 1, 1)):
    add('movedim', torch.movedim, R(*s), a, b)
for s, a, b in (((2, 3), 0, 1), ((2, 3, 4), -1, 0), ((2, 3, 4), 1, 1), ((2, 3, 4, 2), 1, 3), ((5,), 0, 0)): add('swapaxes', torch.swapaxes, R(*s), a, b)
for s, d, n, t in (((7,), 0, 3, 1), ((7,), 0, 3, 2), ((7,), 0, 2, 3), ((33,), 0, 16, 8), ((5, 6), 0, 2, 1), ((5, 6), 1, 4, 2), ((5, 6), -1, 6, 1), ((2, 7, 3), 1, 3, 2), ((4,), 0, 0, 1), ((), 0, 1, 1)):
    add('unfold', lambda x, d, n, t: x.unfold(d, n, t), R(*s), d, n, t)
for s, to in (((3,), [2, 3]), ((2, 1), [2, 4]), ((), [2, 2]), ((1, 1), [3, 1, 5]), ((2, 3), [2, 3])):
    add('broadcast_to', torch.broadcast_to, R(*s), to)
    add('expand_as', lambda x, o: x.expand_as(o), R(*s), const(R(*to)))
for s, to in (((2, 6), (3, 4)), ((4,), (2, 2)), ((2, 3), (6,)), ((1,), ())):
    add('view_as', lambda x, o: x.view_as(o), R(*s), const(R(*to)))
    add('reshape_as', lambda x, o: x.reshape_as(o), R(*s), const(R(*to)))
for s in ((3,), (2, 3), (), (2, 0), (2, 3, 4)):
    add('ravel', torch.ravel, R(*s))
    add('atleast_1d', torch.atleast_1d, R(*s))
    add('atleast_2d', torch.atleast_2d, R(*s))
    add('atleast_3d', torch.atleast_3d, R(*s))
for s, d, sizes in (((12,), 0, [3, 4]), ((2, 6), 1, [3, -1]), ((2, 6), -1, [-1, 2]), ((6, 2), 0, [1, 6]), ((2, 8, 3), 1, [2, 2, 2])): add('unflatten', lambda x, d, n: x.unflatten(d, n), R(*s), d, sizes)

for s, n, d in (((5,), 2, 0), ((6, 2), 3, 0), ((2, 7), 3, 1), ((2, 7), 10, -1), ((5, 2), 1, 0), ((0, 2), 3, 0), ((2, 3, 5), 2, 2), ((33,), 4, 0)):
    add('chunk', torch.chunk, R(*s), n, d)
    add('tensor_split', lambda x, n, d: torch.tensor_split(x, n, d), R(*s), n, d)
for s, at, d in (((5,), [2], 0), ((6, 2), [1, 3], 0), ((2, 7), [3, 3, 5], 1), ((2, 7), [], 1), ((5,), [2, 9], 0), ((5,), [-2], 0), ((5,), [3, 1], 0)): add('tensor_split.indices', lambda x, n, d: torch.tensor_split(x, n, d), R(*s), at, d)
add('tensor_split.indices', lambda x, n, d: torch.tensor_split(x, n, d), R(33), list(range(2, 30, 3)), 0)
add('split.sizes', lambda x, n, d: torch.split(x, n, d), R(2, 33), [3] * 11, 1)
for s, d in (((3,), 0), ((3, 4), 0), ((3, 4), 1), ((2, 3, 4), -1), ((2, 0), 0)): add('unbind', torch.unbind, R(*s), d)
for shapes in ([(3,), (2,)], [(3,), (), (2,)], [(1,)], [(2,), (3,), (2,)], [(0,), (2,)]):
    for indexing in ('ij', 'xy'):
        add('meshgrid', lambda t, i: torch.meshgrid(t, indexing=i), [R(*s) for s in shapes], indexing)
    if all(len(s) == 1 for s in shapes): add('cartesian_prod', lambda t: torch.cartesian_prod(*t), [R(*s) for s in shapes])
for n in (0, 1, 4):
    for r in (1, 2, 3):
        for again in (False, True): add('combinations', lambda x, r, a: torch.combinations(x, r, a), R(n), r, again)
for shapes in ([(3,), (2,)], [(), ()], [(2, 3), (2, 3)], [(2, 1), (2, 1)], [(1, 2, 3), (1, 2, 3)], [(), (1,)], [(33,), (33,)]):
    add('hstack', torch.hstack, [R(*s) for s in shapes])
    if shapes not in ([(3,), (2,)],):
        add('vstack', torch.vstack, [R(*s) for s in shapes])
        add('dstack', torch.dstack, [R(*s) for s in shapes])
        add('column_stack', torch.column_stack, [R(*s) for s in shapes])
add('hstack', torch.hstack, [R(2, 3), R(2, 1)])
add('vstack', torch.vstack, [R(2, 3), R(3), R(1, 3)])
add('dstack', torch.dstack, [R(2, 3), R(2, 3, 2)])
add('column_stack', torch.column_stack, [R(3), R(3, 2), R(3)])
for shapes in ([(2, 3), (1, 2)], [(3,), (2, 2)], [(), (2,), (1, 1)], [(2, 2)], [(0, 2), (2, 1)]): add('block_diag', lambda t: torch.block_diag(*t), [R(*s) for s in shapes])

for a, b, n in ((0., 1., 5), (-3., 3., 33), (2., -1., 7), (1., 1., 3), (0., 10., 1), (0., 1., 0), (0., 1., 2)):
    add('linspace', torch.linspace, a, b, n)
    add('logspace', torch.logspace, a / 5, b / 5, n)
    add('logspace', lambda a, b, n, base: torch.logspace(a, b, n, base), a, b, n, 2.)
add('linspace', lambda a, b, n, t: torch.linspace(a, b, n, dtype=getattr(torch, t)), 0., 10., 5, 'int64')
for args in ((0., 1., 0.25), (1., -1., -0.5), (0.5, 3.), (0., 1., 0.03125)): add('arange', torch.arange, *args)
add('arange', lambda a, b: torch.arange(a, b), 2, 7)
add('arange', lambda a, b, s: torch.arange(a, b, s), 7, 1, -2)
add('arange', lambda a, b, s, t: torch.arange(a, b, s, dtype=getattr(torch, t)), 0, 4, 1, 'float32')
for args in ((3,), (3, 5), (4, 2), (0,), (1, 33)): add('eye', torch.eye, *args)
add('eye', lambda n, m, t: torch.eye(n, m, dtype=getattr(torch, t)), 2, 3, 'int64')
for x in (const(R(2, 3)), I(5, 2, 2), const(R()), const(R(0, 2)), L([True, False])):
    like = lambda fn: lambda x, *a: fn(x.float() if x.is_floating_point() else x, *a)  # noqa: E731
    add('zeros_like', like(torch.zeros_like), x)
    add('ones_like', like(torch.ones_like), x)
    add('full_like', like(torch.full_like), x, 3.)
add('zeros_like', lambda x, t: torch.zeros_like(x, dtype=getattr(torch, t)), const(R(2, 3)), 'int64')
add('ones_like', lambda x, t: torch.ones_like(x, dtype=getattr(torch, t)), const(R(2, 3)), 'bool')
for r, k, o in ((3, 3, 0), (3, 4, 1), (4, 2, -1), (0, 3, 0), (2, 5, -3), (1, 1, 0)):
    add('tril_indices', torch.tril_indices, r, k, o)
    add('triu_indices', torch.triu_indices, r, k, o)

c.save(sys.argv[1])
