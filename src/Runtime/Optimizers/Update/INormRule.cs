using System.ComponentModel;

namespace StaticNet;

/// <summary>
/// A rule whose step depends on norms of a whole tensor. Its <c>Update</c> is the first walk over a segment: it moves the slots and returns
/// the direction, of which only the norm is kept. The second walk is the step made of both norms.
/// </summary>
/// <typeparam name="TRule">The rule itself.</typeparam>
/// <typeparam name="TStep">The rule of the second walk, which finds the slots as the first left them.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface INormRule<TRule, TStep> : IUpdateRule<TRule>
    where TRule : struct, INormRule<TRule, TStep>
    where TStep : struct, IUpdateRule<TStep>
{
    /// <summary>The step, given the norms of the parameter and of the direction.</summary>
    static abstract TStep Step(in TRule rule, double parameterNorm, double directionNorm);
}
