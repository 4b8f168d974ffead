using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// How many columns of a product all rows go over before the next: those whose part of B, which every tile reads, stays in the second cache.
/// </summary>
/// <param name="Columns">The columns of the product, padded.</param>
/// <param name="Vectors">The vectors of a block.</param>
internal sealed record ColumnBlocks(int Columns, int Vectors)
{
    /// <summary>The vectors of a block where they have 512 bits.</summary>
    public int Wide { get; init; } = Vectors;

    /// <summary>What a method of one tile takes behind the rest.</summary>
    public const string Parameters = ", nint column, nint end";

    /// <summary>What a call passes for them.</summary>
    public const string Arguments = ", column, end";

    /// <summary>The floats that a vector is taken to have, those of 256 bits: processors with 512 have second caches of twice the size.</summary>
    public const int Width = 8;

    /// <summary>
    /// The blocks of a product of so many columns and products a sum; null where all of B is no more than the cache: then to read A once for each block
    /// would cost more.
    /// </summary>
    public static ColumnBlocks? Of(int columns, int depth, IEnumerable<(int Rows, int Vectors)> heights)
    {
        long vector = (long)depth * Width * sizeof(float);
        if (vector * (columns / Width) < 2 * Limits.CacheBytes)
            return null;
        int vectors = heights.Max(height => height.Vectors);
        while (2 * vectors * vector <= Limits.CacheBytes)
            vectors *= 2;
        return vectors * Width < columns ? new(columns, vectors) : null;
    }

    /// <summary>The vectors of so many floats in each of the blocks.</summary>
    public IEnumerable<int> Runs(int width)
    {
        int vectors = width == 2 * Width ? Wide : Vectors;
        return [Math.Min(vectors, Columns / width), Columns / width % vectors];
    }

    /// <summary>The loop around what goes over all rows of a block, from <c>column</c> to <c>end</c>.</summary>
    public string Around(string body) => CodeWriter.Text($$"""
        for (nint column = 0; column < {{Columns}}; column += {{Turn}})
        {
            nint end = Math.Min(column + {{Turn}}, {{Columns}});
            {{body}}
        }
        """);

    private string Turn => (Wide == Vectors ? $"{Vectors}" : $"(S.Width == {2 * Width} ? {Wide} : {Vectors})") + " * S.Width";
}
