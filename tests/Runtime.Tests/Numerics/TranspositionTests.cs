using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Numerics;

public class TranspositionTests
{
    [Theory]
    [InlineData(16, 8, 0, 0)]
    [InlineData(19, 11, 3, 2)]
    [InlineData(528, 272, 5, 7)]
    public void A_block_is_turned_and_nothing_around_it_is_written(int sourcePitch, int targetPitch, int from, int to)
    {
        float[] source = [.. Enumerable.Range(1, from + Transposition.Rows * sourcePitch).Select(i => (float)i)];
        var target = new float[to + Transposition.Columns * targetPitch + 1];
        var expected = new float[target.Length];
        for (int row = 0; row < Transposition.Rows; row++)
        {
            for (int column = 0; column < Transposition.Columns; column++)
                expected[to + column * targetPitch + row] = source[from + row * sourcePitch + column];
        }

        Transposition.Block(in source[0], from, sourcePitch, ref target[0], to, targetPitch);
        Assert.Equal(expected, target);
    }
}
