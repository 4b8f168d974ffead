namespace DigitsNative;

/// <summary>The trained network: from an image to the probabilities of the ten digits. A call allocates nothing.</summary>
internal sealed class Classifier
{
    private readonly DigitNet _net = new();
    private readonly float[] _probabilities = new float[DigitNet.OutputLength];

    public Classifier() => _net.Load(Weights.Embedded);

    /// <summary>Of the digits 0 to 9, for the last image.</summary>
    public ReadOnlySpan<float> Probabilities => _probabilities;

    /// <summary>The likeliest digit.</summary>
    /// <param name="pixels">8×8 values in [0, 1], row by row; ink is 1.</param>
    public int Classify(ReadOnlySpan<float> pixels)
    {
        _net.Predict(pixels, _probabilities);
        int best = 0;
        for (int digit = 1; digit < _probabilities.Length; digit++)
        {
            if (_probabilities[digit] > _probabilities[best])
                best = digit;
        }

        return best;
    }
}
