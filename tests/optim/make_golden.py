#!/usr/bin/env python3
"""Writes golden_optim.h from PyTorch 1.13.1: python3 tests/optim/make_golden.py > tests/optim/golden_optim.h"""
import torch
from torch.optim import SGD, Adam, AdamW, lr_scheduler

START = [0.5, -0.25, 1.0, 2.0, -1.5, 0.125, -3.0, 0.75]
STEPS = 6


def gradient(step):  # exact in float32
    return torch.tensor([((i * 7 + step * 5) % 11 - 5) / 4 for i in range(len(START))])


def train(make):
    w = torch.tensor(START, requires_grad=True)
    optimizer = make([w])
    for step in range(STEPS):
        w.grad = gradient(step)
        optimizer.step()
    return w.detach().tolist()


def fields(options):
    text = {True: "true", False: "false"}
    parts = []
    for name, value in options.items():
        value = "{%r, %r}" % value if isinstance(value, tuple) else text[value] if isinstance(value, bool) else repr(value)
        parts.append(f".{name} = {value}")
    return "{" + ", ".join(parts) + "}"


SGD_CASES = [dict(lr=0.1), dict(lr=0.1, momentum=0.9), dict(lr=0.05, momentum=0.9, weight_decay=0.01, nesterov=True),
             dict(lr=0.05, momentum=0.8, dampening=0.3, weight_decay=0.1), dict(lr=0.1, momentum=0.5, maximize=True)]
ADAM_CASES = [dict(), dict(lr=0.1), dict(lr=0.05, betas=(0.8, 0.95), eps=1e-6, weight_decay=0.1), dict(lr=0.05, amsgrad=True),
              dict(lr=0.05, weight_decay=0.2, maximize=True)]

print("#pragma once\n// Made by make_golden.py with PyTorch 1.13.1; do not edit.\n\n#include \"wick/optim.h\"\n\nnamespace golden {\n")
print("inline const std::vector<float> kStart = {%s};\ninline constexpr int kSteps = %d;\n" % (", ".join(map(repr, START)), STEPS))
for kind, cases in [("SGD", SGD_CASES), ("Adam", ADAM_CASES), ("AdamW", ADAM_CASES)]:
    print(f"struct {kind}Case {{\n  wick::optim::{kind}Options options;\n  std::vector<double> weights;\n}};")
    print(f"inline const {kind}Case k{kind}[] = {{")
    for options in cases:
        weights = train(lambda p: globals()[kind](p, **options))
        print("    {%s,\n     {%s}}," % (fields(options), ", ".join("%.9g" % v for v in weights)))
    print("};\n")


def rates(make, metrics=None, epochs=12):
    optimizer = SGD([torch.zeros(1)], lr=0.5)
    scheduler = make(optimizer)
    out = [optimizer.param_groups[0]["lr"]]
    for epoch in range(epochs):
        optimizer.step()
        scheduler.step(*([metrics[epoch]] if metrics else []))
        out.append(optimizer.param_groups[0]["lr"])
    return out


METRICS = [1.0, 0.9, 0.95, 0.91, 0.8999, 0.92, 0.93, 0.5, 0.6, 0.6, 0.6, 0.6]
print("inline const std::vector<double> kMetrics = {%s};" % ", ".join(map(repr, METRICS)))
for name, make, metrics in [
        ("StepLR", lambda o: lr_scheduler.StepLR(o, 3, 0.5), None),
        ("ExponentialLR", lambda o: lr_scheduler.ExponentialLR(o, 0.9), None),
        ("CosineAnnealingLR", lambda o: lr_scheduler.CosineAnnealingLR(o, 5, 0.01), None),
        ("ConstantLR", lambda o: lr_scheduler.ConstantLR(o), None),
        ("LinearLR", lambda o: lr_scheduler.LinearLR(o, 0.25, 0.75, 4), None),
        ("PlateauMin", lambda o: lr_scheduler.ReduceLROnPlateau(o, factor=0.5, patience=1), METRICS),
        ("PlateauCooldown", lambda o: lr_scheduler.ReduceLROnPlateau(o, factor=0.5, patience=0, cooldown=2, min_lr=0.1), METRICS),
        ("PlateauMaxAbs", lambda o: lr_scheduler.ReduceLROnPlateau(o, mode="max", factor=0.1, patience=2, threshold=0.05,
                                                                   threshold_mode="abs"), METRICS)]:
    print("inline const std::vector<double> k%s = {%s};" % (name, ", ".join(map(repr, rates(make, metrics)))))


def clipped(norm_type, max_norm):
    p = [torch.zeros(8, requires_grad=True), torch.zeros(8, requires_grad=True)]
    p[0].grad, p[1].grad = gradient(0), gradient(3)
    norm = torch.nn.utils.clip_grad_norm_(p, max_norm, norm_type)
    return [norm.item()] + p[0].grad.tolist() + p[1].grad.tolist()


print("\n// The norm, then the gradients of two tensors after clip_grad_norm_(…, 1.5, norm_type).")
for name, norm_type in [("Clip1", 1), ("Clip2", 2), ("Clip3", 3), ("ClipInf", float("inf"))]:
    print("inline const std::vector<double> k%s = {%s};" % (name, ", ".join("%.9g" % v for v in clipped(norm_type, 1.5))))
print("\n}  // namespace golden")
