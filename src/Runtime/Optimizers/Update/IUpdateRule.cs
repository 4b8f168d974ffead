using System.ComponentModel;
using StaticNet.Numerics;

namespace StaticNet;

/// <summary>One step of an optimizer over one vector: parameter, gradient and slots in; parameter and slots out.</summary>
/// <remarks>
/// <para>A rule is a readonly struct of the step's constants, made once per step in double and rounded once. Its fields are floats: the
/// loop copies the rule into a local, from where the compiler hoists the splats.</para>
/// <para>Padding is zero and has gradient zero: a rule maps a zero parameter with a zero gradient and zero slots to zeros.</para>
/// <para>A rule without slots leaves any parameter as it is where the gradient is zero: rows that no gradient reaches are not visited.</para>
/// <para>Rules compose: one that scales gradients for clipping, or averages weights in one more slot, is a struct around another.</para>
/// </remarks>
/// <typeparam name="TRule">The rule itself.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public interface IUpdateRule<TRule>
    where TRule : struct, IUpdateRule<TRule>
{
    /// <summary>How many slots the rule uses, 0 to 4, the first ones; the others are neither loaded nor stored.</summary>
    static abstract int Slots { get; }

    /// <summary>The parameter after the step. Inlined into the loop: mark it AggressiveInlining.</summary>
    static abstract V Update<S, V>(
        in TRule rule, V parameter, V gradient, ref V slot0, ref V slot1, ref V slot2, ref V slot3)
        where S : struct, ISimd<V>
        where V : struct;
}
