using StaticNet.Generator.Autodiff;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Tests.Passes;

/// <summary>Graphs of random primitives over values of every kind of shape, differentiated; a seed gives one graph.</summary>
internal static class RandomGraphs
{
    public static Graph Of(int seed)
    {
        var random = new Random(seed);
        var net = new GraphBuilder { Label = "layer1" };
        int width = random.Next(1, 5);
        List<Value> values =
        [
            net.Add(new Input("x", new(Dim.N, width))),
            net.Add(new Input("y", new(Dim.N, width))),
            net.Add(new Parameter("gain", new(width))),
            net.Add(new Parameter("weight", new(width, width))),
            net.Add(new Input("label", new(Dim.N, 1), Element.Int32)),
            net.Add(new Input("image", new(Dim.N, 2, 3))),
            net.Add(new Parameter("table", new(4, width))),
        ];
        for (int i = random.Next(4, 16); i > 0; i--)
            values.Add(Grown(net, values, random));

        // What nothing reads is an output, so that all of it counts; one more value is read and an output too.
        HashSet<Value> read = [.. net.Nodes.SelectMany(n => n.Inputs)];
        Value[] grown = [.. values.Where(v => v.Op is not Leaf).Distinct()];
        Value[] outputs = [.. grown.Where(v => !read.Contains(v)).Append(grown[random.Next(grown.Length)]).Distinct()];
        Value loss = outputs.Select(v => net.MeanOfAll(v)).Aggregate((a, b) => a + b);
        Value[] wanted = [values[0], values[2], values[3], values[5], values[6]];
        ImmutableArray<Value> gradients = Differentiate.By(net, net.Nodes, loss, net.Number(1), wanted);
        if (random.Next(2) == 0)
            gradients = gradients.SetItem(0, net.Map(a => a * 2 - 1, net.Cut(gradients[0])));
        return net.Build(
        [
            new(ResultKind.Loss, "loss", loss),
            .. outputs.Select((v, i) => new GraphResult(ResultKind.Output, $"y{i}", v)),
            .. gradients.Select((v, i) => new GraphResult(ResultKind.Gradient, $"g{i}", v)),
        ]).Renumber();
    }

    private static Value Grown(GraphBuilder net, List<Value> values, Random random)
    {
        Value Any() => values[random.Next(2) == 0 ? random.Next(values.Count) : random.Next(Math.Max(0, values.Count - 4), values.Count)];
        Value x = Any();
        switch (random.Next(15))
        {
            case 0 when x.Shape.Rank > 0 && x.Element == Element.Float32:
                int[] axes = [.. Enumerable.Range(0, x.Shape.Rank).Where(_ => random.Next(2) == 0)];
                return axes.Length == 0 ? net.Map(Scalar.Tanh, x) : random.Next(5) == 0 ? net.Stop(net.Max(x, axes)) : net.Mean(x, axes);
            case 1:
                Shape flat = x.Shape.PerSample && x.Shape[0].PerSample ? new(Dim.N, x.Shape.Span(1, x.Shape.Rank)) : new(1, x.Shape.Count);
                return flat.PerSample && !flat[0].PerSample ? net.Map(a => a * 0.5, x) : net.Map(a => a + 1, net.Reshape(x, flat));
            case 2 when x.Shape.Rank == 2 && x.Element == Element.Float32 && x.Shape[1] == values[3].Shape[0]:
                return net.MatMul(x, values[3], transposeB: random.Next(2) == 0);
            case 3 when random.Next(3) == 0:
                return net.Stop(net.Map(a => a * Scalar.Sigmoid(a), x));
            case 4 when x.Element == Element.Float32:
                Value centred = x - net.Mean(x, 0 < x.Shape.Rank ? [0] : []);
                Value variance = net.Mean(net.Map(a => a * a, centred), 0 < x.Shape.Rank ? [0] : []);
                return centred * net.Map(v => 1 / Scalar.Sqrt(v + 0.5), variance);
            case 10:
                int[] order = [.. Enumerable.Range(0, x.Shape.Rank)];
                random.Shuffle(order);
                return net.Permute(net.Map(a => a * 2, x), order);
            case 11 when x.Shape.Rank > 1 && !x.Shape.FromEnd(1).PerSample && x.Shape.FromEnd(1).Size < 12 && x.Element == Element.Float32:
                return net.Concat(x.Shape.Rank - 1, net.Flip(x, x.Shape.Rank - 1), net.Map(Scalar.Sigmoid, x), net.Slice(x, x.Shape.Rank - 1, 0, 1));
            case 12 when x.Shape.Rank > 1 && !x.Shape[0].PerSample && x.Shape[0].Size < 5 && x.Element == Element.Float32:
                Shape element = new(x.Shape.Dims.RemoveAt(0));
                return net.Scan(x.Shape[0].Size, [net.BroadcastTo(net.Number(0.5), element)], [x], [], (body, c, e, _) =>
                {
                    Value next = body.Map((a, b) => Scalar.Tanh(a * 0.5 + b), c[0], e[0]);
                    return ([next], [next]);
                }, reverse: random.Next(2) == 0).Outputs[0];
            case 13:
                return net.Gather(values[6], values[4]);
            case 14 when x.Shape.Rank == 3 && x.Shape[0].PerSample && x.Element == Element.Float32:
                Value bounded = net.Map(Scalar.Tanh, x);
                return random.Next(2) == 0
                    ? net.MatMul(bounded, bounded, transposeB: true)
                    : net.MatMul(bounded, net.Permute(bounded, 0, 2, 1));
            default:
                Value y = Any(), z = Any();
                return Fit(x.Shape, y.Shape, z.Shape) ? net.Map(Body(random, 3), [x, y, z]) : net.Map(Body(random, 3), [x, x, x]);
        }
    }

    private static bool Fit(params Shape[] shapes)
    {
        try
        {
            return Shape.Broadcast(shapes).Rank >= 0;
        }
        catch (ShapeError)
        {
            return false;
        }
    }

    // Smooth everywhere: where two sides of a kink meet, rounding would decide.
    private static Scalar Body(Random random, int depth)
    {
        if (depth == 0 || random.Next(6) == 0)
        {
            return random.Next(7) switch
            {
                < 4 => Scalar.Operand(random.Next(3)),
                4 => Scalar.Column,
                5 => 1 / Scalar.Batch,
                _ => random.Next(-2, 4),
            };
        }

        Scalar a = Body(random, depth - 1), b = Body(random, depth - 1);
        return random.Next(12) switch
        {
            0 or 1 => a + b,
            2 or 3 => a - b,
            4 or 5 => a * Scalar.Tanh(b),
            6 => a / (1 + b * b),
            7 => -a,
            8 => Scalar.Sigmoid(a) * b * 0.5,
            9 => Scalar.Softplus(a) - b,
            10 => Scalar.IfEqual(Scalar.Column, random.Next(3), a, random.Next(2)),
            _ => Scalar.Exp(Scalar.Tanh(a)) * Scalar.IfGreater(1.5, Scalar.Column, 1, 0) * b,
        };
    }
}
