using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>y[s·j + r, c] = Σ x[j + (r + b − q)/s, o]·w[q,o,c]</c>, the sum over the elements q of the window with <c>q ≡ r + b (mod s)</c>: each element adds
/// to one phase of y, part by part (<see cref="ConvolutionByParts"/>), and what lies between is the other phases'.
/// </summary>
internal sealed class PhasedConvolution : Kernel
{
    public override string Name => "convolution tiles, phase by phase";

    public override bool CanAccumulate => false;

    public override bool Matches(Step step) => step.Nodes[0].Op is Conv { Mode: ConvMode.Phases, ChannelsLast: true, Groups: 1, Axes.Count: 1 or 2 };

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]], y = code[code.Step.Writes[0]];
        return ConvolutionByParts.Finished(code, Sums(code, product, (x, w, y)), Turns(product));
    }

    /// <summary>How many turns threads divide there, and the rows of y that belong to each.</summary>
    public static (string Count, int Rows) Turns(Node product)
    {
        var conv = (Conv)product.Op;
        Shape made = product.Results[0].Shape;
        int down = conv.Axes.Count == 1 ? 1 : conv.Axes[0].Stride, lines = conv.Axes.Count == 1 ? 1 : made.Fixed(1);
        return (ShareText.AllLines(StepCode.Rows(made[0]), lines / down), down * made.Fixed(made.Rank - 2));
    }

    /// <summary>The loops that leave the bare sums in y.</summary>
    public static string Sums(StepCode code, Node product, (Storage X, Storage W, Storage Y) of)
    {
        var (x, w, y) = of;
        Shape read = product.Inputs[0].Shape, made = product.Results[0].Shape, window = product.Inputs[1].Shape;
        var conv = (Conv)product.Op;
        bool flat = conv.Axes.Count == 1;
        WindowAxis down = flat ? new() : conv.Axes[0], right = conv.Axes[conv.Axes.Count - 1];
        int line = read.Fixed(read.Rank - 2) * x.Pitch, lines = flat ? 1 : read.Fixed(1);
        int width = made.Fixed(made.Rank - 2), places = width / right.Stride, rows = (flat ? 1 : made.Fixed(1)) / down.Stride;
        int channels = window.Fixed(1), products = ConvolutionTiles.Part(channels, places), parts = channels / products;
        int windowHeight = flat ? 1 : window.Fixed(2), windowWidth = window.Fixed(window.Rank - 1);
        var tiles = ConvolutionTiles.OfPart(places, x.Pitch, w, products);
        string part = parts == 1 ? "" : $" + part * {products}";
        string turns = tiles.Places(height => tiles.Sums(
            code, height, $"ref first, ref weights, source + place * {x.Pitch}", "phase", "row + place", "adds", right.Stride));
        string samples = StepCode.Rows(made[0]);
        string sums = tiles.Tile.Around(code.Share.Lines(
            samples, rows, $"nint row = (sample * {rows} + line) * {down.Stride * places}, source = sample * {lines * line} + line * {line};\n{turns}"));
        string element = CodeWriter.Text($$"""
            ref float first = ref Unsafe.Add(ref {{x.Name}}, (below + {{down.Before}} - i) / {{down.Stride}} * {{line}} + (beside + {{right.Before}} - j) / {{right.Stride}} * {{x.Pitch}}{{part}});
            ref float weights = ref Unsafe.Add(ref {{w.Name}}, (i * {{windowWidth}} + j) * {{channels * w.Pitch}}{{(parts == 1 ? "" : $" + part * {products * w.Pitch}")}});
            bool adds = i >= {{down.Stride}} || j >= {{right.Stride}}{{(parts == 1 ? "" : " || part > 0")}};
            {{sums}}
            """);
        return CodeWriter.Text($$"""
            for (nint i = 0; i < {{windowHeight}}; i++)
            {
                for (nint j = 0; j < {{windowWidth}}; j++)
                {
                    // the phase of this element
                    nint below = (i + {{Ahead(down)}}) % {{down.Stride}}, beside = (j + {{Ahead(right)}}) % {{right.Stride}};
                    ref float phase = ref Unsafe.Add(ref {{y.Name}}, (below * {{width}} + beside) * {{y.Pitch}});
                    {{(parts == 1 ? element : CodeWriter.Text($$"""
                        for (nint part = 0; part < {{parts}}; part++)
                        {
                            {{element}}
                        }
                        """))}}
                }
            }
            """);
    }

    // −b mod s
    private static int Ahead(WindowAxis axis) => (axis.Stride - axis.Before % axis.Stride) % axis.Stride;
}
