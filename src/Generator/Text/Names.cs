using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace StaticNet.Generator.Text;

/// <summary>C# identifiers from the names of layers, inputs and parameters.</summary>
internal static class Names
{
    /// <summary>The name of a member: <c>dense1 → Dense1</c>, <c>running_mean → RunningMean</c>.</summary>
    public static string Member(string name)
    {
        var text = new StringBuilder();
        bool upper = true;
        foreach (char c in name)
        {
            if (c == '_' || !SyntaxFacts.IsIdentifierPartCharacter(c))
            {
                upper = true;
                continue;
            }

            text.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return text.Length > 0 && SyntaxFacts.IsIdentifierStartCharacter(text[0]) ? text.ToString() : $"_{text}";
    }

    /// <summary>The name of a parameter or local: <c>Dense1 → dense1</c>, <c>class → @class</c>.</summary>
    public static string Parameter(string name)
    {
        string member = Member(name);
        return Escape(char.ToLowerInvariant(member[0]) + member.Substring(1));
    }

    /// <summary>One member name for several layers: <c>dense1, relu1 → Dense1Relu1</c>.</summary>
    public static string Joined(IEnumerable<string> names) => string.Concat(names.Select(Member));

    /// <summary>The words that only <c>@</c> makes identifiers.</summary>
    public static IEnumerable<string> Keywords => SyntaxFacts.GetReservedKeywordKinds().Select(SyntaxFacts.GetText);

    /// <summary>The identifier, with <c>@</c> before a keyword of the language.</summary>
    public static string Escape(string identifier) =>
        SyntaxFacts.GetKeywordKind(identifier) == SyntaxKind.None ? identifier : $"@{identifier}";

    /// <summary>A name that <paramref name="taken"/> does not hold: the name itself, or with the first free number from 2; it is added.</summary>
    public static string Unique(string name, ISet<string> taken)
    {
        string unique = name;
        for (int i = 2; !taken.Add(unique); i++)
            unique = $"{name}{Literals.Of(i)}";
        return unique;
    }
}
