#!/usr/bin/python3
"""Writes products.safetensors: products of matrices and vectors, einsum, diagonals. Usage: make_products.py OUT"""
import sys

import torch

from cases import Cases, I, R, const

c = Cases(seed=47)
for M, K, N in ((2, 3, 4), (1, 5, 1), (7, 1, 3), (17, 9, 5), (0, 3, 2), (2, 0, 3), (3, 33, 2), (4, 4, 4)):
    c.op('mm', torch.mm, R(M, K), R(K, N)), c.op('mv', torch.mv, R(M, K), R(K)), c.op('dot', torch.dot, R(K), R(K)), c.op('outer', torch.outer, R(M), R(N)), c.op('bmm', torch.bmm, R(3, M, K), R(3, K, N))
    for beta, alpha in ((1, 1), (0.5, -2)):
        k = dict(beta=beta, alpha=alpha)
        c.op('addmm', lambda x, a, b, *_: torch.addmm(x, a, b, **k), R(N), R(M, K), R(K, N), beta, alpha), c.op('addmv', lambda x, a, b, *_: torch.addmv(x, a, b, **k), R(M), R(M, K), R(K), beta, alpha)
        c.op('addr', lambda x, a, b, *_: torch.addr(x, a, b, **k), R(M, N), R(M), R(N), beta, alpha), c.op('baddbmm', lambda x, a, b, *_: torch.baddbmm(x, a, b, **k), R(2, M, N), R(2, M, K), R(2, K, N), beta, alpha)
        c.op('addbmm', lambda x, a, b, *_: torch.addbmm(x, a, b, **k), R(M, N), R(2, M, K), R(2, K, N), beta, alpha)
c.op('addmm', lambda x, a, b, *_: torch.addmm(x, a, b, beta=0), const(torch.tensor([float('nan'), 1.])), R(2, 2), R(2, 2), 0), c.op('addmm', torch.addmm, R(2, 1), R(2, 3), R(3, 4)), c.op('addmv', torch.addmv, R(1), R(2, 3), R(3))
c.op('addr', torch.addr, R(1), R(2), R(3)), c.op('baddbmm', torch.baddbmm, R(1, 1, 4), R(2, 3, 2), R(2, 2, 4))
for a, b in (((3,), (3,)), ((2, 3), (3,)), ((3,), (4, 3)), ((2, 3), (4, 3)), ((2, 2, 3), (4, 3)), ((), (3,)), ((2,), ()), ((), ()), ((2, 1, 5), (3, 2, 5)), ((0, 3), (2, 3))):
    c.op('inner', torch.inner, R(*a), R(*b))
for a, b in (((2,), (3,)), ((2, 3), (2, 2)), ((2, 3), (4,)), ((2,), (3, 2)), ((), (3,)), ((2, 1, 2), (1, 3, 2)), ((2, 2, 2), (2,)), ((1, 2, 1, 2), (2, 1, 2, 1)), ((2,), ()), ((0, 2), (2, 2))):
    c.op('kron', torch.kron, R(*a), R(*b))
for n in (0, 1, 2, 3, 4, 7):
    c.op('matrix_power', torch.matrix_power, 0.6 * R(3, 3), n), c.op('matrix_power', torch.matrix_power, 0.6 * R(2, 2, 2), n)

EQUATIONS = (('ij,jk->ik', (2, 3), (3, 4)), ('ij,jk', (2, 3), (3, 4)), ('ik,kj', (2, 3), (3, 4)), ('ba', (2, 3)), ('bij,bjk->bik', (2, 3, 4), (2, 4, 3)), ('i,j->ij', (3,), (4,)), ('i,i->', (5,), (5,)), ('i,i', (5,), (5,)),
             ('ij->ji', (2, 3)), ('ij->', (2, 3)), ('ij->i', (2, 3)), ('ii', (3, 3)), ('ii->i', (3, 3)), ('...ii->...i', (2, 3, 3)), ('iij->ji', (2, 2, 3)), ('ijij->ij', (2, 3, 2, 3)), ('iii->i', (2, 2, 2)),
             ('...ij,...jk->...ik', (2, 1, 2, 3), (4, 3, 2)), ('...ij,jk', (2, 2, 3), (3, 2)), ('...', (2, 3)), ('...i->i...', (2, 3, 4)), ('i...,i...->...', (3, 2), (3, 4, 2)), ('...,...->...', (3, 1), (2,)), ('a...b,b->a', (2, 3, 4), (4,)),
             ('bn,anm,bm->ba', (2, 3), (5, 3, 4), (2, 4)), ('ij,jk,kl->il', (2, 3), (3, 4), (4, 2)), ('ij,jk,kl,lm->im', (2, 3), (3, 2), (2, 4), (4, 1)), ('i,j,k->ijk', (2,), (3,), (2,)), ('ij,ij->ij', (2, 3), (2, 3)), ('ij,ij->', (2, 3), (2, 3)),
             ('ij,kl->ijkl', (2, 3), (2, 2)), ('ij,kl->lkji', (2, 3), (2, 2)), ('bhqd,bhkd->bhqk', (2, 2, 3, 4), (2, 2, 5, 4)), ('bhqk,bkhd->bqhd', (2, 2, 3, 5), (2, 5, 2, 4)), (' i j , j -> i ', (2, 3), (3,)), ('aBc,Bc->aB', (2, 3, 2), (3, 2)), ('Ab,bA', (2, 3), (3, 2)),
             (',i->i', (), (3,)), ('ij,j->ij', (2, 1), (3,)), ('ij,jk->ik', (2, 1), (3, 4)), ('ij,jk->ik', (0, 3), (3, 2)), ('ij,jk->ik', (2, 0), (0, 3)), ('i,ij,j', (2,), (2, 3), (3,)), ('ij,ik,il->jkl', (4, 2), (4, 3), (4, 2)))
for equation, *shapes in EQUATIONS:
    c.op('einsum', lambda e, ts: torch.einsum(e, ts), equation, [R(*s) for s in shapes])
for a, b, da, db in (((2, 3), (3, 4), [1], [0]), ((2, 3), (4, 3), [-1], [-1]), ((2, 3, 4), (3, 4, 5), [1, 2], [0, 1]), ((2, 3, 4), (4, 3, 2), [2, 1, 0], [0, 1, 2]), ((2, 3), (4,), [], []), ((), (3,), [], []), ((5,), (5,), [0], [0]), ((2, 2, 2, 2), (2, 2), [1, 3], [1, 0]),
                     ((0, 2), (2, 3), [1], [0]), ((3, 2), (2, 3), [0, 1], [1, 0])):
    c.op('tensordot', lambda x, y, p, q: torch.tensordot(x, y, (p, q)), R(*a), R(*b), da, db)
for a, b, dim in (((3,), (3,), 0), ((4, 3), (4, 3), 1), ((4, 3), (4, 3), -1), ((3, 4), (3, 4), 0), ((2, 3, 5), (2, 3, 5), 1), ((3, 3), (3, 3), 0), ((2, 1, 3), (2, 4, 3), 2), ((0, 3), (0, 3), 1)):
    c.op('cross', torch.cross, R(*a), R(*b), dim), c.op('linalg_cross', lambda x, y, d: torch.linalg.cross(x, y, dim=d), R(*a), R(*b), dim)
c.op('cross', lambda x, y: torch.cross(x, y, dim=1), R(2, 3, 3), R(2, 3, 3)), c.op('linalg_cross', torch.linalg.cross, R(2, 3), R(2, 3))

for shape in ((3, 3), (2, 4), (4, 2), (1, 1), (0, 3)):
    c.op('trace', torch.trace, R(*shape) if shape[0] <= shape[1] else const(R(*shape)))  # torch's gradient of a tall matrix is wrong
    for offset in (0, 1, -1, 3):
        c.op('diagonal', torch.diagonal, R(*shape), offset)
        c.op('diag', torch.diag, R(*shape), offset) if -shape[0] <= offset <= shape[1] else None
for offset, a, b in ((0, 0, 1), (1, 0, 2), (-1, 2, 1), (0, -1, -2), (2, 1, 2)):
    c.op('diagonal', torch.diagonal, R(2, 3, 4), offset, a, b), c.op('diag_embed', torch.diag_embed, R(2, 3), offset, a, b)
for offset in (0, 1, -2):
    c.op('diag', torch.diag, R(3), offset), c.op('diag_embed', torch.diag_embed, R(3), offset), c.op('diag_embed', torch.diag_embed, R(2, 2, 3), offset), c.op('diag_embed', torch.diag_embed, I(9, 3), offset), c.op('diagonal', torch.diagonal, I(9, 3, 3), offset)
c.save(sys.argv[1])
