#!/usr/bin/python3
"""Golden files of optimizers, losses and layers from PyTorch in float64. README.md describes the schema."""
import json
import math
import pathlib

import torch

from images import image_cases
from recurrent import recurrent_cases
from sequences import sequence_cases
from shared import shared_cases
from steps import two_steps
from structure import structure_cases

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

# A formula of our own gets (t, w, g, slots, lr, **options) and returns w; slots is a dictionary of the tensor's.

def nadam(t, w, g, s, lr, betas=(0.9, 0.999), eps=1e-8, weight_decay=0.0, momentum_decay=4e-3, decoupled=False):
    """torch.optim.NAdam as documented; the step of PyTorch 1.13 multiplies by one momentum too many."""
    b1, b2 = betas
    w, g = (w * (1 - lr * weight_decay), g) if decoupled else (w, g + weight_decay * w)
    mu, following = (b1 * (1 - 0.5 * 0.96 ** (k * momentum_decay)) for k in (t, t + 1))
    s["product"] = s.get("product", 1.0) * mu
    s["m"] = b1 * s.get("m", 0) + (1 - b1) * g
    s["v"] = b2 * s.get("v", 0) + (1 - b2) * g * g
    ahead = following * s["m"] / (1 - s["product"] * following) + (1 - mu) * g / (1 - s["product"])
    return w - lr * ahead / ((s["v"] / (1 - b2 ** t)).sqrt() + eps)


def lion(t, w, g, s, lr, betas=(0.9, 0.99), weight_decay=0.0):
    """Chen et al., "Symbolic discovery of optimization algorithms", 2023, algorithm 2."""
    b1, b2 = betas
    m = s.get("m", torch.zeros_like(w))
    s["m"] = b2 * m + (1 - b2) * g
    return w - lr * (torch.sign(b1 * m + (1 - b1) * g) + weight_decay * w)


def lamb(t, w, g, s, lr, betas=(0.9, 0.999), eps=1e-6, weight_decay=0.01):
    """You et al., "Large batch optimization for deep learning", 2020, algorithm 2 with the identity for φ."""
    b1, b2 = betas
    s["m"] = b1 * s.get("m", 0) + (1 - b1) * g
    s["v"] = b2 * s.get("v", 0) + (1 - b2) * g * g
    u = s["m"] / (1 - b1 ** t) / ((s["v"] / (1 - b2 ** t)).sqrt() + eps) + weight_decay * w
    trust = (w.norm() / u.norm()).item() if w.norm() > 0 and u.norm() > 0 else 1.0
    return w - lr * trust * u


class Formula(torch.optim.Optimizer):
    """A formula behind the interface of torch.optim."""

    def __init__(self, parameters, rule, lr, **options):
        super().__init__(parameters, {"lr": lr, **options})
        self.rule, self.t = rule, 0

    def step(self):
        self.t += 1
        for group in self.param_groups:
            options = {key: value for key, value in group.items() if key != "params"}
            for p in group["params"]:
                p.data = self.rule(self.t, p.data, p.grad, self.state[p], **options)


FORMULAS = {"NAdam": (nadam, 2e-3), "Lion": (lion, 1e-4), "LAMB": (lamb, 1e-3)}

# Our names of options and PyTorch's; the two betas of PyTorch are put together below.
NAMES = {"WeightDecay": "weight_decay", "Epsilon": "eps", "Momentum": "momentum", "Dampening": "dampening", "Nesterov": "nesterov",
         "AmsGrad": "amsgrad", "Alpha": "alpha", "Centered": "centered", "Rho": "rho", "LearningRateDecay": "lr_decay",
         "InitialAccumulatorValue": "initial_accumulator_value", "MomentumDecay": "momentum_decay", "DecoupledWeightDecay": "decoupled"}
COMMON = ("L1", "L2", "MaxNorm", "ClipNorm", "ClipValue", "EmaDecay", "Groups")


def torch_options(kind, options):
    given = {NAMES[key]: value for key, value in options.items() if key in NAMES}
    if "Beta1" in options or "Beta2" in options:
        given["betas"] = (options.get("Beta1", 0.9), options.get("Beta2", 0.99 if kind == "Lion" else 0.999))
    return given


def make_optimizer(kind, parameters, lr, options):
    """The optimizer, each tensor in a group of its own, and each group's factor on the learning rate."""
    rates = {} if lr is None else {"lr": lr}
    groups, factors = [], []
    for name, p in parameters.items():
        own = next((g for g in options.get("Groups", []) if holds(g, name)), {})
        group = {"params": [p], **torch_options(kind, own)}
        if "LearningRate" in own:
            group["lr"] = own["LearningRate"]
        groups.append(group)
        factors.append(None if "LearningRate" in own else own.get("LearningRateFactor", 1.0))
    given = torch_options(kind, options)
    if kind in FORMULAS:
        rule, default = FORMULAS[kind]
        return Formula(groups, rule, **({"lr": default} | rates), **given), factors
    decoupled = given.pop("decoupled", False)
    optimizer = getattr(torch.optim, kind)(groups, **rates, **given)
    if decoupled:
        step = optimizer.step
        def shrink_and_step():
            for group in optimizer.param_groups:
                decay, group["weight_decay"] = group["weight_decay"], 0
                for p in group["params"]:
                    p.data *= 1 - group["lr"] * decay
                step_decay.append((group, decay))
            step()
            while step_decay:
                group, decay = step_decay.pop()
                group["weight_decay"] = decay
        step_decay = []
        optimizer.step = shrink_and_step
    return optimizer, factors


def holds(group, name):
    kind = {"weight": "Weight", "bias": "Bias"}[name]
    return kind in group.get("Kinds", [kind]) and any(l in ("dense1", "dense1." + name) for l in group.get("Layers", ["dense1"]))


def penalties(options, name):
    """L1, L2 and the largest norm of a tensor: the optimizer's for weights, a group's for all it holds."""
    own = next((g for g in options.get("Groups", []) if holds(g, name)), {})
    return [own.get(key, options.get(key, 0) if name == "weight" else 0) for key in ("L1", "L2", "MaxNorm")]


def optimizer_case(name, kind, learning_rate=None, schedule=None, gradient_scale=1.0, **options):
    shapes = {"weight": (3, 5), "bias": (3,)}
    parameters = {n: wave(s, 0.8, 1.7, 0.3 + k).requires_grad_() for k, (n, s) in enumerate(shapes.items())}
    optimizer, factors = make_optimizer(kind, parameters, learning_rate, options)
    case = {"name": name, "optimizer": kind, "options": options, "learningRate": learning_rate}
    case["learningRates"] = [learning_rate * schedule(step) for step in range(STEPS)] if schedule else None
    tensors = {n: {"initial": tensor(p), "gradients": [], "values": [], "averages": []} for n, p in parameters.items()}
    averages = {}
    base = optimizer.param_groups[0]["lr"] if learning_rate is None else learning_rate
    for step in range(STEPS):
        for group, factor in zip(optimizer.param_groups, factors):
            if factor is not None:
                group["lr"] = (case["learningRates"][step] if schedule else base) * factor
        for k, (n, p) in enumerate(parameters.items()):
            p.grad = wave(p.shape, gradient_scale, 0.9 + 0.1 * k, 2.1 * step)
            tensors[n]["gradients"].append(p.grad.flatten().tolist())
        if "ClipNorm" in options:
            torch.nn.utils.clip_grad_norm_(parameters.values(), options["ClipNorm"])
        if "ClipValue" in options:
            torch.nn.utils.clip_grad_value_(parameters.values(), options["ClipValue"])
        for n, p in parameters.items():
            l1, l2, _ = penalties(options, n)
            p.grad = p.grad + l1 * torch.sign(p.data) + 2 * l2 * p.data
        optimizer.step()
        for n, p in parameters.items():
            largest = penalties(options, n)[2]
            if largest and p.dim() > 1:
                p.data = torch.renorm(p.data, 2, 0, largest)
            tensors[n]["values"].append(p.detach().flatten().tolist())
            if "EmaDecay" in options:
                d = options["EmaDecay"]
                averages[n] = d * averages[n] + (1 - d) * p.data if n in averages else p.data.clone()
                tensors[n]["averages"].append(averages[n].flatten().tolist())
    return case | tensors


def optimizers():
    halved = lambda step: 0.5 ** (step // 3)
    yield optimizer_case("sgd", "SGD", 0.1)
    yield optimizer_case("sgd weight decay", "SGD", 0.1, WeightDecay=0.05)
    yield optimizer_case("sgd momentum", "SGD", 0.05, Momentum=0.9)
    yield optimizer_case("sgd momentum weight decay", "SGD", 0.05, Momentum=0.8, WeightDecay=0.01)
    yield optimizer_case("sgd dampening", "SGD", 0.05, Momentum=0.9, Dampening=0.4)
    yield optimizer_case("sgd nesterov", "SGD", 0.05, Momentum=0.9, Nesterov=True)
    yield optimizer_case("sgd nesterov weight decay, halved rate", "SGD", 0.05, halved, Momentum=0.9, Nesterov=True, WeightDecay=0.02)
    yield optimizer_case("adam", "Adam")
    yield optimizer_case("adam weight decay", "Adam", 0.02, WeightDecay=0.1)
    yield optimizer_case("adam betas, eps", "Adam", 0.05, Beta1=0.7, Beta2=0.95, Epsilon=1e-3)
    yield optimizer_case("adam small gradients, halved rate", "Adam", 0.01, halved, gradient_scale=1e-6)
    yield optimizer_case("adam no first moment", "Adam", 0.01, Beta1=0.0, Beta2=0.9)
    yield optimizer_case("adam amsgrad", "Adam", 0.02, AmsGrad=True, Beta2=0.8)
    yield optimizer_case("adam amsgrad weight decay, halved rate", "Adam", 0.02, halved, AmsGrad=True, WeightDecay=0.1)
    yield optimizer_case("adamw", "AdamW")
    yield optimizer_case("adamw weight decay, halved rate", "AdamW", 0.05, halved, WeightDecay=0.3)
    yield optimizer_case("adamw betas, eps, no decay", "AdamW", 0.03, Beta1=0.8, Beta2=0.9, Epsilon=1e-4, WeightDecay=0.0)
    yield optimizer_case("adamw amsgrad", "AdamW", 0.02, AmsGrad=True, Beta2=0.8)
    yield optimizer_case("nadam", "NAdam")
    yield optimizer_case("nadam betas, eps, momentum decay", "NAdam", 0.02, Beta1=0.8, Beta2=0.95, Epsilon=1e-4, MomentumDecay=0.3)
    yield optimizer_case("nadam weight decay, halved rate", "NAdam", 0.02, halved, WeightDecay=0.1)
    yield optimizer_case("nadam decoupled", "NAdam", 0.02, WeightDecay=0.1, DecoupledWeightDecay=True)
    yield optimizer_case("radam", "RAdam")
    yield optimizer_case("radam betas, eps", "RAdam", 0.02, Beta1=0.8, Beta2=0.95, Epsilon=1e-3)
    yield optimizer_case("radam weight decay, halved rate", "RAdam", 0.02, halved, WeightDecay=0.1)
    yield optimizer_case("radam decoupled", "RAdam", 0.02, halved, WeightDecay=0.1, DecoupledWeightDecay=True)
    yield optimizer_case("rmsprop", "RMSprop")
    yield optimizer_case("rmsprop alpha, eps, weight decay, halved rate", "RMSprop", 0.02, halved, Alpha=0.8, Epsilon=1e-3, WeightDecay=0.1)
    yield optimizer_case("rmsprop momentum", "RMSprop", 0.005, Momentum=0.9)
    yield optimizer_case("rmsprop centered", "RMSprop", 0.01, Centered=True, Alpha=0.9)
    yield optimizer_case("rmsprop centered momentum", "RMSprop", 0.005, Centered=True, Momentum=0.8, WeightDecay=0.05)
    yield optimizer_case("adagrad", "Adagrad")
    yield optimizer_case("adagrad decays, eps", "Adagrad", 0.1, LearningRateDecay=0.2, WeightDecay=0.1, Epsilon=1e-3)
    yield optimizer_case("adagrad initial sum, halved rate", "Adagrad", 0.1, halved, InitialAccumulatorValue=0.3)
    yield optimizer_case("adadelta", "Adadelta")
    yield optimizer_case("adadelta rho, eps, weight decay, halved rate", "Adadelta", 0.7, halved, Rho=0.7, Epsilon=1e-3, WeightDecay=0.1)
    yield optimizer_case("lion", "Lion")
    yield optimizer_case("lion betas, weight decay, halved rate", "Lion", 0.02, halved, Beta1=0.6, Beta2=0.8, WeightDecay=0.3)
    yield optimizer_case("lamb", "LAMB")
    yield optimizer_case("lamb betas, eps, weight decay, halved rate", "LAMB", 0.05, halved, Beta1=0.8, Beta2=0.9, Epsilon=1e-3, WeightDecay=0.2)
    yield optimizer_case("lamb no decay, clipped", "LAMB", 0.02, WeightDecay=0.0, ClipNorm=0.5)

    yield optimizer_case("clip by norm", "SGD", 0.1, Momentum=0.9, ClipNorm=1.5)
    yield optimizer_case("clip by a norm that is never reached", "SGD", 0.1, ClipNorm=100.0)
    yield optimizer_case("clip by norm, adam, weight decay", "Adam", 0.02, ClipNorm=0.7, WeightDecay=0.1, Epsilon=1e-2)
    yield optimizer_case("clip by value", "SGD", 0.1, ClipValue=0.4, WeightDecay=0.1)
    yield optimizer_case("l1", "SGD", 0.1, L1=0.2)
    yield optimizer_case("l2", "SGD", 0.1, L2=0.1)
    yield optimizer_case("l1, l2, weight decay, adamw", "AdamW", 0.02, L1=0.1, L2=0.2, WeightDecay=0.1)
    yield optimizer_case("l1, lamb", "LAMB", 0.02, L1=0.1)
    yield optimizer_case("max-norm", "SGD", 0.2, MaxNorm=1.1)
    yield optimizer_case("max-norm, adam", "Adam", 0.1, MaxNorm=0.9)
    yield optimizer_case("moving average", "SGD", 0.1, EmaDecay=0.9)
    yield optimizer_case("moving average, max-norm, radam", "RAdam", 0.05, EmaDecay=0.7, MaxNorm=1.0)
    yield optimizer_case("no decay on biases", "AdamW", 0.05, WeightDecay=0.5, Groups=[{"Kinds": ["Bias", "Norm"], "WeightDecay": 0.0}])
    yield optimizer_case("groups with rates of their own, halved rate", "SGD", 0.1, halved, Momentum=0.5, Groups=[
        {"Layers": ["dense1.weight"], "LearningRateFactor": 0.3}, {"Layers": ["dense1"], "LearningRate": 0.02}])
    yield optimizer_case("groups with penalties of their own", "Adam", 0.05, L1=0.3, MaxNorm=0.5, Groups=[
        {"Kinds": ["Bias"], "L1": 0.1, "L2": 0.2}, {"Kinds": ["Weight"], "L1": 0.0, "L2": 0.1, "MaxNorm": 1.2, "WeightDecay": 0.05}])
    yield optimizer_case("everything, lion", "Lion", 0.02, halved, ClipNorm=1.0, L1=0.1, L2=0.05, MaxNorm=1.0, EmaDecay=0.8, WeightDecay=0.1,
                         Groups=[{"Kinds": ["Bias"], "WeightDecay": 0.0, "LearningRateFactor": 2.0}])


# ── losses ──────────────────────────────────────────────────────────────────────────────────

def loss_case(name, declaration, terms, logits, targets, divisor=None, weights=None):
    """A loss from its terms l, one a sample or one an element: Σ w·l / count, Σ w·l / divisor, or Σ w·l where the declaration says so; times its weight."""
    logits, targets, weights = (t.float().double() if t is not None and t.is_floating_point() else t for t in (logits, targets, weights))
    logits.requires_grad_()
    l = terms(logits, targets)
    if weights is not None:
        l = l * weights.reshape([-1] + [1] * (l.dim() - 1))
    loss = l.sum() if "Reduction.Sum" in declaration else l.mean() if divisor is None else l.sum() / divisor(targets)
    if "Weight = 0.5" in declaration:
        loss = 0.5 * loss
    loss.backward()
    case = {"name": name, "declaration": declaration, "logits": tensor(logits), "targets": tensor(targets)}
    if weights is not None:
        case["sampleWeights"] = tensor(weights)
    return case | {"value": loss.item(), "dlogits": tensor(logits.grad)}


def loss_cases(name, kind, terms, cases, arguments="", divisor=None):
    """Each of the cases by mean; the first also with half the weight and by sum, and with weights per sample by both."""
    def declared(*more):
        return f"{kind}({', '.join(filter(None, [arguments, *more]))})"
    for label, logits, targets in cases:
        yield loss_case(f"{name}{label}", declared(), terms, logits, targets, divisor)
    yield loss_case(f"{name} half", declared("Weight = 0.5"), terms, *cases[0][1:], divisor)
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
    yield "CosineSimilarity", "", by_rows(lambda y, t: functional.cosine_embedding_loss(y, t, torch.ones(len(y)), reduction="none"))


def by_rows(terms):
    """Terms of [n,classes] as those of [n,t,classes] too: PyTorch has the classes of a sequence before its steps."""
    return lambda z, t: terms(z.flatten(0, -2), t.flatten() if t.dim() < z.dim() else t.flatten(0, -2)).reshape(z.shape[:-1])


def over_classes():
    """Losses with a class index for each sample: (arguments, terms, what a mean divides by)."""
    functional = torch.nn.functional
    w = torch.tensor([0.5, 2.0, 1.0, 0.25], dtype=torch.float64)
    shares = "ClassWeights = new double[] { 0.5, 2, 1, 0.25 }"
    of_samples = lambda t: w[t].sum()
    yield "", by_rows(lambda z, t: functional.cross_entropy(z, t, reduction="none")), None
    yield "LabelSmoothing = 0.1", by_rows(lambda z, t: functional.cross_entropy(z, t, reduction="none", label_smoothing=0.1)), None
    yield shares, by_rows(lambda z, t: functional.cross_entropy(z, t, w, reduction="none")), of_samples
    yield f"LabelSmoothing = 0.2, {shares}", by_rows(lambda z, t: functional.cross_entropy(z, t, w, reduction="none", label_smoothing=0.2)), of_samples


def over_rows():
    """Losses with a probability for each class: (attribute, arguments, terms)."""
    functional = torch.nn.functional
    w = torch.tensor([0.5, 2.0, 1.0, 0.25], dtype=torch.float64)
    shares = "ClassWeights = new double[] { 0.5, 2, 1, 0.25 }"
    rows = "Target = TargetKind.Rows"
    yield "SoftmaxCrossEntropy", rows, by_rows(lambda z, t: functional.cross_entropy(z, t, reduction="none"))
    yield "SoftmaxCrossEntropy", f"{rows}, LabelSmoothing = 0.2, {shares}", by_rows(lambda z, t: functional.cross_entropy(
        z, t, w, reduction="none", label_smoothing=0.2))
    yield "KLDivergence", "", by_rows(lambda z, t: functional.kl_div(functional.log_softmax(z, 1), t, reduction="none").sum(1))


def losses():
    functional = torch.nn.functional
    ordinary = ("", wave((4, 3), 2, 1.3, 0.2), wave((4, 3), 1, 0.7, 1.1))
    one = (" one sample", wave((1, 3), 2, 1.3, 0.2), wave((1, 3), 1, 0.7, 1.1))
    near = (" near", wave((2, 3), 2, 1.3, 0.2), wave((2, 3), 2, 1.3, 0.2) + wave((2, 3), 0.01, 0.9, 0.4))
    far = (" extreme", given([[50, -50], [200, -200]]), given([[0, 1], [-1, 200]]))
    for kind, arguments, terms in distances():
        # Near to the target terms cancel: the third case asks for the digits that are left.
        yield from loss_cases(f"{kind} {arguments}".strip().lower(), kind, terms, [ordinary, one, near, far], arguments)
        if kind == "CosineSimilarity":
            yield from loss_cases("cosinesimilarity of steps", kind, terms, [("", wave((2, 3, 4), 2, 1.3, 0.2), wave((2, 3, 4), 1, 0.7, 1.1))], arguments)

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
    steps = ("", wave((2, 3, 4), 2, 1.9, 0.4), torch.tensor([[0, 3, 1], [2, 3, 0]]))
    for arguments, terms, divisor in over_classes():
        yield from loss_cases(f"cross-entropy {arguments}".strip().lower(), "SoftmaxCrossEntropy", terms, [classes, one, equal, far], arguments, divisor)
        yield from loss_cases(f"cross-entropy of steps {arguments}".strip().lower(), "SoftmaxCrossEntropy", terms, [steps], arguments, divisor)
        if "LabelSmoothing" not in arguments:
            of_logs = by_rows(lambda z, t, w=None if divisor is None else torch.tensor([0.5, 2.0, 1.0, 0.25]).double(): functional.nll_loss(z, t, w, reduction="none"))
            yield from loss_cases(f"nll {arguments}".strip().lower(), "NegativeLogLikelihood", of_logs, [classes, one, far], arguments, divisor)
            yield from loss_cases(f"nll of steps {arguments}".strip().lower(), "NegativeLogLikelihood", of_logs, [steps], arguments, divisor)

    shares = given([[0.1, 0.2, 0.3, 0.4], [0, 0, 1, 0], [0.5, 0.5, 0, 0], [0.25, 0.25, 0.25, 0.25], [1, 0, 0, 0]])
    rows = ("", wave((5, 4), 2, 1.9, 0.4), shares)
    far = (" extreme", given([[50, -50, 0, 1], [200, -200, 200, 0], [-200, -200, -199, -198]]), shares[:3])
    for kind, arguments, terms in over_rows():
        yield from loss_cases(f"{kind} {arguments}".strip().lower(), kind, terms, [rows, far], arguments)
        yield from loss_cases(f"{kind} of steps {arguments}".strip().lower(), kind, terms, [("", steps[1], shares[[0, 1, 2, 3, 4, 0]].reshape(2, 3, 4))], arguments)

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

def stepped(layer, x, dy):
    state = two_steps(layer, [x], lambda y: dy)
    return {"stepped": {name: tensor(t) for name, t in state.items()}} if state else {}


def linear_case(name, n, inputs, outputs, bias):
    layer = torch.nn.Linear(inputs, outputs, bias=bias).double()
    layer.weight.data = wave((outputs, inputs), 0.6, 1.1, 0.1)
    if bias:
        layer.bias.data = wave((outputs,), 0.4, 0.8, 0.6)
    x = wave((n, inputs), 1.5, 0.77, 0.9).requires_grad_()
    dy = wave((n, outputs), 1, 1.37, 0.2)
    state = stepped(layer, x, dy)
    y = layer(x)
    y.backward(dy)
    case = {"name": name, "layer": "Linear", "x": tensor(x), "dy": tensor(dy), "y": tensor(y), "dx": tensor(x.grad)}
    for leaf, p in layer.named_parameters():
        case |= {leaf: tensor(p), "d" + leaf: tensor(p.grad)}
    return case | state


def pointwise_case(name, kind, x, weight=None, **options):
    layer = getattr(torch.nn, kind)(**options).double()
    if weight is not None:
        layer.weight.data = weight
    x = x.clone().requires_grad_()
    dy = wave(x.shape, 1, 1.37, 0.2)
    state = stepped(layer, x, dy)
    y = layer(x)
    y.backward(dy)
    case = {"name": name, "layer": kind, "options": options, "x": tensor(x), "dy": tensor(dy), "y": tensor(y), "dx": tensor(x.grad)}
    for leaf, p in layer.named_parameters():
        case |= {leaf: tensor(p), "d" + leaf: tensor(p.grad)}
    return case | state


def batchnorm_cases(name, **options):
    """Two training steps, then evaluation. Running statistics are those before and after the pass."""
    layer = torch.nn.BatchNorm1d(3, **options).double()
    if layer.affine:
        layer.weight.data = given([1.5, 0.7, -0.4])
        layer.bias.data = given([0.1, -0.3, 0.5])
    for step, (mode, n) in enumerate([("train", 6), ("train", 4), ("eval", 5)]):
        layer.train(mode == "train")
        layer.zero_grad()
        before = {"running_mean": tensor(layer.running_mean.clone()), "running_var": tensor(layer.running_var.clone())}
        x = (wave((n, 3), 1.5, 0.77 + 0.3 * step, 0.9) + 0.5).float().double().requires_grad_()
        dy = wave((n, 3), 1, 1.37, 0.2 + step)
        state = stepped(layer, x, dy) if mode == "train" else {}
        y = layer(x)
        y.backward(dy)
        case = {"name": f"{name} {mode} {step + 1}", "layer": "BatchNorm1d", "options": {"momentum": layer.momentum, "eps": layer.eps} | options, "mode": mode}
        case |= {leaf: tensor(p) for leaf, p in layer.named_parameters()}
        case |= {"before": before, "x": tensor(x), "dy": tensor(dy), "y": tensor(y), "dx": tensor(x.grad)}
        case |= {"d" + leaf: tensor(p.grad) for leaf, p in layer.named_parameters()}
        yield case | {"after": {"running_mean": tensor(layer.running_mean), "running_var": tensor(layer.running_var)}} | state


class RMSNorm(torch.nn.Module):
    """torch.nn.RMSNorm as documented; PyTorch 1.13 has none."""

    def __init__(self, size, eps, elementwise_affine=True):
        super().__init__()
        self.eps = eps
        if elementwise_affine:
            self.weight = torch.nn.Parameter(torch.ones(size))

    def forward(self, x):
        y = x / ((x * x).mean(-1, keepdim=True) + self.eps).sqrt()
        return y * self.weight if hasattr(self, "weight") else y


def norm_cases():
    """Normalisations of each sample's features."""
    for kind, make in [("LayerNorm", torch.nn.LayerNorm), ("RMSNorm", RMSNorm)]:
        for options in [{"eps": 1e-5}, {"eps": 1e-2, "elementwise_affine": False}]:
            layer = make(5, **options).double()
            for leaf, p in layer.named_parameters():
                p.data = wave((5,), 0.6, 1.1, 0.1 if leaf == "weight" else 0.6)
            x, dy = wave((4, 5), 1.5, 0.77, 0.9).requires_grad_(), wave((4, 5), 1, 1.37, 0.2)
            state = stepped(layer, x, dy)
            y = layer(x)
            y.backward(dy)
            case = {"name": f"{kind} {options}", "layer": kind, "options": options, "x": tensor(x), "dy": tensor(dy), "y": tensor(y), "dx": tensor(x.grad)}
            for leaf, p in layer.named_parameters():
                case |= {leaf: tensor(p), "d" + leaf: tensor(p.grad)}
            yield case | state


def layers():
    yield from norm_cases()
    yield linear_case("linear", 3, 5, 4, bias=True)
    yield linear_case("linear without bias", 2, 3, 6, bias=False)
    yield linear_case("linear one sample", 1, 17, 19, bias=True)
    yield from batchnorm_cases("batchnorm")
    yield from batchnorm_cases("batchnorm with options", momentum=0.3, eps=0.01, affine=False)
    kinks = given([[-200, -50, -2, -0.5, 0], [1e-3, 0.5, 2, 50, 200]])
    ordinary = wave((3, 5), 2.5, 0.77, 0.9)
    for kind, options in [("ReLU", {}), ("LeakyReLU", {"negative_slope": 0.01}), ("LeakyReLU", {"negative_slope": 0.2}), ("Sigmoid", {}), ("Tanh", {}), ("Softmax", {"dim": 1}),
                          ("ELU", {}), ("ELU", {"alpha": 0.5}), ("SELU", {}), ("GELU", {}), ("GELU", {"approximate": "tanh"}), ("SiLU", {}),
                          ("Mish", {}), ("Softplus", {}), ("Softplus", {"beta": 2, "threshold": 3}), ("Softsign", {}), ("LogSigmoid", {}),
                          ("LogSoftmax", {"dim": 1}), ("Hardswish", {})]:
        name = " ".join([kind.lower(), *(f"{key} {value}" for key, value in options.items() if (key, value) not in [("dim", 1), ("negative_slope", 0.01)])])
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


# ── weights as PyTorch saves them ───────────────────────────────────────────────────────────

def safetensors(name, tensors, metadata):
    """Header length, header, data: what safetensors.torch.save_file writes."""
    header, data = {"__metadata__": metadata}, b""
    kinds = {torch.float32: "F32", torch.float16: "F16", torch.bfloat16: "BF16", torch.float64: "F64", torch.int64: "I64"}
    for key, t in tensors.items():
        raw = bytes(t.detach().contiguous().reshape(-1).view(torch.uint8).tolist())
        header[key] = {"dtype": kinds[t.dtype], "shape": list(t.shape), "data_offsets": [len(data), len(data) + len(raw)]}
        data += raw
    text = json.dumps(header, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 8)
    (HERE / name).write_bytes(len(text).to_bytes(8, "little") + text + data)


def state_dicts():
    """One network, trained a little, saved in four element types; what it predicts with the numbers as saved."""
    torch.manual_seed(1)
    net = torch.nn.Sequential(
        torch.nn.Linear(6, 20), torch.nn.BatchNorm1d(20), torch.nn.LeakyReLU(0.01), torch.nn.Linear(20, 17), torch.nn.Tanh(), torch.nn.Linear(17, 4))
    optimizer = torch.optim.SGD(net.parameters(), lr=0.1)
    for step in range(20):
        x, y = wave((12, 6), 1.5, 0.77, step).float(), torch.arange(12) % 4
        optimizer.zero_grad()
        torch.nn.functional.cross_entropy(net(x), y).backward()
        optimizer.step()
    x = wave((5, 6), 1.2, 1.13, 0.4)
    for kind in [torch.float32, torch.float16, torch.bfloat16, torch.float64]:
        name = f"state_dict.{str(kind)[6:]}.safetensors"
        saved = {key: t.to(kind) if t.is_floating_point() else t for key, t in net.state_dict().items()}
        safetensors(name, saved, {"format": "pt"})
        judge = torch.nn.Sequential(*[type(m)(m.in_features, m.out_features) if isinstance(m, torch.nn.Linear)
                                      else torch.nn.BatchNorm1d(20) if isinstance(m, torch.nn.BatchNorm1d) else m for m in net]).double().eval()
        judge.load_state_dict({key: t.double() if t.is_floating_point() else t for key, t in saved.items()})
        yield {"name": name, "x": tensor(x), "logits": tensor(judge(x)), "probabilities": tensor(judge(x).softmax(1))}


write("state_dicts.json", state_dicts())
write("optimizers.json", optimizers())
write("losses.json", losses())
write("layers.json", layers())
write("images.json", image_cases(wave, tensor))
write("recurrent.json", recurrent_cases(wave, tensor))
write("sequences.json", sequence_cases(wave, tensor))
write("shared.json", shared_cases(wave, tensor))
write("structure.json", structure_cases(wave, tensor))
