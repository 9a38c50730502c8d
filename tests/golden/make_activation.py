"""Writes activation.safetensors: activations, channel dropout and tables of vectors. Usage: make_activation.py OUT"""
import sys

import torch
import torch.nn.functional as F
from torch import nn

from cases import Cases, I, P, R, const

c = Cases(seed=41)
inf = float('inf')


def K(*values):
    """Exact values: kinks, and what lies about them."""
    return torch.tensor(values, dtype=torch.float32)


SHAPES = ((3, 5), (17,), (2, 3, 4), (), (65,), (0, 3), (2, 1, 3, 2, 2))
FAR = K(-100, -89, -30, -20.5, -6, 0, 6, 20.5, 30, 89, 100)
SIMPLE = {
    'relu6': (F.relu6, K(-1, 0, 3, 6, 7)), 'hardsigmoid': (F.hardsigmoid, K(-4, -3, 0, 3, 4)), 'hardswish': (F.hardswish, K(-4, -3, -1.5, 0, 3, 4)),
    'tanhshrink': (F.tanhshrink, K(-1, 0, 1)), 'softsign': (F.softsign, K(-1, 0, 1)), 'logsigmoid': (F.logsigmoid, K(-1, 0, 1)),
    'mish': (F.mish, K(-1.2, -1, 0, 1)), 'selu': (F.selu, K(-1, 0, 1)), 'celu': (F.celu, K(-1, 0, 1)), 'hardtanh': (F.hardtanh, K(-2, -1, 0, 1, 2)),
    'hardshrink': (F.hardshrink, K(-1, -0.5, 0, 0.5, 1)), 'softshrink': (F.softshrink, K(-1, -0.5, 0, 0.5, 1)), 'glu': (None, None),
}
for name, (fn, kinks) in SIMPLE.items():
    if not fn:
        continue
    for shape in SHAPES:
        c.op(name, fn, R(*shape) * 3)
    c.op(name, fn, R(5, 3).t())
    c.op(name, fn, kinks)
    c.op(name, fn, FAR)
for low, high in ((-0.5, 2.0), (0.0, 6.0), (-3.0, -1.0)):
    c.op('hardtanh', F.hardtanh, R(4, 5) * 3, low, high)
    c.op('hardtanh', F.hardtanh, K(low - 1, low, (low + high) / 2, high, high + 1), low, high)
for lambd in (0.0, 0.25, 1.5):
    for name, fn in (('hardshrink', F.hardshrink), ('softshrink', F.softshrink)):
        c.op(name, fn, R(4, 5), lambd)
        c.op(name, fn, K(-2, -lambd, 0, lambd, 2), lambd)
for alpha in (0.3, 2.0):
    c.op('celu', F.celu, R(4, 5) * 2, alpha)
    c.op('celu', F.celu, K(-20, -1, 0, 1), alpha)
for limit, value in ((0.0, 0.0), (0.125, 20.0), (-0.5, -3.0), (1.0, 0.5)):
    for x in (R(3, 5), R(17), R(), R(0, 2), K(limit - 1, limit, limit + 1)):
        c.op('threshold', F.threshold, x, limit, value)
for shape, dim in (((3, 4), -1), ((4, 3), 0), ((2, 6, 3), 1), ((2, 4, 3, 2), -3), ((34,), 0), ((2, 0), -1)):
    c.op('glu', F.glu, R(*shape), dim)
c.op('glu', F.glu, K(0, 1, 100, -100, 0, 100, -100, 100))
for shape, n in (((3, 5), 1), ((3, 5), 5), ((2, 3, 4), 3), ((2, 3, 4, 2), 3), ((6,), 1), ((), 1), ((0, 2), 2), ((33, 2), 1)):
    c.op('prelu', torch.prelu, R(*shape), R(n))
c.op('prelu', torch.prelu, K(-1, 0, 1), K(0.25))
for shape in ((3, 5), (17,), (), (0, 2)):
    c.op('rrelu', F.rrelu, R(*shape))
    c.op('rrelu', F.rrelu, R(*shape), 0.25, 0.25, True)
c.op('rrelu', F.rrelu, K(-1, 0, 1), 0.5, 0.75)
c.op('rrelu', F.rrelu, K(-1, 0, 1), 0.5, 0.5, True)
for shape, dim in (((3, 5), 0), ((3, 5), -1), ((2, 3, 4), 1), ((33,), 0), ((), 0)):
    c.op('softmin', F.softmin, R(*shape), dim)

for name, shapes in (('dropout1d', ((2, 3, 4), (3, 4))), ('dropout2d', ((2, 3, 2, 2), (2, 3, 4))), ('dropout3d', ((2, 3, 2, 1, 2), (3, 2, 1, 2))),
                     ('alpha_dropout', ((3, 4), ())), ('feature_alpha_dropout', ((2, 3, 2), (2, 3)))):
    fn = getattr(F, name)
    for shape in shapes:
        c.op(name, fn, R(*shape), 0.5, False)
        c.op(name, fn, R(*shape), 0.0, True)
        c.op(name, fn, R(*shape), 1.0, True)

# Tables. max_norm changes the table itself, which must not be a leaf of PyTorch's graph: the change happens on a copy.
def looked_up(fn):
    return lambda i, w, *rest: fn(i, w.clone(), *rest)


lookup = looked_up(F.embedding)
for shape in ((7,), (2, 3), (), (2, 0), (2, 2, 2), (33,)):
    c.op('embedding', lookup, I(5, *shape), R(5, 3))
for pad in (0, 2, -1):
    c.op('embedding', lookup, I(4, 9), R(4, 3), pad)
c.op('embedding', lookup, I(4, 3, 5), R(4, 3), None, None, 2.0, True)
c.op('embedding', lookup, I(4, 3, 5), R(4, 3), 1, None, 2.0, True)
for norm in (2.0, 1.0, 3.0, inf):
    for most in (0.5, 1.5):
        if norm != inf:
            c.op('embedding', lookup, I(4, 6), R(5, 3), None, most, norm)
bag = looked_up(F.embedding_bag)


def bagged(i, w, offsets, *rest):
    return bag(i, w, offsets, *rest)


OFFSETS = torch.tensor([0, 2, 2, 5])
for mode in ('sum', 'mean', 'max'):
    for width in (1, 3, 17):
        c.op('embedding_bag', bagged, I(6, 3, 4), R(6, width), None, None, 2.0, False, mode)
        c.op('embedding_bag', bagged, I(6, 8), R(6, width), OFFSETS, None, 2.0, False, mode)
    c.op('embedding_bag', bagged, I(6, 8), R(6, 3), torch.tensor([0, 3, 8]), None, 2.0, False, mode, False, None, True)
    c.op('embedding_bag', bagged, I(6, 8), R(6, 3), torch.tensor([0, 3, 7]), None, 2.0, False, mode, False, None, False, 1)
    c.op('embedding_bag', bagged, I(3, 4, 5), R(3, 3), None, None, 2.0, False, mode, False, None, False, -1)
    c.op('embedding_bag', bagged, I(6, 3, 4), R(6, 3), None, 1.0, 2.0, False, mode)
    c.op('embedding_bag', bagged, I(6, 0), R(6, 3), torch.tensor([0, 0]), None, 2.0, False, mode)
    c.op('embedding_bag', bagged, torch.zeros(2, 3, dtype=torch.int64), R(1, 2), None, None, 2.0, False, mode)
# Where indices are not equally frequent, PyTorch 1.13 divides by the count of another one (EmbeddingBag.cpp, counts[indices_data[i]]).
EVEN = torch.tensor([2, 0, 3, 3, 5, 0, 2, 5])
for mode in ('sum', 'mean'):
    c.op('embedding_bag', bagged, EVEN, R(6, 3), OFFSETS, None, 2.0, True, mode)
    c.op('embedding_bag', bagged, EVEN.reshape(2, 4), R(6, 3), None, None, 2.0, True, mode)
c.op('embedding_bag', bagged, torch.tensor([4, 1, 0]), R(6, 3), torch.tensor([0, 2]), None, 2.0, True, 'mean')
c.op('embedding_bag', bagged, EVEN, R(6, 3), OFFSETS, None, 2.0, True, 'sum', False, R(8))
c.op('embedding_bag', bagged, I(6, 3, 4), R(6, 3), None, None, 2.0, False, 'sum', False, R(3, 4))
c.op('embedding_bag', bagged, I(6, 8), R(6, 3), OFFSETS, None, 2.0, False, 'sum', False, R(8))
c.op('embedding_bag', bagged, I(6, 8), R(6, 3), OFFSETS, None, 2.0, False, 'sum', False, const(R(8)), False, 2)

# Layers.
for name in ('Hardsigmoid', 'Hardswish', 'LogSigmoid', 'Mish', 'ReLU6', 'SELU', 'Softsign', 'Tanhshrink'):
    for shape in ((3, 5), (2, 3, 4), (65,), ()):
        c.layer(name, [R(*shape) * 3])
for alpha in (1.0, 0.5, 2.5):
    c.layer('CELU', [R(3, 5)], alpha=alpha)
for dim in (-1, 0):
    c.layer('GLU', [R(4, 6)], dim=dim)
for lambd in (0.5, 0.25):
    c.layer('Hardshrink', [R(3, 5)], lambd=lambd)
    c.layer('Softshrink', [R(3, 5)], lambd=lambd)
for low, high in ((-1.0, 1.0), (-0.25, 2.0)):
    c.layer('Hardtanh', [R(3, 5)], min_val=low, max_val=high)
c.layer('PReLU', [R(3, 5)])
c.layer('PReLU', [R(2, 3, 4)], num_parameters=3, init=0.1)
c.layer('PReLU', [R(2, 3, 2, 2)], num_parameters=3)
c.layer('RReLU', [R(3, 5)])
c.layer('RReLU', [R(3, 5)], lower=0.25, upper=0.5)
c.layer('RReLU', [R(3, 5)], True, lower=0.5, upper=0.5)
c.layer('Softmin', [R(3, 5)], dim=1)
c.layer('Softmin', [R(3, 5, 2)], dim=-3)
c.layer('Softmax2d', [R(2, 3, 2, 2)])
c.layer('Softmax2d', [R(3, 2, 4)])
c.layer('Threshold', [R(3, 5)], threshold=0.5, value=20)
c.layer('Threshold', [R(3, 5)], threshold=-1, value=0.25)
for name, shape in (('Dropout1d', (2, 3, 4)), ('Dropout2d', (2, 3, 2, 2)), ('Dropout3d', (2, 3, 1, 2, 2)), ('AlphaDropout', (3, 4)), ('FeatureAlphaDropout', (2, 3, 4))):
    c.layer(name, [R(*shape)])
    c.layer(name, [R(*shape)], p=0.25)
    c.layer(name, [R(*shape)], True, p=0.0)
table = dict(num_embeddings=6, embedding_dim=3)
c.layer('Embedding', [I(6, 2, 4)], **table, padding_idx=-2)
c.layer('Embedding', [I(6, 2, 4)], **table, scale_grad_by_freq=True)
for options in (dict(), dict(mode='sum'), dict(mode='max', padding_idx=1), dict(include_last_offset=True)):
    if 'include_last_offset' not in options:  # PyTorch reads past the end then
        c.layer('EmbeddingBag', [I(6, 3, 4)], **table, **options)
    last = [8] if 'include_last_offset' in options else []
    c.layer('EmbeddingBag', [I(6, 8), torch.tensor([0, 3, 3, 6] + last)], **table, **options)
c.module(nn.EmbeddingBag(6, 3, mode='sum'), {'type': 'EmbeddingBag', **table, 'mode': 'sum'}, [I(6, 3, 4), None, R(3, 4)])
c.save(sys.argv[1])
