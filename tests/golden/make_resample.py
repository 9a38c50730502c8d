"""Writes resample.safetensors: padding, resizing, sampling. Usage: make_resample.py OUT"""
import sys

import torch
import torch.nn.functional as F
from torch import nn

from cases import Cases, R

c = Cases(seed=34)

for shape, pads in (((2, 3, 5), [1, 2]), ((3, 5), [2, 0]), ((2, 3, 5), [4, 4]), ((1, 2, 4, 5), [1, 2, 3, 0]), ((2, 4, 5), [2, 2, 1, 1]), ((1, 2, 33), [3, 5]), ((1, 2, 3, 4, 5), [1, 2, 0, 1, 2, 2]), ((2, 3, 4, 3), [1, 1, 1, 1, 1, 1]), ((1, 1, 6), [-1, 2]),
                    ((1, 1, 5, 6), [2, -2, -1, 1])):
    for mode in ('reflect', 'replicate', 'circular'):
        if mode == 'replicate' and min(pads) < 0 or mode == 'circular' and len(pads) != 2 * len(shape) - 4:
            continue  # PyTorch takes none of these
        c.op('pad', F.pad, R(*shape), pads, mode)
for shape, pads, value in (((2, 3), [1, 2], 0.5), ((2, 3, 4), [1, -1, 0, 2], None), ((3,), [0, 4], -1.0), ((1, 2, 3, 4), [1, 1, 1, 1, 1, 1, 1, 1], 2.0), ((2, 3), [], 0.0), ((2, 0), [1, 1], 3.0), ((2, 3), [-1, -1, 1, 1], None), ((1, 33), [5, 7], 0.25)):
    c.op('pad', F.pad, R(*shape), pads, 'constant', value)
    c.op('constant_pad_nd', torch.constant_pad_nd, R(*shape), pads, value or 0)


def interpolate(x, size, scale, mode, corners=None):
    return F.interpolate(x, size or None, scale or None, mode, corners if mode in ('linear', 'bilinear', 'bicubic', 'trilinear') else None)


SPATIAL = {1: (7,), 2: (5, 6), 3: (3, 4, 5)}
SIZES = {1: [[3], [14], [7], [1], [10]], 2: [[10, 12], [3, 4], [7, 5], [1, 9], [5, 6]], 3: [[6, 8, 10], [2, 3, 4], [4, 4, 4], [1, 1, 1], [3, 7, 5]]}
for n, size in SPATIAL.items():
    modes = ['nearest', 'nearest-exact', 'area'] + {1: ['linear'], 2: ['bilinear', 'bicubic'], 3: ['trilinear']}[n]
    for mode in modes:
        for to in SIZES[n]:
            for corners in (False, True) if mode[-1] in 'rc' and mode != 'area' else (False,):
                c.op('interpolate', interpolate, R(1, 2, *size), to, [], mode, corners)
        for scale in (2.0, 0.5, 1.5, [1.3, 2.0, 0.7][:n]):
            for corners in (False, True) if mode[-1] in 'rc' and mode != 'area' and scale != 2.0 else (False,):
                c.op('interpolate', interpolate, R(2, 1, *size), [], scale, mode, corners)
c.op('interpolate', interpolate, R(1, 1, 33), 65, [], 'linear', False)
c.op('interpolate', interpolate, R(1, 1, 33), [], 2.0, 'nearest')


def grid(x, g, mode, padding, corners): return F.grid_sample(x, g, mode, padding, corners)


def G(*shape):  # places in and around the image, none on a kink or a rounding point of the sizes used here
    return torch.rand(shape) * 3 - 1.5 + 0.0123


for mode in ('bilinear', 'nearest', 'bicubic'):
    for padding in ('zeros', 'border', 'reflection'):
        for corners in (False, True):
            c.op('grid_sample', grid, R(2, 2, 4, 5), G(2, 3, 4, 2), mode, padding, corners)
            if mode != 'bicubic':  # of images only
                c.op('grid_sample', grid, R(1, 2, 3, 4, 2), G(1, 2, 2, 3, 3), mode, padding, corners)
            c.op('grid_sampler', torch.grid_sampler, R(1, 1, 5, 3), G(1, 2, 5, 2) * 2, ['bilinear', 'nearest', 'bicubic'].index(mode), ['zeros', 'border', 'reflection'].index(padding), corners)
c.op('grid_sample', grid, R(1, 2, 1, 1), G(1, 2, 2, 2), 'bilinear', 'reflection', True)
c.op('grid_sample', lambda x, g: F.grid_sample(x, g, align_corners=False), R(1, 1, 33, 3), G(1, 1, 40, 2))
for size in ([2, 3, 4, 5], [1, 1, 3, 3], [1, 2, 1, 4], [3, 1, 2, 2]):
    for corners in (False, True):
        c.op('affine_grid', F.affine_grid, R(size[0], 2, 3), size, corners)
        c.op('affine_grid', F.affine_grid, R(size[0], 3, 4), size + [3], corners)

for shape, r in (((1, 4, 2, 3), 2), ((2, 9, 1, 2), 3), ((8, 2, 2), 2), ((1, 2, 4, 3, 2), 2), ((1, 3, 4, 4), 1), ((1, 4, 1, 33), 2), ((3, 4, 2, 2), 2), ((1, 16, 2, 2), 4)):
    c.op('pixel_shuffle', F.pixel_shuffle, R(*shape), r)
    back = shape[:-3] + (shape[-3] // r // r, shape[-2] * r, shape[-1] * r)
    c.op('pixel_unshuffle', F.pixel_unshuffle, R(*back), r)


def channel_shuffle(x, g):  # torch 1.13's has no gradient
    return x.reshape(x.shape[0], g, x.shape[1] // g, *x.shape[2:]).transpose(1, 2).reshape(x.shape)


for shape, g in (((1, 4, 2, 3), 2), ((2, 6, 5), 3), ((1, 6, 2, 2), 6), ((1, 6, 2, 2), 1), ((2, 8, 1, 1), 4), ((1, 4, 2, 2, 3), 2), ((1, 4, 33), 2), ((3, 9, 2), 3)):
    c.op('channel_shuffle', channel_shuffle, R(*shape), g)

layer = c.layer
for n, size in SPATIAL.items():
    for value in (0.5, -2, 3.25):
        layer(f'ConstantPad{n}d', [R(1, 2, *size)], padding=2, value=value)
    layer(f'ConstantPad{n}d', [R(2, *size)], padding=[1, 2, 0, 1, 1, 0][:2 * n], value=0.25)
    for kind in ('Reflection', 'Replication'):
        layer(f'{kind}Pad{n}d', [R(1, 2, *size)], padding=2)
        layer(f'{kind}Pad{n}d', [R(2, *size)], padding=[1, 2, 0, 1, 1, 0][:2 * n])
        layer(f'{kind}Pad{n}d', [R(2, 1, *size)], padding=[2, 0, 2, 1, 0, 2][:2 * n])
        layer(f'{kind}Pad{n}d', [R(2, 1, *size)], padding=1)
for pad in (1, [1, 2, 3, 0], [0, 0, 2, 1], [-1, 2, 1, -1]):
    layer('ZeroPad2d', [R(1, 2, 4, 5)], padding=pad)
for kw in (dict(scale_factor=2), dict(size=[7, 4]), dict(size=9), dict(scale_factor=[2, 1.5]), dict(scale_factor=2, mode='bilinear'), dict(size=[9, 5], mode='bilinear', align_corners=True), dict(scale_factor=1.5, mode='bicubic'),
           dict(scale_factor=2, mode='nearest-exact')):
    layer('Upsample', [R(1, 2, 4, 5)], **kw)
layer('Upsample', [R(1, 2, 5)], scale_factor=2, mode='linear')
layer('Upsample', [R(1, 1, 2, 3, 4)], scale_factor=2, mode='trilinear')
for kind in ('Nearest', 'Bilinear'):
    for kw in (dict(scale_factor=2), dict(size=[5, 7]), dict(size=6), dict(scale_factor=[1.5, 2])):
        layer(f'Upsampling{kind}2d', [R(1, 2, 4, 3)], **kw)
for shape, r in (((1, 4, 2, 3), 2), ((2, 9, 1, 2), 3), ((8, 2, 2), 2), ((1, 16, 1, 2), 4)):
    layer('PixelShuffle', [R(*shape)], upscale_factor=r)
    back = shape[:-3] + (shape[-3] // r // r, shape[-2] * r, shape[-1] * r)
    layer('PixelUnshuffle', [R(*back)], downscale_factor=r)
c.save(sys.argv[1])
