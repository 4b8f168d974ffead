using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>
/// The plan of an arena, drawn: one column a step, or for several steps of a long program; one row for each range of addresses that the columns tell
/// apart; in each cell the mark of the value that lies there at that step. A table tells the marks.
/// </summary>
internal static class ArenaMap
{
    private const string Marks = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private const char Free = '·';
    private const int MostColumns = 48;

    private sealed record Area(string Name, string Lies, int Offset, int Floats, int First, int Last);

    /// <summary>The areas as cells: mark, value, how it lies, offset, bytes, steps.</summary>
    /// <param name="program">The program whose arena it is.</param>
    /// <param name="maxBatch">The samples that the arena is planned for.</param>
    /// <param name="threads">The threads likewise.</param>
    /// <param name="behind">Floats behind the planned ones, where bytes become samples.</param>
    public static IEnumerable<string[]> Legend(Program program, int maxBatch, int threads, int behind) => Areas(program, maxBatch, threads, behind).Select((area, i) => new[]
    {
        Mark(i).ToString(), area.Name, area.Lies, Literals.Count(4L * area.Offset), Literals.Count(4L * area.Floats),
        area.First == area.Last ? Literals.Of(area.First + 1) : $"{Literals.Of(area.First + 1)}–{Literals.Of(area.Last + 1)}",
    });

    public static IEnumerable<string> Lines(Program program, int maxBatch, int threads, int behind)
    {
        List<Area> areas = Areas(program, maxBatch, threads, behind);
        int[] bounds = [.. areas.SelectMany(a => new[] { a.Offset, a.Offset + a.Floats }).Append(0).Append(program.Arena.Floats + behind).Distinct().OrderBy(b => b)];
        int width = Math.Max("byte".Length, Literals.Count(4L * (program.Arena.Floats + behind)).Length);
        int steps = Math.Max(1, program.Steps.Length), stride = (steps + MostColumns - 1) / MostColumns;
        int[] columns = [.. Enumerable.Range(0, steps).Where(step => step % stride == 0)];
        if (stride > 1)
            yield return $"one column for {stride} steps, the first of which is drawn";
        yield return $"{"byte".PadLeft(width)}  {string.Concat(columns.Select(step => (step + 1) % 10))}";
        string above = "";
        for (int band = 0; band + 1 < bounds.Length; band++)
        {
            string cells = string.Concat(columns.Select(step => At(areas, bounds[band], step)));
            if (cells != above)
                yield return $"{Literals.Count(4L * bounds[band]).PadLeft(width)}  {cells}";
            above = cells;
        }
    }

    // Where one value is written in another's place, both are alive at that step; the one that stays is drawn.
    private static char At(List<Area> areas, int offset, int step)
    {
        int index = areas.FindLastIndex(a => a.Offset <= offset && offset < a.Offset + a.Floats && a.First <= step && step <= a.Last);
        return index < 0 ? Free : Mark(index);
    }

    private static char Mark(int index) => Marks[index % Marks.Length];

    private static List<Area> Areas(Program program, int maxBatch, int threads, int behind)
    {
        IReadOnlyDictionary<Value, Life> lives = Liveness.Of(program.Graph, program.Steps);
        var areas = program.Arena.Offsets.Select(pair => new Area(
            program.Storages[pair.Key].Name, $"[{program.Storages[pair.Key].Rows},{program.Storages[pair.Key].Columns}]", pair.Value,
            program.Storages[pair.Key].Floats(maxBatch), lives[pair.Key].First, lives[pair.Key].Last)).ToList();
        for (int i = 0; i < program.Steps.Length; i++)
        {
            PlannedStep planned = program.Steps[i];
            ImmutableArray<Matrix> scratch = planned.Kernel.Scratch(planned.Step);
            for (int k = 0; k < scratch.Length; k++)
            {
                int floats = Arena.ScratchOf(planned, maxBatch).ElementAt(k) * Arena.Pieces(planned, k, threads);
                areas.Add(new($"scratch of {planned.Step.Name}", scratch[k].ToString(), program.Arena.Scratch[planned.Step][k], floats, i, i));
            }
        }

        // Bytes become samples behind the values, for any step that reads them.
        if (behind > 0)
            areas.Add(new("input, of bytes", $"[{behind}]", program.Arena.Floats, behind, 0, Math.Max(0, program.Steps.Length - 1)));
        return [.. areas.OrderBy(a => a.First).ThenBy(a => a.Offset).ThenBy(a => a.Name, StringComparer.Ordinal)];
    }
}
