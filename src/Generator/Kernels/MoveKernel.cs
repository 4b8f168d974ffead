using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>Elements in other places: permutations, slices, zeros around and between, rows of another length, copies.</summary>
internal sealed class MoveKernel : Kernel
{
    // A block of the Runtime's Transposition.
    private static readonly (int Rows, int Columns) Block = (8, 16);

    private static readonly string[] Names = ["i", "j", "k", "l", "m", "o", "p", "q"];

    public override string Name => "copies";

    public override bool Matches(Step step) => step.Nodes[0].Op is Permute or Slice or Pad or Ops.Reshape or Cut;

    public override bool ReadsUnpadded(Step step, Value value) => true;

    public override bool WritesUnpadded(Step step, Value value) => true;

    public override bool CanAccumulate => false;

    // Whole rows of a sample to whole rows of it, nothing to be cleared.
    public override Division Divides(Step step)
    {
        Shape from = step.Nodes[0].Inputs[0].Shape, to = step.Nodes[step.Nodes.Length - 1].Results[0].Shape;
        return Renumbering.Is(step.Nodes[0]) ? Division.None
            : from.Rank > 0 && to.Rank > 1 && from[0] == to[0] && to[0] is { PerSample: true, Size: 1 } && !to.FromEnd(1).PerSample && to.FromEnd(1).Size % Limits.Block == 0
                && !step.Nodes.Any(node => node.Op is Pad) ? Division.BySample
            : Division.ByLoop;
    }

    public override string Emit(StepCode code)
    {
        ImmutableArray<Node> chain = code.Step.Nodes;
        Storage source = code[chain[0].Inputs[0]], target = code[chain[chain.Length - 1].Results[0]];
        string[] parts = Renumbering.Is(chain[0])
            ? [.. Cleared(target, target.Pitch == target.Columns), Renumbering.Of(chain[0], source, target)]
            : Moved(code.Share, Moves.Of(chain, source, target).Merged(), source, target);
        return code.Main(string.Join("\n", parts));
    }

    private static string[] Moved(ShareText share, Moves moves, Storage source, Storage target)
    {
        bool isCovered = moves.Covers && !HasPaddedRows(target) && (!HasPaddedColumns(target) || CopiesPadding(moves, source, target));
        return !isCovered && IsBySample(moves, target)
            ? [Loops(share, moves, source, target, Moves.ClearSample(target, Names[0]))]
            : isCovered && moves.Axes.Length > 0 ? [Loops(share, moves, source, target, "")]
            : [share.Once(string.Join("\n", [.. Cleared(target, isCovered), Loops(ShareText.Alone, moves, source, target, "")]))];
    }

    // The zeros of a sample are still in the cache when its elements come.
    private static bool IsBySample(Moves moves, Storage target) => moves.Axes is [{ Extent: { PerSample: true, Size: 1 } } sample, ..]
        && target.Rows.PerSample && sample.Target == new Stride((long)target.Rows.Size * target.Pitch);

    private static string[] Cleared(Storage target, bool isCovered) => isCovered ? [] : [Moves.Clear(target)];

    // What lies between the rows of a weight beyond its last vector is never read.
    private static bool HasPaddedColumns(Storage target) => target.Order.IsEmpty ? target.Pitch != target.Columns : target.Columns % Limits.Block != 0;

    // A weight has rows that no element is in.
    private static bool HasPaddedRows(Storage target) => target.Order.Length == 2;

    // Whole rows between equal ones take their padding along.
    private static bool CopiesPadding(Moves moves, Storage source, Storage target) =>
        moves.Axes.Length > 0 && moves.Axes[moves.Axes.Length - 1] is { Source: { Floats: 1, PerSample: false }, Target: { Floats: 1, PerSample: false } } row && row.Extent.Size == target.Columns
        && source.Pitch == target.Pitch && source.Columns == target.Columns;

    private static string Loops(ShareText share, Moves moves, Storage source, Storage target, string before)
    {
        ImmutableArray<MoveAxis> axes = moves.Axes;
        if (Turns(axes))
            return Around(share, axes.RemoveAt(axes.Length - 1), Block.Rows, Turn(moves, source.Name, target.Name), before);
        bool run = axes.Length > 0 && axes[axes.Length - 1] is { Source: { Floats: 1, PerSample: false }, Target: { Floats: 1, PerSample: false }, Extent.PerSample: false };
        int depth = run ? axes.Length - 1 : axes.Length;
        string from = Offset(moves.Source, axes.Take(depth).Select(a => a.Source)), to = Offset(moves.Target, axes.Take(depth).Select(a => a.Target));
        string text = run
            ? Run(CopiesPadding(moves, source, target) ? target.Pitch : axes[depth].Extent.Size, source.Name, from, target.Name, to)
            : $"Unsafe.Add(ref {target.Name}, {to}) = Unsafe.Add(ref {source.Name}, {from});";
        return depth == 0 ? share.Once(text) : Around(share, [.. axes.Take(depth)], 1, text, before);
    }

    // The loops around a text; the innermost one takes some turns at once, and each turn of the outermost one begins with a line.
    private static string Around(ShareText share, ImmutableArray<MoveAxis> axes, int atOnce, string text, string before)
    {
        for (int i = axes.Length - 1; i >= 0; i--)
        {
            text = i == 0 && before.Length > 0 ? before + "\n" + text : text;
            ShareText divided = i == 0 ? share : ShareText.Alone;
            text = i < axes.Length - 1 || atOnce == 1
                ? divided.Loop(Names[i], axes[i].Extent, text)
                : divided.Loop(Names[i], StepCode.Rows(axes[i].Extent), text, step: $"{atOnce}", unit: $"{atOnce}");
        }

        return text;
    }

    // Blocks of neighbours in the source, whose rows are neighbours in the target.
    private static bool Turns(ImmutableArray<MoveAxis> axes) =>
        axes is [.., { Extent.PerSample: false, Source.PerSample: false, Target: { Floats: 1, PerSample: false } } row, { Source: { Floats: 1, PerSample: false }, Target.PerSample: false } column]
        && row.Extent.Size % Block.Rows == 0 && column.Extent == Block.Columns;

    private static string Turn(Moves moves, string source, string target)
    {
        int depth = moves.Axes.Length - 1;
        MoveAxis row = moves.Axes[depth - 1], column = moves.Axes[depth];
        string from = Offset(moves.Source, moves.Axes.Take(depth).Select(a => a.Source)), to = Offset(moves.Target, moves.Axes.Take(depth).Select(a => a.Target));
        return $"Transposition.Block(in {source}, {from}, {row.Source.Floats}, ref {target}, {to}, {column.Target.Floats});";
    }

    // Elements side by side: vectors, then the rest one by one.
    private static string Run(int length, string source, string from, string target, string to)
    {
        string vectors = CodeWriter.Text($$"""
            nint column = 0;
            for (; column + S.Width <= {{length}}; column += S.Width)
                S.Store(S.Load(in {{source}}, {{from}} + column), ref {{target}}, {{to}} + column);
            """);
        string rest = CodeWriter.Text($$"""
            for (; column < {{length}}; column++)
                Unsafe.Add(ref {{target}}, {{to}} + column) = Unsafe.Add(ref {{source}}, {{from}} + column);
            """);
        return length % Limits.Block == 0 ? vectors : vectors + "\n" + rest;
    }

    private static string Offset(ImmutableArray<Stride> start, IEnumerable<Stride> strides)
    {
        Stride first = start.Where(s => !s.PerSample).Sum(s => s.Floats);
        string[] terms =
        [
            .. start.Where(s => s.PerSample).Prepend(first).Where(s => s.Floats != 0).Select(s => s.Start),
            .. strides.Select((stride, i) => stride.Of(Names[i])),
        ];
        return terms.Length == 0 ? "0" : string.Join(" + ", terms);
    }
}
