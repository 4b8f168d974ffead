using System.Reflection;
using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Diagnostics;

internal static partial class Descriptors
{
    private const string Pages = "https://github.com/staticnet/staticnet/blob/main/docs/diagnostics/";

    // A property, since the bands' fields may be initialised after this file's.
    public static ImmutableArray<DiagnosticDescriptor> All =>
    [
        .. typeof(Descriptors)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(member => member.GetValue(null))
            .OfType<DiagnosticDescriptor>()
            .OrderBy(descriptor => descriptor.Id, StringComparer.Ordinal),
    ];
}
