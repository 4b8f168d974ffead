namespace Compare;

/// <summary>Both sides compute the same, within what float32 leaves open.</summary>
internal static class Agreement
{
    // Sums of thousands of products in another order, through up to fifty layers.
    private const double Output = 1e-4;

    // An update is the difference of two parameters near each other: some of its digits are lost; Adam divides by small gradients.
    private const double Update = 1e-3;

    public static void OfOutputs(string what, ReadOnlySpan<float> own, ReadOnlySpan<float> peer) => Require(what, Difference(own, peer), Output);

    public static void OfLosses(string what, float own, float peer) => Require($"{what}: loss", Difference([own], [peer]), Output);

    public static void OfUpdates(string what, ReadOnlySpan<float> before, ReadOnlySpan<float> own, ReadOnlySpan<float> peer)
    {
        float[] ownChange = new float[before.Length], peerChange = new float[before.Length];
        for (int i = 0; i < before.Length; i++)
            (ownChange[i], peerChange[i]) = (own[i] - before[i], peer[i] - before[i]);
        Require($"{what}: update", Difference(ownChange, peerChange), Update);
    }

    // ‖a − b‖ / ‖b‖
    private static double Difference(ReadOnlySpan<float> own, ReadOnlySpan<float> peer)
    {
        if (own.Length != peer.Length)
            throw new DisagreementException($"{own.Length} numbers stand against {peer.Length}");
        double difference = 0, norm = 0;
        for (int i = 0; i < own.Length; i++)
        {
            difference += Math.Pow((double)own[i] - peer[i], 2);
            norm += Math.Pow(peer[i], 2);
        }

        return Math.Sqrt(difference / norm);
    }

    private static void Require(string what, double difference, double limit)
    {
        if (!(difference <= limit))
            throw new DisagreementException($"{what} differs by {difference:G3} of its norm; at most {limit:G3} is float32's");
    }
}
