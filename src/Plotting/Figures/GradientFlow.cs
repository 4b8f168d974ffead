using ScottPlot;

namespace StaticNet.Plotting;

/// <summary>How large gradients are in each layer, from the input to the output, on a logarithmic axis: whether they vanish or explode is seen at once.</summary>
public static class GradientFlow
{
    /// <summary>As <see cref="Insight"/> saw it, of several networks or epochs beside each other.</summary>
    /// <param name="epochs">What the legend calls each, and what the epoch showed.</param>
    /// <exception cref="ArgumentException">They are not of the same layers, or one has no norm above 0.</exception>
    public static Figure Of(params ReadOnlySpan<(string Name, EpochInsight Epoch)> epochs)
    {
        string[] layers = epochs.Length > 0 ? [.. Trained(epochs[0].Epoch).Select(layer => layer.Layer)] : [];
        var norms = new Series[epochs.Length];
        for (int i = 0; i < norms.Length; i++)
        {
            LayerInsight[] trained = [.. Trained(epochs[i].Epoch)];
            if (!trained.Select(layer => layer.Layer).SequenceEqual(layers))
                throw new ArgumentException($"'{epochs[i].Name}' has other layers than '{epochs[0].Name}': draw a picture of each.", nameof(epochs));
            norms[i] = new Series(epochs[i].Name, [.. trained.Select(layer => layer.GradientNorm!.Value)]);
        }

        return Of(layers, norms);
    }

    /// <param name="layers">The layers' names, from the input on.</param>
    /// <param name="norms">Of each network, or of each epoch, a number for each layer, such as the norm of its gradient.</param>
    /// <exception cref="ArgumentException">A series has not a number for each layer, or none above 0.</exception>
    public static Figure Of(ReadOnlySpan<string> layers, params ReadOnlySpan<Series> norms)
    {
        Curves.Check(norms);
        Plot plot = Look.Plot("gradient flow", "layer", "norm of the gradient");
        for (int i = 0; i < norms.Length; i++)
        {
            if (norms[i].Y.Count != layers.Length)
                throw new ArgumentException($"'{norms[i].Name}' has {norms[i].Y.Count} numbers for {layers.Length} layers: pass one for each.", nameof(norms));
            var line = plot.Line(norms[i].Places(), Curves.Logarithms(norms[i].Name, [.. norms[i].Y]), norms[i].Name, Look.Of(i));
            line.MarkerShape = MarkerShape.FilledCircle;
            line.MarkerSize = 8;
        }

        plot.Logarithmic();
        plot.Axes.Bottom.Names([.. layers]);
        plot.Lean([.. layers]);
        plot.Legend(norms.Length, Alignment.LowerRight);
        return new(plot);
    }

    private static IEnumerable<LayerInsight> Trained(EpochInsight epoch) => epoch.Layers.Where(layer => layer.GradientNorm is not null);
}
