using StaticNet.Generator.Declaration;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The partial declarations around the generated members: namespace, outer types, the class.</summary>
internal static class Shell
{
    public static string Wrap(NetworkDeclaration network, string documentation, string interfaces, string members)
    {
        string text = CodeWriter.Text($$"""
            {{documentation}}
            partial {{network.Header.Keyword}} {{network.Name}}{{network.Header.TypeParameters}}{{interfaces}}
            {
                {{members}}
            }
            """);
        foreach (TypeHeader outer in network.Containing.Reverse())
        {
            text = CodeWriter.Text($$"""
                partial {{outer.Keyword}} {{outer.Name}}{{outer.TypeParameters}}
                {
                    {{text}}
                }
                """);
        }

        return network.Namespace.Length == 0 ? text : CodeWriter.Text($$"""
            namespace {{network.Namespace}}
            {
                {{text}}
            }
            """);
    }
}
