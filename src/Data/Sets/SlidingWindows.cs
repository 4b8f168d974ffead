namespace StaticNet.Data;

/// <summary>Cuts a series into samples: a window of steps, and what comes after it.</summary>
public static class SlidingWindows
{
    /// <summary>
    /// All windows of a series <c>[t,channels]</c>: inputs <c>[n,length,channels]</c>, targets <c>[n,horizon]</c>, the next values of one channel.
    /// Window i begins at step <c>i·stride</c>; <c>n = ⌊(t − length − horizon)/stride⌋ + 1</c>.
    /// </summary>
    /// <param name="series">The series, step by step.</param>
    /// <param name="length">Steps of a window.</param>
    /// <param name="horizon">Steps after a window that are its target.</param>
    /// <param name="channels">Numbers of a step.</param>
    /// <param name="target">The channel to be foretold.</param>
    /// <param name="stride">Steps from one window to the next.</param>
    /// <exception cref="ArgumentException">The series has not whole steps, or too few for one window.</exception>
    public static DataSet<float, float> Of(ReadOnlySpan<float> series, int length, int horizon = 1, int channels = 1, int target = 0, int stride = 1)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(length, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(channels, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(target);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(target, channels);
        if (series.Length % channels != 0)
            throw new ArgumentException($"The series has {series.Length} numbers, which is no whole number of steps of {channels}: pass whole steps.", nameof(series));
        int steps = series.Length / channels;
        if (steps < length + horizon)
            throw new ArgumentException(
                $"The series has {Plural.Of(steps, "step")}, but a window of {length} and the {horizon} after it need {length + horizon}: pass a longer series, or shorten the window.", nameof(series));
        int count = (steps - length - horizon) / stride + 1;
        var inputs = new float[count * length * channels];
        var targets = new float[count * horizon];
        for (int i = 0; i < count; i++)
        {
            int start = i * stride;
            series.Slice(start * channels, length * channels).CopyTo(inputs.AsSpan(i * length * channels));
            for (int h = 0; h < horizon; h++)
                targets[i * horizon + h] = series[(start + length + h) * channels + target];
        }

        return new(inputs, targets, count);
    }
}
