using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// The same convolution where its sums are long, <c>y = Σᵢ (y + Σⱼ x[p + i, j]·w[i,j])</c>: all places take one part of the sums after the other, so few
/// products that their weights for some columns stay in the first cache, and add to what the ones before it have stored. The maps follow in place.
/// </summary>
internal sealed class ConvolutionByParts : Kernel
{
    public override string Name => "convolution tiles, part by part";

    public override bool CanAccumulate => false;

    public override bool Matches(Step step) => ConvolutionTiles.Matches(step) && ImageShape.Of(step.Nodes[0], 1).Depth >= Limits.FinishDepth;

    public override bool ReadsUnpadded(Step step, Value value) => TiledProduct.ReadsOnlyAsRows(step, value);

    public override Division Divides(Step step) => Division.ByLoop;

    public override string Emit(StepCode code)
    {
        Node product = ((ProductStep)code.Step).Product;
        Storage x = code[product.Inputs[0]], w = code[product.Inputs[1]], y = code[code.Step.Writes[0]];
        return Finished(code, Sums(code, product, (x, w, y)), Turns(product, x));
    }

    /// <summary>The loops that leave the bare sums of a convolution in y.</summary>
    public static string Sums(StepCode code, Node product, (Storage X, Storage W, Storage Y) of)
    {
        var image = ImageShape.Of(product, of.X.Pitch);
        int line = image.IsRun ? image.WindowWidth * image.Channels : image.Channels, products = ConvolutionTiles.Part(line, image.Width);
        ImmutableArray<PartLoop> loops =
        [
            new("window", image.WindowHeight, image.ElementDown),
            new("element", image.IsRun ? 1 : image.WindowWidth, image.ElementRight),
            new("part", line / products, products),
        ];
        ImmutableArray<PartLoop> parts = [.. loops.Where(loop => loop.Count > 1)];
        var tiles = ConvolutionTiles.OfPart(image.Width, image.PlaceRight, of.W, products);
        string source = string.Join(" + ", ["source", .. parts.Select(part => $"{part.Name} * {part.Step}"), $"place * {image.PlaceRight}"]);
        string adds = parts.Length == 0 ? "false" : string.Join(" + ", parts.Select(part => part.Name)) + " > 0";
        string turns = tiles.Places(height => tiles.Sums(code, height, $"ref {of.X.Name}, ref weights, {source}", of.Y.Name, "row + place", adds));
        string body = CodeWriter.Text($$"""
            ref float weights = ref Unsafe.Add(ref {{of.W.Name}}, {{First(parts, products * of.W.Pitch)}});
            {{tiles.Tile.Around(image.Lines(code.Share, turns))}}
            """);
        return parts.Reverse().Aggregate(body, (text, part) => part.Around(text));
    }

    /// <summary>How many turns threads divide there, and the rows of y that belong to each.</summary>
    public static (string Count, int Rows) Turns(Node product, Storage x)
    {
        var image = ImageShape.Of(product, x.Pitch);
        return (image.AllLines, image.Width);
    }

    /// <summary>The method with a body that leaves bare sums in y, and the maps behind them in place.</summary>
    /// <param name="code">The step.</param>
    /// <param name="body">The products.</param>
    /// <param name="turns">How many turns threads divide there, and the rows of y that belong to each.</param>
    public static string Finished(StepCode code, string body, (string Count, int Rows) turns) => code.Step.Nodes.Length == 1
        ? code.Main(body)
        : code.Main(body + "\n" + Finish(code, turns)) + "\n\n" + ProductStore.Emit(code);

    /// <summary>The maps behind bare sums in y, in place; nothing where there are none.</summary>
    public static string Finish(StepCode code, (string Count, int Rows) turns)
    {
        if (code.Step.Nodes.Length == 1)
            return "";
        Storage y = code[code.Step.Writes[0]];
        string row = CodeWriter.Text($$"""
            for (nint at = 0; at < {{Limits.Pad(y.Columns)}}; at += S.Width)
                {{ProductStore.Call(code, $"S.Load(in {y.Name}, row * {y.Pitch} + at)", "row", "at")}}
            """);
        return code.Share.Times("row", turns, StepCode.Rows(y.Rows), row);
    }

    // Where the weights of a part begin: the parts lie one behind the other.
    private static string First(ImmutableArray<PartLoop> parts, int floats)
    {
        var terms = new List<string>();
        foreach (PartLoop part in parts.Reverse())
        {
            terms.Insert(0, $"{part.Name} * {floats}");
            floats *= part.Count;
        }

        return terms.Count == 0 ? "0" : string.Join(" + ", terms);
    }

    /// <summary>A loop over parts: the floats of x from one to the next.</summary>
    private sealed record PartLoop(string Name, int Count, int Step)
    {
        public string Around(string body) => CodeWriter.Text($$"""
            for (nint {{Name}} = 0; {{Name}} < {{Count}}; {{Name}}++)
            {
                {{body}}
            }
            """);
    }
}
