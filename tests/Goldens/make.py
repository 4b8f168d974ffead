#!/usr/bin/python3
"""Golden files of optimizers, losses and layers from PyTorch in float64. README.md describes the schema."""
import json
import math
import pathlib

import torch

HERE = pathlib.Path(__file__).parent
STEPS = 10


def wave(shape, scale, frequency, phase):
    """scale·sin(frequency·i + phase) by flat index i, rounded to float32 so that both sides start from the same numbers."""
    count = math.prod(shape)
    values = [scale * math.sin(frequency * i + phase) for i in range(count)]
    return torch.tensor(values, dtype=torch.float32).double().reshape(shape)


def given(rows):
    """A tensor of literal numbers, rounded to float32."""
    return torch.tensor(rows, dtype=torch.float32).double()


def tensor(t):
    return {"shape": list(t.shape), "values": t.detach().flatten().tolist()}


def write(name, cases):
    """One case after another, one field per line."""
    lines = []
    for case in cases:
        fields = ",\n".join(f"    {json.dumps(key)}: {json.dumps(value)}" for key, value in case.items())
        lines.append("  {\n" + fields + "\n  }")
    (HERE / name).write_text("[\n" + ",\n".join(lines) + "\n]\n")


# ── optimizers ──────────────────────────────────────────────────────────────────────────────

def optimizer_case(name, kind, learning_rate, schedule=lambda step: 1.0, gradient_scale=1.0, **options):
    shapes = {"weight": (3, 5), "bias": (3,)}
    parameters = {n: wave(s, 0.8, 1.7, 0.3 + k).requires_grad_() for k, (n, s) in enumerate(shapes.items())}
    optimizer = getattr(torch.optim, kind)(parameters.values(), lr=learning_rate, **options)
    case = {"name": name, "optimizer": kind, "options": options, "learningRates": []}
    tensors = {n: {"initial": tensor(p), "gradients": [], "values": []} for n, p in parameters.items()}
    for step in range(STEPS):
        rate = learning_rate * schedule(step)
        optimizer.param_groups[0]["lr"] = rate
        case["learningRates"].append(rate)
        for k, (n, p) in enumerate(parameters.items()):
            p.grad = wave(p.shape, gradient_scale, 0.9 + 0.1 * k, 2.1 * step)
            tensors[n]["gradients"].append(p.grad.flatten().tolist())
        optimizer.step()
        for n, p in parameters.items():
            tensors[n]["values"].append(p.detach().flatten().tolist())
    return case | tensors


def optimizers():
    halved = lambda step: 0.5 ** (step // 3)
    yield optimizer_case("sgd", "SGD", 0.1)
    yield optimizer_case("sgd weight decay", "SGD", 0.1, weight_decay=0.05)
    yield optimizer_case("sgd momentum", "SGD", 0.05, momentum=0.9)
    yield optimizer_case("sgd momentum weight decay", "SGD", 0.05, momentum=0.8, weight_decay=0.01)
    yield optimizer_case("sgd nesterov", "SGD", 0.05, momentum=0.9, nesterov=True)
    yield optimizer_case("sgd nesterov weight decay, halved rate", "SGD", 0.05, halved, momentum=0.9, nesterov=True, weight_decay=0.02)
    yield optimizer_case("adam", "Adam", 1e-3)
    yield optimizer_case("adam weight decay", "Adam", 0.02, weight_decay=0.1)
    yield optimizer_case("adam betas, eps", "Adam", 0.05, betas=(0.7, 0.95), eps=1e-3)
    yield optimizer_case("adam small gradients, halved rate", "Adam", 0.01, halved, gradient_scale=1e-6)
    yield optimizer_case("adam no first moment", "Adam", 0.01, betas=(0.0, 0.9))
    yield optimizer_case("adamw", "AdamW", 1e-3)
    yield optimizer_case("adamw weight decay, halved rate", "AdamW", 0.05, halved, weight_decay=0.3)
    yield optimizer_case("adamw betas, eps, no decay", "AdamW", 0.03, betas=(0.8, 0.9), eps=1e-4, weight_decay=0.0)


# ── losses ──────────────────────────────────────────────────────────────────────────────────

def loss_case(name, kind, logits, targets):
    logits = logits.clone().requires_grad_()
    loss = getattr(torch.nn, kind)()(logits, targets)
    loss.backward()
    return {"name": name, "loss": kind, "logits": tensor(logits), "targets": tensor(targets),
            "value": loss.item(), "dlogits": tensor(logits.grad)}


def losses():
    yield loss_case("mse", "MSELoss", wave((4, 3), 2, 1.3, 0.2), wave((4, 3), 1, 0.7, 1.1))
    yield loss_case("mse one sample", "MSELoss", wave((1, 3), 2, 1.3, 0.2), wave((1, 3), 1, 0.7, 1.1))
    yield loss_case("mse extreme", "MSELoss", given([[50, -50], [200, -200]]), given([[0, 1], [-1, 200]]))
    yield loss_case("bce", "BCEWithLogitsLoss", wave((4, 2), 3, 1.3, 0.2), given([[0, 1], [1, 0], [1, 1], [0, 0]]))
    yield loss_case("bce soft targets", "BCEWithLogitsLoss", wave((2, 3), 2, 1.1, 0.5), given([[0.25, 0.5, 0.75], [0.1, 0.9, 1]]))
    yield loss_case("bce one sample", "BCEWithLogitsLoss", given([[0.0]]), given([[1]]))
    yield loss_case("bce extreme, right", "BCEWithLogitsLoss", given([[50], [-50], [200], [-200]]), given([[1], [0], [1], [0]]))
    yield loss_case("bce extreme, wrong", "BCEWithLogitsLoss", given([[50], [-50], [200], [-200]]), given([[0], [1], [0], [1]]))
    yield loss_case("cross-entropy", "CrossEntropyLoss", wave((5, 4), 2, 1.9, 0.4), torch.tensor([0, 3, 1, 2, 3]))
    yield loss_case("cross-entropy one sample", "CrossEntropyLoss", wave((1, 3), 2, 1.9, 0.4), torch.tensor([2]))
    yield loss_case("cross-entropy equal logits", "CrossEntropyLoss", given([[7, 7, 7], [0, 0, 0]]), torch.tensor([0, 2]))
    yield loss_case("cross-entropy extreme", "CrossEntropyLoss",
                    given([[50, -50, 0], [50, -50, 0], [200, -200, 200], [-200, -200, -199]]), torch.tensor([0, 1, 1, 2]))


# ── layers ──────────────────────────────────────────────────────────────────────────────────

def linear_case(name, n, inputs, outputs, bias):
    layer = torch.nn.Linear(inputs, outputs, bias=bias).double()
    layer.weight.data = wave((outputs, inputs), 0.6, 1.1, 0.1)
    if bias:
        layer.bias.data = wave((outputs,), 0.4, 0.8, 0.6)
    x = wave((n, inputs), 1.5, 0.77, 0.9).requires_grad_()
    dy = wave((n, outputs), 1, 1.37, 0.2)
    y = layer(x)
    y.backward(dy)
    case = {"name": name, "layer": "Linear", "x": tensor(x), "dy": tensor(dy), "y": tensor(y), "dx": tensor(x.grad)}
    for leaf, p in layer.named_parameters():
        case |= {leaf: tensor(p), "d" + leaf: tensor(p.grad)}
    return case


def pointwise_case(name, kind, x, weight=None, **options):
    layer = getattr(torch.nn, kind)(**options).double()
    if weight is not None:
        layer.weight.data = weight
    x = x.clone().requires_grad_()
    dy = wave(x.shape, 1, 1.37, 0.2)
    y = layer(x)
    y.backward(dy)
    case = {"name": name, "layer": kind, "options": options, "x": tensor(x), "dy": tensor(dy), "y": tensor(y), "dx": tensor(x.grad)}
    for leaf, p in layer.named_parameters():
        case |= {leaf: tensor(p), "d" + leaf: tensor(p.grad)}
    return case


def batchnorm_cases():
    """Two training steps, then evaluation. Running statistics are those before and after the pass."""
    layer = torch.nn.BatchNorm1d(3).double()
    layer.weight.data = given([1.5, 0.7, -0.4])
    layer.bias.data = given([0.1, -0.3, 0.5])
    for step, (mode, n) in enumerate([("train", 6), ("train", 4), ("eval", 5)]):
        layer.train(mode == "train")
        layer.zero_grad()
        before = {"running_mean": tensor(layer.running_mean.clone()), "running_var": tensor(layer.running_var.clone())}
        x = (wave((n, 3), 1.5, 0.77 + 0.3 * step, 0.9) + 0.5).float().double().requires_grad_()
        dy = wave((n, 3), 1, 1.37, 0.2 + step)
        y = layer(x)
        y.backward(dy)
        yield {"name": f"batchnorm {mode} {step + 1}", "layer": "BatchNorm1d", "options": {"momentum": layer.momentum, "eps": layer.eps},
               "mode": mode, "weight": tensor(layer.weight), "bias": tensor(layer.bias), "before": before,
               "x": tensor(x), "dy": tensor(dy), "y": tensor(y), "dx": tensor(x.grad),
               "dweight": tensor(layer.weight.grad), "dbias": tensor(layer.bias.grad),
               "after": {"running_mean": tensor(layer.running_mean), "running_var": tensor(layer.running_var)}}


def layers():
    yield linear_case("linear", 3, 5, 4, bias=True)
    yield linear_case("linear without bias", 2, 3, 6, bias=False)
    yield linear_case("linear one sample", 1, 17, 19, bias=True)
    yield from batchnorm_cases()
    kinks = given([[-200, -50, -2, -0.5, 0], [1e-3, 0.5, 2, 50, 200]])
    ordinary = wave((3, 5), 2.5, 0.77, 0.9)
    for kind, options in [("ReLU", {}), ("LeakyReLU", {"negative_slope": 0.01}), ("Sigmoid", {}), ("Tanh", {}), ("Softmax", {"dim": 1}),
                          ("ELU", {}), ("ELU", {"alpha": 0.5}), ("SELU", {}), ("GELU", {}), ("GELU", {"approximate": "tanh"}), ("SiLU", {}),
                          ("Mish", {}), ("Softplus", {}), ("Softplus", {"beta": 2, "threshold": 3}), ("Softsign", {}), ("LogSigmoid", {}),
                          ("LogSoftmax", {"dim": 1}), ("Hardswish", {})]:
        name = " ".join([kind.lower(), *(f"{key} {value}" for key, value in options.items() if key not in ("dim", "negative_slope"))])
        yield pointwise_case(name, kind, ordinary, **options)
        yield pointwise_case(f"{name} extreme", kind, kinks, **options)
    for kind, options, corners in [("Hardsigmoid", {}, [-3, 3]), ("Hardtanh", {}, [-1, 1]), ("Hardtanh", {"min_val": -0.5, "max_val": 2}, [-0.5, 2]),
                                   ("ReLU6", {}, [0, 6])]:
        name = " ".join([kind.lower(), *(f"{key} {value}" for key, value in options.items())])
        yield pointwise_case(name, kind, ordinary, **options)
        yield pointwise_case(f"{name} at its corners", kind, given([[corners[0], corners[1], 0, -200, 200]]), **options)
    yield pointwise_case("prelu", "PReLU", ordinary)
    yield pointwise_case("prelu extreme", "PReLU", kinks)
    yield pointwise_case("prelu per feature", "PReLU", ordinary, given([0.25, -0.5, 0, 1, 2]), num_parameters=5)


write("optimizers.json", optimizers())
write("losses.json", losses())
write("layers.json", layers())
