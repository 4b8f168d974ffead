namespace StaticNet.Plotting;

/// <summary>How far training is, after a step.</summary>
/// <param name="Epoch">The epoch, counted from 1.</param>
/// <param name="Epochs">How many there are to be.</param>
/// <param name="Step">Steps of the epoch that are done.</param>
/// <param name="Steps">Steps of an epoch.</param>
/// <param name="Loss">The epoch's mean loss so far.</param>
/// <param name="Samples">Samples trained on since the start.</param>
/// <param name="Note">What else there is to tell at the end of an epoch, as <c>validation loss 0.21</c>.</param>
public readonly record struct TrainingProgress(int Epoch, int Epochs, int Step, int Steps, double Loss, long Samples, string Note = "");
