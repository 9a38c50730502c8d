#!/usr/bin/python3
"""Writes computed.safetensors: weight_norm and spectral_norm in PyTorch 1.13.1, in float64 from float32 values.

Usage: make_computed.py OUT. Metadata "cases": {how, options, module (a recipe's layer)}. Tensors of case i: "i.state.*" to start
from, "i.x", "i.dy" [3, ...]; of three forwards in train mode "i.y" [3, ...]; the gradients of all three together "i.grad.*";
the state after them "i.after.*"; then the output in eval mode "i.eval"."""
import json, os, sys
sys.path.insert(0, os.path.join(os.path.dirname(__file__), '..', '..', 'tools'))
import torch, torch.nn as nn
from torch.nn.utils import spectral_norm, weight_norm
from torch_safetensors import save_file

torch.manual_seed(11)
L = lambda **o: (nn.Linear(5, 4, **o), dict(type='Linear', in_features=5, out_features=4, **o), (6, 5))
C = lambda **o: (nn.Conv2d(4, 6, 3, **o), dict(type='Conv2d', in_channels=4, out_channels=6, kernel_size=3, **o), (2, 4, 5, 4))
W = lambda: (nn.Linear(33, 17), dict(type='Linear', in_features=33, out_features=17), (3, 33))
CASES = [('weight_norm', L(), {}), ('weight_norm', L(bias=False), dict(dim=1)), ('weight_norm', L(), dict(dim=None)), ('weight_norm', L(), dict(name='bias')), ('weight_norm', C(), {}),
         ('weight_norm', C(groups=2), dict(dim=1)), ('weight_norm', C(bias=False), dict(dim=3)), ('weight_norm', W(), dict(dim=-1)), ('weight_norm', W(), {}),
         ('spectral_norm', L(), {}), ('spectral_norm', L(bias=False), dict(n_power_iterations=3)), ('spectral_norm', L(), dict(dim=1)), ('spectral_norm', C(), {}),
         ('spectral_norm', C(groups=2, bias=False), dict(dim=1, n_power_iterations=2)), ('spectral_norm', W(), dict(eps=1e-3)), ('spectral_norm', W(), {})]
tensors, cases = {}, []
for i, (how, (module, recipe, shape), o) in enumerate(CASES):
    module = {'weight_norm': weight_norm, 'spectral_norm': spectral_norm}[how](module, **o)
    for name, t in module.state_dict().items():
        if name.endswith('_g'): t.mul_(1.5)  # g is what it likes
        tensors[f'{i}.state.{name}'] = t.clone()
    # dim -1 stands for none in 1.13's weight_norm
    cases.append(dict(how=how, module=recipe, options=dict(o, dim=None) if how == 'weight_norm' and o.get('dim') == -1 else o))
    module.double().train()
    x = torch.randn(shape)
    ys, dys = [], []
    for step in range(3):
        y = module(x.double())
        dy = torch.randn(y.shape)
        y.backward(dy.double())
        ys.append(y.detach())
        dys.append(dy)
    module.eval()
    tensors.update({f'{i}.x': x, f'{i}.dy': torch.stack(dys), f'{i}.y': torch.stack(ys), f'{i}.eval': module(x.double()).detach()})
    tensors.update({f'{i}.grad.{n}': p.grad for n, p in module.named_parameters()})
    tensors.update({f'{i}.after.{n}': t.clone() for n, t in module.state_dict().items()})
save_file({k: v.float().contiguous() for k, v in tensors.items()}, sys.argv[1], {'cases': json.dumps(cases, separators=(',', ':')), 'torch': torch.__version__})
print(len(cases), 'cases')
