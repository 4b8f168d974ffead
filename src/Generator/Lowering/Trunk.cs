using StaticNet.Generator.Declaration;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>A network as built so far: inputs, then layers, then outputs, then losses or, where only their links are wanted, those.</summary>
internal sealed class Trunk(GraphBuilder builder, Scope net, bool withLosses)
{
    private const string Target = "target";

    private readonly HashSet<string> _leaves = [];
    private readonly List<LossTarget> _targets = [];
    private readonly List<GraphResult> _evaluated = [];
    private Value? _sampleWeights;

    public GraphBuilder Builder { get; } = builder;

    public Scope Net { get; } = net;

    /// <summary>The inputs as the caller gives them, a sample in one row, in the order of declaration.</summary>
    public List<Value> Inputs { get; } = [];

    /// <summary>What each input is and each layer gives, by its name.</summary>
    public Dictionary<string, Value> Values { get; } = [];

    /// <summary>The outputs, in the order of declaration.</summary>
    public List<TrunkOutput> Outputs { get; } = [];

    /// <summary>The targets in inference mode, in the order of losses.</summary>
    public ImmutableArray<LossTarget> Targets => [.. _targets];

    /// <summary>The nodes before those of losses.</summary>
    public int Layers { get; private set; }

    /// <summary>The sum of all losses in training; null without a loss.</summary>
    public Value? Loss { get; private set; }

    /// <summary>In inference mode each loss by itself, what its mean divides by, its link of the output, and the target.</summary>
    public ImmutableArray<GraphResult> Evaluated => [.. _evaluated];

    /// <summary>The name of the weights of samples.</summary>
    public string SampleWeights { get; private set; } = "sample_weights";

    public void AddInput(InputDeclaration input)
    {
        Builder.Label = input.Name;
        var shape = new Shape([Dim.N, .. input.Shape.Select((extent, axis) => (Dim)(axis == 0 && Net.Stream?.IsSequence(input.Name) == true ? Net.Stream.Step(input.Name) : extent))]);
        try
        {
            Inputs.Add(Builder.Add(new Input(Leaf(input.Name), Row(shape), input.Element)));
        }
        catch (SizeError error)
        {
            throw new LoweringError(new(Descriptors.TooLarge, input.Site, $"'{input.Name}'", error.Message, "make it smaller"));
        }

        Values[input.Name] = Builder.Reshape(Inputs[Inputs.Count - 1], shape);
    }

    public void AddOutputs(NetworkDeclaration network)
    {
        foreach (OutputDeclaration output in network.Outputs)
        {
            Value value = Values[output.Layer];
            if (value.Element == Element.Int32)
                throw new LoweringError(new(Descriptors.Integers, output.Site, output.Name, "Output", output.Layer));
            Builder.Label = value.Node.Label;
            Outputs.Add(new(output.Name, value, Builder.Reshape(value, Row(value.Shape))));
        }

        Layers = Builder.Nodes.Length;
    }

    /// <summary>Adds a loss of an output; the scope is at the loss.</summary>
    public void AddLoss(ILoss loss, LossAttribute attribute, TrunkOutput output, bool isOnly)
    {
        Target target = loss.TargetOf(attribute, output.Value, Net);
        Net.RequireRange("Weight", attribute.Weight, weight => weight > 0 && !double.IsInfinity(weight), "positive and finite");
        string name = Leaf(isOnly ? Target : $"{output.Name}Target");
        output.Label ??= Builder.Label;
        if (!withLosses)
        {
            output.Prediction ??= loss.Link(attribute, output.Value, Net);
            return;
        }

        Value row = Builder.Add(new Input(name, Row(target.Shape), target.Element)), given = Builder.Reshape(row, target.Shape);
        _sampleWeights ??= Builder.Add(new Input(SampleWeights = Leaf(SampleWeights), new(Dim.N)));
        Value value = loss.Value(attribute, output.Value, given, _sampleWeights, Net);
        if (attribute.Weight != 1)
            value = Net.Map(l => attribute.Weight * l, value);
        if (Net.Training)
        {
            Loss = Loss is null ? value : Loss + value;
            output.Loss = output.Loss is null ? value : output.Loss + value;
            return;
        }

        // Means over a data set weigh its batches by what each divides by, and each loss has its own.
        string number = isOnly ? "" : $"{_targets.Count + 1}", ofLoss = NetworkGraphs.LossName + number, ofDivisor = $"divisor{number}", ofPrediction = $"prediction{number}";
        Value? divisor = loss.Divisor(attribute, output.Value, given, Net);
        _targets.Add(new(name, target, new(output.Name, output.Value.Shape), ofPrediction, ofLoss, divisor is null ? null : ofDivisor, attribute.Reduction == Reduction.Sum));
        _evaluated.Add(new(ResultKind.Loss, ofLoss, value));
        if (divisor is not null)
            _evaluated.Add(new(ResultKind.Loss, ofDivisor, divisor));

        // Metrics read both after the last step.
        Value prediction = loss.Link(attribute, output.Value, Net);
        _evaluated.Add(new(ResultKind.Prediction, ofPrediction, Builder.Reshape(prediction, Row(prediction.Shape))));
        _evaluated.Add(new(ResultKind.Prediction, name, row));
    }

    /// <summary>The shape in which callers give and take a sample: one row.</summary>
    public static Shape Row(Shape shape) => shape.Rank > 2 ? new(shape[0], shape.Span(1, shape.Rank)) : shape;

    /// <summary>The name of a leaf that the caller gives; with a number where an input has that name.</summary>
    public string Leaf(string name)
    {
        string unique = name;
        for (int i = 2; !_leaves.Add(unique); i++)
            unique = $"{name}{i}";
        return unique;
    }
}

/// <summary>An output: its name and value, which is another's too where a layer between them does nothing.</summary>
internal sealed class TrunkOutput(string name, Value value, Value row)
{
    public string Name { get; } = name;

    public Value Value { get; } = value;

    /// <summary>The value with a sample in one row, as callers take it.</summary>
    public Value Row { get; } = row;

    /// <summary>The name of the first loss that compares it.</summary>
    public string? Label { get; set; }

    /// <summary>The sum of the losses that compare it, in training.</summary>
    public Value? Loss { get; set; }

    /// <summary>What the first of them makes of it.</summary>
    public Value? Prediction { get; set; }
}
