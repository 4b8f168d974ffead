using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StaticNet.Generator.Declaration;

/// <summary>What the project says about every network in it.</summary>
internal sealed record BuildOptions
{
    /// <summary>Whether a network carries the text of its IR (<c>StaticNetEmitIr</c>).</summary>
    public bool EmitIr { get; init; }

    /// <summary>Whether graphs are simplified (<c>StaticNetPasses</c>).</summary>
    public bool Passes { get; init; } = true;

    /// <summary>The operations of a batch from which on the threads of a network work together (<c>StaticNetThreadsFrom</c>); null for those that pay on most machines.</summary>
    public long? ThreadsFrom { get; init; }

    /// <summary>Whether the analyzer reports errors; where it does not, the generated file must (<c>RunAnalyzers</c>, <c>RunAnalyzersDuringBuild</c>).</summary>
    public bool AnalyzersRun { get; init; } = true;

    /// <summary>Whether the compiler optimises nothing (<c>Optimize</c>).</summary>
    public bool Unoptimised { get; init; }

    public static BuildOptions Read(AnalyzerConfigOptions properties, OptimizationLevel level)
    {
        string runAnalyzers = Property("RunAnalyzers");
        return new()
        {
            EmitIr = Is(Property("StaticNetEmitIr"), "true"),
            Passes = !Is(Property("StaticNetPasses"), "false"),
            ThreadsFrom = long.TryParse(Property("StaticNetThreadsFrom"), NumberStyles.None, CultureInfo.InvariantCulture, out long from) ? from : null,

            // MSBuild lets RunAnalyzers decide wherever it is set.
            AnalyzersRun = !Is(runAnalyzers.Length > 0 ? runAnalyzers : Property("RunAnalyzersDuringBuild"), "false"),
            Unoptimised = level == OptimizationLevel.Debug,
        };

        string Property(string name) => properties.TryGetValue("build_property." + name, out string? value) ? value : "";

        static bool Is(string value, string expected) => string.Equals(value, expected, StringComparison.OrdinalIgnoreCase);
    }
}
