using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary><c>y[p,c] = f(Σ x[p·s + q·d, c]·w[q,c])</c>: every channel has a window of its own, and a vector holds neighbouring channels.</summary>
internal sealed class DepthwiseConvolution : Kernel
{
    public override string Name => "depthwise";

    public override bool Matches(Step step) =>
        step.Nodes[0] is { Op: Conv { Mode: ConvMode.Forward, ChannelsLast: true, Axes.Count: 1 or 2 } conv } node && conv.IsDepthwise(node.Inputs[1].Shape);

    public override bool MayOverwrite(Step step, Value read, Value written) => ProductStore.MayOverwrite(step, read);

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]];
        var image = new ImageShape((Conv)product.Op, product.Inputs[0].Shape, product.Results[0].Shape, product.Inputs[1].Shape, x.Pitch);
        string body = image.Lines(code.Share, CodeWriter.Text($$"""
            for (nint place = 0; place < {{image.Width}}; place++)
            {
                for (nint column = 0; column < {{Limits.Pad(w.Columns)}}; column += S.Width)
                {
                    V sum = S.Zero;
                    for (nint i = 0; i < {{image.WindowHeight}}; i++)
                    {
                        ref float a = ref Unsafe.Add(ref {{x.Name}}, source + place * {{image.PlaceRight}} + i * {{image.ElementDown}} + column);
                        ref float b = ref Unsafe.Add(ref {{w.Name}}, i * {{image.WindowWidth * w.Pitch}} + column);
                        {{string.Join("\n", Enumerable.Range(0, image.WindowWidth).Select(j => $"sum = S.FusedMultiplyAdd(S.Load(in a, {j * image.ElementRight}), S.Load(in b, {j * w.Pitch}), sum);"))}}
                    }

                    {{ProductStore.Call(code, "sum", "row + place", "column")}}
                }
            }
            """));
        return code.Main(body) + "\n\n" + ProductStore.Emit(code);
    }
}
