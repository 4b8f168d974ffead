namespace StaticNet;

/// <summary>What metrics say where they do not fit what the loss compares.</summary>
internal static class MetricError
{
    /// <exception cref="InvalidOperationException">The output has no classes of which one is right.</exception>
    public static void RequireClasses(in Outcomes batch, string metric)
    {
        if (!batch.IsOneOfClasses)
            throw new InvalidOperationException(
                $"{metric} is of classes of which one is right, but the loss of '{batch.Output}' compares numbers: use it with SoftmaxCrossEntropy, "
                + "NegativeLogLikelihood or KLDivergence.");
    }

    /// <exception cref="InvalidOperationException">The targets are class indices.</exception>
    public static void RequireNumbers(in Outcomes batch, string metric)
    {
        if (batch.HasClasses)
            throw new InvalidOperationException(
                $"{metric} compares numbers, but the targets of '{batch.Output}' are class indices: use Accuracy, F1Score or another metric of classes.");
    }
}
