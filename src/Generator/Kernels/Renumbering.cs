using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// A reshape between axes that are not made of common ones, <c>[n,2,3] → [n,3,2]</c>: element for element in the order of the shapes, whose axes
/// are told from the element's number.
/// </summary>
internal static class Renumbering
{
    /// <summary>True if the node is such a reshape.</summary>
    public static bool Is(Node node) =>
        node.Op is Ops.Reshape && Moves.Common(node.Inputs[0].Shape, node.Results[0].Shape) is null;

    public static string Of(Node node, Storage source, Storage target)
    {
        Shape from = node.Inputs[0].Shape, to = node.Results[0].Shape;
        if (!CountsFromBatch(from) || !CountsFromBatch(to))
            throw new NotSupportedException($"a reshape of {from} to {to} across samples that are not there");
        Dim all = to.Count;
        string count = all.PerSample ? $"(nint)({StepCode.Rows(all)})" : $"{all.Size}";
        return CodeWriter.Text($$"""
            for (nint at = 0; at < {{count}}; at++)
                Unsafe.Add(ref {{target.Name}}, {{Offset(to, target.Strides(to))}}) = Unsafe.Add(ref {{source.Name}}, {{Offset(from, source.Strides(from))}});
            """);
    }

    private static bool CountsFromBatch(Shape shape) => shape.Dims.Skip(1).All(extent => !extent.PerSample);

    // Σ (at / elements inside the axis % extent)·stride; axes that run on in one another are one.
    private static string Offset(Shape shape, ImmutableArray<Stride> strides)
    {
        var terms = new List<string>();
        long inside = 1;
        for (int axis = shape.Rank - 1; axis >= 0;)
        {
            (long first, long stride, long extent) = (inside, strides[axis].Floats, 1);
            for (; axis >= 0 && strides[axis].Floats == stride * extent; axis--)
                extent *= shape[axis].Size;
            inside *= extent;
            string index = first == 1 ? "at" : $"at / {first}";
            index = axis >= 0 ? $"{index} % {extent}" : index;
            terms.Insert(0, stride == 1 ? index : first == 1 && axis < 0 ? $"{index} * {stride}" : $"({index}) * {stride}");
        }

        return string.Join(" + ", terms);
    }
}
