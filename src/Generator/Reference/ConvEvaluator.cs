using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

internal static class ConvEvaluator
{
    // y[n,o,p] = Σ x[n,c,p·stride + q·dilation − before]·w[o,c,q] over the channels c of the group of o and the elements q of the window.
    // Each mode adds, over the same terms, the product of the two tensors that it has to the one that it makes.
    public static double[] Run(Conv op, Evaluation e)
    {
        if (!op.ChannelsLast)
            return Run(op, [.. e.InputExtents, e.Result], e.Inputs[0], e.Inputs[1]);
        bool filter = op.Mode == ConvMode.Filter;
        Extents a = e.InputExtents[0], b = e.InputExtents[1], made = e.Result;
        double[] result = Run(
            op,
            [ImageOrder.First(a), filter ? ImageOrder.First(b) : b, filter ? made : ImageOrder.First(made)],
            ImageOrder.First(e.Inputs[0], a),
            filter ? ImageOrder.First(e.Inputs[1], b) : e.Inputs[1]);
        return filter ? result : ImageOrder.Last(result, made);
    }

    private static double[] Run(Conv op, Extents[] all, double[] a, double[] b)
    {
        double[] made = new double[all[2].Count];
        var (x, w, y) = op.Mode switch { ConvMode.Forward => (0, 1, 2), ConvMode.Filter => (0, 2, 1), _ => (2, 1, 0) };
        bool exchanged = op.Mode == ConvMode.Phases;
        var taps = WindowTaps.Of(op.Axes, all[w].From(2), all[x].From(2), all[y].From(2));
        int units = all[w][exchanged ? 1 : 0], depth = all[w][exchanged ? 0 : 1], samples = all[x][0];
        for (int sample = 0; sample < samples; sample++)
        {
            for (int unit = 0; unit < units; unit++)
            {
                for (int c = 0; c < depth; c++)
                {
                    int channel = unit / (units / op.Groups) * depth + c;
                    int xStart = (sample * depth * op.Groups + channel) * all[x].Stride(1);
                    int wStart = (exchanged ? c * units + unit : unit * depth + c) * all[w].Stride(1);
                    int yStart = (sample * units + unit) * all[y].Stride(1);
                    for (int place = 0; place < taps.Length; place++)
                    {
                        foreach (var (element, source) in taps[place])
                        {
                            int xAt = xStart + source, wAt = wStart + element, yAt = yStart + place;
                            switch (op.Mode)
                            {
                                case ConvMode.Forward:
                                    made[yAt] += a[xAt] * b[wAt];
                                    break;
                                case ConvMode.Data:
                                case ConvMode.Phases:
                                    made[xAt] += a[yAt] * b[wAt];
                                    break;
                                default:
                                    made[wAt] += a[xAt] * b[yAt];
                                    break;
                            }
                        }
                    }
                }
            }
        }

        return made;
    }
}
