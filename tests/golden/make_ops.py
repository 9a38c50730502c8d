#!/usr/bin/python3
"""Writes ops.safetensors: the first family of calls. Usage: make_ops.py OUT"""
import sys

import torch
import torch.nn.functional as F

from cases import Cases, I, P, R, const

cases = Cases(seed=7)
add = cases.op

U = {'exp': torch.exp, 'abs': torch.abs, 'neg': torch.neg, 'square': torch.square, 'sin': torch.sin, 'cos': torch.cos, 'tanh': torch.tanh,
     'sigmoid': torch.sigmoid, 'relu': torch.relu, 'leaky_relu': F.leaky_relu, 'elu': F.elu, 'gelu': F.gelu, 'silu': F.silu, 'softplus': F.softplus}
for op, fn in U.items():
    add(op, fn, R(3, 5)); add(op, fn, R(37)); add(op, fn, 4 * R(2, 3, 4))
for op, fn in {'log': torch.log, 'sqrt': torch.sqrt, 'rsqrt': torch.rsqrt, 'reciprocal': torch.reciprocal}.items():
    add(op, fn, P(3, 5)); add(op, fn, 20 * P(33)); add(op, fn, 0.01 * P(2, 3, 4))
add('leaky_relu', F.leaky_relu, R(20), 0.2); add('elu', F.elu, R(20), 0.5)
add('gelu', lambda x, a: F.gelu(x, approximate=a), 3 * R(40), 'tanh'); add('softplus', F.softplus, 3 * R(40), 2.0, 1.5)

B = {'add': torch.add, 'sub': torch.sub, 'mul': torch.mul, 'div': torch.div, 'maximum': torch.maximum, 'minimum': torch.minimum}
for op, fn in B.items():
    for a, b in (((3, 4), (3, 4)), ((3, 4), (4,)), ((2, 1, 3), (4, 1)), ((), (2, 3)), ((2, 3, 4, 4), (1, 3, 1, 1))):
        add(op, fn, R(*a), P(*b) if op == 'div' else R(*b))
for op in ('add', 'sub'):
    add(op, lambda x, y, a, f=B[op]: f(x, y, alpha=a), R(3, 4), R(3, 4), 0.5)
for op, fn in {'add': torch.add, 'sub': torch.sub, 'mul': torch.mul, 'div': torch.div}.items():
    add(op, fn, R(3, 4), 2.5)
# Ties: the gradient is shared.
add('maximum', torch.maximum, torch.tensor([1., 2., 3.]), torch.tensor([1., 1., 4.])); add('minimum', torch.minimum, torch.tensor([1., 2., 3.]), torch.tensor([1., 1., 4.]))
add('pow', torch.pow, P(3, 4), 2.5); add('pow', torch.pow, R(3, 4), 3.0); add('pow', torch.pow, P(3, 4), R(3, 4)); add('pow', torch.pow, P(3, 4), R(4)); add('pow', torch.pow, P(5), -1.0)
add('pow', torch.pow, torch.tensor([0., 1., 2.]), torch.tensor([0., 0., 2.]))
for op in ('eq', 'ne', 'lt', 'le', 'gt', 'ge'):
    add(op, getattr(torch, op), const(torch.round(R(4, 5))), const(torch.round(R(5)))); add(op, getattr(torch, op), const(torch.round(R(7))), 1.0)
add('where', torch.where, R(3, 4) > 0, R(3, 4), R(3, 4)); add('where', torch.where, R(3, 1) > 0, R(3, 4), R(4)); add('where', torch.where, R(4) > 0, R(2, 4), R(2, 1))
add('clamp', torch.clamp, R(30), -0.5, 0.5); add('clamp', torch.clamp, R(30), None, 0.2); add('clamp', torch.clamp, R(5, 3), -0.1, None)

def reduction(f): return lambda x, dim, keep: f(x, dim=dim, keepdim=keep)
for op, fn in {'sum': torch.sum, 'mean': torch.mean, 'amax': torch.amax, 'amin': torch.amin}.items():
    for dim, keep, s in (([0], False, (3, 5)), ([-1], True, (3, 5)), ([1], False, (2, 3, 4)), ([0, 2], False, (2, 3, 4)), ([0, 2, 3], True, (2, 3, 4, 2)), ([1, 2], False, (2, 3, 4, 2))):
        add(op, reduction(fn), R(*s), dim, keep)
    add(op, lambda x, f=fn: f(x), R(4, 33))
add('sum', torch.sum, R(1000)); add('mean', torch.mean, R(1000)); add('sum', torch.sum, torch.tensor(2.5))
for dim, corr, keep, s in (([0], 1, False, (5, 3)), ([1], 0, True, (5, 3)), ([0, 2], 1, False, (2, 3, 4)), ([2], 1, False, (2, 3, 7))):
    add('var', lambda x, d, c, k: torch.var(x, d, unbiased=bool(c), keepdim=k), R(*s), dim, corr, keep)
add('var', torch.var, R(50)); add('var', torch.var, 100 + R(50))
for op, fn in {'max': torch.max, 'min': torch.min}.items():
    add(op, fn, R(3, 4)); add(op, fn, torch.tensor([2., 2., 1., 1.]))
    for dim, keep, s in ((0, False, (3, 4)), (-1, True, (3, 4)), (1, False, (2, 5, 3))):
        add(op + '.dim', lambda x, d, k, f=fn: f(x, d, k), R(*s), dim, keep)
for op, fn in {'argmax': torch.argmax, 'argmin': torch.argmin}.items():
    add(op, fn, const(R(3, 4)))
    for dim, keep, s in ((0, False, (3, 4)), (-1, True, (3, 4)), (1, False, (2, 5, 3))):
        add(op, fn, const(R(*s)), dim, keep)
for s in ((3, 5), (2, 3, 4), (1, 37), (33,)):
    add('logsumexp', lambda x, d, k: torch.logsumexp(x, d, k), 5 * R(*s), [-1], False); add('logsumexp', lambda x, d, k: torch.logsumexp(x, d, k), R(*s), [0], True)
    for op, fn in {'softmax': F.softmax, 'log_softmax': F.log_softmax}.items():
        add(op, fn, 5 * R(*s), -1); add(op, fn, R(*s), 0)

for a, b in (((3, 4), (4, 5)), ((4,), (4,)), ((4,), (4, 3)), ((3, 4), (4,)), ((2, 3, 4), (2, 4, 2)), ((2, 3, 4), (4, 2)), ((2, 1, 3, 4), (3, 4, 2)), ((17, 33), (33, 9)), ((1, 64), (64, 20))):
    add('matmul', torch.matmul, R(*a), R(*b))
for s, o in (((3, 4), 5), ((16, 31), 10), ((2, 3, 4), 6), ((4,), 3), ((1, 50), 1)):
    add('linear', F.linear, R(*s), R(o, s[-1]), R(o)); add('linear', F.linear, R(*s), R(o, s[-1]))
for x, w, kw in (((2, 3, 6, 6), (4, 3, 3, 3), (1, 0, 1, 1)), ((2, 3, 6, 6), (4, 3, 3, 3), (1, 1, 1, 1)), ((1, 2, 8, 7), (3, 2, 3, 3), (2, 1, 1, 1)), ((1, 2, 9, 9), (2, 2, 3, 3), (1, 2, 2, 1)),
                 ((1, 4, 6, 6), (4, 2, 3, 3), (1, 1, 1, 2)), ((2, 4, 5, 5), (4, 1, 3, 3), (1, 1, 1, 4)), ((2, 4, 5, 5), (8, 1, 3, 3), (2, 1, 1, 4)), ((2, 5, 4, 4), (6, 5, 1, 1), (1, 0, 1, 1)),
                 ((2, 5, 6, 6), (3, 5, 1, 1), (2, 0, 1, 1)), ((1, 1, 10, 10), (4, 1, 5, 5), (1, 2, 1, 1)), ((2, 3, 5, 8), (2, 3, 3, 2), ([2, 1], [0, 1], [1, 2], 1)), ((1, 1, 12, 12), (8, 1, 3, 3), (1, 1, 1, 1)),
                 ((1, 16, 5, 5), (8, 16, 3, 3), (1, 1, 1, 1)), ((2, 1, 7, 7), (1, 1, 7, 7), (1, 0, 1, 1)), ((1, 3, 4, 4), (2, 3, 4, 4), (1, 3, 1, 1))):
    add('conv2d', F.conv2d, R(*x), R(*w), R(w[0]), *kw); add('conv2d', F.conv2d, R(*x), R(*w), None, *kw)
add('conv2d', F.conv2d, R(2, 5, 5), R(3, 2, 3, 3), R(3))
for s, k, st, p, d, c in (((2, 3, 6, 6), 2, [], 0, 1, False), ((1, 2, 7, 6), [3, 2], [2, 1], [1, 0], 1, False), ((1, 2, 7, 7), 3, 2, 1, 1, True), ((1, 2, 8, 8), 2, 1, 0, 2, False), ((2, 3, 3), 2, 1, 0, 1, False), ((1, 1, 28, 28), 2, [], 0, 1, False)):
    add('max_pool2d', lambda x, k, st, p, d, c: F.max_pool2d(x, k, st or None, p, d, c), R(*s), k, st, p, d, c)
for s, k, st, p, c, inc, div in (((2, 3, 6, 6), 2, [], 0, False, True, None), ((1, 2, 7, 6), [3, 2], [2, 1], [1, 1], False, True, None), ((1, 2, 7, 7), 3, 2, 1, True, False, None), ((1, 2, 5, 5), 2, 2, 0, False, True, 3), ((2, 5, 5), 3, 1, 1, False, False, None)):
    add('avg_pool2d', lambda x, k, st, p, c, inc, div: F.avg_pool2d(x, k, st or None, p, c, inc, div), R(*s), k, st, p, c, inc, div)
for s, o in (((2, 3, 6, 6), [1, 1]), ((2, 3, 7, 5), [3, 2]), ((1, 2, 4, 4), 4), ((2, 3, 3), 5), ((1, 2, 8, 8), 2)):
    add('adaptive_avg_pool2d', F.adaptive_avg_pool2d, R(*s), o)

for s in ((6, 3), (4, 3, 5, 5), (2, 3, 8), (16, 3, 2, 2)):
    for train in (True, False):
        add('batch_norm', lambda x, m, v, w, b, t, mo, e: F.batch_norm(x, m.clone(), v.clone(), w, b, t, mo, e), 2 * R(*s) + 1, const(R(3)), const(P(3)), R(3), R(3), train, 0.1, 1e-5)
add('batch_norm', lambda x, m, v, w, b, t: F.batch_norm(x, m, v, w, b, t), R(5, 4), None, None, None, None, True)
for s, n in (((4, 10), [10]), ((2, 3, 4), [3, 4]), ((2, 3, 32), [32]), ((5, 7), [7])):
    add('layer_norm', F.layer_norm, R(*s), n, R(*n), R(*n), 1e-5); add('layer_norm', F.layer_norm, R(*s), n)
add('dropout', F.dropout, R(4, 5), 0.5, False)

add('embedding', F.embedding, I(5, 2, 3), R(5, 4)); add('embedding', F.embedding, I(5, 7), R(5, 2), 2); add('embedding', F.embedding, I(3, 20), R(3, 3))
for s, d, n, ix in (((3, 4), 1, 4, (3, 2)), ((3, 4), 0, 3, (5, 4)), ((2, 3, 4), 1, 3, (2, 2, 3)), ((2, 3, 4), -1, 4, (2, 3, 6))):
    add('gather', torch.gather, R(*s), d, I(n, *ix)); add('scatter_add', torch.scatter_add, R(*s), d, I(n, *ix), R(*ix))
for s, d, k in (((3, 4), 0, 5), ((2, 3, 4), -1, 3), ((2, 3, 4), 1, 1)):
    n = s[d]; ix = I(n, k); src = list(s); src[d] = k
    add('index_select', torch.index_select, R(*s), d, ix); add('index_add', torch.index_add, R(*s), d, ix, R(*src))
add('one_hot', F.one_hot, I(4, 2, 3), 4)
add('cat', torch.cat, [R(2, 3), R(1, 3)]); add('cat', torch.cat, [R(2, 3, 2), R(2, 1, 2), R(2, 2, 2)], 1); add('stack', torch.stack, [R(2, 3), R(2, 3)]); add('stack', torch.stack, [R(2, 3), R(2, 3)], -1)
add('split', torch.split, R(5, 2), 2); add('split', torch.split, R(2, 6), 3, 1); add('split.sizes', torch.split, R(2, 6), [1, 3, 2], -1)
for s, p, v in (((2, 3), [1, 2], 0.0), ((2, 3, 4), [1, -1, 0, 2], 0.5), ((1, 2, 3, 3), [1, 1, 1, 1], 0.0), ((2, 4), [-1, -1, 1, 0], 0.0)):
    add('pad', lambda x, p, m, v: F.pad(x, p, m, v), R(*s), p, 'constant', v)
add('flatten', torch.flatten, R(2, 3, 4)); add('flatten', torch.flatten, R(2, 3, 4), 1); add('flatten', torch.flatten, R(2, 3, 4, 2), 1, 2)
add('reshape', torch.reshape, R(2, 6), [3, -1]); add('view', lambda x, s: x.view(s), R(2, 6), [2, 3, 2]); add('transpose', torch.transpose, R(2, 3, 4), 0, -1); add('t', torch.t, R(2, 3))
add('permute', torch.permute, R(2, 3, 4), [2, 0, 1]); add('narrow', torch.narrow, R(5, 2), 0, 1, 3); add('select', torch.select, R(5, 2), 0, -2)
add('slice', lambda x, d, a, b, st: x[a:b:st], R(7, 2), 0, 1, 6, 2); add('expand', lambda x, s: x.expand(s), R(2, 1), [3, 2, 4]); add('squeeze', torch.squeeze, R(1, 3, 1, 2))
add('squeeze.dim', torch.squeeze, R(1, 3, 1, 2), 2); add('unsqueeze', torch.unsqueeze, R(3, 2), 1); add('clone', torch.clone, R(3, 2))

def ce(x, t, w=None, ii=-100, r='mean', ls=0.0): return F.cross_entropy(x, t, w, ignore_index=ii, reduction=r, label_smoothing=ls)
for r in ('mean', 'sum', 'none'):
    add('cross_entropy', ce, R(5, 4), I(4, 5), None, -100, r); add('cross_entropy', ce, 5 * R(16, 10), I(10, 16), const(P(10)), 3, r, 0.1)
    add('cross_entropy', ce, R(2, 3, 2, 2), I(3, 2, 2, 2), None, 1, r); add('cross_entropy', ce, 20 * R(4, 33), I(33, 4), None, -100, r, 0.3)
    add('nll_loss', lambda x, t, w, ii, r: F.nll_loss(x, t, w, ignore_index=ii, reduction=r), R(6, 4), I(4, 6), const(P(4)), 2, r)
    add('binary_cross_entropy_with_logits', lambda x, t, w, pw, r: F.binary_cross_entropy_with_logits(x, t, w, pos_weight=pw, reduction=r), 4 * R(3, 4), const(torch.rand(3, 4)), None, None, r)
    add('binary_cross_entropy_with_logits', lambda x, t, w, pw, r: F.binary_cross_entropy_with_logits(x, t, w, pos_weight=pw, reduction=r), R(3, 4), const(torch.rand(3, 4)), const(P(4)), const(P(4)), r)
    for op, fn in {'mse_loss': F.mse_loss, 'l1_loss': F.l1_loss}.items():
        add(op, lambda x, t, r, f=fn: f(x, t, reduction=r), R(3, 4), R(3, 4), r)
    add('smooth_l1_loss', lambda x, t, r, b: F.smooth_l1_loss(x, t, reduction=r, beta=b), R(3, 4), R(3, 4), r, 1.0); add('smooth_l1_loss', lambda x, t, r, b: F.smooth_l1_loss(x, t, reduction=r, beta=b), R(3, 4), R(3, 4), r, 0.3)
add('cross_entropy', ce, R(4), torch.tensor(2))

cases.save(sys.argv[1])
