using System.Text.Json.Serialization;

namespace StaticNet.Data;

/// <summary>Names of classes as indices from 0 on, in the order of their characters, and back. As scikit-learn's.</summary>
public sealed class LabelEncoder : FittedTransform
{
    private readonly CategoryList _classes;

    /// <param name="classes">The classes' names, each once.</param>
    [JsonConstructor]
    public LabelEncoder(string[] classes) => _classes = new(classes);

    /// <summary>The classes' names by their index.</summary>
    public string[] Classes => _classes.Names;

    /// <summary>Learns the names in the training part.</summary>
    public static LabelEncoder Fit(params ReadOnlySpan<string> training) => new(CategoryList.Of(training));

    /// <summary>The index of each name.</summary>
    /// <exception cref="ArgumentException">The training part did not have that name.</exception>
    public int[] Transform(params ReadOnlySpan<string> names)
    {
        var indices = new int[names.Length];
        for (int i = 0; i < indices.Length; i++)
            indices[i] = _classes.Place(names[i], i);
        return indices;
    }

    /// <summary>The name of each index.</summary>
    /// <exception cref="ArgumentException">There is no such class.</exception>
    public string[] Inverse(params ReadOnlySpan<int> indices)
    {
        var names = new string[indices.Length];
        for (int i = 0; i < names.Length; i++)
        {
            names[i] = (uint)indices[i] < (uint)Classes.Length
                ? Classes[indices[i]]
                : throw new ArgumentException($"Row {i} has the class {indices[i]}: there are the classes 0 to {Classes.Length - 1}.", nameof(indices));
        }

        return names;
    }
}
