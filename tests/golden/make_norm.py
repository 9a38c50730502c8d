"""Writes norm.safetensors: normalization layers. Usage: make_norm.py OUT

rms_norm came with torch 2.4; its values here are those of its documented formula."""
import sys

import torch
import torch.nn.functional as F
from torch import nn

from cases import Cases, P, R, const

c = Cases(seed=33)

for shape, g, w, b, eps in (((2, 4, 3), 2, 1, 1, 1e-5), ((3, 6), 3, 1, 1, 1e-5), ((2, 4, 3, 5), 1, 1, 0, 1e-5), ((2, 4, 3, 5), 4, 0, 0, 1e-3), ((1, 6, 2, 2, 3), 2, 1, 1, 1e-5), ((2, 4, 33), 2, 1, 1, 1e-5),
                            ((4, 2, 65), 1, 1, 1, 1e-5), ((2, 3, 4), 3, 1, 1, 0.1), ((5, 8), 2, 0, 0, 1e-5), ((1, 4, 2), 2, 1, 1, 1e-5)):
    c.op('group_norm', lambda x, g, w, b, e: F.group_norm(x, g, w, b, e), 2 * R(*shape) + 1, g, R(shape[1]) if w else None, R(shape[1]) if b else None, eps)
for shape, stats, affine, use, m, eps in (((2, 3, 5), 0, 1, True, 0.1, 1e-5), ((2, 3, 4, 5), 0, 0, True, 0.1, 1e-5), ((1, 2, 2, 3, 4), 0, 1, True, 0.1, 1e-5), ((3, 2, 5), 1, 1, True, 0.3, 1e-5),
                                          ((3, 2, 4, 3), 1, 0, True, 0.1, 1e-3), ((3, 2, 5), 1, 1, False, 0.1, 1e-5), ((2, 3, 4, 5), 1, 0, False, 0.1, 1e-5), ((2, 4, 33), 0, 1, True, 0.1, 1e-5),
                                          ((2, 2, 65), 1, 1, True, 1.0, 1e-5), ((4, 1, 3, 3), 0, 0, True, 0.1, 0.1)):
    C = shape[1]
    c.op('instance_norm', lambda x, m, v, w, b, use, mo, e: F.instance_norm(x, None if m is None else m.clone(), None if v is None else v.clone(), w, b, use, mo, e), 2 * R(*shape) + 1,
         const(R(C)) if stats else None, const(P(C)) if stats else None, R(C) if affine else None, R(C) if affine else None, use, m, eps)


def rms_norm(x, shape, w=None, eps=None):
    eps = torch.finfo(torch.float32).eps if eps is None else eps  # wick computes these in float32
    y = x * torch.rsqrt(x.pow(2).mean(dim=tuple(range(-len(shape), 0)), keepdim=True) + eps)
    return y if w is None else y * w


for shape, n, w, eps in (((3, 4), [4], 1, None), ((2, 3, 5), [5], 1, 1e-5), ((2, 3, 5), [3, 5], 1, 1e-3), ((4,), [4], 0, None), ((2, 33), [33], 1, None), ((3, 65), [65], 0, 0.5), ((2, 2, 3, 2), [3, 2], 1, None), ((5, 1), [1], 1, 1e-6)):
    c.op('rms_norm', rms_norm, R(*shape), n, R(*n) if w else None, eps)
for shape, size, a, b, k in (((2, 5, 4), 3, 1e-4, 0.75, 1.0), ((1, 6, 3, 3), 2, 0.1, 0.75, 2.0), ((2, 4, 2, 2, 3), 5, 1.0, 0.5, 1.0), ((2, 3, 33), 1, 0.2, 0.75, 1.0), ((2, 4, 3, 2), 4, 0.5, 1.5, 0.5), ((1, 2, 3), 7, 1.0, 0.75, 1.0),
                             ((1, 8, 2, 2), 3, 2.0, 0.25, 1.0), ((3, 3, 1, 2), 2, 0.3, 0.75, 1.5)):
    c.op('local_response_norm', F.local_response_norm, R(*shape), size, a, b, k)

for x1, x2, dim, eps in (((3, 4), (3, 4), 1, 1e-8), ((3, 4), (3, 4), 0, 1e-8), ((2, 3, 5), (2, 3, 5), -1, 1e-6), ((4, 1, 3), (1, 5, 3), 2, 1e-8), ((7,), (7,), 0, 1e-8), ((2, 33), (2, 33), 1, 1e-8), ((3, 2), (2,), 1, 1e-8), ((3, 4), (3, 4), 1, 4.0)):
    c.op('cosine_similarity', F.cosine_similarity, R(*x1), R(*x2), dim, eps)
c.op('cosine_similarity', F.cosine_similarity, torch.zeros(2, 3), R(2, 3))
for x1, x2, p, eps, keep in (((3, 4), (3, 4), 2.0, 1e-6, False), ((3, 4), (3, 4), 1.0, 1e-6, True), ((2, 3, 5), (2, 3, 5), 3.0, 1e-6, False), ((4,), (4,), 2.0, 1e-6, False), ((2, 1, 3), (4, 3), 2.0, 0.1, False), ((3, 33), (3, 33), 2.0, 1e-6, True),
                             ((3, 4), (3, 4), float('inf'), 1e-6, False), ((5, 3), (3,), 1.5, 1e-6, False)):
    p = p if p != float('inf') else 1e308 * 10
    if p == float('inf'):
        continue  # not in JSON
    c.op('pairwise_distance', F.pairwise_distance, R(*x1), R(*x2), p, eps, keep)
for shape, p, dim, eps in (((3, 4), 2.0, 1, 1e-12), ((3, 4), 1.0, 0, 1e-12), ((2, 3, 5), 3.0, -1, 1e-12), ((2, 3, 5), 2.0, [1, 2], 1e-12), ((4,), 2.0, 0, 1e-12), ((2, 33), 2.0, 1, 1e-12), ((3, 4), 2.0, 1, 5.0), ((2, 3, 2), 1.5, 1, 1e-12)):
    c.op('normalize', F.normalize, R(*shape), p, dim, eps)
c.op('normalize', F.normalize, torch.tensor([[0., 0.], [3., 4.]]))
for batch, i1, i2, o, b in (((3,), 4, 5, 2, 1), ((), 3, 2, 4, 1), ((2, 3), 2, 2, 3, 0), ((1,), 1, 1, 1, 1), ((2,), 9, 33, 2, 1), ((4, 1, 2), 3, 4, 2, 0), ((5,), 2, 3, 1, 1), ((2,), 3, 3, 5, 0)):
    c.op('bilinear', F.bilinear, R(*batch, i1), R(*batch, i2), R(o, i1, i2), R(o) if b else None)


class RMSNorm(nn.Module):  # as torch 2.4's
    def __init__(self, normalized_shape, eps=None, elementwise_affine=True):
        super().__init__()
        self.normalized_shape, self.eps, self.elementwise_affine = tuple(normalized_shape), eps, elementwise_affine
        self.weight = nn.Parameter(R(*normalized_shape)) if elementwise_affine else None

    def forward(self, x): return rms_norm(x, self.normalized_shape, self.weight, self.eps)
    def extra_repr(self): return '{normalized_shape}, eps={eps}, elementwise_affine={elementwise_affine}'.format(**self.__dict__)


for shape, n, eps, affine in (((3, 4), [4], None, True), ((2, 3, 5), [3, 5], 1e-5, True), ((2, 3, 5), [5], 1e-3, False), ((2, 65), [65], None, True)):
    c.module(RMSNorm(n, eps, affine), {'type': 'RMSNorm', 'normalized_shape': n, 'eps': eps, 'elementwise_affine': affine}, [R(*shape)])
layer = c.layer
for train in (True, False):
    layer('BatchNorm3d', [R(3, 2, 2, 3, 2)], train, num_features=2)
    layer('BatchNorm3d', [R(2, 3, 2, 2, 2)], train, num_features=3, momentum=None, eps=1e-3)
    layer('BatchNorm3d', [R(2, 3, 2, 2, 2)], train, num_features=3, affine=False, track_running_stats=False)
    for n, size in ((1, (5,)), (2, (3, 4)), (3, (2, 3, 2))):
        layer(f'InstanceNorm{n}d', [R(2, 3, *size)], train, num_features=3)
        layer(f'InstanceNorm{n}d', [R(3, *size)], train, num_features=3, affine=True, eps=1e-3)
        layer(f'InstanceNorm{n}d', [R(4, 3, *size)], train, num_features=3, affine=True, track_running_stats=True)
        layer(f'InstanceNorm{n}d', [R(4, 3, *size)], train, num_features=3, track_running_stats=True, momentum=0.5)
for g, ch, shape, kw in ((2, 4, (3, 4, 5), {}), (2, 6, (4, 6), {}), (1, 4, (2, 4, 3, 3), dict(affine=False)), (4, 4, (2, 4, 2, 3), dict(eps=1e-3)), (2, 8, (2, 8, 33), {})):
    layer('GroupNorm', [2 * R(*shape)], num_groups=g, num_channels=ch, **kw)
layer('LocalResponseNorm', [R(2, 5, 4)], size=3)
layer('LocalResponseNorm', [R(1, 6, 3, 3)], size=2, alpha=0.5, beta=0.5, k=2.0)
layer('LocalResponseNorm', [R(1, 4, 2, 2, 2)], size=4, alpha=1e-3)
layer('LocalResponseNorm', [R(2, 3, 2)], size=1, alpha=0.25)
for dim, eps in ((1, 1e-8), (0, 1e-8), (-1, 1e-6), (1, 0.5)):
    layer('CosineSimilarity', [R(3, 4), R(3, 4)], dim=dim, eps=eps)
for p, keep in ((2.0, False), (1.0, True), (3.0, False), (2.0, True)):
    layer('PairwiseDistance', [R(3, 4), R(3, 4)], p=p, keepdim=keep)
for batch, i1, i2, o, b in (((3,), 4, 5, 2, True), ((), 3, 2, 4, True), ((2, 3), 2, 2, 3, False), ((2,), 3, 17, 2, True)):
    layer('Bilinear', [R(*batch, i1), R(*batch, i2)], in1_features=i1, in2_features=i2, out_features=o, bias=b)
c.save(sys.argv[1])
