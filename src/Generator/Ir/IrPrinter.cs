using System.Text;

namespace StaticNet.Generator.Ir;

/// <summary>
/// Prints a graph, one node a line: the value, the op, its operands, the shape and the layer; then one line for each result.
/// <c>%4 = map max(a + b, 0) : %3 %2   [n,128]   relu1</c>. A body stands behind its op in braces, numbered by itself.
/// </summary>
internal static class IrPrinter
{
    public static string Print(Graph graph)
    {
        var text = new StringBuilder();
        Print(graph, "", text);
        return text.ToString();
    }

    private static void Print(Graph graph, string indent, StringBuilder text)
    {
        foreach (Node node in graph.Nodes)
        {
            string operands = string.Join(" ", node.Inputs);
            string op = node.Op.Text + (operands.Length == 0 ? "" : node.Op.Text.Contains(' ') ? $" : {operands}" : $" {operands}");
            string shapes = string.Join(" ", node.Results.Select(v => Type(v.Shape, v.Element)));
            text.Append($"{indent}%{node.Id} = {op,-40} {shapes,-12} {node.Label}".TrimEnd());
            if (node.Op.Inner is { } body)
            {
                text.Append(" {\n");
                Print(body, indent + "  ", text);
                text.Append(indent).Append('}');
            }

            text.Append('\n');
        }

        foreach (GraphResult result in graph.Results)
            text.Append($"{indent}{Keyword(result.Kind)} {result.Name} {result.Value}\n");
    }

    /// <summary>The shape, with an <c>i</c> for integers: <c>[n,1]i</c>.</summary>
    public static string Type(Shape shape, Element element) => shape + (element == Element.Int32 ? "i" : "");

    public static string Keyword(ResultKind kind) => kind.ToString().ToLowerInvariant();
}
