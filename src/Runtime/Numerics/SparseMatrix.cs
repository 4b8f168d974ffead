namespace StaticNet.Numerics;

/// <summary>A matrix whose rows have few values that are not zero (Martens, "Deep learning via Hessian-free optimization", 2010).</summary>
internal static class SparseMatrix
{
    /// <summary>The inputs of a unit.</summary>
    public const int Inputs = 15;

    /// <summary>Fills <c>[rows,columns]</c>: in each row 15 columns, or all if there are fewer, with <c>N(0, scale²)</c>.</summary>
    public static void Fill(double scale, int rows, int columns, InitialDraws draws, Span<float> values)
    {
        draws.FillNormal(scale, values);
        if (columns <= Inputs)
            return;
        Span<int> chosen = stackalloc int[Inputs];
        for (int row = 0; row < rows; row++)
        {
            // Floyd's choice of k of n: for j = n − k … n − 1 a number t up to j, or j itself where t is taken.
            for (int k = 0; k < Inputs; k++)
            {
                int last = columns - Inputs + k, pick = draws.Choose(last + 1, ((long)row * Inputs) + k);
                chosen[k] = chosen[..k].Contains(pick) ? last : pick;
            }
            chosen.Sort();
            int next = 0;
            Span<float> line = values.Slice(row * columns, columns);
            for (int column = 0; column < columns; column++)
            {
                if (next < Inputs && chosen[next] == column)
                    next++;
                else
                    line[column] = 0;
            }
        }
    }
}
