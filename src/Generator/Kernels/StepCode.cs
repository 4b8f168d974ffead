using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>A step about to be emitted: where its values lie, and the parts that every kernel's method has.</summary>
internal sealed class StepCode(Step step, IReadOnlyDictionary<Value, Storage> storages, ImmutableArray<Matrix> scratch, int maxBatch, bool deterministic = false, bool titled = true)
{
    public Step Step { get; } = step;

    public int MaxBatch { get; } = maxBatch;

    /// <summary>Whether results have the same bits at every width.</summary>
    public bool Deterministic { get; } = deterministic;

    /// <summary>The layers in the title of the step's comment; none where texts are compared.</summary>
    public string Title { get; } = titled ? string.Join(", ", step.Labels) : "";

    /// <summary>Whether comments have titles.</summary>
    public bool Titled { get; } = titled;

    /// <summary>How threads divide its loops.</summary>
    public ShareText Share { get; init; } = ShareText.Alone;

    /// <summary>Emits a method that several steps call, given its name, unless its like is there; returns the name to call.</summary>
    public Func<string, Func<string, string>, string> Part { get; init; } = (name, _) => name;

    private readonly IReadOnlyDictionary<string, string> _names = ShortNames(step, storages);

    /// <summary>Where a value that the step reads or writes lies, in rows as the value's shape has them, under its name in the step's method.</summary>
    public Storage this[Value value]
    {
        get
        {
            Storage storage = storages[value.Root()];
            return (value.Root() == value ? storage : storage.As(Matrix.Of(value.Shape))) with { Name = _names[storage.Name] };
        }
    }

    /// <summary>True if a result is added to what the gradients hold when the caller says so.</summary>
    public bool Accumulates => Step.Writes.Any(v => storages[v].Region == Region.Gradients);

    /// <summary>The references that the method takes, each once: what it reads, what it writes, its scratch.</summary>
    public ImmutableArray<string> References =>
    [
        .. _names.Values,
        .. scratch.Select((_, i) => ScratchName(i)),
    ];

    // What is read as another step's result y is this step's x, and what is written as a gradient is dx.
    private static IReadOnlyDictionary<string, string> ShortNames(Step step, IReadOnlyDictionary<Value, Storage> storages)
    {
        var names = new Dictionary<string, string>();
        var taken = new HashSet<string>();
        foreach (Value value in step.Reads.Concat(step.Writes))
        {
            Storage storage = storages[value];
            string role = (storage.Role, step.Writes.Contains(value)) switch
            {
                ("y", false) => "x",
                ("dy", true) when step.Phase == Phase.Backward => "dx",
                var (known, _) => known,
            };
            if (!names.ContainsKey(storage.Name))
                names.Add(storage.Name, Names.Unique(role, taken));
        }

        return names;
    }

    public static string ScratchName(int index) => $"scratch{index}";

    /// <summary><c>ref float x, ref float y, int batch, bool accumulate</c>.</summary>
    public string Parameters => string.Join(", ", [.. References.Select(r => $"ref float {r}"), "int batch", .. Accumulates ? ["bool accumulate"] : Array.Empty<string>()]);

    /// <summary><c>ref x, ref y, batch, accumulate</c>: what a part of the method passes on.</summary>
    public string Arguments => string.Join(", ", [.. References.Select(r => $"ref {r}"), "batch", .. Accumulates ? ["accumulate"] : Array.Empty<string>()]);

    /// <summary>The references that a call passes, by name: <c>x: ref relu1, y: ref dense2</c>.</summary>
    /// <param name="value">The name of a value where the call stands.</param>
    /// <param name="memory">The reference to a piece of scratch.</param>
    public string Passed(Func<Value, string> value, Func<int, string> memory)
    {
        var values = Step.Reads.Concat(Step.Writes).GroupBy(v => this[v].Name).Select(g => $"{g.Key}: ref {value(g.First())}");
        return string.Join(", ", values.Concat(scratch.Select((_, i) => $"{ScratchName(i)}: {memory(i)}")));
    }

    /// <summary>The text of a number of rows: <c>batch</c>, <c>4 * batch</c> or a constant.</summary>
    public static string Rows(Dim rows) => !rows.PerSample ? Literals.Of(rows.Size) : rows.Size == 1 ? "batch" : $"{rows.Size} * batch";

    /// <summary>The step's own method, which goes over the share of the calling thread.</summary>
    public string Main(string body, string? comment = null, Widths? widths = null) =>
        Method(comment ?? StepComment.Of(this), Step.Name, Parameters + Share.Parameter, body, widths: widths);

    /// <summary>A method that runs in a loop: compiled with full optimisation at its first call, arithmetic unchecked whatever the project says.</summary>
    public string Method(string comment, string name, string parameters, string body, bool isPrivate = false, Widths? widths = null) => CodeWriter.Text($$"""
        {{comment}}
        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        {{(isPrivate ? "private" : "internal")}} static void {{name}}<{{(widths ?? Widths.AsTheyAre).Parameters}}>({{parameters}})
            {{(widths ?? Widths.AsTheyAre).Constraints}}
        {
            unchecked
            {
                {{body}}
            }
        }
        """);
}
