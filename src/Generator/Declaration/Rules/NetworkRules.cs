using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>Everything about a declaration that needs neither shapes nor plan, as tables of small rules.</summary>
internal static class NetworkRules
{
    private delegate IEnumerable<NetworkError> SourceRule(NetworkDeclaration network, NetworkSource source);

    private delegate IEnumerable<NetworkError> Rule(NetworkDeclaration network);

    private static readonly SourceRule[] ClassAndMembers =
    [
        ClassRules.Partial,
        ClassRules.Instance,
        ClassRules.Generic,
        ClassRules.Record,
        ClassRules.FileLocal,
        ClassRules.Nesting,
        ConstructorRules.Clash,
        ConstructorRules.Chain,
        ConstructorRules.Base,
        MemberRules.Reserved,
    ];

    // The order of layers, or even what they are, is unknown where one of these speaks; then no other rule on layers does.
    private static readonly SourceRule[] Reading =
    [
        TwinRules.Original,
        TwinRules.OwnLayers,
        ReadingRules.Unreadable,
        ReadingRules.UnknownLayers,
        ReadingRules.SplitLayers,
        ReadingRules.Blocks,
    ];

    private static readonly SourceRule[] Names =
    [
        NameRules.Invalid,
        NameRules.Duplicate,
        NameRules.Inputs,
        NameRules.OfClass,
        NameRules.Taken,
        NameRules.Reserved,
    ];

    private static readonly Rule[] Layers =
    [
        InputRules.Count,
        InputRules.Rank,
        InputRules.Extents,
        InputRules.Size,
        InputRules.MaxBatch,
        InputRules.Threads,
        ByteRules.Scaling,
        BudgetRules.Limits,
        FlowRules.SomeLayer,
        FlowRules.Joins,
        FlowRules.Parts,
        FlowRules.Sources,
        FlowRules.UnusedBranches,
        ShareRules.Owners,
        LossRules.Several,
        LossRules.NotLast,
        LossRules.Outputs,
        LossRules.OutputsTwice,
        LossRules.LinkTwice,
        LossRules.NoLogarithms,
    ];

    public static NetworkDeclaration Apply(NetworkDeclaration network, NetworkSource source)
    {
        List<NetworkError> names = [.. Run(Names)];
        List<NetworkError> errors = [.. Run(ClassAndMembers)];
        int before = errors.Count;
        errors.AddRange(Run(Reading));
        if (errors.Count == before)
        {
            errors.AddRange(names);
            foreach (Rule rule in Layers)
                errors.AddRange(rule(network));
        }

        return network with
        {
            Layers = network.Layers.Select(layer => WithMember(layer, names)).ToEquatableArray(),
            Blocks = network.Blocks.Select(block => WithMember(block, names)).ToEquatableArray(),
            Taken = MemberRules.Taken(network, source).ToEquatableArray(),
            Errors = errors.OrderBy(error => error.Site.Index).ToEquatableArray(),
        };

        IEnumerable<NetworkError> Run(SourceRule[] rules) => rules.SelectMany(rule => rule(network, source));
    }

    private static LayerDeclaration WithMember(LayerDeclaration layer, List<NetworkError> names) =>
        names.Any(error => error.Site == layer.Site && (layer.Name + ".").StartsWith(error.Arguments[0] + ".", StringComparison.Ordinal)) ? layer with { Member = null } : layer;
}
