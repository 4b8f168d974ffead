using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>The code of a sheet: passes of an inner loop, stages between them, and sums over all rows at the end.</summary>
internal sealed class SheetCode(StepCode code, SheetStep step, SheetSchedule schedule)
{
    private readonly int _columns = step.Domain.Columns;
    private readonly int _padded = Limits.Pad(step.Domain.Columns);
    private readonly string _rows = StepCode.Rows(step.Domain.Rows);
    private readonly Dictionary<Value, string> _locals = [];
    private int _names;

    private bool HasPadding => _columns != _padded;

    /// <summary>For each row: its passes over the columns.</summary>
    public string OverRows()
    {
        if (IsFlat)
            return Flat();
        string before = Before();
        string totals = string.Join("\n", step.Nodes.Where(n => n.Op is Reduce && schedule.Role(n) == Role.Scalar).Select(n => $"double {Local(n.Results[0], "total")} = 0;"));
        string loads = Loads(step.Reads, Role.Row);
        string stages = Stages(pass => Lines(Over(pass, 0, Whole, masked: false), Over(pass, Whole, _padded, masked: true)));
        return CodeWriter.Text($$"""
            {{before}}
            {{totals}}
            for (nint row = 0; row < {{_rows}}; row++)
            {
                {{loads}}
                {{stages}}
            }
            {{After()}}
            """);
    }

    /// <summary>For each vector of columns: its passes over the rows.</summary>
    public string OverColumns()
    {
        string before = Before();
        string loads = Loads(step.Reads, Role.Column);
        string stages = Stages(pass => CodeWriter.Text($$"""
            for (nint row = 0; row < {{_rows}}; row++)
            {
                {{Element(pass, HasPadding)}}
            }
            """));
        return CodeWriter.Text($$"""
            {{before}}
            for (nint column = 0; column < {{_padded}}; column += S.Width)
            {
                {{loads}}
                {{stages}}
            }
            """);
    }

    // Without padding, reductions or operands that repeat by row or column, the rows are one run.
    private bool IsFlat => step.Sweep == Sweep.None && !HasPadding && step.Domain.Rows.PerSample
        && schedule.Passes == 1
        && step.Reads.All(v => Roles.Of(Matrix.Of(v.Shape), step.Domain) is Role.Full or Role.Scalar)
        && !step.Nodes.Any(n => ((Map)n.Op).Body.Subexpressions().Contains(Scalar.Column));

    private string Flat() => CodeWriter.Text($$"""
        {{Before()}}
        const nint row = 0;
        nint count = (nint)({{_rows}}) * {{_padded}};
        for (nint column = 0; column < count; column += S.Width)
        {
            {{Element(0, false)}}
        }
        """);

    private string Before()
    {
        bool usesBatch = step.Nodes.Any(n => n.Op is Map map && map.Body.Subexpressions().Contains(Scalar.Batch));
        return (usesBatch ? "V samples = S.Splat(batch);\n" : "") + Loads(step.Reads, Role.Scalar);
    }

    private string Stages(Func<int, string> pass)
    {
        var parts = new List<string> { Stage(0) };
        for (int i = 0; i < schedule.Passes; i++)
        {
            Node[] reductions = [.. schedule.Reductions(i)];
            parts.AddRange(reductions.Select(n => $"V {Local(n.Results[0], Kind(n).ToString().ToLowerInvariant())} = {Identity(Kind(n))};"));
            parts.Add(pass(i));
            if (step.Sweep == Sweep.Rows)
                parts.AddRange(reductions.Select(n => $"{_locals[n.Results[0]]} = S.Splat({(Kind(n) == ReduceKind.Sum ? "S.Sum" : "S.MaxAcross")}({_locals[n.Results[0]]}));"));
            parts.Add(Stage(i + 1));
        }

        return Lines([.. parts]);
    }

    // What is known once a row (or column) between two passes: maps, sums over the rows, stores.
    private string Stage(int stage)
    {
        var lines = new List<string>();
        foreach (Node node in schedule.Maps(stage))
            lines.AddRange(Statements([node.Results[0]], v => v != node.Results[0], results => [$"V {Local(node.Results[0], "value")} = {results[0]};"]));
        foreach (Node node in schedule.Totals(stage))
            lines.Add($"{_locals[node.Results[0]]} += S.First({_locals[node.Inputs[0].Root()]});");
        foreach (Value value in step.Writes.Where(v => IsDoneAt(v, stage)))
            lines.Add(schedule.Role(value.Node) == Role.Row ? StoreNumber(value, "row * 16 + ") : Stores.Text(code[value], "column", Masked(_locals[value], HasPadding)));
        return string.Join("\n", lines);
    }

    private bool IsDoneAt(Value value, int stage) => schedule.Role(value.Node) is Role.Row or Role.Column
        && (value.Op is Reduce ? schedule.Reductions(stage - 1).Contains(value.Node) : schedule.Maps(stage).Contains(value.Node));

    private string After()
    {
        var lines = new List<string>();
        foreach (Node node in step.Nodes.Where(n => n.Op is Reduce && schedule.Role(n) == Role.Scalar))
        {
            string total = _locals[node.Results[0]];
            _locals[node.Results[0]] = $"{total}All";
            lines.Add($"V {total}All = S.Splat((float){total});");
        }

        foreach (Node node in schedule.Finals)
            lines.AddRange(Statements([node.Results[0]], v => v != node.Results[0], results => [$"V {Local(node.Results[0], "value")} = {results[0]};"]));
        foreach (Value value in step.Writes.Where(v => schedule.Role(v.Node) == Role.Scalar))
            lines.Add(StoreNumber(value, ""));
        return string.Join("\n", lines);
    }

    // The columns before the last block where that has padding, else all.
    private int Whole => _columns / Limits.Block * Limits.Block;

    private string Over(int pass, int from, int to, bool masked) => from >= to ? "" : CodeWriter.Text($$"""
        for (nint column = {{from}}; column < {{to}}; column += S.Width)
        {
            {{Element(pass, masked)}}
        }
        """);

    // One vector of a pass: loads, expressions, then reductions and stores.
    private string Element(int pass, bool masked)
    {
        Value[] roots = [.. schedule.Roots(pass)];
        return string.Join("\n", Statements(roots, v => schedule.IsAtHand(v, pass), results =>
        {
            var lines = new List<string>();
            int i = 0;
            foreach (Node node in schedule.Reductions(pass))
            {
                string accumulator = _locals[node.Results[0]], term = results[i++];
                if (masked && step.Sweep == Sweep.Rows)
                    term = $"S.KeepFirst({term}, {_columns} - (int)column, {Identity(Kind(node))})";
                lines.Add(Kind(node) == ReduceKind.Sum ? $"{accumulator} = S.Add({accumulator}, {term});" : $"{accumulator} = S.Max({accumulator}, {term});");
            }

            foreach (Value value in schedule.Stores(pass))
                lines.Add(Stores.Text(code[value], $"row * {code[value].Pitch} + column", Masked(results[i++], masked)));
            foreach (Value value in schedule.ScratchStores(pass))
                lines.Add($"S.Store({results[i++]}, ref {ScratchAt(value)});");
            return lines;
        }));
    }

    // Loads of what repeats nowhere, locals for shared expressions, then what the caller does with the results.
    private IEnumerable<string> Statements(Value[] roots, Func<Value, bool> isAtHand, Func<ImmutableArray<string>, IEnumerable<string>> finish)
    {
        var inlining = new Inlining(isAtHand);
        Scalar[] expressions = [.. roots.Select(inlining.Of)];
        var texts = new Dictionary<Value, string>();
        var lines = new List<string>();
        foreach (Value leaf in inlining.Leaves)
        {
            if (_locals.TryGetValue(leaf, out string? local))
            {
                texts.Add(leaf, local);
                continue;
            }

            string name = Name("v");
            lines.Add($"V {name} = {Load(leaf)};");
            texts.Add(leaf, name);
        }

        ScalarCode body = ScalarText.Write(expressions, s => s switch
        {
            OperandScalar operand => texts[inlining.Leaves[operand.Index]],
            BatchScalar => "samples",
            ColumnScalar => "S.Index((int)column)",
            _ => null,
        }, () => Name("t"));
        return [.. lines, .. body.Statements, .. finish(body.Results)];
    }

    private string Load(Value leaf) => schedule.Scratch.Contains(leaf)
        ? $"S.Load(in {ScratchAt(leaf)})"
        : Roles.Load(code[leaf], leaf.Element, schedule.IsOwn(leaf) ? schedule.Role(leaf.Node) : Roles.Of(Matrix.Of(leaf.Shape), step.Domain));

    private string ScratchAt(Value value) =>
        $"{StepCode.ScratchName(schedule.Scratch.IndexOf(value))}, {(step.Sweep == Sweep.Columns ? $"row * {Limits.Block}" : "column")}";

    // Operands of one role get their locals where that role is fixed.
    private string Loads(IEnumerable<Value> reads, Role role)
    {
        var lines = new List<string>();
        foreach (Value value in reads.Where(v => Roles.Of(Matrix.Of(v.Shape), step.Domain) == role))
            lines.Add($"V {Local(value, code[value].Name + "At", number: false)} = {Roles.Load(code[value], value.Element, role)};");
        return string.Join("\n", lines);
    }

    // One number in a padded row of its own.
    private string StoreNumber(Value value, string row) => CodeWriter.Text($$"""
        for (nint lane = 0; lane < {{Limits.Block}}; lane += S.Width)
            {{Stores.Text(code[value], $"{row}lane", $"S.KeepFirst({_locals[value]}, 1 - (int)lane, S.Zero)")}}
        """);

    private string Masked(string value, bool masked) => masked ? $"S.KeepFirst({value}, {_columns} - (int)column, S.Zero)" : value;

    private string Local(Value value, string name, bool number = true) => _locals[value] = number ? Name(name) : name;

    private string Name(string stem) => $"{stem}{_names++}";

    private static string Lines(params string[] parts) => string.Join("\n", parts.Where(p => p.Length > 0));

    private static ReduceKind Kind(Node node) => ((Reduce)node.Op).Kind;

    private static string Identity(ReduceKind kind) => kind == ReduceKind.Sum ? "S.Zero" : "S.Splat(float.NegativeInfinity)";
}
