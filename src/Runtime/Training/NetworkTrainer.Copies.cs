using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>What generated code copies into the arena and out of it.</summary>
public abstract partial class NetworkTrainer
{
    /// <summary>Copies the output of the last forward pass out of the arena.</summary>
    protected void CopyOutputRows(ref readonly float source, Span<float> target, int width, int pitch, string name) =>
        CopyRows(in source, target, width, pitch, name, gradient: false);

    /// <summary>Copies a gradient of the last backward pass out of the arena.</summary>
    protected void CopyGradientRows(ref readonly float source, Span<float> target, int width, int pitch, string name) =>
        CopyRows(in source, target, width, pitch, name, gradient: true);

    /// <summary>Writes the weights of the samples into the arena: those given, or 1 for each.</summary>
    protected static void CopySampleWeights(ReadOnlySpan<float> weights, ref float target, int batch) => Rows.Weights(weights, ref target, batch);

    /// <summary>As above, from the column behind the inputs and targets of a batch, where it has one.</summary>
    protected static void GatherSampleWeights(Batch batch, int column, ref float target)
    {
        if (column < batch.Source.Columns.Length)
        {
            batch.Gather(column, ref target, 1);
            Check.Finite(MemoryMarshal.CreateReadOnlySpan(ref target, batch.Count), "sampleWeights");
        }
        else
        {
            CopySampleWeights([], ref target, batch.Count);
        }
    }

    private void CopyRows(ref readonly float source, Span<float> target, int width, int pitch, string name, bool gradient)
    {
        Enter();
        try
        {
            if (gradient && !ComputesInputGradient)
                throw new InvalidOperationException("Backward passes compute no gradient by the input: set ComputesInputGradient to true before them.");
            if (gradient && !_wentBack)
                throw new InvalidOperationException(
                    "There is no gradient to copy yet: call Backward(target), BackwardFrom(outputGradient) or Step(…) first.");
            if (_lastBatch == 0)
                throw new InvalidOperationException("There is nothing to copy yet: call Forward(input) or Step(…) first.");
            Check.Length(target.Length, width, _lastBatch, name);
            Rows.Unpad(in source, ref MemoryMarshal.GetReference(target), _lastBatch, width, pitch);
        }
        finally
        {
            Exit();
        }
    }
}
