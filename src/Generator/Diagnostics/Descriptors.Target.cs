using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Diagnostics;

/// <summary>SN04xx: the machine and its budget. The comment above a descriptor lists its arguments.</summary>
internal static partial class Descriptors
{
    // what, its size beside the limit, mend
    public static readonly DiagnosticDescriptor TooLarge = new(
        "SN0401",
        "A size is counted by an int",
        "{0} is too large: {1}; {2}",
        "StaticNet.Target",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0401.md");

    // class
    public static readonly DiagnosticDescriptor Unoptimised = new(
        "SN0402",
        "A network is compiled without optimisation",
        "'{0}' is compiled without optimisation, which makes its kernels up to a hundred times slower; add <Optimize>true</Optimize> to a PropertyGroup of the project",
        "StaticNet.Target",
        DiagnosticSeverity.Info,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0402.md");

    // class, cost, budget, dearest parts, mend
    public static readonly DiagnosticDescriptor OverBudget = new(
        "SN0403",
        "A network keeps to its budget",
        "'{0}' needs {1}, over its budget of {2}; most of it: {3}; {4}",
        "StaticNet.Target",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0403.md");
}
