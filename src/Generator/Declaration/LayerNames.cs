using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generator.Declaration;

/// <summary>From an attribute's type to the layer's kind (<c>Dense</c>), default name (<c>dense1</c>) and member (<c>Dense1</c>).</summary>
internal static class LayerNames
{
    private const string Suffix = "Attribute";

    /// <summary><c>StaticNet.Conv2DAttribute</c> → <c>Conv2D</c>.</summary>
    public static string Kind(string type)
    {
        string name = type.Substring(type.LastIndexOf('.') + 1);
        return name.EndsWith(Suffix, StringComparison.Ordinal) ? name.Substring(0, name.Length - Suffix.Length) : name;
    }

    /// <summary>
    /// What a default name counts: <c>Conv2D</c>, <c>ConvTranspose1D</c> → <c>Conv</c>; <c>MaxPool2D</c> → <c>Pool</c>; else the kind
    /// without dimension: <c>LeakyReLU</c>. The C# member is <c>LeakyReLU1</c>, the layer and its tensors in files <c>leakyrelu1</c>.
    /// </summary>
    public static string Stem(string kind)
    {
        string plain = kind.Length > 2 && kind[kind.Length - 1] == 'D' && kind[kind.Length - 2] is '1' or '2' or '3'
            ? kind.Substring(0, kind.Length - 2)
            : kind;
        return plain.StartsWith("Conv", StringComparison.Ordinal) ? "Conv"
            : plain.EndsWith("Pool", StringComparison.Ordinal) ? "Pool"
            : plain;
    }

    /// <summary>The default name of a layer: <c>LeakyReLU1</c> → <c>leakyrelu1</c>.</summary>
    public static string OfMember(string member) => member.ToLowerInvariant();

    /// <summary>The member of a name that the user gives: <c>shortCut</c> → <c>ShortCut</c>.</summary>
    public static string Member(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name.Substring(1);

    /// <summary>The name within its block: <c>basicblock1.conv1</c> → <c>conv1</c>.</summary>
    public static string Last(string name) => name.Substring(name.LastIndexOf('.') + 1);

    public static bool IsIdentifier(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;
}
