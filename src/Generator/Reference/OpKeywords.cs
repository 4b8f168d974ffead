using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

/// <summary>The op of a line, made when its printed result is known: a leaf's shape stands nowhere else.</summary>
internal delegate Op OpOf(Shape shape, Element element);

/// <summary>How each op's text is read: the keyword up to the first dot, what follows the dot, and the attributes on the line.</summary>
internal static class OpKeywords
{
    private static readonly ImmutableDictionary<string, Func<string, TextLine, OpOf>> Table =
        new Dictionary<string, Func<string, TextLine, OpOf>>
        {
            ["input"] = (_, line) => Leaf(line, (name, shape, element) => new Input(name, shape, element)),
            ["param"] = (_, line) => Leaf(line, (name, shape, _) => new Parameter(name, shape)),
            ["state"] = (_, line) => Leaf(line, (name, shape, _) => new State(name, shape)),
            ["constant"] = (_, line) => Constant(line),
            ["random"] = (_, line) => Random(line),
            ["map"] = (_, line) => Is(new Map(ScalarParser.Parse(line), line.TryTake("to") ? line.TakeShape() : null)),
            ["matmul"] = (flags, _) => Is(new MatMul(flags is "ta" or "ta.tb", flags is "tb" or "ta.tb")),
            ["sum"] = (axes, line) => Is(new Reduce(ReduceKind.Sum, Axes(axes, line))),
            ["max"] = (axes, line) => Is(new Reduce(ReduceKind.Max, Axes(axes, line))),
            ["reshape"] = (_, line) => Is(new Reshape(line.TakeShape())),
            ["stop"] = (_, _) => Is(new Stop()),
            ["cut"] = (_, _) => Is(new Cut()),
        }.ToImmutableDictionary();

    /// <summary>Reads the op with its attributes, up to the operands.</summary>
    public static OpOf Read(TextLine line)
    {
        // The axes of a reduction hold commas: sum.0,1
        string word = line.TakeWord("an op");
        while (line.TryTake(','))
            word += "," + line.TakeInteger("an axis");
        string[] parts = word.Split(['.'], 2);
        if (!Table.TryGetValue(parts[0], out Func<string, TextLine, OpOf>? read))
            throw line.Unknown("op", parts[0], Table.Keys);

        OpOf op = read(parts.Length > 1 ? parts[1] : "", line);
        return (shape, element) => op(shape, element) is var made && made.Text.Split(' ')[0] == word
            ? made
            : throw line.Error($"'{word}' is no op; did you mean '{made.Text.Split(' ')[0]}'?");
    }

    private static OpOf Is(Op op) => (_, _) => op;

    private static OpOf Leaf(TextLine line, Func<string, Shape, Element, Op> make)
    {
        string name = line.TakeWord("the name of the leaf");
        return (shape, element) => make(name, shape, element);
    }

    // constant class_weights 1 2 0.5
    private static OpOf Constant(TextLine line)
    {
        string name = line.TakeWord("the name of the leaf");
        var values = new List<double>();
        while (!line.Sees('['))
        {
            double sign = line.TryTake('-') ? -1 : 1;
            values.Add(sign * (line.TakeNumber() ?? throw line.Expected("a number")));
        }

        return (shape, _) => values.Count == shape.Count.At(1)
            ? new Constant(name, shape, [.. values])
            : throw line.Error($"{shape} has {shape.Count} elements, but the line has {values.Count}");
    }

    private static OpOf Random(TextLine line)
    {
        if (!line.TryTake("stream"))
            throw line.Expected("'stream' and its number");
        int stream = line.TakeInteger("the number of the stream");
        return (shape, _) => new RandomUniform(shape, stream);
    }

    private static EquatableAxes Axes(string text, TextLine line) => text.Split(',').All(axis => int.TryParse(axis, out _))
        ? new(text.Split(',').Select(int.Parse))
        : throw line.Error($"'{text}' is no list of axes such as sum.0,1");
}
