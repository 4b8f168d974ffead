using StaticNet.Generator.Autodiff;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Tests.Passes;

/// <summary>What layers and losses produce, differentiated as a network's training graph is.</summary>
internal static class Examples
{
    public static Graph SoftmaxCrossEntropy() => Training((net, x) => Dense(net, "dense2", Relu(net, Dense(net, "dense1", x, 5, 8)), 8, 10), (net, z) =>
    {
        net.Label = "softmaxcrossentropy1";
        Value t = net.Reshape(net.Add(new Input("target", new(Dim.N), Element.Int32)), new(Dim.N, 1));
        Value m = net.Stop(net.Max(z, 1));
        Value s = net.Sum(net.Map((a, b) => Scalar.Exp(a - b), z, m), 1);
        Value chosen = net.Sum(net.Map((a, b) => Scalar.IfEqual(Scalar.Column, b, a, 0), z, t), 1);
        return net.MeanOfAll(net.Map((a, b, c) => Scalar.Log(a) + b - c, s, m, chosen));
    });

    public static Graph MeanSquaredError() => Training((net, x) => Tanh(net, Dense(net, "dense1", x, 5, 4)), (net, y) =>
    {
        net.Label = "meansquarederror1";
        Value t = net.Add(new Input("target", y.Shape));
        return net.MeanOfAll(net.Map((a, b) => (a - b) * (a - b), y, t));
    });

    public static Graph BinaryCrossEntropy() => Training((net, x) => Dense(net, "dense1", x, 5, 3), (net, z) =>
    {
        net.Label = "binarycrossentropy1";
        Value t = net.Add(new Input("target", z.Shape));
        return net.MeanOfAll(net.Map((a, b) => Scalar.Softplus(a) - a * b, z, t));
    });

    /// <summary>BatchNorm over the batch, with the loss Σ y².</summary>
    public static Graph BatchNorm() => Training(BatchNorm, (net, y) =>
    {
        net.Label = "loss1";
        return net.Reshape(net.Sum(net.Map(a => a * a, y), 0, 1), Shape.Scalar);
    });

    private static Value BatchNorm(GraphBuilder net, Value x)
    {
        x = Dense(net, "dense1", x, 5, 4);
        net.Label = "batchnorm1";
        Value mean = net.Mean(x, 0);
        Value centred = x - mean;
        Value variance = net.Mean(net.Map(c => c * c, centred), 0);
        Value normal = centred * net.Map(v => 1 / Scalar.Sqrt(v + 1e-5), variance);
        return normal * net.Add(new Parameter("batchnorm1.weight", new(4))) + net.Add(new Parameter("batchnorm1.bias", new(4)));
    }

    private static Value Dense(GraphBuilder net, string name, Value x, int inputs, int units)
    {
        net.Label = name;
        Value y = net.MatMul(x, net.Add(new Parameter($"{name}.weight", new(units, inputs))), transposeB: true);
        return y + net.Add(new Parameter($"{name}.bias", new(units)));
    }

    private static Value Relu(GraphBuilder net, Value x)
    {
        net.Label = "relu1";
        return net.Map(a => Scalar.Max(a, 0), x);
    }

    private static Value Tanh(GraphBuilder net, Value x)
    {
        net.Label = "tanh1";
        return net.Map(Scalar.Tanh, x);
    }

    private static Graph Training(Func<GraphBuilder, Value, Value> layers, Func<GraphBuilder, Value, Value> loss)
    {
        var net = new GraphBuilder();
        Value output = layers(net, net.Add(new Input("input", new(Dim.N, 5))));
        Value value = loss(net, output);
        Value seed = net.Cut(Differentiate.By(net, net.Nodes, value, net.Number(1), [output])[0]);
        Node[] forward = [.. net.Nodes.TakeWhile(n => n != seed.Node)];
        Value[] parameters = [.. forward.Where(n => n.Op is Parameter).Select(n => n.Results[0])];
        ImmutableArray<Value> gradients = Differentiate.By(net, forward, output, seed, parameters);
        return net.Build(
        [
            new(ResultKind.Output, "output", output),
            new(ResultKind.Loss, "loss", value),
            new(ResultKind.OutputGradient, "output", seed),
            .. parameters.Select((p, i) => new GraphResult(ResultKind.Gradient, ((Parameter)p.Op).Name, gradients[i])),
        ]).Renumber();
    }
}
