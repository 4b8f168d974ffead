namespace StaticNet.Generator.Tests;

/// <summary>Numbers with a shape, the last axis fastest: what naive references are written over.</summary>
internal sealed class Tensor(int[] shape, double[] numbers)
{
    public int[] Shape { get; } = shape;

    public double[] Numbers { get; } = numbers;

    public double this[params int[] index] => Numbers[index.Zip(Shape).Aggregate(0, (place, axis) => place * axis.Second + axis.First)];

    /// <summary>The tensor whose element at each index is <paramref name="element"/> of it.</summary>
    public static Tensor Of(int[] shape, Func<int[], double> element)
    {
        var numbers = new double[shape.Aggregate(1, (product, size) => product * size)];
        var index = new int[shape.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            for (int axis = shape.Length - 1, rest = i; axis >= 0; rest /= shape[axis--])
                index[axis] = rest % shape[axis];
            numbers[i] = element(index);
        }

        return new(shape, numbers);
    }

    /// <summary>Fails unless shape and numbers are those of <paramref name="actual"/>, to the rounding of sums.</summary>
    public void AssertEqual(Tensor actual)
    {
        Assert.Equal(Shape, actual.Shape);
        Assert.All(Numbers.Zip(actual.Numbers), pair => Assert.Equal(pair.First, pair.Second, 1e-12 * (1 + Math.Abs(pair.First))));
    }
}
