using StaticNet.Generator.Declaration;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Lowering;

namespace StaticNet.Generator;

/// <summary>Emits an empty part of the class, for as long as there are no stages to run.</summary>
internal static class Compiler
{
    public static GeneratedFile Emit(NetworkDeclaration network, CancellationToken cancel)
    {
        cancel.ThrowIfCancellationRequested();
        string errors = network.ReportsInFile
            ? string.Concat(Check(network, cancel).Where(error => error.IsFatal).Select(error => $"#error {error.Text}\n"))
            : "";
        string constructor = network.Taken.Contains(Surface.Constructor) ? "" : $"public {network.Name}(ulong seed = 0) {{ }} ";
        string part = $"partial {network.Header.Keyword} {network.Name}{network.Header.TypeParameters} {{ {constructor}}}";
        foreach (TypeHeader outer in network.Containing.Reverse())
            part = $"partial {outer.Keyword} {outer.Name}{outer.TypeParameters} {{ {part} }}";
        if (network.Namespace.Length > 0)
            part = $"namespace {network.Namespace} {{ {part} }}";
        return new(network.HintName, network.Extensible ? errors + part : errors);
    }

    public static ImmutableArray<NetworkError> Check(NetworkDeclaration network, CancellationToken cancel)
    {
        if (network.IsBroken)
            return [.. network.Errors];
        try
        {
            NetworkBuilder.Build(network, cancel);
            return [.. network.Errors];
        }
        catch (LoweringError error)
        {
            return [.. network.Errors, error.Error];
        }
    }
}
