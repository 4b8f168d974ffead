using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Tests.Autodiff;

/// <summary>The cells of PyTorch's recurrent layers, with the gates of one product behind one another.</summary>
internal sealed record RecurrentCell(string Kind, int Hidden, int Gates)
{
    public static RecurrentCell Of(string kind, int hidden) => new(kind, hidden, kind switch { "rnn" => 1, "gru" => 3, _ => 4 });

    /// <summary>h, and c of an LSTM.</summary>
    public ImmutableArray<Shape> Carries => Kind == "lstm" ? [new(Dim.N, Hidden), new(Dim.N, Hidden)] : [new(Dim.N, Hidden)];

    /// <summary>By the input, by the state, and the bias; a GRU has a second bias, inside the product of its reset gate.</summary>
    public ImmutableArray<Shape> Weights(int inputs) => Kind == "gru"
        ? [new(Gates * Hidden, inputs), new(Gates * Hidden, Hidden), new(Gates * Hidden), new(Gates * Hidden)]
        : [new(Gates * Hidden, inputs), new(Gates * Hidden, Hidden), new(Gates * Hidden)];

    public (ImmutableArray<Value> Carries, ImmutableArray<Value> Outputs) Step(
        IBuilder net, ImmutableArray<Value> carries, ImmutableArray<Value> elements, ImmutableArray<Value> weights)
    {
        Value h = carries[0], x = net.MatMul(elements[0], weights[0], transposeB: true) + weights[2], u = net.MatMul(h, weights[1], transposeB: true);
        int[] gates = [.. Enumerable.Repeat(Hidden, Gates)];
        switch (Kind)
        {
            // h′ = tanh(W·x + U·h + b)
            case "rnn":
                Value next = net.Map((a, b) => Scalar.Tanh(a + b), x, u);
                return ([next], [next]);

            // i, f, g, o = W·x + U·h + b;   c′ = σ(f)·c + σ(i)·tanh(g);   h′ = σ(o)·tanh(c′)
            case "lstm":
                ImmutableArray<Value> z = net.Split(x + u, 1, gates);
                Value kept = net.Map((f, c) => Scalar.Sigmoid(f) * c, z[1], carries[1]);
                Value state = net.Map((i, g, k) => Scalar.Sigmoid(i) * Scalar.Tanh(g) + k, z[0], z[2], kept);
                Value output = net.Map((o, c) => Scalar.Sigmoid(o) * Scalar.Tanh(c), z[3], state);
                return ([output, state], [output]);

            // r, z = σ(W·x + U·h + b);   n = tanh(Wₙ·x + bₙ + r·(Uₙ·h + b′ₙ));   h′ = (1 − z)·n + z·h
            default:
                ImmutableArray<Value> byInput = net.Split(x, 1, gates), byState = net.Split(u + weights[3], 1, gates);
                Value r = net.Map((a, b) => Scalar.Sigmoid(a + b), byInput[0], byState[0]), update = net.Map((a, b) => Scalar.Sigmoid(a + b), byInput[1], byState[1]);
                Value n = net.Map((a, b, c) => Scalar.Tanh(a + b * c), byInput[2], r, byState[2]);
                Value mixed = net.Map((p, q, old) => (1 - p) * q + p * old, update, n, h);
                return ([mixed], [mixed]);
        }
    }
}
