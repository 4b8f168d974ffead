namespace StaticNet.Numerics;

/// <summary>Fills a parameter with its first values: a function of the seed, the parameter's stream and the logical index alone.</summary>
public static class Initializers
{
    /// <summary>Fills <paramref name="values"/>, in logical order, from the distribution that <paramref name="init"/> names.</summary>
    /// <param name="init">The distribution.</param>
    /// <param name="scale">Multiplies every value.</param>
    /// <param name="fanIn">The inputs that a unit sums; at least 1 where the distribution uses it.</param>
    /// <param name="fanOut">The units that an input feeds; at least 1 where the distribution uses it.</param>
    /// <param name="seed">The network's seed.</param>
    /// <param name="stream">The parameter's index in its table.</param>
    /// <param name="values">The parameter in logical order; of a matrix, rows of <paramref name="fanIn"/> values.</param>
    /// <exception cref="ArgumentOutOfRangeException">The scale is not finite, a fan is below 1, or the initialiser is unknown.</exception>
    /// <exception cref="ArgumentException">A matrix is asked for, and the values are no whole number of rows.</exception>
    public static void Fill(Init init, double scale, int fanIn, int fanOut, ulong seed, uint stream, Span<float> values)
    {
        if (!double.IsFinite(scale))
            throw new ArgumentOutOfRangeException(nameof(scale), scale, "An initialiser's scale must be finite; give a number such as 1.");

        var draws = new InitialDraws(seed, stream);
        switch (init)
        {
            case Init.Zeros:
                values.Clear();
                break;
            case Init.Ones:
                values.Fill((float)scale);
                break;
            case Init.Normal or Init.GlorotNormal or Init.HeNormal or Init.LeCunNormal:
                draws.FillNormal(scale * Math.Sqrt(Variance(init, fanIn, fanOut)), values);
                break;
            case Init.TruncatedNormal:
                draws.FillTruncatedNormal(scale, values);
                break;
            case Init.Orthogonal:
                OrthogonalMatrix.Fill(scale, Rows(values.Length, fanIn), fanIn, draws, values);
                break;
            case Init.Sparse:
                SparseMatrix.Fill(scale, Rows(values.Length, fanIn), fanIn, draws, values);
                break;
            case Init.Uniform or Init.GlorotUniform or Init.HeUniform or Init.LeCunUniform or Init.PyTorchDefault or Init.KerasDefault:
                draws.FillUniform(scale * Math.Sqrt(3 * Variance(init, fanIn, fanOut)), values);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(init), init, $"{init} is no initialiser; give a member of {nameof(Init)}.");
        }
    }

    // U(−a, a) has the variance a²/3.
    private static double Variance(Init init, int fanIn, int fanOut) => init switch
    {
        Init.Normal => 1,
        Init.Uniform => 1.0 / 3,
        Init.GlorotNormal or Init.GlorotUniform or Init.KerasDefault =>
            2.0 / ((double)Fan(fanIn, nameof(fanIn)) + Fan(fanOut, nameof(fanOut))),
        Init.LeCunNormal or Init.LeCunUniform => 1.0 / Fan(fanIn, nameof(fanIn)),
        Init.PyTorchDefault => 1.0 / (3.0 * Fan(fanIn, nameof(fanIn))),
        _ => 2.0 / Fan(fanIn, nameof(fanIn)),
    };

    private static int Fan(int fan, string name) => fan >= 1
        ? fan
        : throw new ArgumentOutOfRangeException(name, fan, "The initialiser divides by the fan, which must be at least 1; give the weight's.");

    private static int Rows(int count, int fanIn) => count % Fan(fanIn, nameof(fanIn)) == 0
        ? count / fanIn
        : throw new ArgumentException($"A matrix of {count} values has no rows of {fanIn}: give the weight's fan.", nameof(fanIn));
}
