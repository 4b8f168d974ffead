using TorchSharp.Modules;
using static Compare.OnnxModel;
using static TorchSharp.torch;

namespace Compare;

/// <summary>A module of libtorch as an ONNX model of batch 1.</summary>
internal static class OnnxExport
{
    /// <param name="module">What is exported, with its weights.</param>
    /// <param name="input">The shape of its input: [1,…], of a recurrent network [steps,1,features].</param>
    /// <param name="outputs">Numbers of its output.</param>
    public static byte[] Of(nn.Module module, long[] input, int outputs)
    {
        using var gradients = no_grad();
        var model = new OnnxModel();
        return model.Finish(Add(model, module, Input), input, [1, outputs]);
    }

    /// <summary>The shape that a recurrent network's operator asks for; at batch 1 it lies in memory as any other.</summary>
    public static long[] Shape(nn.Module module, long[] sample) => module is Recurrent<LSTM> ? [sample[0], 1, sample[1]] : [1, .. sample];

    private static string Add(OnnxModel model, nn.Module module, string x) => module switch
    {
        Sequential all => all.children().Aggregate(x, (y, one) => Add(model, one, y)),
        Residual block => Add(model, block, x),
        Recurrent<LSTM> recurrent => Add(model, recurrent.Head, Add(model, recurrent.Layer, x)),
        Linear dense => model.Node("Gemm", [x, model.Weight(dense.weight!), model.Weight(dense.bias!)], Int("transB", 1)),
        Conv2d conv => Add(model, conv, x),
        BatchNorm2d norm => model.Node(
            "BatchNormalization",
            [x, model.Weight(norm.weight!), model.Weight(norm.bias!), model.Weight(norm.running_mean!), model.Weight(norm.running_var!)],
            Float("epsilon", norm.eps)),
        ReLU => model.Node("Relu", [x]),
        ReLU6 => model.Node("Clip", [x, model.Number(0), model.Number(6)]),
        Tanh => model.Node("Tanh", [x]),
        MaxPool2d pool => model.Node("MaxPool", [x], Ints("kernel_shape", pool.kernel_size), Ints("strides", pool.stride ?? pool.kernel_size)),
        AdaptiveAvgPool2d => model.Node("GlobalAveragePool", [x]),
        Flatten => model.Node("Flatten", [x]),
        _ => throw new NotSupportedException($"{module.GetType().Name} is not exported yet: add a line here"),
    };

    private static string Add(OnnxModel model, Conv2d conv, string x)
    {
        string[] inputs = [x, model.Weight(conv.weight!), .. conv.bias is { } bias ? new[] { model.Weight(bias) } : []];
        return model.Node(
            "Conv", inputs, Ints("strides", conv.stride), Ints("pads", [.. conv.padding!, .. conv.padding!]), Int("group", conv.groups));
    }

    private static string Add(OnnxModel model, Residual block, string x)
    {
        string sum = model.Node("Add", [Add(model, block.Main, x), block.Shortcut is null ? x : Add(model, block.Shortcut, x)]);
        return block.After is null ? sum : Add(model, block.After, sum);
    }

    // Gates stand as i, f, g, o in libtorch and as i, o, f, g here. The second result is the state after the last step, [1,1,units].
    private static string Add(OnnxModel model, LSTM layer, string x)
    {
        Tensor Gates(string name)
        {
            Tensor[] gates = layer.get_parameter(name)!.chunk(4);
            return cat([gates[0], gates[3], gates[1], gates[2]]);
        }

        Tensor input = Gates("weight_ih_l0"), state = Gates("weight_hh_l0");
        string last = model.Node(
            "LSTM",
            [x, model.Weight(input.unsqueeze(0)), model.Weight(state.unsqueeze(0)), model.Weight(cat([Gates("bias_ih_l0"), Gates("bias_hh_l0")]).unsqueeze(0))],
            result: 1,
            Int("hidden_size", state.shape[1]));
        return model.Node("Squeeze", [last, model.Integers(0)]);
    }
}
