#!/usr/bin/python3
"""Ten training steps of whole networks in PyTorch's float64, and how far eight float32 runs of PyTorch stray. README.md describes the schema."""
import json
import pathlib
import sys

import numpy
import torch
import torch.nn.functional as F
from torch import nn

from sequences import Positions, causal

HERE = pathlib.Path(__file__).parent
STEPS, PROBES, RUNS, KINK, ZERO = 10, 64, 8, 5e-5, 1e-9


# ── numbers that a formula gives, alike here and in C# ──────────────────────────────────────

def fnv(name):
    """FNV-1a of the name."""
    value = 0x811C9DC5
    for byte in name.encode():
        value = ((value ^ byte) * 0x01000193) & 0xFFFFFFFF
    return value


def mixed(name, count):
    """A 32-bit number for each index: the index, mixed as murmur3 does."""
    x = (numpy.arange(count, dtype=numpy.uint64) * 0x9E3779B9 + fnv(name)) & 0xFFFFFFFF
    for shift, factor in (16, 0x85EBCA6B), (13, 0xC2B2AE35):
        x = ((x ^ (x >> numpy.uint64(shift))) * numpy.uint64(factor)) & numpy.uint64(0xFFFFFFFF)
    return x ^ (x >> numpy.uint64(16))


def uniform(name, shape, bound=1.0, middle=0.0):
    """middle + bound·u, u in [−1, 1), rounded to float32."""
    count = int(numpy.prod(shape))
    u = (mixed(name, count) >> numpy.uint64(8)).astype(numpy.float64) / 2.0 ** 23 - 1
    return torch.from_numpy((middle + bound * u).astype(numpy.float32).astype(numpy.float64)).reshape(tuple(shape))


def classes(name, count, number):
    return torch.from_numpy((mixed(name, count) % numpy.uint64(number)).astype(numpy.int64))


def start(model):
    """He-uniform weights by the extents behind the first, small biases, gains around one."""
    with torch.no_grad():
        for name, p in model.named_parameters():
            if p.dim() > 1:
                p.copy_(uniform(name, p.shape, (6.0 / (p.numel() // p.shape[0])) ** 0.5))
            else:
                p.copy_(uniform(name, p.shape, 0.1) if "bias" in name.split(".")[-1] else uniform(name, p.shape, 0.2, 1.0))
    return model


# ── networks ────────────────────────────────────────────────────────────────────────────────

class LeNet(nn.Module):
    def __init__(self, a, b, wide, narrow):
        super().__init__()
        self.conv1, self.conv2 = nn.Conv2d(1, a, 5, padding=2), nn.Conv2d(a, b, 5)
        self.dense1, self.dense2, self.dense3 = nn.Linear(25 * b, wide), nn.Linear(wide, narrow), nn.Linear(narrow, 10)

    def forward(self, x):
        x = F.avg_pool2d(torch.tanh(self.conv1(x)), 2)
        x = F.avg_pool2d(torch.tanh(self.conv2(x)), 2)
        x = torch.tanh(self.dense1(x.flatten(1)))
        return self.dense3(torch.tanh(self.dense2(x)))


class Vgg(nn.Module):
    def __init__(self, width):
        super().__init__()
        channels, index = 3, 1
        self.pools = []
        for factor, pool in (1, 1), (2, 1), (4, 0), (4, 1), (8, 0), (8, 1), (8, 0), (8, 1):
            self.add_module(f"conv{index}", nn.Conv2d(channels, width * factor, 3, padding=1))
            channels = width * factor
            self.pools.append(pool)
            index += 1
        self.dense1 = nn.Linear(channels, 10)

    def forward(self, x):
        for i, pool in enumerate(self.pools):
            x = F.relu(getattr(self, f"conv{i + 1}")(x))
            x = F.max_pool2d(x, 2) if pool else x
        return self.dense1(x.flatten(1))


class BasicBlock(nn.Module):
    def __init__(self, inputs, channels, down):
        super().__init__()
        self.conv1, self.batchnorm1 = nn.Conv2d(inputs, channels, 3, 2 if down else 1, 1, bias=False), nn.BatchNorm2d(channels)
        self.conv2, self.main = nn.Conv2d(channels, channels, 3, padding=1, bias=False), nn.BatchNorm2d(channels)
        if down:
            self.conv3, self.shortcut = nn.Conv2d(inputs, channels, 1, 2, bias=False), nn.BatchNorm2d(channels)
        self.down = down

    def forward(self, x):
        y = self.main(self.conv2(F.relu(self.batchnorm1(self.conv1(x)))))
        return F.relu(y + (self.shortcut(self.conv3(x)) if self.down else x))


class ResNet(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv1, self.batchnorm1 = nn.Conv2d(3, width, 3, padding=1, bias=False), nn.BatchNorm2d(width)
        self.blocks, channels, counts = [], width, {"basicblock": 0, "downblock": 0}
        for factor, down in (1, 0), (1, 0), (2, 1), (2, 0), (4, 1), (4, 0), (8, 1), (8, 0):
            kind = "downblock" if down else "basicblock"
            counts[kind] += 1
            self.blocks.append(f"{kind}{counts[kind]}")
            self.add_module(self.blocks[-1], BasicBlock(channels, width * factor, down))
            channels = width * factor
        self.dense1 = nn.Linear(channels, 10)

    def forward(self, x):
        x = F.relu(self.batchnorm1(self.conv1(x)))
        for block in self.blocks:
            x = getattr(self, block)(x)
        return self.dense1(x.mean((2, 3)))


class Bottleneck(nn.Module):
    def __init__(self, inputs, hidden, channels, stride, skip):
        super().__init__()
        self.conv1, self.batchnorm1 = nn.Conv2d(inputs, hidden, 1, bias=False), nn.BatchNorm2d(hidden)
        self.conv2, self.batchnorm2 = nn.Conv2d(hidden, hidden, 3, stride, 1, groups=hidden, bias=False), nn.BatchNorm2d(hidden)
        self.conv3, self.narrow = nn.Conv2d(hidden, channels, 1, bias=False), nn.BatchNorm2d(channels)
        self.skip = skip

    def forward(self, x):
        y = F.relu6(self.batchnorm1(self.conv1(x)))
        y = self.narrow(self.conv3(F.relu6(self.batchnorm2(self.conv2(y)))))
        return x + y if self.skip else y


class MobileNet(nn.Module):
    """Width 0.35; the rows are repetitions, channels and stride of the paper's table 2 from its second bottleneck on."""

    def __init__(self, stem, first, rows, last):
        super().__init__()
        self.conv1, self.batchnorm1 = nn.Conv2d(3, stem, 3, padding=1, bias=False), nn.BatchNorm2d(stem)
        self.conv2, self.batchnorm2 = nn.Conv2d(stem, stem, 3, padding=1, groups=stem, bias=False), nn.BatchNorm2d(stem)
        self.conv3, self.batchnorm3 = nn.Conv2d(stem, first, 1, bias=False), nn.BatchNorm2d(first)
        self.blocks, channels, counts = [], first, {"bottleneck": 0, "inverted": 0}
        for count, width, stride in rows:
            for i in range(count):
                kind = "inverted" if i > 0 else "bottleneck"
                counts[kind] += 1
                self.blocks.append(f"{kind}{counts[kind]}")
                self.add_module(self.blocks[-1], Bottleneck(channels, 6 * channels, width, 1 if i else stride, i > 0))
                channels = width
        self.conv4, self.batchnorm4 = nn.Conv2d(channels, last, 1, bias=False), nn.BatchNorm2d(last)
        self.dense1 = nn.Linear(last, 10)

    def forward(self, x):
        x = F.relu6(self.batchnorm1(self.conv1(x)))
        x = self.batchnorm3(self.conv3(F.relu6(self.batchnorm2(self.conv2(x)))))
        for block in self.blocks:
            x = getattr(self, block)(x)
        return self.dense1(F.relu6(self.batchnorm4(self.conv4(x))).mean((2, 3)))


class Autoencoder(nn.Module):
    def __init__(self, width):
        super().__init__()
        sizes = (1, width), (width, 2 * width), (2 * width, 2 * width), (4 * width, width), (2 * width, width)
        for i, (a, b) in enumerate(sizes):
            self.add_module(f"conv{i + 1}", nn.Conv2d(a, b, 3, padding=1))
        self.conv6 = nn.Conv2d(width, 1, 1)

    def forward(self, x):
        first = F.relu(self.conv1(x))
        second = F.relu(self.conv2(F.max_pool2d(first, 2)))
        x = F.relu(self.conv3(F.max_pool2d(second, 2)))
        x = F.relu(self.conv4(torch.cat((F.interpolate(x, scale_factor=2), second), 1)))
        x = F.relu(self.conv5(torch.cat((F.interpolate(x, scale_factor=2, mode="bilinear"), first), 1)))
        return self.conv6(x)


class TwoLosses(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.dense1, self.dense2 = nn.Linear(12, width), nn.Linear(5, width)
        self.dense3, self.dense4 = nn.Linear(width, 7), nn.Linear(7, 3)

    def forward(self, image, facts):
        mask = self.dense3(torch.relu(self.dense1(image)) * torch.tanh(self.dense2(facts)))
        return mask, self.dense4(torch.relu(mask))


class Recurrent(nn.Module):
    """The last state of a recurrent layer of numbers or, of `words` of them, of tokens, and one dense layer; both directions' states stand side by side."""

    def __init__(self, kind, inputs, units, outputs, words=0, **options):
        super().__init__()
        self.embedding1 = nn.Embedding(words, inputs) if words else nn.Identity()
        self.layer, self.directions = f"{kind.lower()}1", 2 if options.get("bidirectional") else 1
        self.add_module(self.layer, getattr(nn, kind)(inputs, units, batch_first=True, **options))
        self.dense1 = nn.Linear(self.directions * units, outputs)

    def forward(self, x):
        last = getattr(self, self.layer)(self.embedding1(x))[1]
        h = last[0] if isinstance(last, tuple) else last
        return self.dense1(torch.cat(tuple(h[-self.directions:]), 1))


class CharTransformer(nn.Module):
    """Logits of the next character at each place."""

    def __init__(self, characters, length, width, heads, hidden):
        super().__init__()
        self.embedding1, self.positionalembedding1 = nn.Embedding(characters, width), Positions(length, width)
        for i in 1, 2:
            block = nn.TransformerEncoderLayer(width, heads, hidden, 0.0, "gelu", batch_first=True, norm_first=True)
            self.add_module(f"transformerencoderlayer{i}", block)
        self.layernorm1, self.dense1 = nn.LayerNorm(width), nn.Linear(width, characters)

    def forward(self, x):
        mask = causal(x.shape[1])
        x = self.positionalembedding1(self.embedding1(x))
        x = self.transformerencoderlayer2(self.transformerencoderlayer1(x, src_mask=mask), src_mask=mask)
        return self.dense1(self.layernorm1(x))


class Dcgan(nn.Module):
    """Two networks that are trained against each other."""

    def __init__(self, noise, width):
        super().__init__()
        self.generator, self.discriminator = Generator(noise, width), Discriminator(width)


class Generator(nn.Module):
    def __init__(self, noise, width):
        super().__init__()
        self.conv1, self.batchnorm1 = nn.ConvTranspose2d(noise, 2 * width, 7, bias=False), nn.BatchNorm2d(2 * width)
        self.conv2, self.batchnorm2 = nn.ConvTranspose2d(2 * width, width, 4, 2, 1, bias=False), nn.BatchNorm2d(width)
        self.conv3 = nn.ConvTranspose2d(width, 1, 4, 2, 1)

    def forward(self, x):
        x = F.relu(self.batchnorm1(self.conv1(x)))
        x = F.relu(self.batchnorm2(self.conv2(x)))
        return torch.tanh(self.conv3(x))


class Discriminator(nn.Module):
    def __init__(self, width):
        super().__init__()
        self.conv1 = nn.Conv2d(1, width, 4, 2, 1)
        self.conv2, self.batchnorm1 = nn.Conv2d(width, 2 * width, 4, 2, 1, bias=False), nn.BatchNorm2d(2 * width)
        self.conv3 = nn.Conv2d(2 * width, 1, 7)

    def forward(self, x):
        x = F.leaky_relu(self.batchnorm1(self.conv2(F.leaky_relu(self.conv1(x), 0.2))), 0.2)
        return self.conv3(x).flatten(1)


# ── batches and steps ──────────────────────────────────────────────────────────────────────

def toward(loss_of):
    """A step of SGD, by the loss of outputs and targets; gives its losses."""
    def step(model, inputs, targets, update):
        loss = loss_of(model(*inputs), targets)
        loss.backward()
        update(model)
        return [loss.item()]

    return step


def images(*shape):
    """A classifier of images: inputs and classes of a step."""
    def batch(step, n, salt):
        return [uniform(f"{salt}input{step}", (n, *shape))], [classes(f"{salt}target{step}", n, 10)]

    return batch, toward(lambda y, t: F.cross_entropy(y, t[0]))


def regression(shape, target):
    """Numbers from numbers."""
    def batch(step, n, salt):
        return [uniform(f"{salt}input{step}", (n, *shape))], [uniform(f"{salt}target{step}", (n, *target))]

    return batch, toward(lambda y, t: F.mse_loss(y, t[0]))


def tokens(length, words, number, each=False):
    """A class of tokens, or of each of them."""
    def batch(step, n, salt):
        return ([classes(f"{salt}input{step}", n * length, words).reshape(n, length)],
                [classes(f"{salt}target{step}", n * length if each else n, number)])

    return batch, toward(lambda y, t: F.cross_entropy(y.reshape(-1, number), t[0]))


def two_losses():
    def batch(step, n, salt):
        return ([uniform(f"{salt}input{step}", (n, 12)), uniform(f"{salt}second{step}", (n, 5))],
                [classes(f"{salt}target{step}", n, 3), uniform(f"{salt}other{step}", (n, 7))])

    return batch, toward(lambda y, t: F.cross_entropy(y[1], t[0]) + 0.5 * F.mse_loss(y[0], t[1]))


def adversaries(noise):
    """The discriminator learns from images and from generated ones in one update, then the generator through it."""
    def batch(step, n, salt):
        return [uniform(f"{salt}input{step}", (n, noise, 1, 1)), uniform(f"{salt}images{step}", (n, 1, 28, 28))], []

    def step(model, inputs, targets, update):
        noise, images = inputs
        judged = lambda x, real: F.binary_cross_entropy_with_logits(model.discriminator(x), torch.full((len(x), 1), real, dtype=x.dtype))
        generated = model.generator(noise)
        losses = [judged(images, 1.0), judged(generated.detach(), 0.0)]
        sum(losses).backward()
        update(model.discriminator)
        losses.append(judged(generated, 1.0))
        losses[-1].backward()
        model.discriminator.zero_grad()
        update(model.generator)
        return [loss.item() for loss in losses]

    return batch, step


FORECAST, TEXTS = regression((50, 6), (1,)), tokens(20, 100, 5)
MOBILE = (2, 8, 1), (3, 16, 2), (4, 24, 2), (3, 32, 1), (3, 56, 2), (1, 112, 1)


def twice(x):
    """What needs no reduced width."""
    return x, x


# name, model at full and at reduced width, batches and step of each, samples, learning rate
NETWORKS = [
    ("LeNet5", lambda: LeNet(6, 16, 120, 84), lambda: LeNet(2, 3, 12, 8), images(1, 28, 28), images(1, 28, 28), 4, 0.01),
    ("Vgg11", lambda: Vgg(64), lambda: Vgg(2), images(3, 32, 32), images(3, 32, 32), 2, 0.001),
    ("ResNet18", lambda: ResNet(64), lambda: ResNet(2), images(3, 32, 32), images(3, 16, 16), 2, 0.001),
    ("MobileNetV2", lambda: MobileNet(16, 8, MOBILE, 1280), lambda: MobileNet(3, 2, ((2, 2, 2), (2, 3, 1)), 8), images(3, 32, 32), images(3, 8, 8), 2, 0.001),
    ("Autoencoder", lambda: Autoencoder(16), lambda: Autoencoder(2), regression((1, 28, 28), (1, 28, 28)), regression((1, 8, 8), (1, 8, 8)), 4, 0.01),
    ("TwoLosses", *twice(lambda: TwoLosses(16)), *twice(two_losses()), 4, 0.01),
    ("Forecaster", *twice(lambda: Recurrent("LSTM", 6, 30, 1)), *twice(FORECAST), 4, 0.05),
    ("StackedForecaster", *twice(lambda: Recurrent("LSTM", 6, 30, 1, num_layers=2)), *twice(FORECAST), 4, 0.05),
    ("BidirectionalForecaster", *twice(lambda: Recurrent("LSTM", 6, 30, 1, bidirectional=True)), *twice(FORECAST), 4, 0.05),
    ("GRUClassifier", *twice(lambda: Recurrent("GRU", 24, 32, 5, words=100)), *twice(TEXTS), 4, 0.05),
    ("RNNClassifier", *twice(lambda: Recurrent("RNN", 24, 32, 5, words=100)), *twice(TEXTS), 4, 0.05),
    ("CharTransformer", lambda: CharTransformer(65, 32, 64, 4, 256), lambda: CharTransformer(65, 8, 6, 2, 12), tokens(32, 65, 65, True), tokens(8, 65, 65, True), 2, 0.02),
    ("Dcgan", lambda: Dcgan(100, 64), lambda: Dcgan(5, 2), adversaries(100), adversaries(5), 2, 0.002),
]


# ── runs ────────────────────────────────────────────────────────────────────────────────────

def nudged(tensors, seed):
    """Every float an ulp up or down, as float32."""
    generator = torch.Generator().manual_seed(seed)
    toward = lambda x: torch.where(torch.rand(x.shape, generator=generator) < 0.5, -torch.inf, torch.inf).float()
    return [x.float().nextafter(toward(x)) if x.is_floating_point() else x for x in tensors]


def read_nudged(model, seed):
    """Indices have no ulp: what they are read as is nudged instead."""
    with torch.no_grad():
        for layer in model.modules():
            if isinstance(layer, nn.Embedding):
                layer.weight.copy_(nudged([layer.weight], seed)[0])


def train(make, task, n, rate, salt, dtype=torch.float64, seed=None, steps=STEPS):
    """The losses, the first step's gradients, and parameters and states after ten steps of SGD."""
    batch, step_of = task
    model = start(make().double()).to(dtype)
    if seed is not None:
        read_nudged(model, seed)
    names = {p: name for name, p in model.named_parameters()}
    losses, first = [], {}

    def update(part):
        for p in part.parameters():
            first.setdefault(names[p], p.grad.double().clone())
        torch.optim.SGD(part.parameters(), rate).step()
        part.zero_grad()

    for step in range(steps):
        inputs, targets = batch(step, n, salt)
        if seed is not None:
            inputs = nudged(inputs, 100 * seed + step)
            targets = [t.to(dtype) if t.is_floating_point() else t for t in targets]
        losses.append(step_of(model, inputs, targets, update))
    stored = {name: t.detach().double() for name, t in model.state_dict().items() if not name.endswith("num_batches_tracked")}
    return losses, first, stored


def probes(t):
    """The norm, and as many elements as there are probes, evenly spaced."""
    flat = t.flatten()
    places = [i * flat.numel() // PROBES for i in range(PROBES)] if flat.numel() > PROBES else range(flat.numel())
    return {"norm": round12(flat.norm().item()), "probes": [round12(flat[i].item()) for i in places]}


def round12(x):
    return float(f"{x:.12g}")


def distance(a, b):
    return ((a - b).norm() / b.norm()).item() if b.norm() > 0 else (a - b).norm().item()


def strays(run, gradients):
    """The largest relative distance of a gradient; of one that is zero, relative to the network's largest."""
    largest = max(value.norm().item() for value in gradients.values())
    return max((run[name] - value).norm().item() / (value.norm().item() if value.norm() > ZERO * largest else largest)
               for name, value in gradients.items())


def decided(make, task, n):
    """The first salt of the batches with which no activation of the first step lies so near a kink that float32 chooses the side."""
    for salt in map(str, range(100)):
        _, gradients, _ = train(make, task, n, 0, salt, steps=1)
        runs = (train(make, task, n, 0, salt, torch.float32, seed, 1)[1] for seed in range(RUNS))
        if all(strays(run, gradients) < KINK for run in runs):
            return salt
    raise ValueError("every batch has an activation at a kink")


def case(name, make, make_narrow, task, narrow_task, n, rate):
    salt = decided(make, task, n)
    losses, gradients, stored = train(make, task, n, rate, salt)
    runs = [train(make, task, n, rate, salt, torch.float32, seed) for seed in range(RUNS)]
    narrow = train(make_narrow, narrow_task, n, rate, salt)
    return {
        "name": name, "salt": salt, "samples": n, "learningRate": rate, "losses": sum(losses, []),
        "gradients": {key: probes(value) for key, value in gradients.items()},
        "stored": {key: probes(value) for key, value in stored.items()},
        "lossDeviation": max(abs(a - b) for run in runs for a, b in zip(run[0][-1], losses[-1])),
        "deviations": {key: float(f"{max(distance(run[2][key], value) for run in runs):.3g}") for key, value in stored.items()},
        "narrowLosses": sum(narrow[0], []),
        "narrowStored": {key: probes(value) for key, value in narrow[2].items()},
    }


def network_cases():
    torch.set_num_threads(1)
    return (case(*network) for network in NETWORKS)


def write():
    """A file for each network, one tensor a line."""
    for network in network_cases():
        fields = []
        for key, value in network.items():
            if isinstance(value, dict):
                lines = ",\n".join(f"    {json.dumps(name)}: {json.dumps(tensor)}" for name, tensor in value.items())
                fields.append(f"  {json.dumps(key)}: {{\n{lines}\n  }}")
            else:
                fields.append(f"  {json.dumps(key)}: {json.dumps(value)}")
        (HERE / f"network.{network['name']}.json").write_text("{\n" + ",\n".join(fields) + "\n}\n")


if __name__ == "__main__":
    NETWORKS = [network for network in NETWORKS if network[0] in sys.argv[1:] or len(sys.argv) == 1]
    write()
