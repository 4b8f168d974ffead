using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The numbers of the declaration that steps read, such as classes' weights: part of the assembly's image, so that nothing is allocated.</summary>
internal static class ConstantEmitter
{
    public static string Emit(CompiledNetwork network)
    {
        Constant[] constants =
        [
            .. new[] { network.Predict, network.Train }
                .SelectMany(program => program.Steps.SelectMany(s => s.Step.Reads))
                .Select(value => value.Op)
                .OfType<Constant>()
                .GroupBy(constant => constant.Name)
                .Select(same => same.First()),
        ];
        return constants.Length == 0 ? "" : CodeWriter.Text($$"""
            // In rows of {{Limits.Block}}, as they are read.
            private static class Constants
            {
                {{string.Join("\n\n", constants.Select(Rows))}}
            }
            """);
    }

    /// <summary>The member of the class <c>Constants</c>: <c>loss1.class_weights → Loss1ClassWeights</c>.</summary>
    public static string Member(Constant constant) => Names.Member(constant.Name);

    private static string Rows(Constant constant)
    {
        Matrix matrix = Matrix.Of(constant.Shape);
        double[] padding = new double[Limits.Pad(matrix.Columns) - matrix.Columns];
        IEnumerable<string> rows = Enumerable.Range(0, matrix.Rows.Size)
            .Select(row => constant.Values.Skip(row * matrix.Columns).Take(matrix.Columns).Concat(padding))
            .Select(row => string.Join(", ", row.Select(x => Literals.Of((float)x))));
        return CodeWriter.Text($$"""
            // {{constant.Name}} {{constant.Shape}}
            internal static global::System.ReadOnlySpan<float> {{Member(constant)}} =>
            [
                {{string.Join(",\n", rows)}},
            ];
            """);
    }
}
