"""Golden cases of layers that use the parameters of another: one module, called several times."""
import torch
from torch import nn

from sequences import passes


class Calls(nn.Module):
    """Modules by the names of the layers that own them, and what they do together."""

    def __init__(self, together, **modules):
        super().__init__()
        self.together = together
        for name, module in modules.items():
            self.add_module(name, module)

    def forward(self, *inputs):
        return self.together(self, *inputs)


def shared_cases(wave, tensor):
    case = passes(wave, tensor)
    yield case("Dense twice", Calls(lambda m, x: m.tied(torch.tanh(m.tied(x))), tied=nn.Linear(6, 6)), (3, 6))
    yield case(
        "Dense thrice, without bias at last",
        Calls(lambda m, x: m.dense4(torch.tanh(nn.functional.linear(torch.tanh(m.dense1(torch.tanh(m.dense1(x)))), m.dense1.weight))), dense1=nn.Linear(5, 5), dense4=nn.Linear(5, 2)),
        (3, 5))
    yield case("Dense wide", Calls(lambda m, x: m.dense1(torch.tanh(m.dense1(x))), dense1=nn.Linear(37, 37)), (3, 37))
    yield case("Dense of two inputs", Calls(lambda m, x, z: torch.tanh(m.tied(x)) * m.tied(z), tied=nn.Linear(7, 3)), (3, 7), (3, 7))
    yield case("Dense of a sequence", Calls(lambda m, x: m.dense1(torch.tanh(m.dense1(x))), dense1=nn.Linear(4, 4)), (2, 5, 4))
    yield case("Conv2D twice", Calls(lambda m, x: m.conv1(torch.tanh(m.conv1(x))), conv1=nn.Conv2d(3, 3, 3, padding=1)), (2, 3, 5, 4))
    yield case("Conv2D depthwise", Calls(lambda m, x: m.conv1(torch.tanh(m.conv1(x))), conv1=nn.Conv2d(4, 4, 3, padding=1, groups=4)), (2, 4, 5, 4))
    yield case("Conv2D in groups", Calls(lambda m, x: m.conv1(torch.tanh(m.conv1(x))), conv1=nn.Conv2d(4, 4, 3, padding=1, groups=2)), (2, 4, 5, 4))
    yield case("Conv2D of two sizes", Calls(lambda m, x: m.conv1(torch.max_pool2d(m.conv1(x), 2)), conv1=nn.Conv2d(2, 2, 3, padding=1)), (2, 2, 6, 6))
    yield case("Conv1D twice", Calls(lambda m, x: m.conv1(torch.tanh(m.conv1(x.transpose(1, 2)))).transpose(1, 2), conv1=nn.Conv1d(3, 3, 3, padding=1)), (2, 6, 3))
    yield case("ConvTranspose2D twice", Calls(lambda m, x: m.conv1(torch.tanh(m.conv1(x))), conv1=nn.ConvTranspose2d(2, 2, 2, stride=2)), (2, 2, 3, 2))
    yield case("LSTM twice", Calls(lambda m, x: m.lstm1(m.lstm1(x)[0])[0], lstm1=nn.LSTM(4, 4, batch_first=True)), (2, 5, 4))
    yield case("GRU twice", Calls(lambda m, x: m.gru1(m.gru1(x)[0])[0], gru1=nn.GRU(3, 3, batch_first=True)), (2, 5, 3))
    yield case("RNN of both directions", Calls(lambda m, x: m.rnn1(m.rnn1(x)[0])[0], rnn1=nn.RNN(4, 2, batch_first=True, bidirectional=True)), (2, 5, 4))
    yield case("Embedding twice", Calls(lambda m, t, u: m.embedding1(t) * m.embedding1(u), embedding1=nn.Embedding(7, 5)), [[5, 3, 0, 1], [6, 6, 3, 5]], [[0, 3, 2, 1], [6, 5, 5, 5]])
    yield case("LayerNorm twice", Calls(lambda m, x: m.layernorm1(torch.tanh(m.layernorm1(x))), layernorm1=nn.LayerNorm(6)), (3, 6))
    yield case("PReLU twice", Calls(lambda m, x: m.prelu1(m.dense1(m.prelu1(x))), prelu1=nn.PReLU(), dense1=nn.Linear(5, 4)), (3, 5))
    yield case(
        "MultiHeadAttention twice",
        Calls(lambda m, x: m.attention1(*[m.attention1(x, x, x)[0]] * 3)[0], attention1=nn.MultiheadAttention(4, 2, batch_first=True)),
        (2, 5, 4))
