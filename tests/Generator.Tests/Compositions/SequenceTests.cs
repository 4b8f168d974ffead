using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Tests.Autodiff;

namespace StaticNet.Generator.Tests.Compositions;

/// <summary>How layers over sequences <c>[n,t,f]</c> are composed of ops, each against its definition.</summary>
public class SequenceTests
{
    private const int Batch = 2;
    private const int Time = 4;

    private readonly GraphBuilder _net = new();

    [Fact]
    public void Dense_on_the_last_axis_is_a_product_over_all_rows()
    {
        Value x = Sequence(3), w = Parameter("w", 5, 3);
        Value y = _net.Reshape(_net.MatMul(_net.Reshape(x, new(new Dim(Time, true), 3)), w, transposeB: true), new(Dim.N, Time, 5));
        Tensor[] v = Evaluated.Of(_net, Batch, x, w, y);
        Tensor.Of([Batch, Time, 5], i => Enumerable.Range(0, 3).Sum(f => v[0][i[0], i[1], f] * v[1][i[2], f])).AssertEqual(v[2]);
    }

    // The padding index's row has no gradient: where it is read, the value stands behind a stop.
    [Fact]
    public void An_embedding_with_a_padding_index()
    {
        Value tokens = _net.Add(new Input("tokens", new(Dim.N, Time), Element.Int32)), table = Parameter("weight", 3, 2);
        Value rows = _net.Gather(table, tokens), t = _net.Reshape(tokens, new(Dim.N, Time, 1));
        Value y = _net.Map((a, stopped, token) => Scalar.IfEqual(token, 1, stopped, a), rows, _net.Stop(rows), t);
        Value dy = _net.Add(new Input("dy", y.Shape));
        Value dw = Generator.Autodiff.Differentiate.By(_net, _net.Nodes, y, dy, [table])[0];
        Tensor[] v = Evaluated.Of(_net, Batch, tokens, table, y, dy, dw);
        Tensor.Of([Batch, Time, 2], i => v[1][(int)v[0][i[0], i[1]], i[2]]).AssertEqual(v[2]);
        Tensor.Of([3, 2], i => i[0] == 1 ? 0 : Enumerable.Range(0, Batch * Time)
            .Where(k => v[0][k / Time, k % Time] == i[0]).Sum(k => v[3][k / Time, k % Time, i[1]])).AssertEqual(v[4]);
    }

    // p[t, 2k] = sin(t/10000^(2k/f)), p[t, 2k+1] = cos of the same (Vaswani et al., 2017)
    [Fact]
    public void Sinusoidal_positions_are_a_constant()
    {
        Value x = Sequence(6);
        Value y = x + _net.Constant(Enumerable.Range(0, Time * 6).Select(k => Position(k / 6, k % 6)), new(Time, 6));
        Tensor[] v = Evaluated.Of(_net, Batch, x, y);
        Tensor.Of([Batch, Time, 6], i => v[0][i] + Position(i[1], i[2])).AssertEqual(v[1]);

        static double Position(int t, int f)
        {
            double angle = t / Math.Pow(10000, f / 2 * 2 / 6.0);
            return f % 2 == 0 ? Math.Sin(angle) : Math.Cos(angle);
        }
    }

    // softmax(Q·Kᵀ/√d + mask)·V for each head; a key is seen if it is not padding, which the first never is, and not later than the query
    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(true, true)]
    public void Attention_of_several_heads(bool causal, bool padded)
    {
        const int Heads = 2, Width = 3;
        Value q = Sequence(6, "q"), k = Sequence(6, "k"), v = Sequence(6, "v"), tokens = _net.Add(new Input("tokens", new(Dim.N, Time), Element.Int32));
        Value Split(Value x) => _net.Permute(_net.Reshape(x, new(Dim.N, Time, Heads, Width)), 0, 2, 1, 3);
        Value scores = _net.Map(s => s / Math.Sqrt(Width), _net.MatMul(Split(q), Split(k), transposeB: true));
        if (causal)
        {
            Value last = _net.Constant(Enumerable.Range(0, Time).Select(t => (double)t), new(Time, 1));
            scores = _net.Map((s, t) => Scalar.IfGreater(Scalar.Column, t, double.NegativeInfinity, s), scores, last);
        }

        if (padded)
            scores = _net.Map((s, t) => Scalar.IfGreater(Scalar.Column, 0, Scalar.IfEqual(t, 2, double.NegativeInfinity, s), s), scores, _net.Reshape(tokens, new(Dim.N, 1, 1, Time)));
        Value e = _net.Map((s, m) => Scalar.Exp(s - m), scores, _net.Stop(_net.Max(scores, 3)));
        Value weights = e / _net.Sum(e, 3);
        Value y = _net.Reshape(_net.Permute(_net.MatMul(weights, Split(v)), 0, 2, 1, 3), new(Dim.N, Time, Heads * Width));

        Tensor[] n = Evaluated.Of(_net, Batch, q, k, v, tokens, y);
        Tensor.Of([Batch, Time, 6], i =>
        {
            int head = i[2] / Width;
            double[] exponentials = [.. Enumerable.Range(0, Time).Select(t =>
                (causal && t > i[1]) || (padded && t > 0 && n[3][i[0], t] == 2)
                    ? 0
                    : Math.Exp(Enumerable.Range(head * Width, Width).Sum(f => n[0][i[0], i[1], f] * n[1][i[0], t, f]) / Math.Sqrt(Width)))];
            return Enumerable.Range(0, Time).Sum(t => exponentials[t] * n[2][i[0], t, i[2]]) / exponentials.Sum();
        }).AssertEqual(n[4]);
    }

    // The product with the inputs of all steps stands before the scan, [n,t,f] is turned to [t,n,f] around it, and both directions are joined.
    [Fact]
    public void A_recurrent_layer_in_both_directions()
    {
        Value x = Sequence(3), first = _net.BroadcastTo(_net.Number(0), new(Dim.N, 2));
        Value forward = Direction("forward", false), backward = Direction("backward", true);
        Value y = _net.Permute(_net.Concat(2, forward, backward), 1, 0, 2);
        Value[] weights = [.. _net.Nodes.Where(n => n.Op is Parameter).Select(n => n.Results[0])];
        Tensor[] v = Evaluated.Of(_net, Batch, [x, y, .. weights]);
        Tensor.Of([Batch, Time, 4], i =>
        {
            var (w, u, b) = i[2] < 2 ? (v[2], v[3], v[4]) : (v[5], v[6], v[7]);
            int[] steps = [.. i[2] < 2 ? Enumerable.Range(0, i[1] + 1) : Enumerable.Range(i[1], Time - i[1]).Reverse()];
            double[] h = [0, 0];
            foreach (int t in steps)
            {
                double[] before = h;
                h = [.. Enumerable.Range(0, 2).Select(j => Math.Tanh(
                    b[j] + Enumerable.Range(0, 3).Sum(f => w[j, f] * v[0][i[0], t, f]) + Enumerable.Range(0, 2).Sum(f => u[j, f] * before[f])))];
            }

            return h[i[2] % 2];
        }).AssertEqual(v[1]);

        Value Direction(string name, bool reverse)
        {
            Value w = Parameter($"{name}_w", 2, 3), u = Parameter($"{name}_u", 2, 2), b = Parameter($"{name}_b", 2);
            Value rows = _net.MatMul(_net.Reshape(x, new(new Dim(Time, true), 3)), w, transposeB: true) + b;
            Value turned = _net.Permute(_net.Reshape(rows, new(Dim.N, Time, 2)), 1, 0, 2);
            return _net.Scan(Time, [first], [turned], [u], (net, h, z, same) =>
            {
                Value next = net.Map((a, c) => Scalar.Tanh(a + c), z[0], net.MatMul(h[0], same[0], transposeB: true));
                return ([next], [next]);
            }, reverse).Outputs[0];
        }
    }

    [Theory]
    [InlineData("rnn")]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void A_scan_is_its_steps_written_out(string kind)
    {
        RecurrentCell cell = RecurrentCell.Of(kind, 3);
        Value x = _net.Add(new Input("x", new(Time, Dim.N, 2)));
        ImmutableArray<Value> h = [.. cell.Carries.Select((shape, i) => _net.Add(new Input($"h{i}", shape)))];
        ImmutableArray<Value> w = [.. cell.Weights(2).Select((shape, i) => _net.Add(new Parameter($"w{i}", shape)))];
        var (last, outputs) = _net.Scan(Time, h, [x], w, cell.Step);
        ImmutableArray<Value> carries = h;
        var written = new List<Value>();
        for (int t = 0; t < Time; t++)
        {
            (carries, ImmutableArray<Value> outs) = cell.Step(_net, carries, [_net.Reshape(_net.Slice(x, 0, t, 1), new(Dim.N, 2))], w);
            written.Add(_net.Reshape(outs[0], new(1, Dim.N, 3)));
        }

        Tensor[] v = Evaluated.Of(_net, Batch, [outputs[0], .. last, _net.Concat(0, written), .. carries]);
        for (int i = 0; i < v.Length / 2; i++)
            v[i + v.Length / 2].AssertEqual(v[i]);
    }

    private Value Sequence(int features, string name = "x") => _net.Add(new Input(name, new(Dim.N, Time, features)));

    private Value Parameter(string name, params int[] shape) => _net.Add(new Parameter(name, new([.. shape.Select(size => (Dim)size)])));
}
