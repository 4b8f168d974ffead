using System.Reflection;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Contract;

/// <summary>The networks of the contracts, compiled again in memory without simplification.</summary>
internal static class WithoutPasses
{
    private static readonly Lazy<Assembly> Compiled =
        new(() => NetworkCompiler.Compile(string.Concat(Contracts.Networks.Select(n => DeclarationText.Of(n) + "\n")), passes: false));

    public static Type Of(Type network) => Compiled.Value.GetType(network.Name)!;
}
