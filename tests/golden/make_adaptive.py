"""Writes adaptive.safetensors: the adaptive softmax. Usage: make_adaptive.py OUT"""
import sys

import torch

from cases import Cases, I, R

c = Cases(seed=61)
for bias in (False, True):
    for batch, features, classes, cutoffs, div in ((9, 16, 20, [5, 12], 2.0), (12, 8, 9, [1], 4.0), (5, 16, 30, [3, 9, 20], 2.0), (3, 16, 12, [10, 11], 4.0)):
        c.layer('AdaptiveLogSoftmaxWithLoss', [R(batch, features), I(classes, batch)], in_features=features, n_classes=classes, cutoffs=cutoffs,
                div_value=div, head_bias=bias)
c.layer('AdaptiveLogSoftmaxWithLoss', [R(16), torch.tensor(17)], in_features=16, n_classes=20, cutoffs=[5, 12])
c.layer('AdaptiveLogSoftmaxWithLoss', [R(6, 16), I(5, 6)], in_features=16, n_classes=20, cutoffs=[5, 12])
c.save(sys.argv[1])
