"""Golden cases of layers over images; make.py writes them."""
import torch

from steps import two_steps


class Sequence(torch.nn.Module):
    """A layer of PyTorch's over [n,c,t] as one over [n,t,c], with zeros before the first element."""

    def __init__(self, inner, before=0):
        super().__init__()
        self.inner, self.before = inner, before

    def forward(self, x):
        return self.inner(torch.nn.functional.pad(x.transpose(1, 2), (self.before, 0))).transpose(1, 2)


class Separable(torch.nn.Module):
    """Windows over each channel alone and a sum over all of them, under the names that Keras has for the two."""

    def __init__(self, kind, inputs, channels, kernel, multiplier=1, bias=True, **options):
        super().__init__()
        self.depthwise = kind(inputs, inputs * multiplier, kernel, groups=inputs, bias=False, **options)
        self.pointwise = kind(inputs * multiplier, channels, 1, bias=bias)

    def forward(self, x):
        return self.pointwise(self.depthwise(x))


def leaf_of(name):
    """The name within the layer; what only wraps it has a number or is inner."""
    return ".".join(part for part in name.split(".") if part != "inner" and not part.isdigit())


def image_cases(wave, tensor):
    """Convolutions, pools and normalisations: output, input gradient, parameter gradients; running statistics before and after a pass in training."""

    def case(name, layer, shape, mode="train"):
        layer = layer.double()
        layer.train(mode == "train")
        for k, (_, p) in enumerate(layer.named_parameters()):
            p.data = wave(p.shape, 0.6, 1.1 + 0.2 * k, 0.1 + k)
        for k, (leaf, b) in enumerate(layer.named_buffers()):
            if b.dim() > 0:
                b.data = wave(b.shape, 0.3, 0.7, 0.4 + k) + (1 if leaf_of(leaf) == "running_var" else 0)
        before = {leaf_of(leaf): tensor(b.clone()) for leaf, b in layer.named_buffers() if b.dim() > 0}
        x = wave(shape, 1.5, 0.77, 0.9).requires_grad_()
        gradient = lambda y: wave(y.shape, 1, 1.37, 0.2)
        stepped = two_steps(layer, [x], gradient) if mode == "train" else {}
        y = layer(x)
        dy = gradient(y)
        y.backward(dy)
        fields = {"name": name, "mode": mode, "before": before, "x": tensor(x), "dy": tensor(dy), "y": tensor(y), "dx": tensor(x.grad)}
        for leaf, p in layer.named_parameters():
            leaf = leaf_of(leaf)
            fields |= {leaf: tensor(p), "d" + leaf: tensor(p.grad)}
        fields |= {"after": {leaf_of(leaf): tensor(b) for leaf, b in layer.named_buffers() if b.dim() > 0}}
        return fields | ({"stepped": {leaf_of(name): tensor(t) for name, t in stepped.items()}} if stepped else {})

    nn = torch.nn
    yield case("Conv2D", nn.Conv2d(3, 5, 3), (2, 3, 6, 5))
    yield case("Conv2D padding", nn.Conv2d(2, 17, 3, padding=1), (3, 2, 5, 7))
    yield case("Conv2D stride", nn.Conv2d(4, 6, 3, stride=2, padding=1, bias=False), (2, 4, 8, 7))
    yield case("Conv2D dilation", nn.Conv2d(16, 16, 3, dilation=2, padding=2), (1, 16, 6, 6))
    yield case("Conv2D groups", nn.Conv2d(6, 9, 2, groups=3), (2, 6, 5, 5))
    yield case("Conv2D depthwise", nn.Conv2d(18, 18, 3, groups=18, padding=1, stride=2), (2, 18, 7, 6))
    yield case("Conv2D multiplied", nn.Conv2d(4, 8, 3, groups=4), (2, 4, 5, 5))
    yield case("Conv2D pointwise", nn.Conv2d(19, 33, 1), (2, 19, 3, 3))
    yield case("Conv2D same", nn.Conv2d(3, 4, 4, padding="same"), (2, 3, 6, 5))
    yield case("Conv2D reflect", nn.Conv2d(3, 4, 3, padding=2, padding_mode="reflect"), (2, 3, 5, 4))
    yield case("Conv2D replicate", nn.Conv2d(2, 17, 3, padding=2, padding_mode="replicate"), (2, 2, 4, 3))
    yield case("Conv2D pads", nn.Sequential(nn.ZeroPad2d((2, 0, 1, 3)), nn.Conv2d(3, 4, 3)), (2, 3, 5, 4))
    yield case("Conv1D", Sequence(nn.Conv1d(3, 5, 3)), (2, 7, 3))
    yield case("Conv1D groups", Sequence(nn.Conv1d(4, 8, 3, stride=2, padding=1, groups=2, bias=False)), (3, 8, 4))
    yield case("Conv1D depthwise", Sequence(nn.Conv1d(18, 18, 3, groups=18, padding=1)), (2, 5, 18))
    yield case("Conv1D same", Sequence(nn.Conv1d(4, 6, 4, padding="same")), (2, 9, 4))
    yield case("Conv1D causal", Sequence(nn.Conv1d(16, 16, 3, dilation=2), before=4), (2, 8, 16))
    yield case("Conv1D reflect", Sequence(nn.Conv1d(2, 3, 3, padding=1, padding_mode="reflect")), (2, 6, 2))
    yield case("Conv1D replicate", Sequence(nn.Conv1d(2, 3, 3, padding=2, padding_mode="replicate")), (2, 4, 2))
    yield case("Conv1D pads", Sequence(nn.Sequential(nn.ConstantPad1d((2, 1), 0), nn.Conv1d(3, 4, 3))), (2, 5, 3))
    yield case("SeparableConv2D", Separable(nn.Conv2d, 3, 5, 3), (2, 3, 6, 5))
    yield case("SeparableConv2D multiplied", Separable(nn.Conv2d, 4, 17, 3, multiplier=2, stride=2, padding=1, bias=False), (2, 4, 7, 6))
    yield case("SeparableConv2D pads", nn.Sequential(nn.ZeroPad2d((2, 1, 1, 0)), Separable(nn.Conv2d, 18, 4, 2, dilation=2)), (2, 18, 5, 4))
    yield case("SeparableConv2D same", Separable(nn.Conv2d, 16, 16, 3, padding="same"), (2, 16, 4, 5))
    yield case("SeparableConv2D reflect", Separable(nn.Conv2d, 3, 4, 3, multiplier=3, padding=2, padding_mode="reflect"), (2, 3, 5, 4))
    yield case("SeparableConv2D replicate", Separable(nn.Conv2d, 2, 3, 3, padding=2, padding_mode="replicate"), (2, 2, 4, 3))
    yield case("SeparableConv1D", Sequence(Separable(nn.Conv1d, 3, 5, 3)), (2, 7, 3))
    yield case("SeparableConv1D multiplied", Sequence(Separable(nn.Conv1d, 4, 17, 3, multiplier=3, stride=2, padding=1, bias=False)), (2, 8, 4))
    yield case("SeparableConv1D same", Sequence(Separable(nn.Conv1d, 4, 6, 4, padding="same")), (2, 9, 4))
    yield case("SeparableConv1D causal", Sequence(Separable(nn.Conv1d, 16, 6, 3, dilation=2), before=4), (2, 8, 16))
    yield case("SeparableConv1D reflect", Sequence(Separable(nn.Conv1d, 2, 3, 3, multiplier=2, padding=1, padding_mode="reflect")), (2, 6, 2))
    yield case("SeparableConv1D replicate", Sequence(Separable(nn.Conv1d, 2, 3, 3, padding=2, padding_mode="replicate")), (2, 4, 2))
    yield case("SeparableConv1D pads", Sequence(nn.Sequential(nn.ConstantPad1d((2, 1), 0), Separable(nn.Conv1d, 3, 4, 3))), (2, 5, 3))
    yield case("ConvTranspose2D", nn.ConvTranspose2d(3, 5, 3), (2, 3, 4, 5))
    yield case("ConvTranspose2D stride", nn.ConvTranspose2d(4, 17, 4, stride=2, padding=1, bias=False), (2, 4, 3, 4))
    yield case("ConvTranspose2D output padding", nn.ConvTranspose2d(2, 3, 3, stride=3, padding=1, output_padding=2), (2, 2, 3, 2))
    yield case("ConvTranspose2D beyond the windows", nn.ConvTranspose2d(2, 3, 2, stride=3, output_padding=1), (2, 2, 3, 2))
    yield case("ConvTranspose2D dilation", nn.ConvTranspose2d(16, 16, 3, dilation=2, padding=1, output_padding=1), (1, 16, 4, 3))
    yield case("ConvTranspose2D groups", nn.ConvTranspose2d(6, 9, 3, stride=2, groups=3), (2, 6, 3, 3))
    yield case("ConvTranspose2D depthwise", nn.ConvTranspose2d(18, 18, 3, stride=2, padding=1, output_padding=1, groups=18), (2, 18, 3, 4))
    yield case("ConvTranspose2D multiplied", nn.ConvTranspose2d(4, 8, 3, groups=4), (2, 4, 3, 3))
    yield case("ConvTranspose2D cut", nn.ConvTranspose2d(3, 4, 2, padding=2), (2, 3, 5, 6))
    yield case("ConvTranspose1D", Sequence(nn.ConvTranspose1d(3, 5, 3)), (2, 6, 3))
    yield case("ConvTranspose1D stride", Sequence(nn.ConvTranspose1d(4, 17, 4, stride=2, padding=1, output_padding=1, bias=False)), (2, 5, 4))
    yield case("ConvTranspose1D groups", Sequence(nn.ConvTranspose1d(4, 8, 3, stride=2, dilation=2, groups=2)), (3, 5, 4))
    yield case("UpSample2D", nn.Upsample(scale_factor=2), (2, 3, 3, 4))
    yield case("UpSample2D linear", nn.Upsample(scale_factor=2, mode="bilinear"), (2, 3, 3, 4))
    yield case("UpSample2D linear by three", nn.Upsample(scale_factor=3, mode="bilinear"), (2, 17, 4, 1))
    yield case("UpSample2D corners", nn.Upsample(scale_factor=3, mode="bilinear", align_corners=True), (2, 2, 4, 5))
    yield case("UpSample1D", Sequence(nn.Upsample(scale_factor=3)), (2, 4, 3))
    yield case("UpSample1D linear", Sequence(nn.Upsample(scale_factor=4, mode="linear")), (2, 5, 17))
    yield case("UpSample1D corners", Sequence(nn.Upsample(scale_factor=2, mode="linear", align_corners=True)), (2, 5, 3))
    yield case("MaxPool1D", Sequence(nn.MaxPool1d(2)), (2, 7, 3))
    yield case("MaxPool1D padding", Sequence(nn.MaxPool1d(3, stride=2, padding=1)), (2, 7, 17))
    yield case("MaxPool1D ceiling", Sequence(nn.MaxPool1d(3, stride=2, ceil_mode=True)), (2, 6, 2))
    yield case("AveragePool1D", Sequence(nn.AvgPool1d(2)), (2, 7, 3))
    yield case("AveragePool1D ceiling", Sequence(nn.AvgPool1d(3, stride=2, padding=1, ceil_mode=True)), (2, 6, 17))
    yield case("AveragePool1D without padding", Sequence(nn.AvgPool1d(3, stride=1, padding=1, count_include_pad=False)), (2, 5, 2))
    yield case("GlobalAveragePool1D", nn.Sequential(Sequence(nn.AdaptiveAvgPool1d(1)), nn.Flatten()), (3, 5, 18))
    yield case("GlobalMaxPool1D", nn.Sequential(Sequence(nn.AdaptiveMaxPool1d(1)), nn.Flatten()), (3, 5, 18))
    yield case("GlobalMaxPool2D", nn.Sequential(nn.AdaptiveMaxPool2d(1), nn.Flatten()), (3, 18, 4, 5))
    yield case("AdaptiveAveragePool1D", Sequence(nn.AdaptiveAvgPool1d(3)), (2, 6, 4))
    yield case("AdaptiveAveragePool1D uneven", Sequence(nn.AdaptiveAvgPool1d(4)), (2, 7, 17))
    yield case("AdaptiveAveragePool2D", nn.AdaptiveAvgPool2d((3, 2)), (2, 3, 6, 4))
    yield case("AdaptiveAveragePool2D uneven", nn.AdaptiveAvgPool2d((4, 3)), (2, 17, 7, 5))
    yield case("MaxPool2D", nn.MaxPool2d(2), (2, 3, 6, 7))
    yield case("MaxPool2D padding", nn.MaxPool2d(3, stride=2, padding=1), (2, 17, 7, 6))
    yield case("MaxPool2D ceiling", nn.MaxPool2d(3, stride=2, ceil_mode=True), (2, 2, 6, 6))
    yield case("AveragePool2D", nn.AvgPool2d(2), (2, 3, 6, 7))
    yield case("AveragePool2D padding", nn.AvgPool2d(3, stride=2, padding=1), (2, 17, 7, 6))
    yield case("AveragePool2D ceiling", nn.AvgPool2d(3, stride=2, padding=1, ceil_mode=True), (2, 2, 6, 6))
    yield case("AveragePool2D without padding", nn.AvgPool2d(3, stride=1, padding=1, count_include_pad=False), (2, 2, 4, 5))
    yield case("GlobalAveragePool2D", nn.Sequential(nn.AdaptiveAvgPool2d(1), nn.Flatten()), (3, 18, 4, 5))
    yield case("GroupNorm", nn.GroupNorm(2, 6), (2, 6, 3, 5))
    yield case("GroupNorm plain", nn.GroupNorm(3, 6, eps=1e-2, affine=False), (2, 6, 3, 2))
    yield case("InstanceNorm", nn.InstanceNorm2d(4), (2, 4, 3, 5))
    yield case("InstanceNorm affine", nn.InstanceNorm2d(17, eps=1e-2, affine=True), (2, 17, 3, 2))
    yield case("GroupNorm of a sequence", Sequence(nn.GroupNorm(2, 6)), (2, 5, 6))
    yield case("InstanceNorm of a sequence", Sequence(nn.InstanceNorm1d(4)), (2, 5, 4))
    yield case("InstanceNorm of a sequence, affine", Sequence(nn.InstanceNorm1d(17, affine=True)), (2, 6, 17))
    yield case("PixelShuffle", nn.PixelShuffle(3), (2, 18, 2, 3))
    yield case("PixelShuffle by two", nn.PixelShuffle(2), (2, 8, 3, 2))
    yield case("ZeroPad1D", Sequence(nn.ConstantPad1d(1, 0)), (2, 4, 3))
    yield case("ZeroPad1D by two", Sequence(nn.ConstantPad1d(2, 0)), (2, 3, 17))
    yield case("ZeroPad1D before", Sequence(nn.ConstantPad1d((2, 0), 0)), (2, 3, 4))
    yield case("ZeroPad2D of each side", nn.ZeroPad2d((3, 0, 1, 2)), (2, 3, 2, 3))
    yield case("ZeroPad2D by one", nn.ZeroPad2d(1), (2, 3, 2, 3))
    yield case("ZeroPad2D", nn.ZeroPad2d(2), (2, 3, 2, 3))
    yield case("Dense of a sequence", nn.Linear(5, 4), (2, 3, 5))
    yield case("LayerNorm of a sequence", nn.LayerNorm(7), (2, 3, 7))
    yield case("Softmax of a sequence", nn.Softmax(dim=2), (2, 3, 7))
    yield case("LogSoftmax of a sequence", nn.LogSoftmax(dim=2), (2, 3, 7))
    yield case("BatchNorm images", nn.BatchNorm2d(3), (4, 3, 3, 5))
    yield case("BatchNorm images inference", nn.BatchNorm2d(3), (4, 3, 3, 5), mode="eval")
    yield case("BatchNorm of a sequence", Sequence(nn.BatchNorm1d(5)), (3, 4, 5))
    yield case("BatchNorm of a sequence, inference", Sequence(nn.BatchNorm1d(5)), (3, 4, 5), mode="eval")
