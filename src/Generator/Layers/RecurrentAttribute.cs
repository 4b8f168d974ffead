#if STATICNET_GENERATOR
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
#endif

namespace StaticNet;

/// <summary>
/// What all recurrent layers have in common. Parameters are named and shaped as PyTorch's: for each layer <c>k</c> of the stack
/// <c>weight_ih_lk [gates·units,c]</c>, <c>weight_hh_lk [gates·units,units]</c>, <c>bias_ih_lk</c> and <c>bias_hh_lk [gates·units]</c>, with
/// <c>_reverse</c> behind the name for the direction from the last step to the first.
/// </summary>
/// <param name="units">The width of the state; at least 1.</param>
public abstract class RecurrentAttribute(int units) : ParameterLayerAttribute
{
    /// <summary>The width of the state.</summary>
    public int Units { get; } = units;

    /// <summary>How many layers are stacked, each reading the whole sequence of the one below.</summary>
    public int Layers { get; init; } = 1;

    /// <summary>Whether each layer also runs from the last step to the first; its outputs stand behind those of the first direction.</summary>
    public bool Bidirectional { get; init; }

    /// <summary>In training, the share of values dropped between the layers of the stack, in [0, 1).</summary>
    public double Dropout { get; init; }

    /// <summary>Whether the output is the whole sequence; otherwise the state after the last step, of the other direction after the first.</summary>
    public bool ReturnSequences { get; init; }

    /// <summary>After how many steps the gradient goes no further back through the state; 0 for all of them.</summary>
    public int Truncate { get; init; }

    /// <summary>
    /// The layers or inputs that give the states before the first step, <c>[n,layers·directions·units]</c> or <c>[n,layers·directions,units]</c> in
    /// PyTorch's order, layer by layer; by default 0. Of an LSTM the second is that of the cells. A stream reads them at its first step.
    /// </summary>
    public string[]? InitialState { get; init; }

    /// <summary>Whether biases are added.</summary>
    public bool Bias { get; init; } = true;

    /// <summary>How the weights of the inputs start; by default, as PyTorch's layers, with <c>U(−1/√units, 1/√units)</c>.</summary>
    public Init Weights { get; init; } = Init.PyTorchDefault;

    /// <summary>How the weights of the state start.</summary>
    public Init RecurrentWeights { get; init; } = Init.PyTorchDefault;

    /// <summary>How the biases start.</summary>
    public Init Biases { get; init; } = Init.PyTorchDefault;
}

#if STATICNET_GENERATOR
internal abstract class Recurrent<TAttribute> : Join<TAttribute>
    where TAttribute : RecurrentAttribute
{
    /// <summary>The parts of a weight, one behind the other.</summary>
    protected abstract int Gates { get; }

    /// <summary>What goes from step to step; the first is the output.</summary>
    protected abstract int States { get; }

    /// <summary>Whether the last gate adds its bias of the state inside the step, where something multiplies it.</summary>
    protected virtual bool HasInnerBias => false;

    /// <summary>One step: the states before, <c>W·x + b</c> of each gate, and what the state is multiplied with → the states after.</summary>
    protected abstract ImmutableArray<Value> Step(TAttribute layer, IBuilder net, ImmutableArray<Value> states, ImmutableArray<Value> gates, StateProduct times);

    public sealed override bool ReadsStates => true;

    protected sealed override bool Streams(TAttribute layer) => !layer.Bidirectional;

    protected sealed override Value Build(TAttribute layer, ImmutableArray<Value> inputs, Scope net)
    {
        Check(layer, net);
        Value source = inputs[0];
        net.RequireSequence(source);
        int directions = layer.Bidirectional ? 2 : 1;
        Value[] initial = [.. inputs.Skip(1).Select((_, i) => InitialState(layer, layer.Layers * directions, inputs, i + 1, net))];
        Value? begun = net.Streaming && initial.Length > 0 ? Begun(net) : null;
        Value x = net.Permute(source, [1, 0, 2]);
        for (int k = 0; ; k++)
        {
            if (k > 0 && layer.Dropout > 0 && net.Training)
                x = net.Map((a, u) => Scalar.IfGreater(layer.Dropout, u, 0, a * (1 / (1 - layer.Dropout))), x, net.Random(x.Shape));
            var made = new List<(Value Last, Value Outputs)>();
            for (int direction = 0; direction < directions; direction++)
            {
                int place = k * directions + direction;
                Value[] before = [.. Enumerable.Range(0, States).Select(i =>
                {
                    Value? first = i < initial.Length ? net.Slice(initial[i], 1, place * layer.Units, layer.Units) : null;
                    return net.Streaming ? Continued(Kept(i, k), first, begun)
                        : first ?? net.BroadcastTo(net.Number(0), new(Dim.N, layer.Units));
                })];
                made.Add(Direction(layer, x, before, k, direction == 1, net));
            }

            bool isLast = k == layer.Layers - 1;
            if (isLast && !layer.ReturnSequences)
                return net.Concat(1, [.. made.Select(m => m.Last)]);
            x = net.Concat(2, [.. made.Select(m => m.Outputs)]);
            if (isLast)
                return net.Permute(x, [1, 0, 2]);
        }

        Value Continued(string name, Value? first, Value? begun)
        {
            Value kept = net.Before(name, new(Dim.N, layer.Units));
            return first is null || begun is null ? kept : net.Map((b, state, given) => Scalar.IfGreater(b, 0, state, given), begun, kept, first);
        }
    }

    // 0 at the first step of a stream, 1 at all others.
    private static Value Begun(Scope net)
    {
        Value begun = net.Before(nameof(begun), new(Dim.N, 1));
        net.After(nameof(begun), net.BroadcastTo(net.Number(1), new(Dim.N, 1)));
        return begun;
    }

    // The products with the inputs of all steps come first, a gate at a time, so that no step takes parts of a row.
    private (Value Last, Value Outputs) Direction(TAttribute layer, Value x, Value[] before, int k, bool reverse, Scope net)
    {
        int width = x.Shape[2].Size, units = layer.Units, steps = x.Shape[0].Size;
        string suffix = $"_l{k}{(reverse ? "_reverse" : "")}";
        int? Inputs(Init init) => init == Init.PyTorchDefault ? units : null;
        int[] parts = [.. Enumerable.Repeat(units, Gates)];
        Value w = net.Parameter($"weight_ih{suffix}", new(Gates * units, width), layer.Weights, inputs: Inputs(layer.Weights));
        Value u = net.Parameter($"weight_hh{suffix}", new(Gates * units, units), layer.RecurrentWeights, inputs: Inputs(layer.RecurrentWeights));
        Value Bias(string name) => net.Parameter(name + suffix, new(Gates * units), layer.Biases, kind: ParameterKind.Bias, inputs: units);
        var (byInput, byState) = layer.Bias ? (Bias("bias_ih"), Bias("bias_hh")) : (null, null);
        if (net.Streaming && steps == 1)
            return Streamed(layer, net.Reshape(x, new(Dim.N, width)), before, (w, u), (byInput, byState), k, net);
        Value? inner = HasInnerBias && byState is not null ? net.Slice(byState, 0, (Gates - 1) * units, units) : null;
        Value[] biases = byInput is null || byState is null ? []
            : inner is null ? [.. net.Split(byInput + byState, 0, parts)]
            : [.. net.Split(Slice(byInput) + Slice(byState), 0, [.. parts.Skip(1)]), net.Slice(byInput, 0, (Gates - 1) * units, units)];
        Value Slice(Value bias) => net.Slice(bias, 0, 0, (Gates - 1) * units);

        Value rows = net.Reshape(x, new(x.Shape.Span(0, 2), width));
        Value[] gates = [.. net.Split(w, 0, parts).Select((part, gate) => net.MatMul(rows, part, transposeB: true) is var y && biases.Length > 0 ? y + biases[gate] : y)];
        var (last, outputs) = net.Scan(
            steps,
            [.. before],
            [.. gates.Select(y => net.Reshape(y, new(steps, Dim.N, units)))],
            [.. net.Split(u, 0, parts), .. inner is null ? [] : new[] { inner }],
            (body, states, elements, same) =>
            {
                ImmutableArray<Value> after = Step(layer, body, states, elements, Times);
                return (after, [after[0]]);

                Value Times(int gate, Value h)
                {
                    Value y = body.MatMul(h, same[gate], transposeB: true);
                    return gate == Gates - 1 && inner is not null ? y + same[Gates] : y;
                }
            },
            reverse,
            layer.Truncate > 0 ? layer.Truncate : null);
        if (net.Streaming)
            Keep(last, k, net);
        return (last[0], outputs[0]);
    }

    private static string Kept(int state, int k) => $"state{state}_l{k}";

    private static void Keep(ImmutableArray<Value> after, int k, Scope net)
    {
        for (int i = 0; i < after.Length; i++)
            net.After(Kept(i, k), after[i]);
    }

    // One step of one sequence: a product with the input and one with the state are all there is.
    private (Value Last, Value Outputs) Streamed(
        TAttribute layer, Value x, Value[] before, (Value Input, Value State) weights, (Value? Input, Value? State) biases, int k, Scope net)
    {
        ImmutableArray<Value> Parts(Value a, Value weight, Value? bias) =>
            net.Split(net.MatMul(a, weight, transposeB: true) is var y && bias is not null ? y + bias : y, 1, [.. Enumerable.Repeat(layer.Units, Gates)]);
        ImmutableArray<Value> byState = Parts(before[0], weights.State, biases.State);
        ImmutableArray<Value> after = Step(layer, net, [.. before], Parts(x, weights.Input, biases.Input), (gate, _) => byState[gate]);
        Keep(after, k, net);
        return (after[0], net.Reshape(after[0], new(1, Dim.N, layer.Units)));
    }

    private void Check(TAttribute layer, Scope net)
    {
        net.RequireRange("units", layer.Units, units => units >= 1, "at least 1");
        net.RequireRange("Layers", layer.Layers, layers => layers >= 1, "at least 1");
        net.RequireRange("Dropout", layer.Dropout, rate => rate >= 0 && rate < 1, "in [0, 1)");
        net.RequireRange("Dropout", layer.Dropout, rate => rate == 0 || layer.Layers > 1, "0 in a single layer, which has none to drop between");
        net.RequireRange("Truncate", layer.Truncate, steps => steps >= 0, "not negative (0 for the whole sequence)");
        if (layer.InitialState is { } names)
            net.RequireRange("the number of names in InitialState", names.Length, count => count <= States, $"at most {States}");
    }

    private static Value InitialState(TAttribute layer, int states, ImmutableArray<Value> inputs, int index, Scope net)
    {
        Value state = inputs[index];
        int width = states * layer.Units;
        if (!state.Shape.Equals(new Shape(Dim.N, width)) && !state.Shape.Equals(new Shape(Dim.N, states, layer.Units)))
            throw net.Misshaped(index, states == 1 ? $"an initial state [n,{width}] for {width} units" : $"an initial state [n,{width}] or [n,{states},{layer.Units}] for {states} times {layer.Units} units", state);
        return net.Reshape(state, new(Dim.N, width));
    }
}

/// <summary><c>U·h</c> of a gate, with the bias that stands inside.</summary>
internal delegate Value StateProduct(int gate, Value h);
#endif
