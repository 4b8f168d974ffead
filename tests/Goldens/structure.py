"""Golden cases of layers without parameters that move, join or drop values."""
import torch
from torch import nn

from sequences import passes


class Call(nn.Module):
    """A function of some inputs."""

    def __init__(self, function):
        super().__init__()
        self.function = function

    def forward(self, *inputs):
        return self.function(*inputs)


def taken(axis, start, length, step):
    return Call(lambda x: x.index_select(axis, torch.arange(length) * step + start))


def structure_cases(wave, tensor):
    case = passes(wave, tensor)
    yield case("Flatten", nn.Flatten(), (2, 3, 4, 5))
    yield case("Flatten of a sequence", nn.Flatten(), (2, 3, 5))
    yield case("Reshape", nn.Unflatten(1, (4, 7)), (2, 28))
    yield case("Reshape of an image", Call(lambda x: x.reshape(len(x), 6, -1)), (2, 3, 4, 5))
    for order in [(2, 1), (3, 1, 2), (2, 3, 1), (1, 3, 2)]:
        yield case(f"Permute {order}", Call(lambda x, order=order: x.permute(0, *order)), (2, 3, 4, 5)[: len(order) + 1])
    yield case("Slice", taken(1, 0, 8, 1), (2, 20))
    yield case("Slice by three", taken(1, 1, 6, 3), (2, 17))
    yield case("Slice backwards", taken(2, 4, 3, -2), (2, 3, 5))
    yield case("Slice of rows", taken(3, 2, 2, 1), (2, 3, 4, 5))
    yield case("Concat", Call(lambda *xs: torch.cat(xs, 1)), (2, 3), (2, 17), (2, 1))
    yield case("Concat of channels", Call(lambda *xs: torch.cat(xs, 1)), (2, 3, 4, 5), (2, 2, 4, 5))
    yield case("Concat of steps", Call(lambda *xs: torch.cat(xs, 1)), (2, 3, 4), (2, 5, 4))
    yield case("Concat of features", Call(lambda *xs: torch.cat(xs, 2)), (2, 3, 4), (2, 3, 5))
    yield case("Concat of columns", Call(lambda *xs: torch.cat(xs, 3)), (2, 3, 4, 2), (2, 3, 4, 1))
    yield case("Concat of one twice", Call(lambda x: torch.cat((x, x), 1)), (2, 5))
    # Layers one after another work on the parts, which so have their own gradients.
    yield case("Split", Call(lambda x: torch.mul(*x.chunk(2, 1))), (2, 8))
    yield case("Split of lengths", Call(lambda x: (lambda a, b, c: torch.cat((c, a * c, b), 1))(*x.split((2, 1, 2), 1))), (2, 5))
    yield case("Split of channels", Call(lambda x: torch.mul(*x.chunk(2, 1))), (2, 4, 3, 5))
    yield case("Split of features", Call(lambda x: (lambda a, b: torch.cat((b, torch.tanh(a)), 2))(*x.split((3, 2), 2))), (2, 4, 5))
    for name, function in [("Add", torch.add), ("Multiply", torch.mul)]:
        yield case(name, Call(function), (2, 5), (2, 5))
        yield case(name + " of three", Call(lambda x, y, z, function=function: function(function(x, y), z)), (2, 17), (2, 17), (2, 17))
        yield case(name + " of images", Call(function), (2, 3, 4, 5), (2, 3, 4, 5))
        yield case(name + " of one twice", Call(lambda x, function=function: function(x, x)), (2, 3, 4))
    # What is drawn in training is each program's own: here are inference, and training without noise.
    quiet = {"Dropout": (nn.Dropout, (2, 7)), "SpatialDropout": (nn.Dropout2d, (2, 3, 4, 5)), "AlphaDropout": (nn.AlphaDropout, (2, 7))}
    for name, (kind, shape) in quiet.items():
        yield case(name + " of none", kind(0.0), shape)
        yield case(name + " inference", kind(0.5), shape, mode="eval")
    yield case("GaussianNoise of none", nn.Identity(), (2, 7))
    yield case("GaussianNoise inference", nn.Identity(), (2, 7), mode="eval")
