using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The numbers known to the compiler that steps read, such as classes' weights: part of the assembly's image, so that nothing is allocated.</summary>
internal static class ConstantEmitter
{
    public static string Emit(CompiledNetwork network)
    {
        string[] members =
        [
            .. network.Programs.SelectMany(program => program.Constants)
                .GroupBy(constant => network.ConstantNames[constant.Value])
                .Select(same => Rows(same.Key, same.First().Value, same.First().Numbers)),
        ];
        return members.Length == 0 ? "" : CodeWriter.Text($$"""
            // In rows of {{Limits.Block}}, as they are read.
            private static class Constants
            {
                {{string.Join("\n\n", members)}}
            }
            """);
    }

    /// <summary>A name for each constant of the programs, after its layer.</summary>
    public static IReadOnlyDictionary<Value, string> MembersOf(params Program[] programs)
    {
        var taken = new HashSet<string>();
        var known = new Dictionary<string, string>();
        var names = new Dictionary<Value, string>();
        foreach (var (value, numbers) in programs.SelectMany(program => program.Constants))
        {
            string text = IrPrinter.Type(value.Shape, value.Element) + string.Join(" ", numbers.Select(Literals.Of));
            if (!known.TryGetValue(text, out string? name))
                known.Add(text, name = Names.Unique($"{Names.Member(value.Node.Layer)}Constant", taken));
            names.Add(value, name);
        }

        return names;
    }

    private static string Rows(string name, Value value, IReadOnlyList<double> numbers)
    {
        Matrix matrix = Matrix.Of(value.Shape);
        bool isInteger = value.Element == Element.Int32;
        double[] padding = new double[Limits.Pad(matrix.Columns) - matrix.Columns];
        IEnumerable<string> rows = Enumerable.Range(0, matrix.Rows.Size)
            .Select(row => numbers.Skip(row * matrix.Columns).Take(matrix.Columns).Concat(padding))
            .Select(row => string.Join(", ", row.Select(x => isInteger ? Literals.Of((int)x) : Literals.Of((float)x))));
        return CodeWriter.Text($$"""
            // {{value.Shape}} of {{value.Node.Layer}}
            internal static global::System.ReadOnlySpan<{{(isInteger ? "int" : "float")}}> {{name}} =>
            [
                {{string.Join(",\n", rows)}},
            ];
            """);
    }
}
