#!/usr/bin/python3
"""Writes training.json: the loss of each of the first 100 training steps of small models in PyTorch.

Usage: make_training.py OUT. Weights and batches come from a counter-based hash that tests/train/test_parity.cpp
computes too, so only the losses are stored. Parameters are filled in state_dict order, uniform in +-1/sqrt(fan_in) of the
module's first one; norms keep their defaults. Ten batches are used in turn."""
import json, math, sys
import numpy as np, torch, torch.nn as nn, torch.nn.functional as F

torch.set_num_threads(1)
STEPS, BATCHES = 100, 10


def uniform(seed, n):
    """murmur3's finaliser on a counter: value i of stream seed, in [0, 1)."""
    with np.errstate(over='ignore'):
        x = np.arange(n, dtype=np.uint32) + np.uint32((seed * 0x9e3779b9) & 0xffffffff)
        x = (x ^ (x >> np.uint32(16))) * np.uint32(0x85ebca6b)
        x = (x ^ (x >> np.uint32(13))) * np.uint32(0xc2b2ae35)
        x = x ^ (x >> np.uint32(16))
    return (x >> np.uint32(8)).astype(np.float32) / np.float32(16777216)


def labels(x):
    """A rule that can be learnt: which of ten runs of six inputs has the largest sum."""
    return x[:, :60].reshape(-1, 10, 6).astype(np.float64).sum(-1).argmax(-1)


def mlp():
    return nn.Sequential(nn.Linear(64, 48), nn.ReLU(), nn.Linear(48, 32), nn.Tanh(), nn.Linear(32, 10)), [64]


def cnn():
    # No bias before a batch norm: its gradient is rounding noise, which Adam would scale up to full steps.
    return nn.Sequential(nn.Conv2d(1, 8, 3, padding=1, bias=False), nn.BatchNorm2d(8), nn.ReLU(), nn.MaxPool2d(2), nn.Conv2d(8, 16, 3, padding=1, bias=False), nn.BatchNorm2d(16), nn.GELU(),
                         nn.AvgPool2d(2), nn.Flatten(), nn.Linear(144, 32, bias=False), nn.BatchNorm1d(32), nn.SiLU(), nn.Linear(32, 10)), [1, 12, 12]


class Step(nn.Module):
    """A layer of a Sequential in one expression."""
    def __init__(self, layer, call):
        super().__init__()
        self.layer, self.call = layer, call

    def forward(self, x): return self.call(self.layer, x)


def first(m, x): return m(x)[0]  # the output of a recurrent layer


def lstm():
    return nn.Sequential(Step(nn.LSTM(6, 12, batch_first=True), first), nn.Flatten(), nn.Linear(120, 10)), [10, 6]


def gru():
    return nn.Sequential(Step(nn.GRU(6, 8, num_layers=2, bidirectional=True, batch_first=True), first), nn.Flatten(), nn.Linear(160, 10)), [10, 6]


def transformer():
    layer = nn.TransformerEncoderLayer(16, 2, 32, dropout=0, activation='gelu', batch_first=True, norm_first=True)
    causal = nn.Transformer.generate_square_subsequent_mask(10)
    encoder = Step(nn.TransformerEncoder(layer, 2, nn.LayerNorm(16)), lambda m, x: m(x, causal.to(x.dtype)))
    return nn.Sequential(nn.Linear(6, 16), encoder, nn.Flatten(), nn.Linear(160, 10)), [10, 6]


def conv_bn(*args, **options):
    return [nn.Conv2d(*args, bias=False, **options), nn.BatchNorm2d(args[1])]


def block(i, o, stride):
    m = nn.Module()
    m.main = nn.Sequential(*conv_bn(i, o, 3, stride=stride, padding=1), nn.ReLU(), *conv_bn(o, o, 3, padding=1))
    m.shortcut = nn.Sequential(*conv_bn(i, o, 1, stride=stride)) if stride > 1 else nn.Identity()
    return Step(m, lambda m, x: F.relu(m.main(x) + m.shortcut(x)))


def resnet8():
    return nn.Sequential(*conv_bn(1, 4, 3, padding=1), nn.ReLU(), block(4, 4, 1), block(4, 8, 2), block(8, 16, 2), nn.AdaptiveAvgPool2d(1), nn.Flatten(),
                         nn.Linear(16, 10)), [1, 12, 12]


def depthwise():
    def part(i, o, stride):
        return *conv_bn(i, i, 3, stride=stride, padding=1, groups=i), nn.ReLU(), *conv_bn(i, o, 1), nn.ReLU()
    return nn.Sequential(*conv_bn(1, 6, 3, padding=1), nn.ReLU(), *part(6, 12, 2), *part(12, 16, 1), nn.AdaptiveAvgPool2d(2), nn.Flatten(), nn.Linear(64, 10)), [1, 12, 12]


OPTIMIZERS = {
    'sgd': lambda p: torch.optim.SGD(p, lr=0.01), 'sgd_momentum': lambda p: torch.optim.SGD(p, lr=0.001, momentum=0.9, weight_decay=1e-3),
    'sgd_nesterov': lambda p: torch.optim.SGD(p, lr=0.001, momentum=0.9, nesterov=True), 'adam': lambda p: torch.optim.Adam(p, lr=5e-4),
    'adamw': lambda p: torch.optim.AdamW(p, lr=5e-4, weight_decay=0.05), 'sgd_slow': lambda p: torch.optim.SGD(p, lr=0.002),
}


def run(make, make_optimizer, dtype=torch.float32):
    model, shape = make()
    model.to(dtype)
    with torch.no_grad():
        i = 100
        for module in model.modules():
            own = list(module.parameters(recurse=False))
            for p in own:
                if not isinstance(module, (nn.BatchNorm1d, nn.BatchNorm2d, nn.LayerNorm)):
                    bound = np.float32(1 / math.sqrt(own[0][0].numel()))
                    p.copy_(torch.from_numpy((2 * uniform(i, p.numel()) - 1) * bound).reshape(p.shape))
                i += 1
    batches = []
    for b in range(BATCHES):
        x = 2 * uniform(1000 + b, 64 * int(np.prod(shape))) - 1
        y = labels(x.reshape(64, -1))
        batches.append((torch.from_numpy(x).to(dtype).reshape([64] + shape), torch.from_numpy(y)))
    optimizer, losses = make_optimizer(model.parameters()), []
    model.train()
    for step in range(STEPS):
        x, y = batches[step % BATCHES]
        optimizer.zero_grad()
        loss = F.cross_entropy(model(x), y)
        loss.backward()
        optimizer.step()
        losses.append(loss.item())
    model.eval()
    with torch.no_grad():
        held_out = F.cross_entropy(model(batches[0][0]), batches[0][1]).item()
    return {'losses': [float(f'{v:.8g}') for v in losses], 'eval': float(f'{held_out:.8g}')}


out = {}
# Nets of many ReLUs are calm at small steps only: an activation that rounding moves over 0 changes all that follows.
RUNS = [(m, o) for m in (mlp, cnn) for o in list(OPTIMIZERS)[:5]] + [(m, o) for m in (lstm, gru, transformer) for o in ('sgd_momentum', 'adam')]
RUNS += [(resnet8, 'sgd_slow'), (depthwise, 'sgd_slow'), (depthwise, 'sgd')]
for make, o in RUNS:
    name = f'{make.__name__}/{o}'
    out[name] = run(make, OPTIMIZERS[o])
    # A run that PyTorch itself does not repeat in float64 is ruled by rounding and says nothing about parity.
    exact = run(make, OPTIMIZERS[o], torch.float64)
    drift = max(abs(a - b) / b for a, b in zip(out[name]['losses'], exact['losses']))
    print(f'{name}: float32 and float64 differ by {drift:.1e}')
    assert drift < 5e-5, 'choose a calmer task'
with open(sys.argv[1], 'w') as f:
    json.dump(out, f, separators=(',', ':'))
    f.write('\n')
for k, v in out.items(): print(k, v['losses'][0], v['losses'][-1], v['eval'])
