namespace StaticNet;

/// <summary>
/// Tensors of a network, by name or by kind, with hyper-parameters of their own:
/// <c>new Adam { Groups = [new() { Layers = ["dense1"], LearningRateFactor = 0.1 }, ParameterGroup.NoDecay] }</c>.
/// What a group leaves out is the optimizer's.
/// </summary>
public sealed class ParameterGroup
{
    private readonly double? _weightDecay;
    private readonly double? _l1;
    private readonly double? _l2;
    private readonly double? _maxNorm;
    private double? _learningRate;
    private double _learningRateFactor = 1;

    /// <summary>Biases, and the scales and shifts of normalisations: without decay, L1 and L2.</summary>
    public static ParameterGroup NoDecay => new() { Kinds = [ParameterKind.Bias, ParameterKind.Norm], WeightDecay = 0, L1 = 0, L2 = 0 };

    /// <summary>Names of layers (<c>dense1</c>), of blocks with all their layers, or of single tensors (<c>dense1.weight</c>); empty for all.</summary>
    public IReadOnlyList<string> Layers
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Layers));
    } = [];

    /// <summary>What the tensors are to their layers; empty for all kinds.</summary>
    public IReadOnlyList<ParameterKind> Kinds
    {
        get;
        init => field = value ?? throw new ArgumentNullException(nameof(Kinds));
    } = [];

    /// <summary>The group's own step size η, at least 0, which may be set before any step; null follows the optimizer's.</summary>
    public double? LearningRate
    {
        get => _learningRate;
        set => _learningRate = HyperParameter.AtLeastZeroOrNone(value, nameof(LearningRate));
    }

    /// <summary>A factor, at least 0, on the optimizer's step size, so that the group follows its schedule.</summary>
    public double LearningRateFactor
    {
        get => _learningRateFactor;
        set => _learningRateFactor = HyperParameter.AtLeastZero(value, nameof(LearningRateFactor));
    }

    /// <summary>The group's <see cref="Optimizer.WeightDecay"/>.</summary>
    public double? WeightDecay
    {
        get => _weightDecay;
        init => _weightDecay = HyperParameter.AtLeastZeroOrNone(value, nameof(WeightDecay));
    }

    /// <summary>The group's <see cref="Optimizer.L1"/>, of all its tensors whatever their kind.</summary>
    public double? L1
    {
        get => _l1;
        init => _l1 = HyperParameter.AtLeastZeroOrNone(value, nameof(L1));
    }

    /// <summary>The group's <see cref="Optimizer.L2"/>, of all its tensors whatever their kind.</summary>
    public double? L2
    {
        get => _l2;
        init => _l2 = HyperParameter.AtLeastZeroOrNone(value, nameof(L2));
    }

    /// <summary>The group's <see cref="Optimizer.MaxNorm"/>; <see cref="double.PositiveInfinity"/> for none.</summary>
    public double? MaxNorm
    {
        get => _maxNorm;
        init => _maxNorm = value == double.PositiveInfinity ? value : HyperParameter.PositiveOrNone(value, nameof(MaxNorm));
    }

    /// <summary>Whether a tensor is of this group, if no group before has it.</summary>
    internal bool Holds(ParameterEntry entry) =>
        (Kinds.Count == 0 || Kinds.Contains(entry.Kind)) && (Layers.Count == 0 || Layers.Any(name => IsWithin(entry, name)));

    /// <summary>Throws where the group does not fit the network: a misspelt name would otherwise go unnoticed.</summary>
    /// <exception cref="InvalidOperationException">It does not.</exception>
    internal void Validate(ParameterTable table)
    {
        if (LearningRate is not null && LearningRateFactor != 1)
            throw new InvalidOperationException("A group has a LearningRate of its own or a LearningRateFactor on the optimizer's: set one of them.");
        if (Kinds.Contains(ParameterKind.State))
            throw new InvalidOperationException("A group holds what is trained, and ParameterKind.State is not: leave it out of Kinds.");
        foreach (string name in Layers)
        {
            ParameterEntry[] entries = table.Entries.ToArray();
            if (!entries.Any(entry => entry.IsTrained && IsWithin(entry, name)))
            {
                string? nearest = NearestName.Of(name, entries.Select(entry => entry.Layer));
                throw new InvalidOperationException($"A group names {NearestName.Quote(name)}, but no trained parameter is of that name"
                    + (nearest is null ? "." : $". Did you mean '{nearest}'?"));
            }
        }
    }

    private static bool IsWithin(ParameterEntry entry, string name) =>
        entry.Name.StartsWith(name, StringComparison.Ordinal) && (entry.Name.Length == name.Length || entry.Name[name.Length] == '.');
}
