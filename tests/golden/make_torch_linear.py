#!/usr/bin/env python3
"""Makes torch_linear.safetensors: a small PyTorch model, an input with its output, and one tensor of each dtype."""
import os
import sys

import torch

here = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(here, "..", "..", "tools"))
from torch_safetensors import save_file  # noqa: E402

torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(6, 5), torch.nn.BatchNorm1d(5), torch.nn.ReLU(), torch.nn.Linear(5, 3))
model(torch.randn(32, 6))  # gives BatchNorm running statistics
model.eval()
x = torch.randn(4, 6)
tensors = {"model." + name: t for name, t in model.state_dict().items()}
tensors["x"] = x
tensors["y"] = model(x)
values = torch.tensor([[0.0, 1.0, -2.5], [100.0, 0.0078125, 3.0]])
for name, dtype in [("f16", torch.float16), ("bf16", torch.bfloat16), ("f64", torch.float64), ("i32", torch.int32)]:
    tensors["dtype." + name] = values.to(dtype)
tensors["dtype.u8"] = torch.tensor([0, 1, 127, 255], dtype=torch.uint8)
tensors["dtype.bool"] = torch.tensor([True, False, True])
tensors["dtype.empty"] = torch.empty(0, 3)
tensors["dtype.scalar"] = torch.tensor(2.5)
save_file(tensors, os.path.join(here, "torch_linear.safetensors"), {"format": "pt", "made by": 'PyTorch "é"\n'})
