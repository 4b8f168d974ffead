using System.ComponentModel;

namespace StaticNet;

/// <summary>What an optimizer hands its rule to: the loop over all segments, or a kernel that ends in the update.</summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUpdatePass
{
    /// <summary>Runs with the rule of this step.</summary>
    void Run<TRule>(in TRule rule)
        where TRule : struct, IUpdateRule<TRule>;
}
