"""Writes modules.safetensors: the layers there were first. Usage: make_modules.py OUT"""
import sys

from torch import nn

from cases import Cases, I, R

c = Cases(seed=11)

add = c.layer

for shape in ((5, 4), (2, 3, 4), (4,)):
    add('Linear', [R(*shape)], in_features=4, out_features=7)
add('Linear', [R(3, 33)], in_features=33, out_features=5, bias=False)
conv = dict(in_channels=2, out_channels=4)
add('Conv2d', [R(2, 2, 7, 6)], **conv, kernel_size=3)
add('Conv2d', [R(2, 2, 7, 6)], **conv, kernel_size=[3, 2], stride=2, padding=[1, 0], bias=False)
add('Conv2d', [R(2, 2, 8, 8)], **conv, kernel_size=3, padding=2, dilation=2, groups=2)
add('Conv2d', [R(2, 6, 5)], **conv, kernel_size=1)
for train in (True, False):
    add('BatchNorm1d', [R(6, 3)], train, num_features=3)
    add('BatchNorm1d', [R(4, 3, 5)], train, num_features=3, affine=False, momentum=0.3)
    add('BatchNorm1d', [R(4, 3, 5)], train, num_features=3, track_running_stats=False, eps=1e-3)
    add('BatchNorm2d', [R(3, 2, 4, 5)], train, num_features=2)
    add('BatchNorm2d', [R(3, 2, 4, 5)], train, num_features=2, momentum=None)
add('LayerNorm', [R(3, 6)], normalized_shape=6)
add('LayerNorm', [R(2, 3, 4)], normalized_shape=[3, 4], eps=1e-3)
add('LayerNorm', [R(2, 3, 4)], normalized_shape=[4], elementwise_affine=False)
add('Dropout', [R(4, 5)], p=0.3)
add('Embedding', [I(5, 2, 3)], num_embeddings=5, embedding_dim=4)
add('Embedding', [I(5, 7)], num_embeddings=5, embedding_dim=3, padding_idx=2)
add('Identity', [R(2, 3)])
add('Flatten', [R(2, 3, 4)])
add('Flatten', [R(2, 3, 4, 2)], start_dim=0, end_dim=2)
add('Unflatten', [R(2, 6)], dim=1, unflattened_size=[2, 3])
add('MaxPool2d', [R(2, 2, 6, 6)], kernel_size=2)
add('MaxPool2d', [R(1, 2, 7, 6)], kernel_size=[3, 2], stride=2, padding=1, dilation=[1, 2], ceil_mode=True)
add('AvgPool2d', [R(2, 2, 6, 6)], kernel_size=2)
add('AvgPool2d', [R(1, 2, 7, 7)], kernel_size=3, stride=2, padding=1, ceil_mode=True, count_include_pad=False)
add('AdaptiveAvgPool2d', [R(2, 3, 7, 5)], output_size=[3, 2])
add('AdaptiveAvgPool2d', [R(2, 3, 6, 6)], output_size=1)
add('ReLU', [R(3, 5)])
add('LeakyReLU', [R(3, 5)], negative_slope=0.2)
add('ELU', [R(3, 5)], alpha=0.7)
for approximate in ('none', 'tanh'):
    add('GELU', [R(3, 5)], approximate=approximate)
add('SiLU', [R(3, 5)])
add('Softplus', [R(3, 5)], beta=2, threshold=1.5)
add('Tanh', [R(3, 5)])
add('Sigmoid', [R(3, 5)])
for dim in (0, -1):
    add('Softmax', [R(3, 5)], dim=dim)
    add('LogSoftmax', [R(3, 5)], dim=dim)
net = nn.Sequential(nn.Linear(4, 8), nn.BatchNorm1d(8), nn.ReLU(), nn.Sequential(nn.Linear(8, 3), nn.Tanh()))
layers = [{'type': 'Linear', 'in_features': 4, 'out_features': 8}, {'type': 'BatchNorm1d', 'num_features': 8}, 'ReLU',
          {'type': 'Sequential', 'layers': [{'type': 'Linear', 'in_features': 8, 'out_features': 3}, 'Tanh']}]
c.module(net, {'type': 'Sequential', 'layers': layers}, [R(6, 4)], train=True)
c.save(sys.argv[1])
