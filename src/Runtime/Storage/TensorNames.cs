namespace StaticNet.Storage;

/// <summary>What a file calls the tensors of a network, as the caller's options say.</summary>
internal static class TensorNames
{
    /// <summary>The file's name for each entry of the table.</summary>
    /// <exception cref="ArgumentException">The options name a tensor or layer that the network does not have, or give no name.</exception>
    public static string[] Of(ParameterTable table, LoadOptions? options)
    {
        var names = new string[table.Count];
        for (int i = 0; i < names.Length; i++)
            names[i] = Foreign(table[i].Name, options);
        if (options?.Names is { } map)
        {
            foreach (string key in map.Keys)
                RequireKnown(table, key);
        }
        return names;
    }

    // The tensor's own entry, else that of its layer, the innermost first, else the function's answer.
    private static string Foreign(string name, LoadOptions? options)
    {
        if (options?.Names is { } map)
        {
            for (int length = name.Length; length > 0; length = name.LastIndexOf('.', length - 1))
            {
                if (map.TryGetValue(name[..length], out string? foreign))
                    return foreign + name[length..];
            }
        }
        return options?.Rename is not { } rename ? name : rename(name)
            ?? throw new ArgumentException($"LoadOptions.Rename gave null for '{name}': return the name itself where it stays.", nameof(options));
    }

    private static void RequireKnown(ParameterTable table, string key)
    {
        foreach (ParameterEntry entry in table.Entries)
        {
            if (entry.Name == key || (entry.Name.StartsWith(key, StringComparison.Ordinal) && entry.Name[key.Length] == '.'))
                return;
        }
        string? nearest = NearestName.Of(key, table.Entries.ToArray().SelectMany(entry => new[] { entry.Name, entry.Layer }));
        throw new ArgumentException(
            $"LoadOptions.Names has {NearestName.Quote(key)}, which is neither a tensor nor a layer of the network"
            + (nearest is null ? ", which has none: leave it out." : $": its keys are this network's names, the nearest is '{nearest}'."),
            nameof(LoadOptions.Names));
    }
}
