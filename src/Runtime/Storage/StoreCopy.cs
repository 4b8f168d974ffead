namespace StaticNet.Storage;

/// <summary>Copies the tensors of one network into another with the same names and shapes, whatever their layouts.</summary>
internal static class StoreCopy
{
    public static void Copy(ParameterStore from, ParameterStore to)
    {
        if (ReferenceEquals(from, to))
            return;
        if (ReferenceEquals(from.Table, to.Table))
        {
            from.Values.AsSpan(from.Base, from.Table.Length).CopyTo(to.Values.AsSpan(to.Base, to.Table.Length));
            return;
        }

        Check(from.Table, to.Table);
        for (int i = 0; i < to.Table.Count; i++)
        {
            ParameterEntry target = to.Table[i], source = from.Table[from.Table.IndexOf(target.Name)];
            Span<float> storage = to.Values.AsSpan(to.Base + target.Offset, target.Length);
            ReadOnlySpan<float> values = from.Values.AsSpan(from.Base + source.Offset, source.Length);
            if (source.Length == target.Length && source.Layout.IsAs(target.Layout))
                values.CopyTo(storage);
            else
                LayoutCopy.Scatter(from[from.Table.IndexOf(target.Name)].ToArray(), target, storage);
        }
    }

    private static void Check(ParameterTable from, ParameterTable to)
    {
        foreach (ParameterEntry target in to.Entries)
        {
            int index = from.IndexOf(target.Name);
            if (index < 0)
                throw Differ($"it has no tensor '{target.Name}' {ShapeText.Of(target.Shape)}");
            if (!from[index].Shape.SequenceEqual(target.Shape))
                throw Differ($"its '{target.Name}' is {ShapeText.Of(from[index].Shape)}, not {ShapeText.Of(target.Shape)}");
        }
        foreach (ParameterEntry source in from.Entries)
        {
            if (to.IndexOf(source.Name) < 0)
                throw Differ($"its '{source.Name}' {ShapeText.Of(source.Shape)} has no place here");
        }
    }

    private static ArgumentException Differ(string how) => new(
        $"The other network has other parameters: {how}. Give one of the same class, or of a class declared with [Network(Of = …)].", "other");
}
