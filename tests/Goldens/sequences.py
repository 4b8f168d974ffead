"""Golden cases of embeddings, positions, attention and Transformer blocks: some inputs, batch first."""
import torch
from torch import nn

from steps import two_steps


class Positions(nn.Module):
    """The learned positions of BERT and GPT: a vector for each step, added to it."""

    def __init__(self, length, width):
        super().__init__()
        self.weight = nn.Parameter(torch.zeros(length, width))

    def forward(self, x):
        return x + self.weight


class Waves(nn.Module):
    """PyTorch's tutorial on the Transformer, for an odd width too."""

    def __init__(self, base):
        super().__init__()
        self.base = base

    def forward(self, x):
        length, width = x.shape[1:]
        angles = torch.tensor([[t / self.base ** (f // 2 * 2 / width) for f in range(width)] for t in range(length)], dtype=torch.float64)
        even = torch.arange(width) % 2 == 0
        return x + torch.where(even, angles.sin(), angles.cos())


def causal(length):
    return torch.triu(torch.ones(length, length), diagonal=1).bool()


class Attention(nn.Module):
    """MultiheadAttention of a sequence, or of one and a memory; keys are padding where the mask holds a number."""

    def __init__(self, width, heads, is_causal=False, padding=None, memory=False, **options):
        super().__init__()
        self.attention = nn.MultiheadAttention(width, heads, batch_first=True, **options)
        self.is_causal, self.padding, self.memory = is_causal, padding, memory

    def forward(self, x, *others):
        keys = others[0] if self.memory else x
        mask = None if self.padding is None else others[-1] == self.padding
        return self.attention(x, keys, keys, attn_mask=causal(x.shape[1]) if self.is_causal else None, key_padding_mask=mask)[0]


class Block(nn.Module):
    """TransformerEncoderLayer with the same masks."""

    def __init__(self, width, heads, hidden, is_causal=False, padding=None, dropout=0.0, **options):
        super().__init__()
        self.block = nn.TransformerEncoderLayer(width, heads, hidden, dropout, batch_first=True, **options)
        self.is_causal, self.padding = is_causal, padding

    def forward(self, x, *others):
        mask = None if self.padding is None else others[-1] == self.padding
        return self.block(x, src_mask=causal(x.shape[1]) if self.is_causal else None, src_key_padding_mask=mask)


def passes(wave, tensor):
    def case(name, module, *inputs, mode="train", prefix=""):
        """One pass; a shape is an input of waves, lists are integers."""
        module = module.double()
        module.train(mode == "train")
        named = {key.removeprefix(prefix): p for key, p in module.named_parameters()}
        for place, p in enumerate(named.values()):
            p.data = wave(p.shape, 0.6, 0.7 + 0.11 * place, 0.3 + place) + (1 if "norm" in list(named)[place] and p.dim() == 1 else 0)
        given = [torch.tensor(i) if isinstance(i, list) else wave(i, 1.2, 0.9 + 0.13 * place, 0.2).requires_grad_(True) for place, i in enumerate(inputs)]
        gradient = lambda y: wave(y.shape, 0.8, 1.3, 0.5)
        stepped = two_steps(module, given, gradient) if mode == "train" else {}
        y = module(*given)
        result = {"name": name, "mode": mode, "inputs": [tensor(x) for x in given], "y": tensor(y), "parameters": {key: tensor(p) for key, p in named.items()}}
        if mode == "train":
            dy = gradient(y)
            y.backward(dy)
            result |= {"stepped": {key.removeprefix(prefix): tensor(t) for key, t in stepped.items()}} if stepped else {}
            result |= {"dy": tensor(dy), "dx": [tensor(x.grad) for x in given if x.is_floating_point()], "gradients": {key: tensor(p.grad) for key, p in named.items()}}
        return result

    return case


def sequence_cases(wave, tensor):
    case = passes(wave, tensor)
    tokens = [[5, 3, 0, 1], [6, 6, 3, 5], [2, 4, 6, 0]]
    seen = [[1, 1, 0, 1, 0], [1, 0, 0, 1, 1]]
    words = [[4, 3, 1, 3, 3], [2, 2, 3, 2, 1]]
    yield case("Embedding", nn.Embedding(7, 5), tokens)
    yield case("Embedding padded", nn.Embedding(9, 17, padding_idx=6), tokens)
    yield case("PositionalEmbedding", Positions(3, 6), (2, 3, 6))
    yield case("PositionalEncoding", Waves(10000), (2, 3, 6))
    yield case("PositionalEncoding odd", Waves(100), (2, 4, 5))
    for name, width, heads, length, options in [
        ("", 4, 2, 5, {}), (" of one head", 3, 1, 5, {}), (" without bias", 6, 2, 5, {"bias": False}), (" causal", 6, 3, 5, {"is_causal": True}),
        (" wide", 32, 2, 19, {}), (" of many", 18, 3, 17, {"is_causal": True}),
    ]:
        yield case("MultiHeadAttention" + name, Attention(width, heads, **options), (2, length, width), prefix="attention.")
    yield case("MultiHeadAttention masked", Attention(4, 2, padding=0), (2, 5, 4), seen, prefix="attention.")
    yield case("MultiHeadAttention masked causal", Attention(4, 2, padding=3, is_causal=True), (2, 5, 4), words, prefix="attention.")
    yield case("MultiHeadAttention of a memory", Attention(4, 2, memory=True), (2, 3, 4), (2, 5, 4), prefix="attention.")
    yield case("MultiHeadAttention of a masked memory", Attention(6, 2, memory=True, padding=0, bias=False), (2, 3, 6), (2, 5, 6), seen, prefix="attention.")
    yield case("MultiHeadAttention inference", Attention(4, 2, dropout=0.5), (2, 5, 4), mode="eval", prefix="attention.")
    for name, width, heads, hidden, options in [
        ("", 4, 2, 5, {}), (" of GELU", 6, 3, 8, {"activation": "gelu", "layer_norm_eps": 1e-2}), (" norm first", 6, 2, 5, {"norm_first": True}),
        (" causal", 4, 1, 7, {"is_causal": True, "norm_first": True, "activation": "gelu"}), (" wide", 32, 4, 20, {}),
    ]:
        yield case("TransformerEncoderLayer" + name, Block(width, heads, hidden, **options), (2, 5, width), prefix="block.")
    yield case("TransformerEncoderLayer masked", Block(4, 2, 5, padding=0), (2, 5, 4), seen, prefix="block.")
    yield case("TransformerEncoderLayer masked causal", Block(4, 2, 5, padding=3, is_causal=True), (2, 5, 4), words, prefix="block.")
    yield case("TransformerEncoderLayer inference", Block(4, 2, 6, dropout=0.1), (2, 5, 4), mode="eval", prefix="block.")
