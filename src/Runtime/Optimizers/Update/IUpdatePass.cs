using System.ComponentModel;

namespace StaticNet;

/// <summary>What an optimizer hands its rule to: the loop over all segments, or a kernel that ends in the update.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUpdatePass
{
    /// <summary>Runs with the rule of this step: each segment once.</summary>
    void Run<TRule>(in TRule rule)
        where TRule : struct, IUpdateRule<TRule>;

    /// <summary>Runs with a rule that needs norms of a whole tensor: each segment twice.</summary>
    void RunByNorm<TRule, TStep>(in TRule rule)
        where TRule : struct, INormRule<TRule, TStep>
        where TStep : struct, IUpdateRule<TStep>;
}
