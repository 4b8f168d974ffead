using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

internal static class PoolEvaluator
{
    // y_p = max or Σ/count of x over the window of p
    public static double[] Run(Pool op, Evaluation e)
    {
        double[] x = e.Inputs[0], y = new double[e.Result.Count];
        ForEachWindow(op, e.InputExtents[0], e.Result, (place, sources, count) => y[place] = op.Kind == PoolKind.Max
            ? Chosen(x, sources) is { } chosen ? x[chosen] : double.NegativeInfinity
            : sources.Sum(i => x[i]) / count);
        return y;
    }

    // x̄ᵢ = Σ ȳ_p/count over the windows p with i in them, or Σ ȳ_p over those whose maximum is xᵢ
    public static double[] Run(PoolGradient op, Evaluation e)
    {
        double[] dy = e.Inputs[0], dx = new double[e.Result.Count];
        ForEachWindow(op.Pool, e.Result, e.InputExtents[0], (place, sources, count) =>
        {
            if (op.Pool.Kind == PoolKind.Average)
            {
                foreach (int i in sources)
                    dx[i] += dy[place] / count;
            }
            else if (Chosen(e.Inputs[1], sources) is { } chosen)
            {
                dx[chosen] += dy[place];
            }
        });
        return dx;
    }

    // The first maximum; a NaN is above anything, and the last one counts.
    private static int? Chosen(double[] x, int[] sources)
    {
        int? chosen = null;
        foreach (int i in sources)
        {
            if (chosen is not { } best || x[i] > x[best] || double.IsNaN(x[i]))
                chosen = i;
        }

        return chosen;
    }

    private static void ForEachWindow(Pool op, Extents x, Extents y, Action<int, int[], int> visit)
    {
        var taps = WindowTaps.Of(op.Axes, [.. op.Window], x.From(2), y.From(2));
        for (int place = 0; place < y.Count; place++)
        {
            int channel = place / taps.Length * x.Stride(1);
            int[] sources = [.. taps[place % taps.Length].Select(tap => channel + tap.Source)];
            visit(place, sources, op.CountPadding ? Counted(op, x, y, place) : sources.Length);
        }
    }

    // How many elements of a window lie in the operand and its padding.
    private static int Counted(Pool op, Extents x, Extents y, int place)
    {
        int count = 1;
        for (int i = 0; i < op.Axes.Count; i++)
        {
            int start = y.Coordinate(place, i + 2) * op.Axes[i].Stride - op.Axes[i].Before;
            count *= Math.Min(start + op.Window[i], x[i + 2] + op.Axes[i].After) - start;
        }

        return count;
    }
}
