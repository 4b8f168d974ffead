using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// <c>y = f(Aᵀ·[(G·w·Gᵀ) ⊙ (Bᵀ·x·B)]·A)</c>: some tiles at a time are transformed, multiplied by the transformed windows in 16 or 9 matrix products by
/// register tiles, and transformed back, where the maps behind are applied in registers. The phases of x are summed as more channels.
/// </summary>
internal sealed class WinogradConvolution(int maxBatch) : WinogradKernel(ConvMode.Forward, maxBatch)
{
    public override string Name => "Winograd tiles";

    protected override int Depth(WinogradTiles tiles) => tiles.Phases * tiles.Image.Channels;

    protected override (string Sums, (string Count, int Rows) Turns) Direct(StepCode code, Node product, (Storage X, Storage W, Storage Y) of) =>
        (ConvolutionByParts.Sums(code, product, of), ConvolutionByParts.Turns(product, of.X));

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        WinogradTiles tiles = Tiles(code.Step, x.Pitch)!;
        int channels = tiles.Image.Channels, stride = tiles.Stride, element = channels * w.Pitch;
        var winograd = new WinogradCode(code, tiles, Depth(tiles), apart: 1);
        bool isOne = tiles.Phases == 1;
        string windows = tiles.EachPhase(winograd.WindowsOf(
            w, isOne ? "0" : $"(phase / {stride} * {tiles.Image.WindowWidth} + phase % {stride}) * {element}", stride,
            isOne ? "0" : $"phase * {channels * winograd.Pitch}"));
        string source = $"source{tiles.OfPhase(tiles.Image.Line, tiles.Image.Pixel)}";
        string image = tiles.EachPhase(winograd.ImageOf(x.Name, source, stride, isOne ? "" : $" + phase * {channels}"));
        string body = CodeWriter.Text($$"""
            {{Few(code, tiles)}}
            {{windows}}
            {{winograd.Wait}}
            {{tiles.Groups(code.Share, WinogradCode.Group, CodeWriter.Text($$"""
                {{tiles.Each(image, stride, 1)}}
                {{winograd.Multiplied("")}}

                {{tiles.Each(winograd.Back("row"), stride, 1)}}
                """))}}
            """);
        return string.Join("\n\n", [code.Main(body), .. winograd.BackMethods()]);
    }
}
