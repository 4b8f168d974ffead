using Microsoft.CodeAnalysis;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration;

/// <summary>What a network may cost at most; <see cref="long.MaxValue"/> is no limit.</summary>
internal sealed record BudgetDeclaration(long ParameterBytes, long ArenaBytes, long TrainingBytes, long ForwardFlops, Site Site)
{
    public static BudgetDeclaration Read(AttributeData attribute, Site site)
    {
        return new(
            Limit(nameof(BudgetAttribute.ParameterBytes)),
            Limit(nameof(BudgetAttribute.ArenaBytes)),
            Limit(nameof(BudgetAttribute.TrainingBytes)),
            Limit(nameof(BudgetAttribute.ForwardFlops)),
            site);

        long Limit(string name) => ArgumentReader.Named(attribute, name, long.MaxValue);
    }
}
