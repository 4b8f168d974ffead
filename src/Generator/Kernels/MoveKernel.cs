using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>Elements in other places: permutations, slices, zeros around and between, rows of another length, copies.</summary>
internal sealed class MoveKernel : Kernel
{
    private static readonly string[] Names = ["i", "j", "k", "l", "m", "o", "p", "q"];

    public override string Name => "copies";

    public override bool Matches(Step step) => step.Nodes[0].Op is Permute or Slice or Pad or Ops.Reshape or Cut;

    public override bool ReadsUnpadded(Step step, Value value) => true;

    public override bool WritesUnpadded(Step step, Value value) => true;

    public override bool CanAccumulate => false;

    public override string Emit(StepCode code)
    {
        ImmutableArray<Node> chain = code.Step.Nodes;
        Storage source = code[chain[0].Inputs[0]], target = code[chain[chain.Length - 1].Results[0]];
        string[] parts = Renumbering.Is(chain[0])
            ? [.. Cleared(target, target.Pitch == target.Columns), Renumbering.Of(chain[0], source, target)]
            : Moved(Moves.Of(chain, source, target).Merged(), source, target);
        return code.Method(StepComment.Of(code), code.Step.Name, code.Parameters, string.Join("\n", parts));
    }

    private static string[] Moved(Moves moves, Storage source, Storage target) =>
    [
        .. Cleared(target, moves.Covers && !HasPaddedRows(target) && (!HasPaddedColumns(target) || CopiesPadding(moves, source, target))),
        Loops(moves, source, target),
    ];

    private static string[] Cleared(Storage target, bool isCovered) => isCovered ? [] : [Moves.Clear(target)];

    // What lies between the rows of a weight beyond its last vector is never read.
    private static bool HasPaddedColumns(Storage target) => target.Order.IsEmpty ? target.Pitch != target.Columns : target.Columns % Limits.Block != 0;

    // A weight has rows that no element is in.
    private static bool HasPaddedRows(Storage target) => target.Order.Length == 2;

    // Whole rows between equal ones take their padding along.
    private static bool CopiesPadding(Moves moves, Storage source, Storage target) =>
        moves.Axes.Length > 0 && moves.Axes[moves.Axes.Length - 1] is { Source: { Floats: 1, PerSample: false }, Target: { Floats: 1, PerSample: false } } row && row.Extent.Size == target.Columns
        && source.Pitch == target.Pitch && source.Columns == target.Columns;

    private static string Loops(Moves moves, Storage source, Storage target)
    {
        ImmutableArray<MoveAxis> axes = moves.Axes;
        bool run = axes.Length > 0 && axes[axes.Length - 1] is { Source: { Floats: 1, PerSample: false }, Target: { Floats: 1, PerSample: false }, Extent.PerSample: false };
        int depth = run ? axes.Length - 1 : axes.Length;
        string from = Offset(moves.Source, axes.Take(depth).Select(a => a.Source)), to = Offset(moves.Target, axes.Take(depth).Select(a => a.Target));
        string text = run
            ? Run(CopiesPadding(moves, source, target) ? target.Pitch : axes[depth].Extent.Size, source.Name, from, target.Name, to)
            : $"Unsafe.Add(ref {target.Name}, {to}) = Unsafe.Add(ref {source.Name}, {from});";
        for (int i = depth - 1; i >= 0; i--)
        {
            text = CodeWriter.Text($$"""
                for (nint {{Names[i]}} = 0; {{Names[i]}} < {{StepCode.Rows(axes[i].Extent)}}; {{Names[i]}}++)
                {
                    {{text}}
                }
                """);
        }

        return text;
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
