using StaticNet.Generator.Ir;
using StaticNet.Generator.Kernels;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>
/// The tables of a trainer whose gradients have few rows that are not zero, and whose indices are the caller's: the lines that keep track of them.
/// </summary>
internal sealed class FollowedTables(Program program, Memory memory)
{
    private readonly ImmutableArray<(string Name, Value Indices, string Field)> _tables =
    [
        .. from result in program.Graph.Results
           where result.Kind == ResultKind.Gradient
           let value = result.Value.Root()
           where program.Storages.TryGetValue(value, out Storage? table) && table.Parameter == result.Name && ScatterAddKernel.IsFollowed(value.Node, table)
           select (result.Name, value.Node.Inputs[0].Root(), $"__{Names.Parameter(result.Name).TrimStart('@')}Rows"),
    ];

    /// <summary>Whether there are none.</summary>
    public bool IsEmpty => _tables.IsEmpty;

    public IEnumerable<string> Fields => _tables.Select(t => $"private readonly global::StaticNet.TouchedRows {t.Field};");

    /// <summary>The constructor's lines.</summary>
    public IEnumerable<string> Made => _tables.Select(t => $"{t.Field} = Follow({Literals.Of(t.Name)});");

    /// <summary>The lines before a backward pass.</summary>
    public IEnumerable<string> Begun => _tables.SelectMany(t => new[]
    {
        $"{t.Field}.Begin(ref Gradients, accumulate);",
        $"{t.Field}.Add({memory.Of(t.Indices)}, {StepCode.Rows(program.Storages[t.Indices].Rows)}, {program.Storages[t.Indices].Columns}, {program.Storages[t.Indices].Pitch});",
    });
}
