"""Writes losses.safetensors: losses and their gradients. Usage: make_losses.py OUT"""
import sys

import torch
import torch.nn.functional as F

from cases import Cases, I, P, R, const

c = Cases(seed=42)
REDUCTIONS = ('mean', 'sum', 'none')


def K(*values):
    """Exact values, not differentiated."""
    return const(torch.tensor(values, dtype=torch.float32))


def G(*values):
    """Exact values, differentiated: kinks."""
    return torch.tensor(values, dtype=torch.float32)


def U(*shape): return torch.rand(shape) * 0.98 + 0.01   # probabilities
def S(*shape): return const(torch.randint(0, 2, shape) * 2.0 - 1)  # 1 and -1
def B(*shape): return const(torch.randint(0, 2, shape) * 1.0)      # 1 and 0
def logp(*shape, dim=-1): return torch.log_softmax(torch.randn(shape), dim)


def reduced(loss, how): return {'mean': loss.mean, 'sum': loss.sum, 'none': lambda: loss}[how]()


# Cross-entropy with probabilities.
def cross_entropy(x, t, weight=None, ignore=-100, reduction='mean', smoothing=0.0):
    return F.cross_entropy(x, t, weight, ignore_index=ignore, reduction=reduction, label_smoothing=smoothing)


for how in REDUCTIONS:
    for shape in ((4, 3), (5,), (2, 3, 4), (2, 3, 2, 2), (3, 33)):
        C = shape[0] if len(shape) == 1 else shape[1]
        soft = torch.softmax(torch.randn(shape), 0 if len(shape) == 1 else 1)
        c.op('cross_entropy', cross_entropy, R(*shape), soft, None, -100, how)
        c.op('cross_entropy', cross_entropy, R(*shape), const(soft.clone()), const(P(C)), -100, how, 0.2)
c.op('cross_entropy', cross_entropy, R(4, 3), P(4, 3), const(P(3)), -100, 'mean', 1.0)

# Element by element.
SHAPES = ((3, 4), (17,), (), (2, 3, 2), (33,))


for how in REDUCTIONS:
    for shape in SHAPES:
        bce = lambda x, t, w, r: F.binary_cross_entropy(x, t, w, reduction=r)  # noqa: E731
        c.op('binary_cross_entropy', bce, U(*shape), U(*shape), None, how)
        c.op('huber_loss', lambda x, t, r, d: F.huber_loss(x, t, reduction=r, delta=d), R(*shape) * 2, R(*shape), how, 1.0)
        c.op('huber_loss', lambda x, t, r, d: F.huber_loss(x, t, reduction=r, delta=d), R(*shape) * 2, R(*shape), how, 0.4)
        c.op('kl_div', lambda x, t, r, g: F.kl_div(x, t, reduction=r, log_target=g), R(*shape), U(*shape), how, False)
        c.op('kl_div', lambda x, t, r, g: F.kl_div(x, t, reduction=r, log_target=g), R(*shape), R(*shape), how, True)
        c.op('soft_margin_loss', lambda x, t, r: F.soft_margin_loss(x, t, reduction=r), R(*shape) * 3, S(*shape), how)
        c.op('hinge_embedding_loss', lambda x, t, m, r: F.hinge_embedding_loss(x, t, m, reduction=r), R(*shape) * 2, S(*shape), 1.0, how)
    c.op('binary_cross_entropy', bce, U(3, 4), B(3, 4), const(P(4)), how)
    c.op('binary_cross_entropy', bce, G(0, 0.5, 1, 0, 1), K(0, 0, 1, 1, 0), None, how)
    c.op('huber_loss', lambda x, t, r, d: F.huber_loss(x, t, reduction=r, delta=d), G(-2, -1, -0.5, 0, 0.5, 1, 2), K(0, 0, 0, 0, 0, 0, 0), how, 1.0)
    c.op('kl_div', lambda x, t, r: F.kl_div(x, t, reduction=r), R(4), K(0, 0.5, 0.25, 0), how)
    c.op('kl_div', lambda x, t, r: F.kl_div(x, t, reduction=r), R(2, 3), U(3), how)
    c.op('hinge_embedding_loss', lambda x, t, m, r: F.hinge_embedding_loss(x, t, m, reduction=r), G(0.5, 0.5, 1, 0), K(1, -1, -1, 2), 0.5, how)
    for log_input in (True, False):
        for full in (True, False):
            poisson = lambda x, t, g, f, e, r: F.poisson_nll_loss(x, t, log_input=g, full=f, eps=e, reduction=r)  # noqa: E731
            c.op('poisson_nll_loss', poisson, P(3, 4), P(3, 4), log_input, full, 1e-8, how)
            c.op('poisson_nll_loss', poisson, P(6), K(0, 0.5, 1, 2, 5, 30), log_input, full, 1e-3, how)
    for full in (True, False):
        gauss = lambda x, t, v, f, e, r: F.gaussian_nll_loss(x, t, v, full=f, eps=e, reduction=r)  # noqa: E731
        for var in (P(3, 4), P(3, 1), P(3)):
            c.op('gaussian_nll_loss', gauss, R(3, 4), R(3, 4), var, full, 1e-6, how)
        c.op('gaussian_nll_loss', gauss, R(4), R(4), G(0, 0.1, 0.5, 2), full, 0.25, how)
    for alpha, gamma in ((0.25, 2.0), (-1.0, 2.0), (0.6, 0.0), (0.25, 1.5)):
        def focal(x, t, a, g, r):  # torchvision 0.14, ops/focal_loss.py
            p = torch.sigmoid(x)
            ce = F.binary_cross_entropy_with_logits(x, t, reduction='none')
            p_t = p * t + (1 - p) * (1 - t)
            loss = ce * ((1 - p_t) ** g)
            if a >= 0:
                loss = (a * t + (1 - a) * (1 - t)) * loss
            return reduced(loss, r)
        c.op('sigmoid_focal_loss', focal, R(3, 4) * 2, B(3, 4), alpha, gamma, how)
        c.op('sigmoid_focal_loss', focal, R(17), U(17), alpha, gamma, how)
for shape in ((3, 4), (5,), (2, 3, 2), ()):
    c.op('kl_div', lambda x, t, r: F.kl_div(x, t, reduction=r), R(*shape), U(*shape), 'batchmean')

# Pairs.
for how in REDUCTIONS:
    for margin in (0.0, 0.5):
        rank = lambda a, b, t, m, r: F.margin_ranking_loss(a, b, t, m, reduction=r)  # noqa: E731
        for shape in ((5,), (3, 4), ()):
            c.op('margin_ranking_loss', rank, R(*shape), R(*shape), S(*shape), margin, how)
        c.op('margin_ranking_loss', rank, G(1, 1.5, 2), G(1, 1, 1), K(1, 1, -1), margin, how)
        c.op('margin_ranking_loss', rank, R(3, 4), R(1, 4), S(3, 1), margin, how)
        cosine = lambda a, b, t, m, r: F.cosine_embedding_loss(a, b, t, m, reduction=r)  # noqa: E731
        c.op('cosine_embedding_loss', cosine, R(4, 3), R(4, 3), S(4), margin, how)
        c.op('cosine_embedding_loss', cosine, R(3, 33), R(3, 33), K(1, -1, 1), margin, how)
        c.op('cosine_embedding_loss', cosine, R(5), R(5), S(), margin, how)
    for margin, p, eps, swap in ((1.0, 2.0, 1e-6, False), (1.0, 2.0, 1e-6, True), (0.5, 1.0, 1e-6, False), (2.0, 3.0, 1e-3, True)):
        triplet = lambda a, b, n, m, q, e, s, r: F.triplet_margin_loss(a, b, n, m, q, e, s, reduction=r)  # noqa: E731
        c.op('triplet_margin_loss', triplet, R(4, 3), R(4, 3), R(4, 3), margin, p, eps, swap, how)
        c.op('triplet_margin_loss', triplet, R(7), R(7), R(7), margin, p, eps, swap, how)
        c.op('triplet_margin_loss', triplet, R(2, 17), R(1, 17), R(2, 17), margin, p, eps, swap, how)

# Classes.
for how in REDUCTIONS:
    for p in (1, 2):
        for margin in (1.0, 0.3):
            multi = lambda x, t, q, m, w, r: F.multi_margin_loss(x, t, q, m, w, reduction=r)  # noqa: E731
            c.op('multi_margin_loss', multi, R(5, 4), I(4, 5), p, margin, None, how)
            c.op('multi_margin_loss', multi, R(5, 4), I(4, 5), p, margin, const(P(4)), how)
        c.op('multi_margin_loss', multi, R(4), I(4), p, 1.0, None, how)
        c.op('multi_margin_loss', multi, G(1, 2, 0, 1), torch.tensor(0), p, 1.0, None, how)
        c.op('multi_margin_loss', multi, R(2, 33), I(33, 2), p, 1.0, None, how)
    many = lambda x, t, r: F.multilabel_margin_loss(x, t, reduction=r)  # noqa: E731
    c.op('multilabel_margin_loss', many, R(3, 4), torch.tensor([[3, 0, -1, 1], [1, -1, 0, 0], [0, 1, 2, 3]]), how)
    c.op('multilabel_margin_loss', many, R(4), torch.tensor([2, 1, -1, 1]), how)
    c.op('multilabel_margin_loss', many, G(1, 2, 0, 1), torch.tensor([0, -1, 0, 0]), how)
    c.op('multilabel_margin_loss', many, R(2, 5), torch.tensor([[-1, 0, 0, 0, 0], [4, 3, 2, -1, -1]]), how)
    soft = lambda x, t, w, r: F.multilabel_soft_margin_loss(x, t, w, reduction=r)  # noqa: E731
    for shape in ((3, 4), (5,), (2, 3, 4), (2, 33)):
        c.op('multilabel_soft_margin_loss', soft, R(*shape) * 2, U(*shape), None, how)
        c.op('multilabel_soft_margin_loss', soft, R(*shape) * 2, B(*shape), const(P(shape[-1])), how)

    def class_focal(x, t, w, gamma, ignore, r):
        ce = F.cross_entropy(x, t, ignore_index=ignore, reduction='none')
        weights = (t != ignore).to(x.dtype) if w is None else torch.where(t == ignore, torch.zeros_like(w[0]), w[t.clamp(min=0)])
        loss = weights * (1 - torch.exp(-ce)) ** gamma * ce
        return loss.sum() / weights.sum() if r == 'mean' else reduced(loss, r)
    for gamma in (2.0, 0.0, 1.5):
        c.op('focal_loss', class_focal, R(5, 4), I(4, 5), None, gamma, -100, how)
        c.op('focal_loss', class_focal, R(6, 4), torch.tensor([0, 2, 1, 2, 3, 3]), const(P(4)), gamma, 2, how)
        c.op('focal_loss', class_focal, R(2, 3, 2, 2), I(3, 2, 2, 2), const(P(3)), gamma, -100, how)

    def sums(x, t, dims):
        if t.is_floating_point():
            p = torch.sigmoid(x)
        else:
            p, t = torch.softmax(x, 1), F.one_hot(t, x.shape[1]).to(x.dtype).movedim(-1, 1)
        return ((p * t).sum(dims), (p + t).sum(dims)) if dims else (p * t, p + t)

    def dice(x, t, smooth, r):
        both, either = sums(x, t, tuple(range(2, x.dim())))
        return reduced(1 - (2 * both + smooth) / (either + smooth), r)

    def soft_f1(x, t, eps, r):
        both, either = sums(x, t, tuple(i for i in range(x.dim()) if i != 1))
        return reduced(1 - 2 * both / (either + eps), r)
    for x, t in ((R(2, 3, 4, 2), I(3, 2, 4, 2)), (R(5, 3), I(3, 5)), (R(3, 2, 17), U(3, 2, 17)), (R(6, 1), B(6, 1))):
        c.op('dice_loss', dice, x, t, 1.0, how)
        c.op('dice_loss', dice, x, t, 0.25, how)
        c.op('soft_f1_loss', soft_f1, x, t, 1e-7, how)


# CTC.
def ctc(x, t, n, m, blank=0, reduction='mean', zero_infinity=False):
    return F.ctc_loss(x, t, n, m, blank, reduction, zero_infinity)


for how in REDUCTIONS:
    for T, N, C, S_ in ((6, 3, 4, 2), (12, 2, 5, 4), (5, 1, 3, 1), (33, 2, 8, 9)):
        n = torch.full((N,), T)
        m = torch.randint(1, S_ + 1, (N,))
        c.op('ctc_loss', ctc, logp(T, N, C), torch.randint(1, C, (N, S_)), n, m, 0, how)
        c.op('ctc_loss', ctc, logp(T, N, C), torch.randint(1, C, (int(m.sum()),)), n, m, 0, how)
        c.op('ctc_loss', ctc, logp(T, N, C), torch.randint(0, C - 1, (N, S_)), n, m, C - 1, how)
    c.op('ctc_loss', ctc, logp(8, 3, 4), torch.tensor([[1, 1, 2], [3, 3, 3], [2, 1, 2]]), torch.tensor([8, 7, 4]), torch.tensor([3, 2, 3]), 0, how)
    c.op('ctc_loss', ctc, logp(5, 2, 4), torch.tensor([[1, 1, 1], [2, 3, 1]]), torch.tensor([4, 5]), torch.tensor([3, 3]), 0, how, True)
    c.op('ctc_loss', ctc, logp(5, 2, 4), torch.tensor([[1, 2], [2, 3]]), torch.tensor([5, 5]), torch.tensor([0, 2]), 0, how)
    c.op('ctc_loss', ctc, logp(6, 4), torch.tensor([1, 2, 2]), torch.tensor(6), torch.tensor(3), 0, how)
c.op('ctc_loss', ctc, R(6, 2, 4), torch.tensor([[1, 2], [3, 1]]), torch.tensor([6, 5]), torch.tensor([2, 2]), 0, 'sum')  # not normalized
c.save(sys.argv[1])
