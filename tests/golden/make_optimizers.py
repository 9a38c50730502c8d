#!/usr/bin/python3
"""Writes optimizers.safetensors: 100 steps of optimizers in PyTorch 1.13.1, as recipes describe them.

Usage: make_optimizers.py OUT. Every case starts from "start" and gets the gradients "grads" [100, n], where it has another
sign each ten steps and a row of zeros; tensor "<i>" holds the weights after steps 1, 2, 10, 50 and 100. Lion is not in
PyTorch: its formula (arXiv:2302.06675, algorithm 2) is written out here. Metadata "cases": a list of recipe entries."""
import json, os, sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', '..', 'tools'))
import torch
from torch_safetensors import save_file

STEPS, N, KEPT = 100, 37, (1, 2, 10, 50, 100)


class Lion(torch.optim.Optimizer):
    def __init__(self, params, lr=1e-4, betas=(0.9, 0.99), weight_decay=0.0, maximize=False):
        super().__init__(params, dict(lr=lr, betas=betas, weight_decay=weight_decay, maximize=maximize))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            b1, b2 = group['betas']
            for p in group['params']:
                g = -p.grad if group['maximize'] else p.grad
                m = self.state[p].setdefault('exp_avg', torch.zeros_like(p))
                u = (b1 * m + (1 - b1) * g).sign()
                p.mul_(1 - group['lr'] * group['weight_decay']).sub_(group['lr'] * u)
                m.mul_(b2).add_(g, alpha=1 - b2)


def O(type, **options): return {'type': type, **options}


CASES = [
    O('SGD', lr=0.01), O('SGD', lr=0.01, momentum=0.9, weight_decay=0.01, nesterov=True), O('SGD', lr=0.01, momentum=0.8, dampening=0.3, maximize=True),
    O('Adam'), O('Adam', lr=0.02, betas=[0.8, 0.95], eps=1e-6, weight_decay=0.1), O('Adam', lr=0.01, amsgrad=True), O('Adam', lr=0.01, maximize=True),
    O('AdamW'), O('AdamW', lr=0.02, betas=[0.8, 0.95], eps=1e-6, weight_decay=0.1, amsgrad=True, maximize=True),
    O('Adamax'), O('Adamax', lr=0.01, betas=[0.8, 0.95], eps=1e-5, weight_decay=0.05), O('Adamax', lr=0.01, maximize=True),
    O('NAdam'), O('NAdam', lr=0.01, betas=[0.8, 0.95], eps=1e-6, weight_decay=0.05, momentum_decay=0.01),
    O('RAdam'), O('RAdam', lr=0.01, betas=[0.8, 0.95], eps=1e-6, weight_decay=0.05),
    O('RMSprop'), O('RMSprop', lr=0.003, alpha=0.9, eps=1e-5, weight_decay=0.02), O('RMSprop', lr=0.003, momentum=0.8), O('RMSprop', lr=0.003, momentum=0.7, centered=True, eps=1e-4, maximize=True),
    O('Adagrad'), O('Adagrad', lr=0.1, lr_decay=0.02, weight_decay=0.01, initial_accumulator_value=0.5, eps=1e-6), O('Adagrad', maximize=True),
    O('Adadelta'), O('Adadelta', lr=0.5, rho=0.8, eps=1e-4, weight_decay=0.01), O('Adadelta', maximize=True),
    O('ASGD'), O('ASGD', lr=0.02, lambd=0.01, alpha=0.6, t0=20.0, weight_decay=0.01), O('ASGD', maximize=True),
    O('Rprop'), O('Rprop', lr=0.02, etas=[0.6, 1.1], step_sizes=[1e-4, 0.05]), O('Rprop', maximize=True),
    O('Lion'), O('Lion', lr=0.003, betas=[0.8, 0.95], weight_decay=0.1), O('Lion', lr=0.001, maximize=True),
]

torch.manual_seed(0)
start, grads = torch.randn(N), torch.randn(STEPS, N)
grads = grads + torch.tensor([[1.0 if step // 10 % 2 else -1.0] for step in range(STEPS)])
grads[30] = 0
tensors = {'start': start, 'grads': grads}
for i, case in enumerate(CASES):
    w = start.clone().requires_grad_()
    options = {k: tuple(v) if isinstance(v, list) else v for k, v in case.items() if k != 'type'}
    if case['type'] == 'NAdam': options['foreach'] = True  # the other loop of 1.13 takes mu twice
    optimizer = (Lion if case['type'] == 'Lion' else getattr(torch.optim, case['type']))([w], **options)
    kept = []
    for step in range(STEPS):
        w.grad = grads[step].clone()
        optimizer.step()
        if step + 1 in KEPT: kept.append(w.detach().clone())
    tensors[str(i)] = torch.stack(kept)
save_file(tensors, sys.argv[1], {'cases': json.dumps(CASES, separators=(',', ':')), 'torch': torch.__version__})
print(len(CASES), 'cases')
