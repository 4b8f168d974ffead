using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The numbers of the declaration that steps read, such as classes' weights: part of the assembly's image, so that nothing is allocated.</summary>
internal static class ConstantEmitter
{
    public static string Emit(CompiledNetwork network)
    {
        string[] constants =
        [
            .. new[] { network.Predict, network.Train }
                .SelectMany(program => program.Constants)
                .GroupBy(constant => constant.Name)
                .Select(same => Rows(same.Key, same.First().Shape, same.First().Values)),
        ];
        return constants.Length == 0 ? "" : CodeWriter.Text($$"""
            // In rows of {{Limits.Block}}, as they are read.
            private static class Constants
            {
                {{string.Join("\n\n", constants)}}
            }
            """);
    }

    private static string Rows(string name, Shape shape, IReadOnlyList<double> values)
    {
        Matrix matrix = Matrix.Of(shape);
        double[] padding = new double[Limits.Pad(matrix.Columns) - matrix.Columns];
        IEnumerable<string> rows = Enumerable.Range(0, matrix.Rows.Size)
            .Select(row => values.Skip(row * matrix.Columns).Take(matrix.Columns).Concat(padding))
            .Select(row => string.Join(", ", row.Select(x => Literals.Of((float)x))));
        return CodeWriter.Text($$"""
            // {{name}} {{shape}}
            internal static global::System.ReadOnlySpan<float> {{Names.Member(name)}} =>
            [
                {{string.Join(",\n", rows)}},
            ];
            """);
    }
}
