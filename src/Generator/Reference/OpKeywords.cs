using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

/// <summary>The op of a line, made when its printed result is known, since a leaf's shape stands nowhere else, and its body, if it has one.</summary>
internal delegate Op OpOf(Shape shape, Element element, Graph? body);

/// <summary>How each op's text is read: the keyword up to the first dot, what follows the dot, and the attributes on the line.</summary>
internal static class OpKeywords
{
    private static readonly ImmutableDictionary<string, Func<string, TextLine, OpOf>> Table =
        new Dictionary<string, Func<string, TextLine, OpOf>>
        {
            ["input"] = (_, line) => Leaf(line, (name, shape, element) => new Input(name, shape, element)),
            ["param"] = Parameter,
            ["state"] = (_, line) => Leaf(line, (name, shape, _) => new State(name, shape)),
            ["random"] = Random,
            ["argument"] = Argument,
            ["scan"] = Scan,
            ["constant"] = (_, line) => Constant(line),
            ["map"] = (_, line) => Is(new Map(ScalarParser.Parse(line), line.TryTake("to") ? line.TakeShape() : null)),
            ["matmul"] = (flags, _) => Is(new MatMul(flags is "ta" or "ta.tb", flags is "tb" or "ta.tb")),
            ["sum"] = (axes, line) => Is(new Reduce(ReduceKind.Sum, Axes(axes, line))),
            ["max"] = (axes, line) => Is(new Reduce(ReduceKind.Max, Axes(axes, line))),
            ["permute"] = (order, line) => Is(new Ops.Permute(Numbers(order, line).ToEquatableArray())),
            ["slice"] = Slice,
            ["pad"] = Pad,
            ["gather"] = (_, _) => Is(new Gather()),
            ["scatteradd"] = (_, line) => Is(new ScatterAdd(line.TakeInteger("the number of rows"))),
            ["conv"] = WindowKeywords.Conv,
            ["maxpool"] = (mode, line) => WindowKeywords.Pool(PoolKind.Max, mode, line),
            ["averagepool"] = (mode, line) => WindowKeywords.Pool(PoolKind.Average, mode, line),
            ["reshape"] = (_, line) => Is(new Ops.Reshape(line.TakeShape())),
            ["stop"] = (_, _) => Is(new Stop()),
            ["cut"] = (kind, _) => Is(new Cut(Copies: kind.Length > 0)),
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
        return (shape, element, body) => op(shape, element, body) is var made && made.Text.Split(' ')[0] == word
            ? made
            : throw line.Error($"'{word}' is no op; did you mean '{made.Text.Split(' ')[0]}'?");
    }

    private static OpOf Is(Op op) => (_, _, _) => op;

    private static OpOf Leaf(TextLine line, Func<string, Shape, Element, Op> make)
    {
        string name = line.TakeWord("the name of the leaf");
        return (shape, element, _) => make(name, shape, element);
    }

    // param.last128 dense1.weight
    private static OpOf Parameter(string channels, TextLine line) =>
        Leaf(line, (name, shape, _) => new Parameter(name, shape, int.TryParse(channels.Replace("last", ""), out int count) ? count : 1));

    private static OpOf Random(string distribution, TextLine line)
    {
        if (!line.TryTake("stream"))
            throw line.Expected("'stream' and its number");
        int stream = line.TakeInteger("the number of the stream");
        return (shape, _, _) => new Draw(shape, stream, distribution == "normal" ? Distribution.Normal : Distribution.Uniform);
    }

    private static OpOf Constant(TextLine line)
    {
        var numbers = line.TakeList(() => (line.TryTake('-') ? -1 : 1) * (line.TakeNumber() ?? throw line.Expected("a number"))).ToEquatableArray();
        return (shape, element, _) => new Constant(numbers, shape, element);
    }

    private static OpOf Argument(string flags, TextLine line)
    {
        int index = line.TakeInteger("the number of the argument");
        return (shape, element, _) => new Argument(index, shape, element);
    }

    // scan 8 carries 1 sequences 2 reverse truncate 4
    private static OpOf Scan(string flags, TextLine line)
    {
        int length = line.TakeInteger("the number of steps"), carries = Attribute(line, "carries"), sequences = Attribute(line, "sequences");
        bool reverse = line.TryTake("reverse");
        int? truncate = line.TryTake("truncate") ? line.TakeInteger("the number of steps") : null;
        return (_, _, body) => body is null
            ? throw line.Expected("'{' and the body of the scan")
            : new Scan(body, length, carries, sequences, reverse, truncate);
    }

    // slice.1 start 2 length 3 step 2
    private static OpOf Slice(string axis, TextLine line)
    {
        int start = Attribute(line, "start"), length = Attribute(line, "length");
        return Is(new Ops.Slice(Numbers(axis, line)[0], start, length, line.TryTake("step") ? line.TakeSigned("the step") : 1));
    }

    // pad.1 before 2 after 3 step 2
    private static OpOf Pad(string axis, TextLine line)
    {
        int before = Attribute(line, "before"), after = Attribute(line, "after");
        return Is(new Pad(Numbers(axis, line)[0], before, after, line.TryTake("step") ? line.TakeSigned("the step") : 1));
    }

    private static int Attribute(TextLine line, string keyword) =>
        line.TryTake(keyword) ? line.TakeSigned($"the number after '{keyword}'") : throw line.Expected($"'{keyword}' and a number");

    private static EquatableAxes Axes(string text, TextLine line) => new(Numbers(text, line));

    private static int[] Numbers(string text, TextLine line) => text.Split(',').All(axis => int.TryParse(axis, out _))
        ? [.. text.Split(',').Select(int.Parse)]
        : throw line.Error($"'{text}' is no list of axes such as sum.0,1");
}
