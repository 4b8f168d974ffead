namespace StaticNet;

/// <summary>What segments have in common that a step treats alike: their group, and whether the optimizer's penalties are for them.</summary>
/// <param name="Group">The group; null for what is of none.</param>
/// <param name="IsPenalised">Whether L1, L2 and the largest norm of the optimizer hold: they are for weights.</param>
internal sealed record Treatment(ParameterGroup? Group, bool IsPenalised)
{
    public StepRates Rates(Optimizer optimizer) => new(
        Group?.LearningRate ?? optimizer.LearningRate * (Group?.LearningRateFactor ?? 1),
        Group?.WeightDecay ?? optimizer.WeightDecay,
        Group?.L1 ?? (IsPenalised ? optimizer.L1 : 0),
        Group?.L2 ?? (IsPenalised ? optimizer.L2 : 0),
        Group?.MaxNorm ?? (IsPenalised ? optimizer.MaxNorm : null) ?? double.PositiveInfinity);
}
