namespace StaticNet.Storage;

/// <summary>Pairs a network's tensors with a file's: same name, float32, same shape, and no others unless they are allowed.</summary>
internal static class SafetensorsMatch
{
    /// <returns>The file's tensor for each entry of the table.</returns>
    public static SafetensorsTensor[] Find(ParameterTable table, List<SafetensorsTensor> tensors, string source, bool allowExtra)
    {
        var byName = new Dictionary<string, SafetensorsTensor>(tensors.Count);
        foreach (SafetensorsTensor tensor in tensors)
        {
            if (!byName.TryAdd(tensor.Name, tensor))
                throw new SafetensorsException(
                    $"{source}: {NearestName.Quote(tensor.Name)} occurs twice. Give each tensor its own name and save the file again.");
        }

        var matches = new SafetensorsTensor[table.Count];
        for (int i = 0; i < matches.Length; i++)
        {
            if (!byName.TryGetValue(table[i].Name, out SafetensorsTensor? tensor))
                throw Missing(table, i, tensors, source);
            Check(table[i], tensor, source);
            matches[i] = tensor;
        }
        if (tensors.Count > matches.Length && !allowExtra)
            throw Extra(table, tensors, source);
        return matches;
    }

    private static void Check(ParameterEntry entry, SafetensorsTensor tensor, string source)
    {
        if (tensor.Type != SafetensorsTensor.Float32)
            throw new SafetensorsException(
                $"{source}: '{entry.Name}' should be F32, but is {NearestName.Quote(tensor.Type)}. "
                + "Convert it before it is saved (in PyTorch: tensor.float()).");
        if (!tensor.Shape.SequenceEqual(entry.Shape))
            throw new SafetensorsException(
                $"{source}: '{entry.Name}' should be {ShapeText.Of(entry.Shape)}, but is {ShapeText.Of(tensor.Shape)}. "
                + $"Load a file of this network, or give the layer '{entry.Layer}' the file's size.");
        long needed = (long)entry.Count * sizeof(float);
        if (tensor.End - tensor.Begin != needed)
            throw new SafetensorsException(
                $"{source}: '{entry.Name}' {ShapeText.Of(entry.Shape)} takes {needed} bytes, "
                + $"but its data offsets [{tensor.Begin},{tensor.End}] span {tensor.End - tensor.Begin}. "
                + "The file is damaged: save or copy it again.");
    }

    private static SafetensorsException Missing(ParameterTable table, int index, List<SafetensorsTensor> tensors, string source)
    {
        ParameterEntry entry = table[index];
        var nearest = new NearestName(entry.Name);
        foreach (SafetensorsTensor tensor in tensors)
        {
            if (table.IndexOf(tensor.Name) < 0)
                nearest.Offer(tensor.Name);
        }
        string mend = nearest.Name is null
            ? "Load a file that this network saved."
            : $"The nearest name in it is {NearestName.Quote(nearest.Name)}: rename that tensor, or load a file that this network saved.";
        return new SafetensorsException($"{source}: the tensor '{entry.Name}' {ShapeText.Of(entry.Shape)} is missing. {mend}");
    }

    private static SafetensorsException Extra(ParameterTable table, List<SafetensorsTensor> tensors, string source)
    {
        SafetensorsTensor extra = tensors.Find(tensor => table.IndexOf(tensor.Name) < 0)!;
        var nearest = new NearestName(extra.Name);
        foreach (ParameterEntry entry in table.Entries)
            nearest.Offer(entry.Name);
        string known = nearest.Name is null ? "which has no parameters" : $"whose nearest name is '{nearest.Name}'";
        return new SafetensorsException(
            $"{source}: {NearestName.Quote(extra.Name)} is not a tensor of the network, {known}. "
            + "Skip such tensors with new LoadOptions { AllowExtra = true }.");
    }
}
