using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary><c>w̄[q,c] = Σₙ,ₚ x[p·s + q·d, c]·ȳ[p,c]</c>: for each vector of channels, one line of the window stays in registers.</summary>
internal sealed class DepthwiseFilterGradient : Kernel
{
    public override string Name => "depthwise filter";

    public override bool Matches(Step step) =>
        step.Nodes[0] is { Op: Conv { Mode: ConvMode.Filter, ChannelsLast: true, Axes.Count: 1 or 2 } conv } node && conv.IsDepthwise(node.Results[0].Shape);

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], dy = code[product.Inputs[1]];
        var image = new ImageShape((Conv)product.Op, product.Inputs[0].Shape, product.Inputs[1].Shape, product.Results[0].Shape, x.Pitch);
        int[] line = [.. Enumerable.Range(0, image.WindowWidth)];
        string places = image.Lines(ShareText.Alone, CodeWriter.Text($$"""
            ref float a = ref Unsafe.Add(ref {{x.Name}}, source + i * {{image.ElementDown}} + column);
            for (nint place = 0; place < {{image.Width}}; place++)
            {
                V d = S.Load(in {{dy.Name}}, (row + place) * {{dy.Pitch}} + column);
                {{string.Join("\n", line.Select(j => $"sum{j} = S.FusedMultiplyAdd(S.Load(in a, {j * image.ElementRight}), d, sum{j});"))}}
                a = ref Unsafe.Add(ref a, {{image.PlaceRight}});
            }
            """));
        string body = code.Share.Loop("column", $"{dy.Pitch}", CodeWriter.Text($$"""
            for (nint i = 0; i < {{image.WindowHeight}}; i++)
            {
                V {{string.Join(", ", line.Select(j => $"sum{j} = S.Zero"))}};
                {{places}}

                {{string.Join("\n", line.Select(j => ProductStore.Call(code, $"sum{j}", $"i * {image.WindowWidth} + {j}", "column")))}}
            }
            """), step: "S.Width", unit: "S.Width");
        return code.Main(body) + "\n\n" + ProductStore.Emit(code);
    }
}
