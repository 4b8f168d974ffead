using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>
/// The predictions of a batch in inference mode, with the loss's link applied, and the targets: rows of <see cref="Width"/> numbers. Of a sequence
/// whose steps have classes each step is a row, otherwise each sample is.
/// </summary>
public readonly ref struct Outcomes
{
    private readonly ReadOnlySpan<OutcomeLayout> _losses;
    private readonly ref float _arena;
    private readonly OutcomeLayout _layout;
    private readonly int _samples;
    private readonly int _rows;

    /// <summary>Called by generated code.</summary>
    /// <param name="losses">One for each loss, in their order.</param>
    /// <param name="arena">The arena of evaluation.</param>
    /// <param name="samples">The samples of the batch.</param>
    [EditorBrowsable(EditorBrowsableState.Never)]
    public Outcomes(ReadOnlySpan<OutcomeLayout> losses, ref float arena, int samples)
        : this(losses, ref arena, samples, losses[0])
    {
    }

    private Outcomes(ReadOnlySpan<OutcomeLayout> losses, ref float arena, int samples, OutcomeLayout layout)
    {
        _losses = losses;
        _arena = ref arena;
        (_samples, _layout, _rows) = (samples, layout, layout.PredictionLength / layout.Width);
    }

    /// <summary>The output whose predictions these are; the first loss's unless <see cref="Of"/> says otherwise.</summary>
    public string Output => _layout.Output;

    /// <summary>Rows: samples, or samples times steps.</summary>
    public int Count => _samples * _rows;

    /// <summary>Numbers of a row.</summary>
    public int Width => _layout.Width;

    /// <summary>Whether the target is class indices, read by <see cref="Class"/>; otherwise <see cref="Target"/> has its numbers.</summary>
    public bool HasClasses => _layout.HasClasses;

    /// <summary>Whether a row is of classes of which one is right; otherwise each number stands for itself.</summary>
    public bool IsOneOfClasses => _layout.IsOneOfClasses;

    /// <summary>The same batch at another output of a network with several losses.</summary>
    /// <exception cref="InvalidOperationException">No loss compares an output of that name.</exception>
    public Outcomes Of(string output)
    {
        foreach (OutcomeLayout layout in _losses)
        {
            if (layout.Output == output)
                return new Outcomes(_losses, ref _arena, _samples, layout);
        }
        string[] outputs = new string[_losses.Length];
        for (int i = 0; i < outputs.Length; i++)
            outputs[i] = $"'{_losses[i].Output}'";
        throw new InvalidOperationException($"No loss compares the output {NearestName.Quote(output)}: give one of {string.Join(", ", outputs)}.");
    }

    /// <summary>The prediction of a row, <see cref="Width"/> numbers: probabilities, where the loss's link makes them.</summary>
    public ReadOnlySpan<float> Prediction(int row)
    {
        (int sample, int part) = Place(row);
        return Numbers(_layout.Prediction + (nint)sample * _layout.PredictionPitch + (nint)part * Width);
    }

    /// <summary>The target of a row, <see cref="Width"/> numbers.</summary>
    /// <exception cref="InvalidOperationException">The targets are class indices.</exception>
    public ReadOnlySpan<float> Target(int row)
    {
        if (HasClasses)
            throw new InvalidOperationException($"The targets of '{Output}' are class indices, not numbers: read them with Class.");
        (int sample, int part) = Place(row);
        return Numbers(_layout.Target + (nint)sample * _layout.TargetPitch + (nint)part * Width);
    }

    /// <summary>The class that is right for a row: the index given, or of a row of numbers that of the largest, the first if several are.</summary>
    public int Class(int row)
    {
        if (!HasClasses)
            return Largest(Target(row));
        (int sample, int part) = Place(row);
        return BitConverter.SingleToInt32Bits(Unsafe.Add(ref _arena, _layout.Target + (nint)sample * _layout.TargetPitch + part));
    }

    /// <summary>The class that a row predicts: that of its largest number, the first if several are.</summary>
    public int PredictedClass(int row) => Largest(Prediction(row));

    private (int Sample, int Part) Place(int row)
    {
        if ((uint)row >= (uint)Count)
            throw new ArgumentOutOfRangeException(nameof(row), row, $"The batch has {Plural.Of(Count, "row")}: give an index from 0 to {Count - 1}.");
        return _rows == 1 ? (row, 0) : (row / _rows, row % _rows);
    }

    private ReadOnlySpan<float> Numbers(nint offset) => MemoryMarshal.CreateReadOnlySpan(ref Unsafe.Add(ref _arena, offset), Width);

    private static int Largest(ReadOnlySpan<float> numbers)
    {
        int largest = 0;
        for (int i = 1; i < numbers.Length; i++)
        {
            if (numbers[i] > numbers[largest])
                largest = i;
        }

        return largest;
    }
}
