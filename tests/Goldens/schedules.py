"""Golden learning rates, by PyTorch's schedulers: /usr/bin/python3 tests/Goldens/schedules.py (Debian 12: PyTorch 1.13.1)."""
import json
import math
import pathlib
import warnings

import torch
from torch.optim import lr_scheduler as lr

warnings.filterwarnings("ignore")

# Of PyTorch's call; the test has the same in C# under each name.
CASES = {
    "StepLR": (0.1, 35, lambda o: lr.StepLR(o, 4)),
    "StepLR slow": (0.3, 400, lambda o: lr.StepLR(o, 30, 0.9)),
    "MultiStepLR": (0.1, 20, lambda o: lr.MultiStepLR(o, [3, 7, 7, 15])),
    "MultiStepLR unordered": (0.05, 20, lambda o: lr.MultiStepLR(o, [12, 1, 5], 0.3)),
    "ExponentialLR": (0.1, 500, lambda o: lr.ExponentialLR(o, 0.97)),
    "PolynomialLR": (0.1, 12, lambda o: lr.PolynomialLR(o, 10)),
    "PolynomialLR squared": (0.01, 60, lambda o: lr.PolynomialLR(o, 50, 2.0)),
    "PolynomialLR rooted": (0.01, 60, lambda o: lr.PolynomialLR(o, 50, 0.9)),
    "CosineAnnealingLR": (0.1, 50, lambda o: lr.CosineAnnealingLR(o, 20)),
    "CosineAnnealingLR of one": (0.1, 6, lambda o: lr.CosineAnnealingLR(o, 1, 0.01)),
    "CosineAnnealingLR minimum": (0.002, 1000, lambda o: lr.CosineAnnealingLR(o, 300, 1e-5)),
    "CosineAnnealingWarmRestarts": (0.1, 45, lambda o: lr.CosineAnnealingWarmRestarts(o, 10)),
    "CosineAnnealingWarmRestarts doubled": (0.05, 120, lambda o: lr.CosineAnnealingWarmRestarts(o, 7, 2, 1e-4)),
    "OneCycleLR": (0.1, 100, lambda o: lr.OneCycleLR(o, 0.4, 100, cycle_momentum=False)),
    "OneCycleLR linear": (0.1, 77, lambda o: lr.OneCycleLR(o, 0.01, 77, pct_start=0.45, anneal_strategy="linear", cycle_momentum=False)),
    "OneCycleLR three phases": (
        0.1, 90, lambda o: lr.OneCycleLR(o, 1.0, 90, pct_start=0.2, div_factor=10, final_div_factor=100, three_phase=True, cycle_momentum=False)),
    "LinearWarmup": (0.1, 12, lambda o: lr.LinearLR(o)),
    "LinearWarmup from nothing": (0.02, 120, lambda o: lr.LinearLR(o, 1e-3, 0.8, 100)),
    "SequentialLR": (0.1, 60, lambda o: lr.SequentialLR(o, [lr.LinearLR(o, 0.1, 1, 5), lr.CosineAnnealingLR(o, 45, 1e-4)], [5])),
    "SequentialLR of three": (
        0.2, 40, lambda o: lr.SequentialLR(o, [lr.LinearLR(o, 0.5, 1, 4), lr.StepLR(o, 3, 0.7), lr.ExponentialLR(o, 0.8)], [6, 21])),
}

# The value that each epoch reaches: better for a while, then worse, then better again, with a number missing.
VALUES = [round(1 / (1 + 0.2 * min(t, 15)) + 0.02 * math.sin(1.1 * t) - (0.15 if t > 45 else 0), 6) for t in range(80)]

PLATEAUS = {
    "ReduceLROnPlateau": (0.1, lambda o: lr.ReduceLROnPlateau(o)),
    "ReduceLROnPlateau impatient": (0.1, lambda o: lr.ReduceLROnPlateau(o, factor=0.5, patience=2, cooldown=3, min_lr=1e-3)),
    "ReduceLROnPlateau absolute": (0.05, lambda o: lr.ReduceLROnPlateau(o, factor=0.3, patience=0, threshold=0.05, threshold_mode="abs", min_lr=1e-9)),
    "ReduceLROnPlateau of more": (0.1, lambda o: lr.ReduceLROnPlateau(o, mode="max", factor=0.2, patience=4, threshold=0.01)),
}


def optimizer(rate):
    return torch.optim.SGD([torch.nn.Parameter(torch.zeros(1))], lr=rate)


def rates(rate, count, make):
    o = optimizer(rate)
    schedule = make(o)
    values = []
    for t in range(count):
        values.append(o.param_groups[0]["lr"])
        o.step()
        if t + 1 < count:
            schedule.step()
    return values


def plateau(rate, make):
    o = optimizer(rate)
    schedule = make(o)
    values = []
    for value in VALUES:
        values.append(o.param_groups[0]["lr"])
        schedule.step(value)
    return values


def main():
    cases = [{"name": name, "initial": rate, "rates": rates(rate, count, make)} for name, (rate, count, make) in CASES.items()]
    cases += [{"name": name, "initial": rate, "values": VALUES, "rates": plateau(rate, make)} for name, (rate, make) in PLATEAUS.items()]
    path = pathlib.Path(__file__).with_name("schedules.json")
    path.write_text(json.dumps(cases, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
