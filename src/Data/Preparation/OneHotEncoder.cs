using System.Text.Json.Serialization;

namespace StaticNet.Data;

/// <summary>A category as one number each, 1 for the one it is and 0 for the others, in the order of their characters, and back. As scikit-learn's.</summary>
public sealed class OneHotEncoder : FittedTransform
{
    private readonly CategoryList _categories;

    /// <param name="categories">The categories' names, each once.</param>
    /// <param name="unknownAsZeros">Whether a category that is none of them becomes zeros; otherwise it is an error.</param>
    [JsonConstructor]
    public OneHotEncoder(string[] categories, bool unknownAsZeros = false) => (_categories, UnknownAsZeros) = (new(categories), unknownAsZeros);

    /// <summary>The categories' names by their place.</summary>
    public string[] Categories => _categories.Names;

    /// <summary>Whether a category that is none of them becomes zeros.</summary>
    public bool UnknownAsZeros { get; }

    /// <summary>Learns the categories in the training part.</summary>
    public static OneHotEncoder Fit(ReadOnlySpan<string> training, bool unknownAsZeros = false) => new(CategoryList.Of(training), unknownAsZeros);

    /// <summary>A row <c>[n,categories]</c> for each text.</summary>
    /// <exception cref="ArgumentException">The training part did not have that category.</exception>
    public float[] Transform(params ReadOnlySpan<string> texts)
    {
        var rows = new float[texts.Length * Categories.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            int place = UnknownAsZeros ? _categories.Find(texts[i]) : _categories.Place(texts[i], i);
            if (place >= 0)
                rows[i * Categories.Length + place] = 1;
        }

        return rows;
    }

    /// <summary>The category of each row <c>[n,categories]</c>: where its largest number is; empty where all are 0.</summary>
    /// <exception cref="ArgumentException">There are no whole rows.</exception>
    public string[] Inverse(ReadOnlySpan<float> rows)
    {
        ColumnValues.Check(rows.Length, Categories.Length, nameof(rows));
        var texts = new string[rows.Length / Categories.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            ReadOnlySpan<float> row = rows.Slice(i * Categories.Length, Categories.Length);
            int largest = 0;
            for (int c = 1; c < row.Length; c++)
            {
                if (row[c] > row[largest])
                    largest = c;
            }

            texts[i] = row.ContainsAnyExcept(0f) ? Categories[largest] : "";
        }

        return texts;
    }
}
