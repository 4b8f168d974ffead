using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// The gradient through a stride (<see cref="PhasedConvolution"/>) by Winograd's products: each phase of y is a convolution of x, with every s-th element of
/// the window, backwards, whose places lie s apart.
/// </summary>
internal sealed class WinogradPhases(int maxBatch) : WinogradKernel(ConvMode.Phases, maxBatch)
{
    public override string Name => "Winograd tiles, phase by phase";

    protected override int Depth(WinogradTiles tiles) => tiles.Image.Channels;

    protected override (string Sums, (string Count, int Rows) Turns) Direct(StepCode code, Node product, (Storage X, Storage W, Storage Y) of) =>
        (PhasedConvolution.Sums(code, product, of), PhasedConvolution.Turns(product));

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        WinogradTiles tiles = Tiles(code.Step, x.Pitch)!;
        var axes = ((Conv)product.Op).Axes;
        int stride = tiles.Stride, width = tiles.Image.WindowWidth, channels = tiles.Image.Channels, last = (tiles.Taps - 1) * stride;
        var winograd = new WinogradCode(code, tiles, channels, apart: stride);
        int floats = tiles.Products * channels * winograd.Pitch;
        string met = CodeWriter.Text($$"""
            // the first element that this phase meets; it meets every s-th from there on, read backwards
            nint i = (phase / {{stride}} + {{axes[0].Before}}) % {{stride}}, j = (phase % {{stride}} + {{axes[1].Before}}) % {{stride}};
            """);
        string body = CodeWriter.Text($$"""
            {{Few(code, tiles)}}
            {{tiles.EachPhase(met + "\n" + winograd.WindowsOf(w, $"((i + {last}) * {width} + j + {last}) * {channels * w.Pitch}", -stride, $"phase * {floats}"))}}
            {{winograd.Wait}}
            {{tiles.EachPhase(CodeWriter.Text($$"""
                {{met}}
                nint behind = {{Met(0, "phase / ", "i", tiles.Image.Line)}} + {{Met(1, "phase % ", "j", tiles.Image.Pixel)}};
                {{tiles.Groups(code.Share, WinogradCode.Group, CodeWriter.Text($$"""
                    {{tiles.Each(winograd.ImageOf(x.Name, "source + behind", 1, ""), 1, stride)}}
                    {{winograd.Multiplied($"phase * {floats} + ")}}

                    {{tiles.Each(winograd.Back($"row{tiles.OfPhase(tiles.Image.Width, 1)}"), 1, stride)}}
                    """))}}
                """))}}
            """);
        return string.Join("\n\n", [code.Main(body), .. winograd.BackMethods()]);

        // Where the last element of a phase's window, its first backwards, meets x for the first place.
        string Met(int axis, string phase, string element, int floats) =>
            $"((({phase}{stride} + {axes[axis].Before} - {element}) / {stride}) - {tiles.Taps - 1}) * {floats}";
    }
}
