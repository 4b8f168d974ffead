using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>How a layer becomes ops. One instance serves every layer of its kind; it holds no state.</summary>
internal interface ILayer
{
    Type Attribute { get; }

    /// <summary>Whether what it reads may hold int32.</summary>
    bool TakesIntegers { get; }

    /// <summary>Whether it gives each step of a sequence from that step and those before.</summary>
    bool Streams(LayerAttribute layer);

    /// <summary>Whether all but the first of what it reads is the same for each step of a sequence, as where it begins.</summary>
    bool ReadsStates { get; }

    Value Build(LayerAttribute layer, ImmutableArray<Value> inputs, Scope net);
}

/// <summary>A layer that reads one value.</summary>
internal abstract class Layer<TAttribute> : ILayer
    where TAttribute : LayerAttribute
{
    public Type Attribute => typeof(TAttribute);

    public virtual bool TakesIntegers => false;

    public bool ReadsStates => false;

    public bool Streams(LayerAttribute layer) => Streams((TAttribute)layer);

    public Value Build(LayerAttribute layer, ImmutableArray<Value> inputs, Scope net) => Build((TAttribute)layer, inputs[0], net);

    /// <summary>It does not, unless the layer says otherwise.</summary>
    protected virtual bool Streams(TAttribute layer) => false;

    protected abstract Value Build(TAttribute layer, Value x, Scope net);
}

/// <summary>A layer that joins several values, or reads some by name beside the one before it.</summary>
internal abstract class Join<TAttribute> : ILayer
    where TAttribute : LayerAttribute
{
    public Type Attribute => typeof(TAttribute);

    public virtual bool TakesIntegers => false;

    public virtual bool ReadsStates => false;

    public bool Streams(LayerAttribute layer) => Streams((TAttribute)layer);

    public Value Build(LayerAttribute layer, ImmutableArray<Value> inputs, Scope net) => Build((TAttribute)layer, inputs, net);

    /// <summary>It does not, unless the layer says otherwise.</summary>
    protected virtual bool Streams(TAttribute layer) => false;

    protected abstract Value Build(TAttribute layer, ImmutableArray<Value> inputs, Scope net);
}

/// <summary>A layer that applies one scalar function to every element.</summary>
internal abstract class Activation<TAttribute> : Layer<TAttribute>
    where TAttribute : LayerAttribute
{
    protected sealed override bool Streams(TAttribute layer) => true;

    protected sealed override Value Build(TAttribute layer, Value x, Scope net)
    {
        Check(layer, net);
        return net.Map(operand => Body(layer, operand), x);
    }

    /// <summary>Reports parameters out of range.</summary>
    protected virtual void Check(TAttribute layer, Scope net)
    {
    }

    protected abstract Scalar Body(TAttribute layer, Scalar x);
}
