using System.ComponentModel;

namespace StaticNet;

/// <summary>Where the predictions of an output and what its loss compares them with lie in the arena of evaluation, in rows of a sample each.</summary>
/// <param name="Output">The output.</param>
/// <param name="Prediction">The offset of the first prediction, in floats.</param>
/// <param name="PredictionLength">The floats of a sample.</param>
/// <param name="PredictionPitch">The floats from one sample to the next.</param>
/// <param name="Target">The offset of the first target.</param>
/// <param name="TargetLength">The elements of a sample.</param>
/// <param name="TargetPitch">The elements from one sample to the next.</param>
/// <param name="Width">The numbers that belong together: classes of which one is right, or all of a sample.</param>
/// <param name="HasClasses">Whether the target is class indices; otherwise it has as many numbers as the prediction.</param>
/// <param name="IsOneOfClasses">Whether one of the classes of a row is right.</param>
/// <remarks>Made by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed record OutcomeLayout(
    string Output, int Prediction, int PredictionLength, int PredictionPitch, int Target, int TargetLength, int TargetPitch, int Width, bool HasClasses,
    bool IsOneOfClasses);
