#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// The negative log likelihood of one class of several, on logits <c>z [n,classes]</c>: <c>L = Σ (log Σⱼ e^zⱼ − z_t) / n</c>.
/// Target: the index of the class, <c>int [n]</c>. Link: softmax.
/// </summary>
public sealed class SoftmaxCrossEntropyAttribute : LossAttribute;

#if STATICNET_GENERATOR
internal sealed class SoftmaxCrossEntropy : Loss<SoftmaxCrossEntropyAttribute>
{
    protected override (Shape Shape, Element Element) Target(SoftmaxCrossEntropyAttribute loss, Value output, Scope net)
    {
        net.RequireClasses(output);
        return (new(Dim.N), Element.Int32);
    }

    // log Σ e^z = m + log Σ e^(z − m),   m = max z
    protected override Value Value(SoftmaxCrossEntropyAttribute loss, Value output, Value target, Scope net)
    {
        Value m = net.Stop(net.Max(output, 1));
        Value sum = net.Sum(net.Map((z, shift) => Scalar.Exp(z - shift), output, m), 1);
        Value label = net.Reshape(target, new(Dim.N, 1));
        Value chosen = net.Sum(net.Map((z, t) => Scalar.IfEqual(Scalar.Column, t, z, 0), output, label), 1);
        return net.MeanOfAll(net.Map((s, shift, z) => Scalar.Log(s) + shift - z, sum, m, chosen));
    }

    protected override Value Link(SoftmaxCrossEntropyAttribute loss, Value output, Scope net) => Softmax.Of(output, net);
}
#endif
