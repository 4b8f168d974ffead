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
    /// <c>Conv2D</c>, <c>ConvTranspose1D</c> → <c>conv</c>; <c>MaxPool2D</c> → <c>pool</c>; else the kind without dimension in lower
    /// case: <c>LeakyReLU</c> → <c>leakyrelu</c>.
    /// </summary>
    public static string Stem(string kind)
    {
        string plain = kind.Length > 2 && kind[kind.Length - 1] == 'D' && kind[kind.Length - 2] is '1' or '2' or '3'
            ? kind.Substring(0, kind.Length - 2)
            : kind;
        return plain.StartsWith("Conv", StringComparison.Ordinal) ? "conv"
            : plain.EndsWith("Pool", StringComparison.Ordinal) ? "pool"
            : plain.ToLowerInvariant();
    }

    /// <summary><c>dense1</c> → <c>Dense1</c>.</summary>
    public static string Member(string name) => name.Length == 0 ? "" : char.ToUpperInvariant(name[0]) + name.Substring(1);

    public static bool IsIdentifier(string name) =>
        SyntaxFacts.IsValidIdentifier(name) && SyntaxFacts.GetKeywordKind(name) == SyntaxKind.None;
}
