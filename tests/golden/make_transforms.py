"""Image transforms: calls of torchvision.transforms.functional, written out on torch 1.13.1 as in torchvision's source.

Floating images are computed in float64, uint8 ones in float32 with torchvision's rounding. Usage: make_transforms.py OUT."""
import math
import sys

import torch
import torch.nn.functional as F
from cases import Cases, const


def image(*shape): return const(torch.rand(shape))
def bytes_(*shape): return torch.randint(0, 256, shape, dtype=torch.uint8)


def bound(x): return 1.0 if x.is_floating_point() else 255.0
def working(x): return x if x.is_floating_point() else x.float()


closest = 1.0  # how close a value of the call at hand came to where rounding turns


def rounded(x, y):  # back to the image's type, to the nearest
    global closest
    if not x.is_floating_point():
        closest = min(closest, ((y - y.floor()) - 0.5).abs().min().item())
    return y if x.is_floating_point() else torch.round(y).clamp(0, 255).to(x.dtype)


def cut(x, y):  # back to the image's type, cut off
    y = y.clamp(0, bound(x))
    return y if x.is_floating_point() else y.to(x.dtype)


def resize(x, h, w, mode, antialias):
    if mode == 'nearest':
        return rounded(x, F.interpolate(working(x)[None], (h, w), mode='nearest')[0])
    y = F.interpolate(working(x)[None], (h, w), mode=mode, align_corners=False, antialias=antialias)[0]
    return rounded(x, y if x.is_floating_point() or mode != 'bicubic' else y.clamp(0, 255))


def inverse_matrix(angle, translate, scale, shear, center=(0.0, 0.0)):
    rot, sx, sy = math.radians(angle), math.radians(shear[0]), math.radians(shear[1])
    a = math.cos(rot - sy) / math.cos(sy)
    b = -math.cos(rot - sy) * math.tan(sx) / math.cos(sy) - math.sin(rot)
    c = math.sin(rot - sy) / math.cos(sy)
    d = -math.sin(rot - sy) * math.tan(sx) / math.cos(sy) + math.cos(rot)
    m = [d / scale, -b / scale, 0.0, -c / scale, a / scale, 0.0]
    m[2] += m[0] * (-center[0] - translate[0]) + m[1] * (-center[1] - translate[1]) + center[0]
    m[5] += m[3] * (-center[0] - translate[0]) + m[4] * (-center[1] - translate[1]) + center[1]
    return m


def warp(x, m, mode, fill, oh=None, ow=None):
    y = working(x).double()[None]
    h, w = y.shape[-2:]
    oh, ow = oh or h, ow or w
    # F.affine_grid wants the map between coordinates from -1 to 1, of the result and of x.
    theta = torch.tensor([[[m[0] * ow / w, m[1] * oh / w, 2 * m[2] / w], [m[3] * ow / h, m[4] * oh / h, 2 * m[5] / h]]], dtype=torch.float64)
    grid = F.affine_grid(theta, (1, y.shape[1], oh, ow), align_corners=False)
    out = F.grid_sample(y - fill, grid, mode=mode, padding_mode='zeros', align_corners=False)[0] + fill
    return rounded(x, out.to(x.dtype) if x.is_floating_point() else out.float())


def affine(x, angle, tx, ty, scale, shear_x, shear_y, mode, fill):
    return warp(x, inverse_matrix(angle, (tx, ty), scale, (shear_x, shear_y)), mode, fill)


def rotate(x, angle, mode, fill, expand=False, center=None):
    h, w = x.shape[-2:]
    about = (0.0, 0.0) if center is None else (center[0] - w * 0.5, center[1] - h * 0.5)
    m = inverse_matrix(-angle, (0, 0), 1.0, (0, 0), about)
    if not expand:
        return warp(x, m, mode, fill)
    # torchvision's _compute_affine_output_size
    pts = torch.tensor([[-0.5 * w, -0.5 * h, 1.0], [-0.5 * w, 0.5 * h, 1.0], [0.5 * w, 0.5 * h, 1.0], [0.5 * w, -0.5 * h, 1.0]])
    new = torch.matmul(pts, torch.tensor(m, dtype=torch.float).view(2, 3).T) + torch.tensor((w * 0.5, h * 0.5))
    low, high = new.aminmax(dim=0)
    tol = 1e-4
    size = torch.ceil((high / tol).trunc_() * tol) - torch.floor((low / tol).trunc_() * tol)
    return warp(x, m, mode, fill, int(size[1]), int(size[0]))


def blend(x, other, factor): return cut(x, factor * working(x) + (1.0 - factor) * other)
def brightness(x, f): return blend(x, torch.zeros_like(working(x)), f)


def gray(x):  # torchvision: of uint8 cut off to whole numbers
    if x.shape[0] == 1:
        return working(x)
    r, g, b = working(x).unbind(0)
    y = (0.2989 * r + 0.587 * g + 0.114 * b)[None]
    return y if x.is_floating_point() else y.floor()


def contrast(x, f): return blend(x, gray(x).mean(), f)
def saturation(x, f): return x if x.shape[0] == 1 else blend(x, gray(x), f)


def grayscale(x, n):
    y = gray(x)
    return (y if x.is_floating_point() else y.to(x.dtype)).repeat(n, 1, 1)


def hue(x, factor):
    y = x if x.is_floating_point() else x.float() / 255
    r, g, b = y.unbind(0)
    top, low = y.max(0).values, y.min(0).values
    same, span = top == low, top - low
    ones = torch.ones_like(top)
    s, by = span / torch.where(same, ones, top), torch.where(same, ones, span)
    rc, gc, bc = (top - r) / by, (top - g) / by, (top - b) / by
    h = (top == r) * (bc - gc) + ((top == g) & (top != r)) * (2.0 + rc - bc) + ((top != g) & (top != r)) * (4.0 + gc - rc)
    h = (torch.fmod(h / 6.0 + 1.0, 1.0) + factor) % 1.0
    i = torch.floor(h * 6.0)
    f = h * 6.0 - i
    v, p, q, t = top, (top * (1 - s)).clamp(0, 1), (top * (1 - s * f)).clamp(0, 1), (top * (1 - s * (1 - f))).clamp(0, 1)
    i = i.to(torch.int64) % 6
    table = torch.stack([torch.stack(c) for c in [(v, q, p, p, t, v), (t, v, v, q, p, p), (p, p, t, v, v, q)]])
    out = table.gather(1, i[None, None].expand(3, 1, *i.shape))[:, 0]
    return out if x.is_floating_point() else (out * (256 - 1e-3)).to(torch.uint8)


def blur(x, kh, kw, sigma):
    def taps(n):
        at = torch.linspace(-(n - 1) * 0.5, (n - 1) * 0.5, n, dtype=working(x).dtype)
        k = torch.exp(-0.5 * (at / sigma) ** 2)
        return k / k.sum()
    c = x.shape[0]
    kernel = torch.mm(taps(kh)[:, None], taps(kw)[None]).expand(c, 1, kh, kw)
    y = F.pad(working(x)[None], [kw // 2, kw // 2, kh // 2, kh // 2], mode='reflect')
    return rounded(x, F.conv2d(y, kernel, groups=c)[0])


def sharpness(x, factor):
    if x.shape[-1] <= 2 or x.shape[-2] <= 2:
        return x
    y, c = working(x), x.shape[0]
    kernel = torch.ones(3, 3, dtype=y.dtype)
    kernel[1, 1] = 5.0
    kernel = (kernel / kernel.sum()).expand(c, 1, 3, 3)
    soft = y.clone()
    inner = F.conv2d(y[None], kernel, groups=c)[0]
    soft[:, 1:-1, 1:-1] = inner if x.is_floating_point() else torch.round(inner)
    return blend(x, soft, factor)


def invert(x): return bound(x) - x if x.is_floating_point() else 255 - x
def solarize(x, threshold): return torch.where(x >= threshold, invert(x), x)


def posterize(x, bits):
    if x.is_floating_point():
        levels = 1 << bits
        return (x * levels).floor().clamp(0, levels - 1) * (1.0 / levels)
    return x & (256 - (1 << (8 - bits)))


def autocontrast(x):
    y = working(x)
    low, high = y.amin((-2, -1), keepdim=True), y.amax((-2, -1), keepdim=True)
    scale = bound(x) / (high - low)
    flat = ~torch.isfinite(scale)
    low[flat], scale[flat] = 0, 1
    return cut(x, (y - low) * scale)


def equalize(x):
    def channel(c):
        hist = torch.bincount(c.reshape(-1).long(), minlength=256)
        step = torch.div(hist[hist != 0][:-1].sum(), 255, rounding_mode='floor')
        if step == 0:
            return c
        lut = torch.div(torch.cumsum(hist, 0) + torch.div(step, 2, rounding_mode='floor'), step, rounding_mode='floor')
        return F.pad(lut, [1, 0])[:-1].clamp(0, 255)[c.long()].to(torch.uint8)
    if x.is_floating_point():
        return equalize((x * (256 - 1e-3)).to(torch.uint8)).double() / 255
    return torch.stack([channel(c) for c in x])


def pad(x, left, top, right, bottom, fill, mode):
    y = working(x)[None]
    if mode == 'symmetric':  # numpy's
        rows = [abs(i + 0.5) - 0.5 for i in range(-top, y.shape[2] + bottom)]
        cols = [abs(i + 0.5) - 0.5 for i in range(-left, y.shape[3] + right)]
        mirror = lambda v, n: int(v if v < n else 2 * n - 1 - v)  # noqa: E731
        y = y[:, :, [mirror(v, y.shape[2]) for v in rows]][:, :, :, [mirror(v, y.shape[3]) for v in cols]]
    elif mode == 'constant':
        y = F.pad(y, [left, right, top, bottom], value=fill)
    else:
        y = F.pad(y, [left, right, top, bottom], mode='replicate' if mode == 'edge' else mode)
    return rounded(x, y[0])


class Calls(Cases):
    def op(self, name, fn, x, *args):
        """As Cases.op; an image whose result hangs on the last bit of a float is drawn again."""
        global closest
        best = None
        for _ in range(1 if x.is_floating_point() else 400):
            closest = 1.0
            fn(x, *args)
            if best is None or closest > best[0]:
                best = closest, x
            if closest > 1e-4:
                break
            x = bytes_(*x.shape)
        x = best[1]
        super().op(name, fn, x, *args)


c = Calls(seed=31)
for make in (image, bytes_):
    for h, w in ((7, 10), (8, 8), (17, 10), (31, 20), (5, 38)):
        for antialias in (True, False):
            c.op('resize', resize, make(3 if antialias else 1, 12, 17), h, w, 'bilinear', antialias)
        c.op('resize', resize, make(2, 12, 17), h, w, 'nearest', False)
    for mode in ('bilinear', 'nearest'):
        for fill in (0.0, 0.5 if make is image else 128.0):
            c.op('affine', affine, make(3, 9, 12), 30.0, 0, 0, 1.0, 0.0, 0.0, mode, fill)
            c.op('affine', affine, make(1, 9, 12), -12.5, 2, -1, 1.3, 8.0, 0.0, mode, fill)
            c.op('affine', affine, make(2, 12, 9), 100.0, 0, 3, 0.7, -20.0, 11.0, mode, fill)
            c.op('rotate', rotate, make(3, 10, 10), 17.0, mode, fill)
            c.op('rotate', rotate, make(1, 7, 12), -71.3, mode, fill)
    for f in (0.0, 0.3, 1.0, 1.7):
        for op, fn in (('adjust_brightness', brightness), ('adjust_contrast', contrast), ('adjust_saturation', saturation), ('adjust_sharpness', sharpness)):
            c.op(op, fn, make(3, 6, 7), f)
        c.op('adjust_sharpness', sharpness, make(1, 2, 9), f)
        c.op('adjust_saturation', saturation, make(1, 3, 3), f)
        c.op('adjust_contrast', contrast, make(1, 3, 5), f)
    for f in (-0.5, -0.21, 0.0, 0.08, 0.5):
        c.op('adjust_hue', hue, make(3, 8, 9), f)
    for kh, kw, sigma in ((3, 3, 0.5), (5, 3, 1.0), (1, 7, 2.0), (9, 9, 0.1)):
        c.op('gaussian_blur', blur, make(3, 11, 10), kh, kw, sigma)
    for n in (1, 3):
        c.op('rgb_to_grayscale', grayscale, make(3, 5, 9), n)
    c.op('invert', invert, make(3, 4, 5))
    for t in (0.0, 0.4, 1.0):
        c.op('solarize', solarize, make(3, 4, 6), t if make is image else t * 255)
    for bits in (1, 3, 5, 8):
        c.op('posterize', posterize, make(3, 4, 9), bits)
    c.op('autocontrast', autocontrast, make(3, 5, 6))
    c.op('autocontrast', autocontrast, const(make(1, 4, 4) * 0 + (1 if make is bytes_ else 0.25)) if make is image else make(1, 4, 4) * 0 + 7)
    c.op('equalize', equalize, make(3, 30, 31))
    c.op('equalize', equalize, const((make(2, 40, 30) ** 3)) if make is image else (make(2, 40, 30) // 8))
    c.op('equalize', equalize, make(1, 4, 4))
    for mode in ('constant', 'edge', 'reflect', 'symmetric'):
        c.op('pad', pad, make(2, 5, 6), 1, 2, 3, 0, 0.25 if make is image else 9.0, mode)
        c.op('pad', pad, make(1, 5, 6), 4, 4, 4, 4, 0.0, mode)
for make in (image, bytes_):
    for h, w in ((7, 10), (8, 8), (17, 10), (31, 20), (5, 38)):
        for antialias in (True, False):
            c.op('resize', resize, make(2, 12, 17), h, w, 'bicubic', antialias)
    for mode in ('bilinear', 'nearest'):
        for fill in (0.0, 0.5 if make is image else 128.0):
            c.op('rotate', rotate, make(2, 7, 12), 30.0, mode, fill, True)
            c.op('rotate', rotate, make(1, 6, 9), -135.0, mode, fill, True)
            c.op('rotate', rotate, make(1, 6, 10), 90.0, mode, fill, True)
            c.op('rotate', rotate, make(2, 8, 11), 23.0, mode, fill, False, [2.5, 6.25])
            c.op('rotate', rotate, make(1, 8, 11), -50.0, mode, fill, True, [0.3, 3.1])
c.save(sys.argv[1])
