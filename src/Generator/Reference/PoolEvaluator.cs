using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

internal static class PoolEvaluator
{
    // y_p = max or Σ/count of x over the window of p
    public static double[] Run(Pool op, Evaluation e) => op.ChannelsLast
        ? ImageOrder.Last(Run(op, ImageOrder.First(e.Inputs[0], e.InputExtents[0]), ImageOrder.First(e.InputExtents[0]), ImageOrder.First(e.Result)), e.Result)
        : Run(op, e.Inputs[0], e.InputExtents[0], e.Result);

    private static double[] Run(Pool op, double[] x, Extents from, Extents to)
    {
        var y = new double[to.Count];
        ForEachWindow(op, from, to, (place, sources, count) => y[place] = op.Kind == PoolKind.Max
            ? Chosen(x, sources) is { } chosen ? x[chosen] : double.NegativeInfinity
            : sources.Sum(i => x[i]) / count);
        return y;
    }

    // x̄ᵢ = Σ ȳ_p/count over the windows p with i in them, or Σ ȳ_p over those whose maximum is xᵢ
    public static double[] Run(PoolGradient op, Evaluation e)
    {
        if (!op.Pool.ChannelsLast)
            return Run(op.Pool, e.Inputs[0], e.Inputs.Length > 1 ? e.Inputs[1] : [], e.Result, e.InputExtents[0]);
        double[] x = e.Inputs.Length > 1 ? ImageOrder.First(e.Inputs[1], e.InputExtents[1]) : [];
        double[] dx = Run(
            op.Pool, ImageOrder.First(e.Inputs[0], e.InputExtents[0]), x, ImageOrder.First(e.Result), ImageOrder.First(e.InputExtents[0]));
        return ImageOrder.Last(dx, e.Result);
    }

    private static double[] Run(Pool op, double[] dy, double[] x, Extents to, Extents from)
    {
        var dx = new double[to.Count];
        ForEachWindow(op, to, from, (place, sources, count) =>
        {
            if (op.Kind == PoolKind.Average)
            {
                foreach (int i in sources)
                    dx[i] += dy[place] / count;
            }
            else if (Chosen(x, sources) is { } chosen)
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
