namespace StaticNet.Generator.Ir;

/// <summary>Finds a graph that breaks the rules of the IR; stands between the stages in tests and debug builds.</summary>
internal static class Verifier
{
    /// <summary>The graph itself.</summary>
    /// <exception cref="InvalidOperationException">A node breaks a rule; the message names it.</exception>
    public static Graph Check(Graph graph)
    {
        var values = new HashSet<Value>();
        for (int i = 0; i < graph.Nodes.Length; i++)
        {
            Node node = graph.Nodes[i];
            if (node.Id != i)
                throw Broken(node, $"it stands at place {i}; call Renumber");
            if (node.Inputs.FirstOrDefault(v => !values.Contains(v)) is { } late)
                throw Broken(node, $"its operand {late} ({late.Op.Text}) does not come before it");
            if (node.Op.Refusal([.. node.Inputs.Select(v => v.Element)]) is { } refusal)
                throw Broken(node, refusal);
            CheckTypes(node);
            CheckBody(node);
            values.UnionWith(node.Results);
        }

        var names = new HashSet<(ResultKind, string)>();
        foreach (GraphResult result in graph.Results)
        {
            string text = $"{IrPrinter.Keyword(result.Kind)} {result.Name}";
            if (!values.Contains(result.Value))
                throw new InvalidOperationException($"{text}: its value {result.Value} ({result.Value.Op.Text}) is not in the graph");
            if (!names.Add((result.Kind, result.Name)))
                throw new InvalidOperationException($"{text}: there are two results of this name");
        }

        return graph;
    }

    private static void CheckBody(Node node)
    {
        try
        {
            if (node.Op.Inner is { } body)
                Check(body);
        }
        catch (InvalidOperationException error)
        {
            throw Broken(node, $"in its body, {error.Message}");
        }
    }

    private static void CheckTypes(Node node)
    {
        ImmutableArray<Shape> shapes;
        try
        {
            shapes = node.Op.Results([.. node.Inputs.Select(v => v.Shape)]);
        }
        catch (Exception error) when (error is ShapeError or SizeError)
        {
            throw Broken(node, error.Message);
        }

        if (!shapes.SequenceEqual(node.Results.Select(v => v.Shape)))
        {
            string results = string.Join(" ", node.Results.Select(v => v.Shape));
            throw Broken(node, $"it is {results}, but its operands make {string.Join(" ", shapes)}");
        }

        Element element = node.Op.ElementOf([.. node.Inputs.Select(v => v.Element)]);
        if (element != node.Element)
            throw Broken(node, $"it holds {node.Element}, but its operands make {element}");
    }

    private static InvalidOperationException Broken(Node node, string what) =>
        new($"%{node.Id} = {node.Op.Text}{(node.Label.Length == 0 ? "" : $" of {node.Label}")}: {what}");
}
