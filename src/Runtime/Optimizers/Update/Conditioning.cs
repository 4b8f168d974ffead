namespace StaticNet;

/// <summary>
/// What every optimizer does before its rule: <c>g ← min(max(c·g, −b), b) + λ₁·sign(w) + λ₂·w</c>, <c>w ← (1 − η·λ)·w</c>.
/// </summary>
internal readonly struct Conditioning
{
    /// <summary>c, of clipping by norm and of means.</summary>
    public readonly float Factor;

    /// <summary>b, of clipping by value.</summary>
    public readonly float Bound;

    /// <summary>λ₁.</summary>
    public readonly float SignDecay;

    /// <summary>λ₂, the sum of what L2 and a coupled weight decay add.</summary>
    public readonly float Decay;

    /// <summary><c>1 − η·λ</c> of a decoupled weight decay.</summary>
    public readonly float Shrink;

    public Conditioning(Optimizer optimizer, in StepRates rates, double factor)
    {
        bool coupled = !optimizer.RuleDecays && !optimizer.DecouplesDecay;
        Factor = (float)factor;
        Bound = (float)(optimizer.ClipValue ?? double.PositiveInfinity);
        SignDecay = (float)rates.L1;
        Decay = (float)((2 * rates.L2) + (coupled ? rates.WeightDecay : 0));
        Shrink = optimizer.DecouplesDecay ? (float)(1 - (rates.LearningRate * rates.WeightDecay)) : 1;
    }

    /// <summary>Only λ₂ and the shrinking, if at all.</summary>
    public bool OnlyDecays => Factor == 1 && float.IsPositiveInfinity(Bound) && SignDecay == 0;

    /// <summary>Nothing where the gradient is zero.</summary>
    public bool OnlyScales => SignDecay == 0 && Decay == 0 && Shrink == 1;

    /// <summary>Nothing.</summary>
    public bool IsNone => OnlyDecays && Decay == 0 && Shrink == 1;
}
