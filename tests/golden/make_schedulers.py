#!/usr/bin/python3
"""Writes schedulers.safetensors: 500 steps of every learning-rate scheduler in PyTorch 1.13.1, as recipes describe them.

Usage: make_schedulers.py OUT. Tensor "<i>" holds the first group's lr after construction and after each step, [501];
"<i>.second" the second group's at every 25th; "<i>.momentum" likewise what became of momentum or beta1 where the scheduler changes it. Metadata "cases": a list of {optimizer, scheduler}."""
import json, math, os, sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', '..', 'tools'))
import torch
from torch.optim import lr_scheduler
from torch.optim.swa_utils import SWALR
from torch_safetensors import save_file

STEPS = 500
METRICS = [round(1 / (1 + i / 20) + 0.3 * math.sin(i), 6) for i in range(STEPS)]  # ReduceLROnPlateau's


def S(type, **options): return {'type': type, **options}


def build(o, s):
    options = {k: v for k, v in s.items() if k not in ('type', 'schedulers')}
    if 'schedulers' in s:
        parts = [build(o, p) for p in s['schedulers']]
        return lr_scheduler.ChainedScheduler(parts) if s['type'] == 'ChainedScheduler' else lr_scheduler.SequentialLR(o, parts, **options)
    return (SWALR if s['type'] == 'SWALR' else getattr(lr_scheduler, s['type']))(o, **options)


CASES = [
    S('StepLR', step_size=30), S('StepLR', step_size=7, gamma=0.9), S('MultiStepLR', milestones=[30, 80, 80, 300]), S('MultiStepLR', milestones=[1, 499], gamma=0.5),
    S('ExponentialLR', gamma=0.99), S('ConstantLR'), S('ConstantLR', factor=0.5, total_iters=100), S('LinearLR'), S('LinearLR', start_factor=0.01, end_factor=0.9, total_iters=250),
    S('PolynomialLR', total_iters=400), S('PolynomialLR', total_iters=500, power=2.0), S('PolynomialLR', total_iters=450, power=0.9), S('PolynomialLR'),
    S('CosineAnnealingLR', T_max=500), S('CosineAnnealingLR', T_max=60, eta_min=0.001), S('CosineAnnealingLR', T_max=1),
    S('CosineAnnealingWarmRestarts', T_0=50), S('CosineAnnealingWarmRestarts', T_0=10, T_mult=2, eta_min=0.002), S('CosineAnnealingWarmRestarts', T_0=1, T_mult=3),
    S('CyclicLR', base_lr=0.01, max_lr=0.1, step_size_up=40), S('CyclicLR', base_lr=0.01, max_lr=0.1, step_size_up=20, step_size_down=35, mode='triangular2', base_momentum=0.5, max_momentum=0.95),
    S('CyclicLR', base_lr=0.0, max_lr=0.3, step_size_up=25, mode='exp_range', gamma=0.995, cycle_momentum=False),
    S('OneCycleLR', max_lr=0.1, total_steps=501), S('OneCycleLR', max_lr=0.3, epochs=3, steps_per_epoch=167, pct_start=0.4, anneal_strategy='linear'),
    S('OneCycleLR', max_lr=0.05, total_steps=510, three_phase=True, div_factor=10.0, final_div_factor=100.0, base_momentum=0.7, max_momentum=0.9),
    S('OneCycleLR', max_lr=0.1, total_steps=501, cycle_momentum=False),
    S('SWALR', swa_lr=0.05), S('SWALR', swa_lr=0.2, anneal_epochs=200, anneal_strategy='linear'), S('SWALR', swa_lr=0.02, anneal_epochs=0),
    S('ChainedScheduler', schedulers=[S('ConstantLR', factor=0.1, total_iters=20), S('ExponentialLR', gamma=0.98)]),
    S('ChainedScheduler', schedulers=[S('LinearLR', start_factor=0.2, total_iters=50), S('StepLR', step_size=100, gamma=0.3), S('ExponentialLR', gamma=0.999)]),
    S('SequentialLR', schedulers=[S('LinearLR', start_factor=0.1, total_iters=20), S('CosineAnnealingLR', T_max=480)], milestones=[20]),
    S('SequentialLR', schedulers=[S('ConstantLR', factor=0.1, total_iters=2), S('ExponentialLR', gamma=0.9), S('PolynomialLR', total_iters=100, power=3.0), S('StepLR', step_size=50)],
      milestones=[2, 40, 200]),
    S('SequentialLR', schedulers=[S('ExponentialLR', gamma=0.95), S('CosineAnnealingWarmRestarts', T_0=16, T_mult=2), S('LinearLR', start_factor=0.5, total_iters=30)], milestones=[100, 300]),
    S('ReduceLROnPlateau'), S('ReduceLROnPlateau', factor=0.8, patience=3, threshold=0.01, threshold_mode='abs', cooldown=5, min_lr=0.001), S('ReduceLROnPlateau', mode='max', factor=0.9, patience=5),
]
OPTIMIZERS = {'SGD': lambda p: torch.optim.SGD(p, lr=0.1, momentum=0.9), 'Adam': lambda p: torch.optim.Adam(p, lr=0.1)}

tensors, cases = {'metrics': torch.tensor(METRICS, dtype=torch.float64)}, []
for optimizer, make in OPTIMIZERS.items():
    for s in CASES:
        if optimizer == 'Adam' and s['type'] not in ('OneCycleLR', 'StepLR', 'SWALR'): continue
        o = make([{'params': [torch.zeros(1, requires_grad=True)]}, {'params': [torch.zeros(1, requires_grad=True)], 'lr': 0.4}])
        momentum = lambda: [g['betas'][0] if 'betas' in g else g['momentum'] for g in o.param_groups]
        scheduler = build(o, s)
        lrs, momenta = [[g['lr'] for g in o.param_groups]], [momentum()]
        for step in range(STEPS):
            o.step()
            scheduler.step(*([METRICS[step]] if s['type'] == 'ReduceLROnPlateau' else []))
            lrs.append([g['lr'] for g in o.param_groups])
            momenta.append(momentum())
        name = str(len(cases))
        lrs, momenta = torch.tensor(lrs, dtype=torch.float64), torch.tensor(momenta, dtype=torch.float64)
        tensors[name], tensors[name + '.second'] = lrs[:, 0], lrs[::25, 1]
        if s['type'] in ('CyclicLR', 'OneCycleLR'): tensors[name + '.momentum'] = momenta[::25, 0]
        cases.append({'optimizer': optimizer, 'scheduler': s})
save_file({k: v.contiguous() for k, v in tensors.items()}, sys.argv[1], {'cases': json.dumps(cases, separators=(',', ':')), 'torch': torch.__version__})
print(len(cases), 'cases')
