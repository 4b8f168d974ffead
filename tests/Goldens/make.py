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

def loss_case(name, declaration, terms, logits, targets, divisor=None, weights=None):
    """A loss from its terms l, one a sample or one an element: Σ w·l / count, Σ w·l / divisor, or Σ w·l where the declaration says so."""
    logits, targets, weights = (t.float().double() if t is not None and t.is_floating_point() else t for t in (logits, targets, weights))
    logits.requires_grad_()
    l = terms(logits, targets)
    if weights is not None:
        l = l * weights.reshape([-1] + [1] * (l.dim() - 1))
    loss = l.sum() if "Reduction.Sum" in declaration else l.mean() if divisor is None else l.sum() / divisor(targets)
    loss.backward()
    case = {"name": name, "declaration": declaration, "logits": tensor(logits), "targets": tensor(targets)}
    if weights is not None:
        case["sampleWeights"] = tensor(weights)
    return case | {"value": loss.item(), "dlogits": tensor(logits.grad)}


def loss_cases(name, kind, terms, cases, arguments="", divisor=None):
    """Each of the cases by mean; the first also by sum, and with weights per sample by both."""
    def declared(*more):
        return f"{kind}({', '.join(filter(None, [arguments, *more]))})"
    for label, logits, targets in cases:
        yield loss_case(f"{name}{label}", declared(), terms, logits, targets, divisor)
    _, logits, targets = cases[0]
    weights = wave((logits.shape[0],), 1, 1.7, 0.6) + 1.25
    for reduction in ["", "Reduction = Reduction.Sum"]:
        more = " sum" if reduction else ""
        if reduction:
            yield loss_case(f"{name}{more}", declared(reduction), terms, logits, targets, divisor)
        yield loss_case(f"{name}{more} weighted", declared(reduction), terms, logits, targets, divisor, weights)


def distances():
    """Losses of the difference: (attribute, arguments, terms)."""
    functional = torch.nn.functional
    yield "MeanSquaredError", "", lambda y, t: functional.mse_loss(y, t, reduction="none")
    yield "MeanSquaredError", "HalfSum = true", lambda y, t: 0.5 * functional.mse_loss(y, t, reduction="none").sum(1)
    yield "MeanAbsoluteError", "", lambda y, t: functional.l1_loss(y, t, reduction="none")
    yield "Huber", "", lambda y, t: functional.huber_loss(y, t, reduction="none")
    yield "Huber", "0.25", lambda y, t: functional.huber_loss(y, t, reduction="none", delta=0.25)
    yield "SmoothL1", "", lambda y, t: functional.smooth_l1_loss(y, t, reduction="none")
    yield "SmoothL1", "0.25", lambda y, t: functional.smooth_l1_loss(y, t, reduction="none", beta=0.25)
    yield "LogCosh", "", lambda y, t: torch.logaddexp(y - t, t - y) - math.log(2)
    yield "CosineSimilarity", "", lambda y, t: functional.cosine_embedding_loss(y, t, torch.ones(len(y)), reduction="none")


def over_classes():
    """Losses with a class index for each sample: (arguments, terms, what a mean divides by)."""
    functional = torch.nn.functional
    w = torch.tensor([0.5, 2.0, 1.0, 0.25], dtype=torch.float64)
    shares = "ClassWeights = new double[] { 0.5, 2, 1, 0.25 }"
    of_samples = lambda t: w[t].sum()
    yield "", lambda z, t: functional.cross_entropy(z, t, reduction="none"), None
    yield "LabelSmoothing = 0.1", lambda z, t: functional.cross_entropy(z, t, reduction="none", label_smoothing=0.1), None
    yield shares, lambda z, t: functional.cross_entropy(z, t, w, reduction="none"), of_samples
    yield f"LabelSmoothing = 0.2, {shares}", lambda z, t: functional.cross_entropy(z, t, w, reduction="none", label_smoothing=0.2), of_samples


def over_rows():
    """Losses with a probability for each class: (attribute, arguments, terms)."""
    functional = torch.nn.functional
    w = torch.tensor([0.5, 2.0, 1.0, 0.25], dtype=torch.float64)
    shares = "ClassWeights = new double[] { 0.5, 2, 1, 0.25 }"
    rows = "Target = TargetKind.Rows"
    yield "SoftmaxCrossEntropy", rows, lambda z, t: functional.cross_entropy(z, t, reduction="none")
    yield "SoftmaxCrossEntropy", f"{rows}, LabelSmoothing = 0.2, {shares}", lambda z, t: functional.cross_entropy(
        z, t, w, reduction="none", label_smoothing=0.2)
    yield "KLDivergence", "", lambda z, t: functional.kl_div(functional.log_softmax(z, 1), t, reduction="none").sum(1)


def losses():
    functional = torch.nn.functional
    ordinary = ("", wave((4, 3), 2, 1.3, 0.2), wave((4, 3), 1, 0.7, 1.1))
    one = (" one sample", wave((1, 3), 2, 1.3, 0.2), wave((1, 3), 1, 0.7, 1.1))
    near = (" near", wave((2, 3), 2, 1.3, 0.2), wave((2, 3), 2, 1.3, 0.2) + wave((2, 3), 0.01, 0.9, 0.4))
    far = (" extreme", given([[50, -50], [200, -200]]), given([[0, 1], [-1, 200]]))
    for kind, arguments, terms in distances():
        # Near to the target terms cancel: the third case asks for the digits that are left.
        yield from loss_cases(f"{kind} {arguments}".strip().lower(), kind, terms, [ordinary, one, near, far], arguments)

    bits = ("", wave((4, 2), 3, 1.3, 0.2), given([[0, 1], [1, 0], [1, 1], [0, 0]]))
    soft = (" soft targets", wave((2, 3), 2, 1.1, 0.5), given([[0.25, 0.5, 0.75], [0.1, 0.9, 1]]))
    zero = (" one sample", given([[0.0]]), given([[1]]))
    right = (" extreme, right", given([[50], [-50], [200], [-200]]), given([[1], [0], [1], [0]]))
    wrong = (" extreme, wrong", given([[50], [-50], [200], [-200]]), given([[0], [1], [0], [1]]))
    for arguments, p in [("", 1.0), ("PositiveWeight = 2.5", 2.5)]:
        terms = lambda z, t, p=torch.tensor(p): functional.binary_cross_entropy_with_logits(z, t, reduction="none", pos_weight=p)
        yield from loss_cases(f"bce {arguments}".strip().lower(), "BinaryCrossEntropy", terms, [bits, soft, zero, right, wrong], arguments)

    classes = ("", wave((5, 4), 2, 1.9, 0.4), torch.tensor([0, 3, 1, 2, 3]))
    one = (" one sample", wave((1, 4), 2, 1.9, 0.4), torch.tensor([2]))
    equal = (" equal logits", given([[7, 7, 7, 7], [0, 0, 0, 0]]), torch.tensor([0, 2]))
    far = (" extreme", given([[50, -50, 0, 1], [50, -50, 0, 1], [200, -200, 200, 0], [-200, -200, -199, -198]]), torch.tensor([0, 1, 1, 2]))
    for arguments, terms, divisor in over_classes():
        yield from loss_cases(f"cross-entropy {arguments}".strip().lower(), "SoftmaxCrossEntropy", terms, [classes, one, equal, far], arguments, divisor)
        if "LabelSmoothing" not in arguments:
            of_logs = lambda z, t, w=None if divisor is None else torch.tensor([0.5, 2.0, 1.0, 0.25]).double(): functional.nll_loss(z, t, w, reduction="none")
            yield from loss_cases(f"nll {arguments}".strip().lower(), "NegativeLogLikelihood", of_logs, [classes, one, far], arguments, divisor)

    shares = given([[0.1, 0.2, 0.3, 0.4], [0, 0, 1, 0], [0.5, 0.5, 0, 0], [0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0]])
    rows = ("", wave((5, 4), 2, 1.9, 0.4), shares)
    far = (" extreme", given([[50, -50, 0, 1], [200, -200, 200, 0], [-200, -200, -199, -198]]), shares[:3])
    for kind, arguments, terms in over_rows():
        yield from loss_cases(f"{kind} {arguments}".strip().lower(), kind, terms, [rows, far], arguments)

    signs = ("", wave((4, 3), 2, 1.3, 0.2), wave((4, 3), 1, 0.7, 1.1).sign())
    far = (" extreme", given([[50, -50], [200, -200]]), given([[1, 1], [-1, -1]]))
    yield from loss_cases("hinge", "Hinge", lambda y, t: (1 - t * y).clamp(min=0), [signs, far])
    yield from loss_cases("squared hinge", "SquaredHinge", lambda y, t: (1 - t * y).clamp(min=0) ** 2, [signs, far])

    counts = ("", wave((4, 3), 2, 1.3, 0.2), given([[0, 1, 2], [3, 4, 0], [1, 0, 7], [2, 2, 1]]))
    rates = ("", wave((4, 3), 2, 1.3, 0.2).abs() + 0.125, counts[2])
    none = (" rate 0", given([[0, 1, 1e-3]]), given([[0, 1, 2]]))
    yield from loss_cases("poisson", "Poisson", lambda y, t: functional.poisson_nll_loss(y, t, reduction="none"), [counts])
    yield from loss_cases(
        "poisson of the rate", "Poisson", lambda y, t: functional.poisson_nll_loss(y, t, log_input=False, reduction="none"), [rates, none], "LogInput = false")


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


def pointwise_case(name, kind, x, **options):
    x = x.clone().requires_grad_()
    dy = wave(x.shape, 1, 1.37, 0.2)
    y = getattr(torch.nn, kind)(**options)(x)
    y.backward(dy)
    return {"name": name, "layer": kind, "options": options,
            "x": tensor(x), "dy": tensor(dy), "y": tensor(y), "dx": tensor(x.grad)}


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
    for kind, options in [("ReLU", {}), ("LeakyReLU", {"negative_slope": 0.01}), ("Sigmoid", {}), ("Tanh", {}), ("Softmax", {"dim": 1})]:
        yield pointwise_case(kind.lower(), kind, ordinary, **options)
        yield pointwise_case(f"{kind.lower()} extreme", kind, kinks, **options)


write("optimizers.json", optimizers())
write("losses.json", losses())
write("layers.json", layers())
