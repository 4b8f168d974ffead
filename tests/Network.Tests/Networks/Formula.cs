namespace StaticNet.Network.Tests.Networks;

/// <summary>Numbers from a name and an index, alike here and in tests/Goldens/networks.py.</summary>
internal static class Formula
{
    /// <summary>middle + bound·u, u in [−1, 1).</summary>
    public static float[] Uniform(string name, int count, double bound = 1, double middle = 0) =>
        [.. Enumerable.Range(0, count).Select(i => (float)(middle + bound * ((Mixed(name, i) >> 8) / (double)(1 << 23) - 1)))];

    public static int[] Classes(string name, int count, int number) => [.. Enumerable.Range(0, count).Select(i => (int)(Mixed(name, i) % (uint)number))];

    /// <summary>He-uniform weights by the extents behind the first, small biases, gains around one; states as they are. The prefix stands before each name.</summary>
    public static void Start(ParameterStore parameters, string prefix = "")
    {
        foreach (ParameterEntry entry in parameters.Table.Entries)
        {
            string name = prefix + entry.Name;
            if (entry.Kind != ParameterKind.State)
            {
                parameters[entry.Name].CopyFrom(
                    entry.Shape.Length > 1 ? Uniform(name, entry.Count, Math.Sqrt(6.0 / (entry.Count / entry.Shape[0])))
                    : name[name.LastIndexOf('.')..].Contains("bias") ? Uniform(name, entry.Count, 0.1)
                    : Uniform(name, entry.Count, 0.2, 1));
            }
        }
    }

    // The index and FNV-1a of the name, mixed as murmur3 does.
    private static uint Mixed(string name, int index)
    {
        uint x = unchecked((uint)index * 0x9E3779B9 + name.Aggregate(0x811C9DC5, (hash, letter) => (hash ^ letter) * 0x01000193));
        x = unchecked((x ^ (x >> 16)) * 0x85EBCA6B);
        x = unchecked((x ^ (x >> 13)) * 0xC2B2AE35);
        return x ^ (x >> 16);
    }
}
