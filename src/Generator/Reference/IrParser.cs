using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Reference;

/// <summary>
/// Reads what <see cref="IrPrinter"/> writes. Empty lines and comments from <c>#</c> to the end of a line are skipped, spaces are free,
/// the numbers of the values are any that differ. Nodes that no result reaches are dropped, inputs aside, and the rest are numbered from 0.
/// </summary>
internal sealed class IrParser
{
    private static readonly ImmutableDictionary<string, ResultKind> ResultKinds =
        ((ResultKind[])Enum.GetValues(typeof(ResultKind))).ToImmutableDictionary(IrPrinter.Keyword);

    private readonly string[] _lines;
    private int _next;

    private IrParser(string text) => _lines = text.Split('\n');

    /// <exception cref="FormatException">The text is no graph; the message begins with the line's number.</exception>
    public static Graph Parse(string text) => new IrParser(text).ReadGraph(isBody: false);

    // A body ends with the brace that closes it.
    private Graph ReadGraph(bool isBody)
    {
        var builder = new GraphBuilder();
        var nodes = new Dictionary<int, Node>();
        var results = new List<GraphResult>();
        bool open = true;
        while (open && _next < _lines.Length)
        {
            var line = new TextLine(_lines[_next].Split('#')[0], ++_next);
            if (line.AtEnd)
                continue;
            if (line.Sees('%'))
                ReadNode(line, builder, nodes);
            else if (isBody && line.TryTake('}'))
                open = false;
            else
                results.Add(ReadResult(line, nodes));
            if (!line.AtEnd)
                throw line.Expected("the end of the line");
        }

        if (open && isBody)
            throw new FormatException($"line {_lines.Length}: expected '}}' after the body, but found the end of the text");
        return results.Count > 0
            ? builder.Build(results).Renumber()
            : throw new FormatException($"line {_next}: the graph has no result; add a line such as 'output y %3'");
    }

    // %4 = map max(a + b, 0) : %3 %2   [n,128]   relu1
    private void ReadNode(TextLine line, GraphBuilder builder, Dictionary<int, Node> nodes)
    {
        line.Expect('%');
        int id = line.TakeInteger("the number of a value");
        if (nodes.ContainsKey(id))
            throw line.Error($"%{id} is there already");
        line.Expect('=');
        OpOf read = OpKeywords.Read(line);
        line.TryTake(':');
        var inputs = ImmutableArray.CreateBuilder<Value>();
        while (line.Sees('%'))
            inputs.Add(ReadValue(line, nodes));
        var types = ImmutableArray.CreateBuilder<(Shape Shape, Element Element)>();
        do
            types.Add((line.TakeShape(), line.TryTakeAttached('i') ? Element.Int32 : Element.Float32));
        while (line.Sees('['));

        builder.Label = line.AtEnd || line.Sees('{') ? "" : line.TakeWord("the name of a layer");
        Graph? body = ReadBody(line);
        Op op = read(types[0].Shape, types[0].Element, body);
        if (body is not null && op.Inner is null)
            throw line.Error($"{op.Text} has no body");
        if (op.Refusal([.. inputs.Select(v => v.Element)]) is { } refusal)
            throw line.Error($"{op.Text} cannot take these operands: {refusal}");
        Node node = line.At(() => builder.AddNode(op, inputs.ToImmutable()));
        string printed = string.Join(" ", types.Select(t => IrPrinter.Type(t.Shape, t.Element)));
        string inferred = string.Join(" ", node.Results.Select(v => IrPrinter.Type(v.Shape, v.Element)));
        if (printed != inferred)
            throw line.Error($"%{id} is {inferred}, but the line says {printed}");
        nodes.Add(id, node);
    }

    private Graph? ReadBody(TextLine line)
    {
        if (!line.TryTake('{'))
            return null;
        return line.AtEnd ? ReadGraph(isBody: true) : throw line.Expected("the end of the line");
    }

    // gradient dense1.weight %12
    private static GraphResult ReadResult(TextLine line, Dictionary<int, Node> nodes)
    {
        string keyword = line.TakeWord("a value or a result");
        if (!ResultKinds.TryGetValue(keyword, out ResultKind kind))
            throw line.Unknown("kind of result", keyword, ResultKinds.Keys);
        string name = line.Sees('%') ? "" : line.TakeWord("the name of the result");
        return new(kind, name, ReadValue(line, nodes));
    }

    // %3, or %3.1 for the second result of a node with several
    private static Value ReadValue(TextLine line, Dictionary<int, Node> nodes)
    {
        line.Expect('%');
        int id = line.TakeInteger("the number of a value");
        int index = line.TryTake('.') ? line.TakeInteger("the number of a result") : 0;
        if (!nodes.TryGetValue(id, out Node? node))
            throw line.Error($"%{id} is used before it is defined");
        return index < node.Results.Length
            ? node.Results[index]
            : throw line.Error($"%{id} has {node.Results.Length} results, so there is no %{id}.{index}");
    }
}
