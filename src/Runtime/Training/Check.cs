using System.ComponentModel;
using System.Globalization;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>Checks of what callers pass to generated methods: each throws before anything is written.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Check
{
    /// <summary>The number of samples in a span: a multiple of <paramref name="width"/>, from 1 to <paramref name="maxBatch"/> samples.</summary>
    /// <exception cref="ArgumentException">The length is no such number.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static int Batch(int length, int width, int maxBatch, string name)
    {
        int batch = (int)((uint)length / (uint)width);
        if (batch * width != length || (uint)(batch - 1) >= (uint)maxBatch)
            ThrowBatch(length, width, maxBatch, name);
        return batch;
    }

    /// <summary>Checks that a span holds <paramref name="batch"/> samples of <paramref name="width"/> elements.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Length(int length, int width, int batch, string name)
    {
        if ((long)batch * width != length)
            ThrowLength(length, width, batch, name);
    }

    /// <summary>Checks that every class index is from 0 to <paramref name="classes"/> − 1.</summary>
    /// <exception cref="ArgumentOutOfRangeException">One is not.</exception>
    public static void Classes(ReadOnlySpan<int> labels, int classes, string name) => Classes(labels, labels.Length, labels.Length, classes, name);

    /// <summary>As above, of rows of indices; padding, if there is any, is zero.</summary>
    /// <param name="labels">The rows.</param>
    /// <param name="columns">The indices of a row.</param>
    /// <param name="pitch">The elements from one row to the next.</param>
    /// <param name="classes">The number of classes.</param>
    /// <param name="name">What the indices are called.</param>
    public static void Classes(ReadOnlySpan<int> labels, int columns, int pitch, int classes, string name)
    {
        for (int i = 0; i < labels.Length; i++)
        {
            if ((uint)labels[i] >= (uint)classes)
                ThrowClass(labels[i], i / pitch * columns + i % pitch, classes, name);
        }
    }

    private static void ThrowClass(int value, int index, int classes, string name) => throw new ArgumentOutOfRangeException(
        name, value, $"{name}[{index}] is {value}, but the network has {Plural.Of(classes, "class")}: give an index from 0 to {classes - 1}.");

    /// <summary>Checks that every index names a row of a layer's table: from 0 to <paramref name="count"/> − 1.</summary>
    /// <exception cref="ArgumentException">One does not.</exception>
    public static void Indices(ReadOnlySpan<int> indices, int count, string layer, string name) =>
        Indices(indices, indices.Length, indices.Length, count, layer, name);

    /// <summary>As above, of rows of indices; padding, if there is any, is zero.</summary>
    /// <param name="indices">The rows.</param>
    /// <param name="columns">The indices of a row.</param>
    /// <param name="pitch">The elements from one row to the next.</param>
    /// <param name="count">The rows of the table.</param>
    /// <param name="layer">Whose table it is.</param>
    /// <param name="name">What the indices are called.</param>
    public static void Indices(ReadOnlySpan<int> indices, int columns, int pitch, int count, string layer, string name)
    {
        for (int i = 0; i < indices.Length; i++)
        {
            if ((uint)indices[i] >= (uint)count)
                ThrowIndex(indices[i], i / pitch * columns + i % pitch, count, layer, name);
        }
    }

    private static void ThrowIndex(int value, int index, int count, string layer, string name) => throw new ArgumentOutOfRangeException(
        name, value, $"{name}[{index}] is {value}, but '{layer}' has {Plural.Of(count, "row")}: give an index from 0 to {count - 1}.");

    /// <summary>Checks that every value is a finite number.</summary>
    /// <exception cref="ArgumentException">One is not.</exception>
    public static void Finite(ReadOnlySpan<float> values, string name)
    {
        if (AreFinite(values))
            return;
        int i = 0;
        while (float.IsFinite(values[i]))
            i++;
        throw new ArgumentException(
            $"{name}[{i}] is {values[i].ToString(CultureInfo.InvariantCulture)}, but each of its values must be finite: look for where it comes from.", name);
    }

    // x·0 is 0 for every finite x, and not a number for the others.
    internal static bool AreFinite(ReadOnlySpan<float> values)
    {
        ReadOnlySpan<Vector<float>> vectors = MemoryMarshal.Cast<float, Vector<float>>(values);
        Vector<float> sum = Vector<float>.Zero;
        foreach (Vector<float> vector in vectors)
            sum += vector * 0f;
        float rest = 0;
        foreach (float value in values[(vectors.Length * Vector<float>.Count)..])
            rest += value * 0f;
        return Vector.Sum(sum) + rest == 0;
    }

    /// <summary>Checks that every number is from 0 to 1.</summary>
    /// <param name="values">Rows of numbers; padding, if there is any, is zero.</param>
    /// <param name="columns">The numbers of a row.</param>
    /// <param name="pitch">The floats from one row to the next.</param>
    /// <param name="name">What they are called.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is not, or is not a number.</exception>
    public static void Probabilities(ReadOnlySpan<float> values, int columns, int pitch, string name)
    {
        int i = 0;
        for (; i <= values.Length - Vector<float>.Count; i += Vector<float>.Count)
        {
            var x = new Vector<float>(values[i..]);
            if (!Vector.GreaterThanOrEqualAll(x, Vector<float>.Zero) || !Vector.LessThanOrEqualAll(x, Vector<float>.One))
                break;
        }

        for (; i < values.Length; i++)
        {
            if (!(values[i] >= 0 && values[i] <= 1))
                ThrowProbability(values[i], i / pitch * columns + i % pitch, name);
        }
    }

    /// <summary>Checks that a span of weights holds one for each of <paramref name="batch"/> samples, or none.</summary>
    /// <exception cref="ArgumentException">It does not.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void SampleWeights(int length, int batch, string name)
    {
        if (length != 0 && length != batch)
            ThrowLength(length, 1, batch, name);
    }

    private static void ThrowProbability(float value, int index, string name) => throw new ArgumentOutOfRangeException(
        name, value, $"{name}[{index}] is {value.ToString(CultureInfo.InvariantCulture)}, but the loss takes numbers from 0 to 1.");

    /// <summary>Checks that there is a metric; a struct always is.</summary>
    /// <exception cref="ArgumentNullException">There is none.</exception>
    public static void Metric<TMetric>(ref readonly TMetric metric)
    {
        if (metric is null)
            throw new ArgumentNullException(nameof(metric));
    }

    /// <summary>Checks that a data set was made for the network with the mark <paramref name="schema"/>.</summary>
    /// <exception cref="ArgumentException">It was not.</exception>
    public static void Source(Batches batches, object schema, string network)
    {
        ArgumentNullException.ThrowIfNull(batches);
        if (!ReferenceEquals(batches.Schema, schema))
            throw new ArgumentException($"The batches were made for another network: make them with {network}.Batches(…).", nameof(batches));
    }

    private static void ThrowBatch(int length, int width, int maxBatch, string name)
    {
        if (length == 0)
            throw new ArgumentException($"{name} is empty, but a call takes at least one sample of {Plural.Of(width, "element")}.", name);
        if (length % width != 0)
            throw new ArgumentException(
                $"{name} has {Plural.Of(length, "element")}, which is no whole number of samples of {width}: {length % width} {(length % width == 1 ? "is" : "are")} left over.", name);
        throw new ArgumentException(
            $"{name} has {Plural.Of(length / width, "sample")}, but MaxBatch is {maxBatch}: pass at most {maxBatch}, or declare a larger [Network(MaxBatch = …)].", name);
    }

    private static void ThrowLength(int length, int width, int batch, string name) => throw new ArgumentException(
        $"{name} has {Plural.Of(length, "element")}, but {Plural.Of(batch, "sample")} of {width} {(batch == 1 ? "is" : "are")} {(long)batch * width}: pass a span of that length.", name);

    /// <summary>Checks how many threads are asked for.</summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than the network declares.</exception>
    public static int Threads(int threads, int most) => threads >= 1 && threads <= most ? threads : throw new ArgumentOutOfRangeException(
        nameof(threads), threads, most == 1
            ? $"The network is declared for one thread: write [Network(Threads = {Math.Max(2, threads)})] above its class, or ask for 1."
            : $"The network is declared for 1 to {most} threads: ask for as many, or write a larger number of Threads in its [Network(…)].");
}
