namespace StaticNet;

/// <summary>What a step does to the tensors of one group, after defaults, schedules and factors.</summary>
/// <param name="LearningRate">η.</param>
/// <param name="WeightDecay">λ.</param>
/// <param name="L1">λ₁.</param>
/// <param name="L2">λ₂.</param>
/// <param name="MaxNorm">The largest norm of a unit's weights; infinite for none.</param>
internal readonly record struct StepRates(double LearningRate, double WeightDecay, double L1, double L2, double MaxNorm);
