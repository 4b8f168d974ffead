using System.Globalization;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>Limits that a network could keep.</summary>
internal static class BudgetRules
{
    public static IEnumerable<NetworkError> Limits(NetworkDeclaration network)
    {
        if (network.Budget is not { } budget)
            return [];
        (string Name, long Most)[] limits =
        [
            (nameof(budget.ParameterBytes), budget.ParameterBytes), (nameof(budget.ArenaBytes), budget.ArenaBytes),
            (nameof(budget.TrainingBytes), budget.TrainingBytes), (nameof(budget.ForwardFlops), budget.ForwardFlops),
        ];
        return limits.Where(limit => limit.Most < 0).Select(limit =>
            new NetworkError(Descriptors.ArgumentRange, budget.Site, "Budget", limit.Name, "0 or more", limit.Most.ToString(CultureInfo.InvariantCulture)));
    }
}
