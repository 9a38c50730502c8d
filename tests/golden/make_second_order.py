"""Writes second_order.safetensors: gradients of gradients of whole models. Usage: make_second_order.py OUT

A case's results are computed from first gradients: "second": "gradients", the model's result y and the gradients of sum(y^2) by
the first input and each parameter; "penalty", the penalty mean((|d sum(y) / d x|_2 - 1)^2) on the gradients of each sample."""
import sys

import torch
from torch import nn

from cases import Cases, I, R

c = Cases(seed=31)


def gradients(m, *x):
    y = m(*x)
    leaves = [t for t in x[:1] if t.requires_grad] + list(m.parameters())
    return [y, *torch.autograd.grad((y * y).sum(), leaves, create_graph=True)]


def penalty(m, x):
    g, = torch.autograd.grad(m(x).sum(), x, create_graph=True)
    return [((g.flatten(1).square().sum(1).sqrt() - 1) ** 2).mean()]


def layers_of(description):
    made = []
    for d in description:
        options = {} if isinstance(d, str) else {k: tuple(v) if isinstance(v, list) else v for k, v in d.items() if k != 'type'}
        made.append(getattr(nn, d if isinstance(d, str) else d['type'])(**options))
    return made


def L(kind, **options): return {'type': kind, **options}


def add(second, layers, x, train=True, scale=1.0):
    net = nn.Sequential(*layers_of(layers))
    with torch.no_grad():
        for p in net.parameters():
            p *= scale
    c.module(net, {'type': 'Sequential', 'layers': layers}, [x], train, forward=globals()[second])
    c.modules[-1]['second'] = second


for kind in ('Tanh', 'Sigmoid', 'ReLU', 'GELU', 'SiLU', 'ELU', 'Softplus', 'LeakyReLU'):
    mlp = [L('Linear', in_features=5, out_features=9), kind, L('Linear', in_features=9, out_features=4), kind, L('Linear', in_features=4, out_features=1)]
    add('gradients', mlp, R(4, 5))
    add('penalty', mlp, R(4, 5))
add('gradients', [L('Linear', in_features=6, out_features=7), L('LayerNorm', normalized_shape=7), L('GELU', approximate='tanh'), L('Linear', in_features=7, out_features=3),
                  L('Softmax', dim=1)], R(4, 6))
add('gradients', [L('Linear', in_features=6, out_features=7), L('BatchNorm1d', num_features=7), 'ReLU', L('Linear', in_features=7, out_features=3),
                  L('LogSoftmax', dim=1)], R(5, 6), scale=0.5)
for train in (True, False):
    conv = [L('Conv2d', in_channels=2, out_channels=4, kernel_size=3, padding=1), L('BatchNorm2d', num_features=4), 'ReLU', L('MaxPool2d', kernel_size=2),
            L('Conv2d', in_channels=4, out_channels=3, kernel_size=2, stride=2, bias=False), 'Tanh', L('AdaptiveAvgPool2d', output_size=1), 'Flatten',
            L('Linear', in_features=3, out_features=1)]
    add('gradients', conv, R(3, 2, 6, 6), train)
    add('penalty', conv, R(3, 2, 6, 6), train)
add('gradients', [L('Conv2d', in_channels=4, out_channels=4, kernel_size=3, groups=2, dilation=2, padding=2), 'SiLU',
                  L('AvgPool2d', kernel_size=2), 'Flatten', L('Linear', in_features=16, out_features=2)], R(2, 4, 4, 4))
add('gradients', [L('Embedding', num_embeddings=6, embedding_dim=4), 'Flatten', L('Linear', in_features=12, out_features=3), 'Tanh'], I(6, 5, 3))
c.save(sys.argv[1])
