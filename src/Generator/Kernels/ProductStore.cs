using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>The end of a product: the maps that follow it, applied to a vector of its result while that is in a register, and the stores.</summary>
internal static class ProductStore
{
    /// <summary>The call that stores <paramref name="product"/>, for a width of its own if <paramref name="simd"/> says so.</summary>
    public static string Call(StepCode code, string product, string row, string column, string simd = "S, V")
    {
        var (references, batch) = Needs(code);
        string[] arguments =
        [
            product, .. references.Select(r => $"ref {r}"), .. batch ? ["batch"] : Array.Empty<string>(),
            .. code.Accumulates ? ["accumulate"] : Array.Empty<string>(), row, column,
        ];
        return $"{code.Step.Name}Store<{simd}>({string.Join(", ", arguments)});";
    }

    /// <summary>The method that takes <c>product</c> at <c>row</c> and <c>column</c>.</summary>
    public static string Emit(StepCode code)
    {
        var step = (ProductStep)code.Step;
        Value product = step.Product.Results[0];
        Matrix domain = Matrix.Of(product.Shape);
        var inlining = new Inlining(v => v == product || !step.Nodes.Contains(v.Node));
        ImmutableArray<Scalar> roots = [.. step.Writes.Select(inlining.Of)];
        var names = inlining.Leaves.Select((v, i) => v == product ? "product" : $"{code[v].Name}At").ToImmutableArray();
        ScalarCode body = ScalarText.Write(roots, s => s switch
        {
            OperandScalar leaf => names[leaf.Index],
            BatchScalar => "S.Splat(batch)",
            _ => null,
        });

        var lines = new List<string>();
        foreach (Value leaf in inlining.Leaves.Where(v => v != product))
            lines.Add($"V {code[leaf].Name}At = {Roles.Load(code[leaf], leaf.Element, Roles.Of(Matrix.Of(leaf.Shape), domain))};");
        lines.AddRange(body.Statements);
        bool padded = domain.Columns % Limits.Block != 0;
        for (int i = 0; i < roots.Length; i++)
        {
            Storage target = code[step.Writes[i]];
            string value = padded && !KeepsZero(roots[i], inlining, domain)
                ? $"S.KeepFirst({body.Results[i]}, {domain.Columns} - (int)column, S.Zero)"
                : body.Results[i];
            lines.Add(Stores.Text(target, $"row * {target.Pitch} + column", value));
        }

        var (references, batch) = Needs(code);
        string parameters = string.Join(", ",
        [
            "V product", .. references.Select(r => $"ref float {r}"), .. batch ? ["int batch"] : Array.Empty<string>(),
            .. code.Accumulates ? ["bool accumulate"] : Array.Empty<string>(), "nint row", "nint column",
        ]);
        return CodeWriter.Text($$"""
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            private static void {{step.Name}}Store<S, V>({{parameters}})
                {{Widths.AsTheyAre.Constraints}}
            {
                unchecked
                {
                    {{string.Join("\n", lines)}}
                }
            }
            """);
    }

    // What the maps behind the product mention, and what is written.
    private static (ImmutableArray<string> References, bool Batch) Needs(StepCode code)
    {
        Step step = code.Step;
        Value[] operands = [.. step.Nodes.Skip(1).SelectMany(n => n.Inputs).Select(v => v.Root()).Where(v => !step.Nodes.Contains(v.Node))];
        bool batch = step.Nodes.Any(n => n.Op is Map map && map.Body.Subexpressions().Contains(Scalar.Batch));
        return ([.. operands.Concat(step.Writes).Select(v => code[v].Name).Distinct()], batch);
    }

    /// <summary>Reads of full-size operands happen element by element, just before the store.</summary>
    public static bool MayOverwrite(Step step, Value read)
    {
        Value product = step.Nodes[0].Results[0];
        return !step.Nodes[0].Inputs.Any(v => v.Root() == read) && Matrix.Of(read.Shape) == Matrix.Of(product.Shape);
    }

    // The padding of every operand but one number a row is zero, and so is the product's; the result's stays so if f(0, 0, …) = 0.
    private static bool KeepsZero(Scalar root, Inlining inlining, Matrix domain)
    {
        if (inlining.Leaves.Any(v => Roles.Of(Matrix.Of(v.Shape), domain) is Role.Row or Role.Scalar))
            return false;
        return root.Replace(s => s is OperandScalar ? 0 : null) is NumberScalar { Value: 0 };
    }
}
