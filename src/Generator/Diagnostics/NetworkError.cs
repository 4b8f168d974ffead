using System.Globalization;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Diagnostics;

/// <summary>One finding on a network, an equatable value without a source location; the analyzer resolves its site.</summary>
internal sealed record NetworkError(DiagnosticDescriptor Descriptor, Site Site, EquatableArray<string> Arguments)
{
    public NetworkError(DiagnosticDescriptor descriptor, Site site, params string[] arguments)
        : this(descriptor, site, new EquatableArray<string>([.. arguments]))
    {
    }

    /// <summary>The name that is wrong and the one to write instead, for an editor that offers to; null where a mend is not one name.</summary>
    public (string Wrong, string Right)? Rename { get; init; }

    /// <summary>The attribute that a mend changes, for an editor that offers to; null where it is the error's own or there is no such mend.</summary>
    public Site? Cause { get; init; }

    /// <summary>Whether the network cannot be compiled; a warning stands beside a network that works.</summary>
    public bool IsFatal => Descriptor.DefaultSeverity == DiagnosticSeverity.Error;

    /// <summary>Whether two findings say the same, wherever they lie.</summary>
    public bool SaysAs(NetworkError other) => Descriptor.Id == other.Descriptor.Id && Arguments.Equals(other.Arguments);

    /// <summary>The id and the sentence, for a body that throws and for <c>#error</c>.</summary>
    public string Text => Descriptor.Id + ": " + string.Format(
        CultureInfo.InvariantCulture, Descriptor.MessageFormat.ToString(CultureInfo.InvariantCulture), [.. Arguments]);
}
