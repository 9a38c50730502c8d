#!/usr/bin/python3
"""Writes training.json: the loss of each of the first 100 training steps of small models in PyTorch.

Usage: make_training.py OUT. Weights and batches come from a counter-based hash that tests/train/test_parity.cpp
computes too, so only the losses are stored. Parameters are filled in state_dict order, uniform in +-1/sqrt(fan_in);
batch norm keeps its defaults. Ten batches are used in turn."""
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


OPTIMIZERS = {
    'sgd': lambda p: torch.optim.SGD(p, lr=0.01), 'sgd_momentum': lambda p: torch.optim.SGD(p, lr=0.001, momentum=0.9, weight_decay=1e-3),
    'sgd_nesterov': lambda p: torch.optim.SGD(p, lr=0.001, momentum=0.9, nesterov=True), 'adam': lambda p: torch.optim.Adam(p, lr=5e-4),
    'adamw': lambda p: torch.optim.AdamW(p, lr=5e-4, weight_decay=0.05),
}


def run(make, make_optimizer, dtype=torch.float32):
    model, shape = make()
    model.to(dtype)
    with torch.no_grad():
        for i, (name, p) in enumerate(model.named_parameters()):
            if p.dim() == 1 and isinstance(model[int(name.split('.')[0])], (nn.BatchNorm1d, nn.BatchNorm2d)): continue
            module = model[int(name.split('.')[0])]
            bound = np.float32(1 / math.sqrt(module.weight[0].numel()))
            p.copy_(torch.from_numpy((2 * uniform(100 + i, p.numel()) - 1) * bound).reshape(p.shape))
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
for m, make in (('mlp', mlp), ('cnn', cnn)):
    for o, opt in OPTIMIZERS.items():
        out[f'{m}/{o}'] = run(make, opt)
        # A run that PyTorch itself does not repeat in float64 is ruled by rounding and says nothing about parity.
        exact = run(make, opt, torch.float64)
        drift = max(abs(a - b) / b for a, b in zip(out[f'{m}/{o}']['losses'], exact['losses']))
        print(f'{m}/{o}: float32 and float64 differ by {drift:.1e}')
        assert drift < 5e-5, 'choose a calmer task'
with open(sys.argv[1], 'w') as f:
    json.dump(out, f, separators=(',', ':'))
    f.write('\n')
for k, v in out.items(): print(k, v['losses'][0], v['losses'][-1], v['eval'])
