using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>The code of a sheet: passes of an inner loop, stages between them, and sums over all rows at the end.</summary>
internal sealed class SheetCode(StepCode code, SheetStep step, SheetSchedule schedule)
{
    private readonly Sheet _sheet = step.Sheet;
    private readonly SheetRows _rows = new(step.Sheet);
    private readonly int _columns = step.Sheet.Columns;
    private readonly int _padded = Limits.Pad(step.Sheet.Columns);
    private readonly Dictionary<Value, string> _locals = [];
    private int _names;

    // The index of a column; what has one element a row is its column 0.
    private const string AnyColumn = "S.Index((int)column)", OnlyColumn = "S.Zero";

    private bool HasPadding => _columns != _padded;

    /// <summary>For each row: its passes over the columns.</summary>
    public string OverRows()
    {
        if (IsFlat)
            return Flat();
        string before = Before();
        string totals = string.Join("\n", step.Nodes.Where(n => n.Op is Reduce && schedule.Role(n) == Role.Scalar).Select(n => $"double {Local(n.Results[0], "total")} = 0;"));
        string loads = Loads(IsOfRow);
        string stages = Stages(pass => Lines(Over(pass, 0, Whole, masked: false), Over(pass, Whole, _padded, masked: true)));
        return Lines(before, totals, _rows.Loop(Lines(loads, stages), share: code.Share), After());
    }

    /// <summary>For each vector of columns: its passes over the rows.</summary>
    public string OverColumns()
    {
        string before = Before();
        string loads = Loads(IsOfColumn);
        string stages = Stages(Down);
        ShareText byRows = _sheet.Swept.Any(swept => !swept) ? code.Share : ShareText.Alone, byColumns = byRows == code.Share ? ShareText.Alone : code.Share;
        return Lines(before, _rows.Loop(
            byColumns.Loop("column", $"{_padded}", Lines(loads, stages), step: "S.Width", unit: $"{Limits.Block}"), swept: false, share: byRows));
    }

    // A pass down a column. A long sum is one of the sums of short blocks, which round less than one sum that grows: √32 + √(rows/32) roundings
    // instead of √rows.
    private string Down(int pass)
    {
        Value[] sums = [.. schedule.Reductions(pass).Where(n => Kind(n) == ReduceKind.Sum).Select(n => n.Results[0])];
        if (sums.Length == 0 || SheetRows.Swept(_sheet).At(code.MaxBatch) <= 2 * SheetRows.Block)
            return _rows.Loop(Element(pass, HasPadding), swept: true);
        string[] totals = [.. sums.Select(v => _locals[v])], parts = [.. sums.Select(v => Local(v, "part"))];
        string body = Element(pass, HasPadding);
        for (int i = 0; i < sums.Length; i++)
            _locals[sums[i]] = totals[i];
        return _rows.Blocks(
            string.Join("\n", parts.Select(part => $"V {part} = S.Zero;")), body, string.Join("\n", parts.Select((part, i) => $"{totals[i]} = S.Add({totals[i]}, {part});")));
    }

    // Without padding, reductions or operands that repeat by row or column, the rows are one run.
    private bool IsFlat => _sheet.Sweep == Sweep.None && !HasPadding && _sheet.Rows is [{ PerSample: true }]
        && schedule.Passes == 1
        && step.Reads.All(v => _sheet.Accesses[v] is { IsFull: true } or { IsScalar: true })
        && !step.Nodes.Any(n => ((Map)n.Op).Body.Subexpressions().Contains(Scalar.Column));

    private string Flat() => CodeWriter.Text($$"""
        {{Before()}}
        const nint row = 0;
        nint count = (nint)({{code.Share.To(_sheet.Rows[0])}}) * {{_padded}};
        for (nint column = {{(code.Share.IsShared ? $"(nint)({code.Share.From(_sheet.Rows[0])}) * {_padded}" : "0")}}; column < count; column += S.Width)
        {
            {{Element(0, false)}}
        }
        """);

    // What is fixed before all loops, at the beginning of each row, and at the beginning of each column.
    private static bool IsOfAll(Access access) => access.IsScalar;

    private bool IsOfRow(Access access) => _sheet.Sweep != Sweep.Columns && !access.Columns && !access.IsScalar;

    private bool IsOfColumn(Access access) => _sheet.Sweep == Sweep.Columns && !access.IsScalar && !access.Rows.Where((present, i) => present && _sheet.Swept[i]).Any();

    private string Before()
    {
        bool usesBatch = step.Nodes.Any(n => n.Op is Map map && map.Body.Subexpressions().Contains(Scalar.Batch));
        return Lines(usesBatch ? "V samples = S.Splat(batch);" : "", Loads(IsOfAll));
    }

    private string Stages(Func<int, string> pass)
    {
        var parts = new List<string> { Stage(0) };
        for (int i = 0; i < schedule.Passes; i++)
        {
            Node[] reductions = [.. schedule.Reductions(i)];
            parts.AddRange(reductions.Select(n => $"V {Local(n.Results[0], Kind(n).ToString().ToLowerInvariant())} = {Identity(Kind(n))};"));
            parts.Add(pass(i));
            if (_sheet.Sweep == Sweep.Rows)
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
            lines.AddRange(Statements([node.Results[0]], v => v != node.Results[0], results => [$"V {Local(node.Results[0], "value")} = {results[0]};"], schedule.Role(node) == Role.Row ? OnlyColumn : AnyColumn));
        foreach (Node node in schedule.Totals(stage))
            lines.Add($"{_locals[node.Results[0]]} += S.First({_locals[node.Inputs[0].Root()]});");
        foreach (Value value in step.Writes.Where(v => IsDoneAt(v, stage)))
            lines.Add(schedule.Role(value.Node) == Role.Row ? StoreNumber(value) : Stores.Text(code[value], At(value), Masked(_locals[value], HasPadding)));
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
            lines.AddRange(Statements([node.Results[0]], v => v != node.Results[0], results => [$"V {Local(node.Results[0], "value")} = {results[0]};"], OnlyColumn));
        foreach (Value value in step.Writes.Where(v => schedule.Role(v.Node) == Role.Scalar))
            lines.Add(StoreNumber(value));
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
                if (masked && _sheet.Sweep == Sweep.Rows)
                    term = $"S.KeepFirst({term}, {_columns} - (int)column, {Identity(Kind(node))})";
                lines.Add(Kind(node) == ReduceKind.Sum ? $"{accumulator} = S.Add({accumulator}, {term});" : $"{accumulator} = S.Max({accumulator}, {term});");
            }

            foreach (Value value in schedule.Stores(pass))
                lines.Add(Stores.Text(code[value], At(value), Masked(results[i++], masked)));
            foreach (Value value in schedule.ScratchStores(pass))
                lines.Add($"S.Store({results[i++]}, ref {ScratchAt(value)});");
            return lines;
        }));
    }

    // Loads of what repeats nowhere, locals for shared expressions, then what the caller does with the results.
    private IEnumerable<string> Statements(
        Value[] roots, Func<Value, bool> isAtHand, Func<ImmutableArray<string>, IEnumerable<string>> finish, string column = AnyColumn)
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
            ColumnScalar => column,
            _ => null,
        }, () => Name("t"));
        return [.. lines, .. body.Statements, .. finish(body.Results)];
    }

    private string Load(Value leaf) => schedule.Scratch.Contains(leaf) ? $"S.Load(in {ScratchAt(leaf)})" : LoadStored(leaf);

    // A vector of the columns, or one number for all of them.
    private string LoadStored(Value value)
    {
        Access access = _sheet.Accesses[value];
        Storage storage = Seen(value);

        // In a single column without padding, what follows a number belongs to the next rows.
        bool vector = access.Columns && storage.Pitch > 1;
        string type = value.Element == StaticNet.Element.Int32 ? "Int32" : "";
        string offset = _rows.Offset(access, storage.Pitch);
        return vector
            ? $"S.Load{type}(in {storage.Name}, {(offset.Length > 0 ? $"{offset} + column" : "column")})"
            : $"S.Broadcast{type}(in {storage.Name}, {(offset.Length > 0 ? offset : "0")})";
    }

    // What runs along the columns may lie in rows of another length, one behind the other.
    private Storage Seen(Value value) =>
        _sheet.Accesses[value].Columns ? code[value].As(_sheet.Domain) : code[value];

    private string ScratchAt(Value value) =>
        $"{StepCode.ScratchName(schedule.Scratch.IndexOf(value))}, {(_sheet.Sweep == Sweep.Columns ? _rows.SweptOffset(Limits.Block) : "column")}";

    // The place of a full-size value's element, or of a column's.
    private string At(Value value) => _rows.Offset(_sheet.Accesses[value], Seen(value).Pitch) is { Length: > 0 } offset ? $"{offset} + column" : "column";

    // Operands get their locals where they are fixed.
    private string Loads(Func<Access, bool> isDue)
    {
        var lines = new List<string>();
        foreach (Value value in step.Reads.Where(v => isDue(_sheet.Accesses[v])))
            lines.Add($"V {Local(value, code[value].Name + "At", number: false)} = {LoadStored(value)};");
        return string.Join("\n", lines);
    }

    // One number in a padded row of its own.
    private string StoreNumber(Value value)
    {
        string offset = _rows.Offset(_sheet.Accesses[value], code[value].Pitch);
        string at = offset.Length > 0 ? $"{offset} + lane" : "lane";
        return CodeWriter.Text($$"""
            for (nint lane = 0; lane < {{Limits.Block}}; lane += S.Width)
                {{Stores.Text(code[value], at, $"S.KeepFirst({_locals[value]}, 1 - (int)lane, S.Zero)")}}
            """);
    }

    private string Masked(string value, bool masked) => masked ? $"S.KeepFirst({value}, {_columns} - (int)column, S.Zero)" : value;

    private string Local(Value value, string name, bool number = true) => _locals[value] = number ? Name(name) : name;

    private string Name(string stem) => $"{stem}{_names++}";

    private static string Lines(params string[] parts) => string.Join("\n", parts.Where(p => p.Length > 0));

    private static ReduceKind Kind(Node node) => ((Reduce)node.Op).Kind;

    private static string Identity(ReduceKind kind) => kind == ReduceKind.Sum ? "S.Zero" : "S.Splat(float.NegativeInfinity)";
}
