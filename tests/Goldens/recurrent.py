"""Golden cases of recurrent layers; make.py writes them."""
import torch

from steps import two_steps


class Recurrent(torch.nn.Module):
    """A layer of PyTorch's over [n,t,c]: the whole sequence, or the states after the last step, of the last layer, side by side."""

    def __init__(self, inner, sequences=False, truncate=None, states=0):
        super().__init__()
        self.inner, self.sequences, self.truncate, self.states = inner, sequences, truncate, states

    def forward(self, x):
        directions = 2 if self.inner.bidirectional else 1
        state = None
        if self.states:
            # The sample's numbers: four steps, then each state's layers and directions.
            width = self.inner.num_layers * directions * self.inner.hidden_size
            parts = [x[:, 12 + i * width:12 + (i + 1) * width].reshape(len(x), -1, self.inner.hidden_size).transpose(0, 1).contiguous() for i in range(self.states)]
            x, state = x[:, :12].reshape(-1, 4, 3), tuple(parts) if self.states > 1 else parts[0]
            if isinstance(self.inner, torch.nn.LSTM) and self.states == 1:
                state = (state, torch.zeros_like(state))
        outputs = []
        for part in x.split(self.truncate or x.shape[1], 1):
            y, state = self.inner(part, state)
            outputs.append(y)
            if self.truncate:
                state = tuple(s.detach() for s in state) if isinstance(state, tuple) else state.detach()
        if self.sequences:
            return torch.cat(outputs, 1)
        h = state[0] if isinstance(state, tuple) else state
        return h[-directions:].transpose(0, 1).reshape(len(x), -1)


def recurrent_cases(wave, tensor):
    """Output, input gradient and parameter gradients of each option, and in evaluation."""

    def case(name, shape, inner, mode="train", **options):
        layer = Recurrent(inner, **options).double()
        layer.train(mode == "train")
        for k, (_, p) in enumerate(layer.named_parameters()):
            p.data = wave(p.shape, 0.6, 1.1 + 0.2 * k, 0.1 + k)
        x = wave(shape, 1.5, 0.77, 0.9).requires_grad_()
        gradient = lambda y: wave(y.shape, 1, 1.37, 0.2)
        stepped = two_steps(layer, [x], gradient) if mode == "train" else {}
        y = layer(x)
        dy = gradient(y)
        y.backward(dy)
        fields = {"name": name, "mode": mode, "x": tensor(x), "dy": tensor(dy), "y": tensor(y), "dx": tensor(x.grad)}
        for leaf, p in inner.named_parameters():
            fields |= {leaf: tensor(p), "d" + leaf: tensor(p.grad)}
        return fields | ({"stepped": {name.removeprefix("inner."): tensor(t) for name, t in stepped.items()}} if stepped else {})

    nn = torch.nn
    for kind, make, states in [("RNN", nn.RNN, 1), ("LSTM", nn.LSTM, 2), ("GRU", nn.GRU, 1)]:
        relu = {"nonlinearity": "relu"} if kind == "RNN" else {}
        yield case(kind, (3, 4, 3), make(3, 5, batch_first=True))
        yield case(f"{kind} stacked in both directions", (2, 5, 2), make(2, 3, num_layers=2, bidirectional=True, batch_first=True, **relu), sequences=True)
        yield case(f"{kind} truncated", (4, 7, 3), make(3, 17, bias=False, batch_first=True), sequences=True, truncate=2)
        yield case(f"{kind} from states", (3, 12 + states * 24), make(3, 6, num_layers=2, bidirectional=True, batch_first=True), states=states)
        yield case(f"{kind} in evaluation", (2, 3, 16), make(16, 16, num_layers=2, dropout=0.25, batch_first=True, **relu), mode="eval")
    yield case("LSTM from one state", (2, 12 + 5), nn.LSTM(3, 5, batch_first=True), states=1)
