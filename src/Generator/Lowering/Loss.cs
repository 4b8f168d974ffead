using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Lowering;

/// <summary>How a loss becomes ops: the target it wants, its value, and the link that turns the output into a prediction.</summary>
internal interface ILoss
{
    Type Attribute { get; }

    /// <summary>The shape and type of the target for an output, which may be refused.</summary>
    (Shape Shape, Element Element) Target(LossAttribute loss, Value output, Scope net);

    /// <summary>The loss, of shape [].</summary>
    Value Value(LossAttribute loss, Value output, Value target, Scope net);

    /// <summary>What Predict returns for an output.</summary>
    Value Link(LossAttribute loss, Value output, Scope net);
}

internal abstract class Loss<TAttribute> : ILoss
    where TAttribute : LossAttribute
{
    public Type Attribute => typeof(TAttribute);

    public (Shape Shape, Element Element) Target(LossAttribute loss, Value output, Scope net) => Target((TAttribute)loss, output, net);

    public Value Value(LossAttribute loss, Value output, Value target, Scope net) => Value((TAttribute)loss, output, target, net);

    public Value Link(LossAttribute loss, Value output, Scope net) => Link((TAttribute)loss, output, net);

    /// <summary>One number for each element of the output, unless the loss says otherwise.</summary>
    protected virtual (Shape Shape, Element Element) Target(TAttribute loss, Value output, Scope net) => (output.Shape, Element.Float32);

    protected abstract Value Value(TAttribute loss, Value output, Value target, Scope net);

    /// <summary>The output itself, unless the loss says otherwise.</summary>
    protected virtual Value Link(TAttribute loss, Value output, Scope net) => output;
}
