namespace StaticNet.Storage;

/// <summary>Pairs a network's tensors with a file's: the name it has there, a float type, same shape, and no others unless they are allowed.</summary>
internal static class SafetensorsMatch
{
    /// <returns>The file's tensor for each entry of the table.</returns>
    public static SafetensorsTensor[] Find(ParameterTable table, List<SafetensorsTensor> tensors, string source, LoadOptions? options)
    {
        string[] names = TensorNames.Of(table, options);
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
            if (!byName.TryGetValue(names[i], out SafetensorsTensor? tensor))
                throw Missing(table[i], names, i, tensors, source);
            Check(table[i], tensor, source);
            matches[i] = tensor;
        }
        if (options is not { AllowExtra: true } && tensors.Find(tensor => Array.IndexOf(names, tensor.Name) < 0) is { } extra)
            throw Extra(names, extra, source);
        return matches;
    }

    private static void Check(ParameterEntry entry, SafetensorsTensor tensor, string source)
    {
        int bytes = StoredElements.BytesOf(tensor.Type);
        if (bytes == 0)
            throw new SafetensorsException(
                $"{source}: '{entry.Name}' should be F32, F16, BF16 or F64, but is {NearestName.Quote(tensor.Type)}. "
                + "Convert it before it is saved (in PyTorch: tensor.float()).");
        if (!tensor.Shape.SequenceEqual(entry.Shape))
            throw new SafetensorsException(
                $"{source}: '{entry.Name}' should be {ShapeText.Of(entry.Shape)}, but is {ShapeText.Of(tensor.Shape)}. "
                + $"Load a file of this network, or give the layer '{entry.Layer}' the file's size.");
        long needed = (long)entry.Count * bytes;
        if (tensor.End - tensor.Begin != needed)
            throw new SafetensorsException(
                $"{source}: '{entry.Name}' {ShapeText.Of(entry.Shape)} takes {needed} bytes, "
                + $"but its data offsets [{tensor.Begin},{tensor.End}] span {tensor.End - tensor.Begin}. "
                + "The file is damaged: save or copy it again.");
    }

    private static SafetensorsException Missing(ParameterEntry entry, string[] names, int index, List<SafetensorsTensor> tensors, string source)
    {
        bool isMapped = names[index] != entry.Name;
        string? nearest = NearestName.Of(names[index], tensors.Select(tensor => tensor.Name).Except(names));
        string mend = nearest is null ? "Load a file that this network saved."
            : isMapped ? $"The nearest name in it is {NearestName.Quote(nearest)}: correct the options, or load a file that this network saved."
            : $"The nearest name in it is {NearestName.Quote(nearest)}: rename that tensor, say so with new LoadOptions {{ Names = … }}, or load a file that this network saved.";
        string foreign = isMapped ? $", which LoadOptions call {NearestName.Quote(names[index])}," : "";
        return new SafetensorsException($"{source}: the tensor '{entry.Name}' {ShapeText.Of(entry.Shape)}{foreign} is missing. {mend}");
    }

    private static SafetensorsException Extra(string[] names, SafetensorsTensor extra, string source)
    {
        string known = NearestName.Of(extra.Name, names) is { } nearest ? $"whose nearest name is '{nearest}'" : "which has no parameters";
        return new SafetensorsException(
            $"{source}: {NearestName.Quote(extra.Name)} is not a tensor of the network, {known}. "
            + "Skip such tensors with new LoadOptions { AllowExtra = true }.");
    }
}
