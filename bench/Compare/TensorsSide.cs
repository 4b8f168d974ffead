using System.Numerics.Tensors;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Compare;

/// <summary>Dense layers by System.Numerics.Tensors: one product of two vectors a unit.</summary>
internal sealed class TensorsSide
{
    private readonly List<Action> _layers = [];

    public TensorsSide(Sequential module, float[] input)
    {
        Output = input;
        foreach (nn.Module layer in module.children())
            _layers.Add(Layer(layer));
    }

    /// <summary>The output of the last run.</summary>
    public float[] Output { get; private set; }

    /// <summary>The output; returns its last number.</summary>
    public float Forward()
    {
        foreach (Action layer in _layers)
            layer();
        return Output[^1];
    }

    private Action Layer(nn.Module layer)
    {
        float[] x = Output;
        switch (layer)
        {
            case Linear dense:
                float[] weight = dense.weight!.data<float>().ToArray(), bias = dense.bias!.data<float>().ToArray(), y = Output = new float[bias.Length];
                return () =>
                {
                    for (int unit = 0; unit < y.Length; unit++)
                        y[unit] = bias[unit] + TensorPrimitives.Dot(weight.AsSpan(unit * x.Length, x.Length), x);
                };
            case ReLU:
                return () => TensorPrimitives.Max(x, 0, x);
            case Tanh:
                return () => TensorPrimitives.Tanh(x, x);
            default:
                throw new NotSupportedException($"{layer.GetType().Name} is not a layer of vectors");
        }
    }
}
