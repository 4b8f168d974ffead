using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// The loop of a scan. What a step is given and makes are references that move on: an element of a sequence by its stride; a carry to where the last
/// step left it, in the stack that keeps it or in one of two places that are written in turn.
/// </summary>
internal sealed class ScanCode
{
    private readonly StepCode _code;
    private readonly ScanProgram _program;
    private readonly StepPool _pool;
    private readonly Dictionary<Value, string> _names = [];
    private readonly HashSet<string> _taken;
    private readonly List<string> _before = [], _first = [], _last = [], _after = [];
    private int _scratch;

    public ScanCode(StepCode code, ScanProgram program)
    {
        (_code, _program, _scratch) = (code, program, program.HasArena ? 1 : 0);
        _taken = [.. code.References, "t", "batch", .. Names.Keywords];
        _pool = new StepPool(code.Deterministic, code.Share with { BySample = true }, $"{code.Step.Name}Cell", code.Titled);
        for (int i = 0; i < program.Node.Inputs.Length; i++)
            AddOperand(i);
        for (int i = Scan.Carries; i < program.Node.Results.Length; i++)
            _first.Add($"ref float {Named(program.Made(i), "kept")} = ref {Element(program.Node.Results[i])};");
        for (int c = 0; c < Scan.Carries; c++)
            AddCarry(c);
        foreach (KeyValuePair<Value, int> place in program.Body.Arena.Offsets)
            _before.Add($"ref float {Named(place.Key, "value")} = ref {InArena(place.Value)};");
    }

    /// <summary>The methods of the body's steps, once the loop is written.</summary>
    public string Methods => _pool.Text;

    private Scan Scan => _program.Scan;

    public string Text()
    {
        string[] calls = [.. _program.Body.Steps.Select(Call)];
        string loop = Scan.Reverse ? $"nint t = {Scan.Length - 1}; t >= 0; t--" : $"nint t = 0; t < {Scan.Length}; t++";
        return CodeWriter.Text($$"""
            {{string.Join("\n", _before)}}
            for ({{loop}})
            {
                {{string.Join("\n", [.. _first, .. calls, .. _last])}}
            }
            {{string.Join("\n", _after)}}
            """).TrimEnd();
    }

    private void AddOperand(int index)
    {
        if (_program.Leaf(index) is not { } leaf)
            return;
        Value operand = _program.Node.Inputs[index];
        if (index < Scan.Carries)
            _before.Add($"ref float {Named(leaf, "state")} = ref {_code[operand].Name};");
        else if (index < Scan.Carries + Scan.Sequences)
            _first.Add($"ref float {Named(leaf, "element")} = ref {Element(operand)};");
        else
            _before.Add($"ref float {Named(leaf, _program.Body.Storages[leaf].Role == "weight" ? "weight" : "same")} = ref {_code[operand].Name};");
    }

    private void AddCarry(int carry)
    {
        Value made = _program.Made(carry), result = _program.Node.Results[carry];
        string? state = _program.Leaf(carry) is { } leaf ? _names[leaf] : null, final = _code.Step.Writes.Contains(result) ? _code[result].Name : null;
        if (_program.StackOf(carry) is { } stack)
        {
            if (state is not null)
                _last.Add($"{state} = ref {_names[made]};");
            if (final is not null)
                _after.Add(Copied(_program.Node.Results[stack], final));
            return;
        }

        // The last of all steps writes to the first of the two places.
        string[] places = [final ?? StepCode.ScratchName(_scratch++), StepCode.ScratchName(_scratch++)];
        string next = Named(made, "next"), other = Names.Unique("other", _taken);
        _before.Add($"ref float {next} = ref {places[(Scan.Length - 1) % 2]};");
        _before.Add($"ref float {other} = ref {places[Scan.Length % 2]};");
        if (state is null)
            _before.Add($"ref float {state = Names.Unique("state", _taken)} = ref {next};");
        _last.AddRange([$"{state} = ref {next};", $"{next} = ref {other};", $"{other} = ref {state};"]);
    }

    private string Named(Value value, string name)
    {
        if (!_names.TryGetValue(value, out string? known))
            _names.Add(value, known = Names.Unique(name, _taken));
        return known;
    }

    private string Call(PlannedStep planned)
    {
        StepCode inner = _pool.Add(planned, _program.Body.Storages, _code.MaxBatch);
        ImmutableArray<int> scratch = _program.Body.Arena.Scratch.TryGetValue(planned.Step, out ImmutableArray<int> offsets) ? offsets : [];
        int[] floats = [.. Arena.ScratchOf(planned, _code.MaxBatch)];
        string references = inner.Passed(v => _names[v], i => $"ref {InArena(scratch[i], inner.Share.IsShared && Arena.Pieces(planned, i, _program.Threads) > 1 ? floats[i] : 0)}");
        return $"{inner.Step.Name}<{Widths.Of(_code.Deterministic).Of(planned)}>({references}, batch: batch{(inner.Share.IsShared ? ", share: share" : "")});";
    }

    // The place of a value, or of scratch of which each thread has as much.
    private static string InArena(int offset, int each = 0) => $"Unsafe.Add(ref {StepCode.ScratchName(0)}, {offset}{(each > 0 ? $" + share.Part * {each}" : "")})";

    private string Element(Value sequence) => $"Unsafe.Add(ref {_code[sequence].Name}, {_code[sequence].Strides(sequence.Shape)[0].Of("t")})";

    // The element of a stack that the last step wrote.
    private string Copied(Value stack, string to)
    {
        Storage storage = _code[stack];
        var element = Matrix.Of(new Shape(stack.Shape.Dims.RemoveAt(0)));
        string from = Scan.Reverse ? storage.Name : $"Unsafe.Add(ref {storage.Name}, {storage.Strides(stack.Shape)[0].Times(Scan.Length - 1).Start})";
        string all = StepCode.Rows(element.Rows);
        if (!_code.Share.IsShared)
            return $"global::StaticNet.Rows.Unpad(ref {from}, ref {to}, {all}, {storage.Pitch}, {storage.Pitch});";
        // The rows that this thread's steps wrote: no other waits in between.
        ShareText bySample = _code.Share with { BySample = true };
        string first = bySample.From(element.Rows), own = $"{bySample.To(element.Rows)} - {first}";
        return $"global::StaticNet.Rows.Unpad(ref Unsafe.Add(ref {from}, (nint)({first}) * {storage.Pitch}), ref Unsafe.Add(ref {to}, (nint)({first}) * {storage.Pitch}), {own}, {storage.Pitch}, {storage.Pitch});";
    }
}
