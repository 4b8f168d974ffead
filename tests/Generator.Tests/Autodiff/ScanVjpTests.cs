using CsCheck;
using StaticNet.Generator.Autodiff;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using static StaticNet.Generator.Tests.Autodiff.VjpCheck;

namespace StaticNet.Generator.Tests.Autodiff;

/// <summary>Gradients through recurrent cells against finite differences: by first carries, sequences and weights.</summary>
public class ScanVjpTests
{
    private static readonly Gen<int> Small = Gen.Int[1, 3];

    [Theory]
    [InlineData("rnn")]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void A_recurrent_cell(string kind) => Check(
        Gen.Select(Gen.Int[1, 5], Small, Gen.Int[0, 7]),
        (builder, length, hidden, choice) =>
        {
            RecurrentCell cell = RecurrentCell.Of(kind, hidden);
            Value x = Parameter(builder, 'x', new(length, Dim.N, 2));
            Value[] first = [.. cell.Carries.Select((shape, i) => Parameter(builder, "hc"[i], shape))];
            Value[] weights = [.. cell.Weights(2).Select((shape, i) => Parameter(builder, "wuvb"[i], shape))];
            var (last, outputs) = builder.Scan(length, [.. first], [x], [.. weights], cell.Step, reverse: choice % 2 == 1);

            // What is read of the results: the last carries, the outputs of all steps, or both.
            Value all = builder.Reshape(builder.Sum(outputs[0] * builder.Flip(outputs[0], 0), 0), last[0].Shape);
            return (choice / 2) switch { 0 => last[0], 1 => all, 2 => last[^1] * all, _ => last[0] + all * first[0] };
        },
        24);

    [Fact]
    public void Two_scans_in_a_row() => Check(Gen.Select(Small, Small), (builder, length, hidden) =>
    {
        RecurrentCell cell = RecurrentCell.Of("gru", hidden);
        Value x = Parameter(builder, 'x', new(length, Dim.N, 2)), h = Parameter(builder, 'h', new(Dim.N, hidden));
        Value[] weights = [.. cell.Weights(2).Select((shape, i) => Parameter(builder, "wuvb"[i], shape))];
        Value[] above = [.. cell.Weights(hidden).Select((shape, i) => Parameter(builder, "WUVB"[i], shape))];
        Value below = builder.Scan(length, [h], [x], [.. weights], cell.Step).Outputs[0];
        return builder.Scan(length, [h], [below], [.. above], cell.Step, reverse: true).Outputs[0];
    }, 12);

    // For each outer step the inner scan runs over the same sequence.
    [Fact]
    public void A_scan_in_a_scan() => Check(Gen.Select(Small, Small), (builder, outer, inner) =>
    {
        Value x = Parameter(builder, 'x', new(outer, Dim.N, 2)), z = Parameter(builder, 'z', new(inner, Dim.N, 2)), h = Parameter(builder, 'h', new(Dim.N, 2));
        return builder.Scan(outer, [h], [x], [z], (net, carries, elements, same) =>
        {
            Value next = net.Scan(inner, carries, [same[0]], [elements[0]], (body, c, e, i) =>
            {
                Value y = body.Map((a, b, w) => Scalar.Tanh(a * b + w), c[0], e[0], i[0]);
                return ([y], []);
            }).Last[0];
            return ([next], [next * elements[0]]);
        }).Outputs[0];
    }, 20);

    [Fact]
    public void A_cell_without_carries_and_one_without_sequences() => Check(Small, (builder, length) =>
    {
        Value x = Parameter(builder, 'x', new(length, Dim.N, 2)), w = Parameter(builder, 'w', new(2));
        Value y = builder.Scan(length, [], [x], [w], (net, _, e, same) => ([], [e[0] * same[0] * same[0]])).Outputs[0];
        Value last = builder.Scan(length, [builder.Reshape(builder.Sum(y, 0), new(Dim.N, 2))], [], [w], (net, c, _, same) => ([c[0] * same[0]], [])).Last[0];
        return last;
    });

    [Fact]
    public void Tokens_are_a_sequence_without_a_gradient() => Check(Gen.Select(Small, Small), (builder, length, width) =>
    {
        Value tokens = builder.Add(new Input("t", new(length, Dim.N), Element.Int32));
        Value table = Parameter(builder, 'e', new(3, width)), h = Parameter(builder, 'h', new(Dim.N, width));
        return builder.Scan(length, [h], [tokens], [table], (net, c, e, same) =>
        {
            Value next = net.Map((a, b) => Scalar.Tanh(a + b), c[0], net.Gather(same[0], e[0]));
            return ([next], []);
        }).Last[0];
    });

    // What stands after a stop every k steps is what truncation does; the graph is written out step by step.
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Truncation_stops_the_carry_every_few_steps(bool reverse)
    {
        for (int truncate = 1; truncate <= 6; truncate++)
        {
            Tensor[] scanned = Gradients((builder, h, x, w, cell) =>
            {
                var (last, outputs) = builder.Scan(5, [h], [x], w, cell.Step, reverse, truncate);
                return (last[0], outputs[0]);
            });
            Tensor[] written = Gradients((builder, h, x, w, cell) => Written(builder, h, x, w, cell, reverse, truncate));
            foreach (var (a, b) in scanned.Zip(written))
                b.AssertEqual(a);
        }
    }

    private static (Value Last, Value Outputs) Written(
        GraphBuilder builder, Value h, Value x, ImmutableArray<Value> w, RecurrentCell cell, bool reverse, int truncate)
    {
        var outputs = new Value[5];
        for (int step = 0; step < 5; step++)
        {
            int t = reverse ? 4 - step : step;
            if (step > 0 && step % truncate == 0)
                h = builder.Stop(h);
            Value element = builder.Reshape(builder.Slice(x, 0, t, 1), new(x.Shape.Dims.RemoveAt(0)));
            var (carries, outs) = cell.Step(builder, [h], [element], w);
            h = carries[0];
            outputs[t] = builder.Reshape(outs[0], new([1, .. h.Shape.Dims]));
        }

        return (h, builder.Concat(0, outputs));
    }

    private static Tensor[] Gradients(
        Func<GraphBuilder, Value, Value, ImmutableArray<Value>, RecurrentCell, (Value Last, Value Outputs)> run)
    {
        var builder = new GraphBuilder();
        RecurrentCell cell = RecurrentCell.Of("rnn", 3);
        Value h = Parameter(builder, 'h', new(Dim.N, 3)), x = Parameter(builder, 'x', new(5, Dim.N, 2));
        ImmutableArray<Value> w = [.. cell.Weights(2).Select((shape, i) => Parameter(builder, "wub"[i], shape))];
        var (last, outputs) = run(builder, h, x, w, cell);
        Value loss = builder.MeanOfAll(builder.Map((a, b) => a * a + b, outputs, last));
        Value[] wanted = [h, x, .. w];
        return Evaluated.Of(builder, 2, [.. Differentiate.By(builder, builder.Nodes, loss, builder.Number(1), wanted)]);
    }
}
