using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Numerics;

/// <summary>
/// The transforms of Winograd's minimal filtering F(2×2, 2×2): 9 products for 2×2 sums of 4, <c>Y = Aᵀ·[(G·g·Gᵀ) ⊙ (Bᵀ·d·B)]·A</c>, and its transpose
/// for the gradient by the windows, as <see cref="Winograd3x3"/>. Along one axis <c>y₀ = (d₀ − d₁)·g₀ + d₁·(g₀ + g₁)</c> and
/// <c>y₁ = d₁·(g₀ + g₁) + (d₂ − d₁)·g₁</c>.
/// </summary>
/// <remarks>Winograd, "Arithmetic complexity of computations", 1980. Called by generated code. Every factor is 0 or ±1.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Winograd2x2
{
    /// <summary><c>Bᵀ·d·B</c> of one tile of 3×3 pixels.</summary>
    /// <param name="image">The tile's first pixel.</param>
    /// <param name="line">From one line to the next.</param>
    /// <param name="pixel">From one pixel to the next.</param>
    /// <param name="below">From the last line but one to the last; 0 where there is none, whose sums are not read then.</param>
    /// <param name="right">From the last pixel but one to the last, likewise.</param>
    /// <param name="target">The first of the 9 results.</param>
    /// <param name="product">From one result to the next.</param>
    /// <param name="channels">The channels, a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Image<S, V>(ref readonly float image, nint line, nint pixel, nint below, nint right, ref float target, nint product, nint channels)
        where S : struct, ISimd<V>
        where V : struct
    {
        for (nint channel = 0; channel < channels; channel += S.Width)
        {
            nint last = channel + line + below;
            V d0 = S.Load(in image, channel + line), d1 = S.Load(in image, channel + line + pixel), d2 = S.Load(in image, channel + line + pixel + right);
            Differences<S, V>(
                S.Subtract(S.Load(in image, channel), d0),
                S.Subtract(S.Load(in image, channel + pixel), d1),
                S.Subtract(S.Load(in image, channel + pixel + right), d2),
                ref target, channel, product);
            Differences<S, V>(d0, d1, d2, ref target, channel + 3 * product, product);
            Differences<S, V>(
                S.Subtract(S.Load(in image, last), d0),
                S.Subtract(S.Load(in image, last + pixel), d1),
                S.Subtract(S.Load(in image, last + pixel + right), d2),
                ref target, channel + 6 * product, product);
        }
    }

    /// <summary><c>A·ȳ·Aᵀ</c> of one tile of 2×2 gradients.</summary>
    /// <param name="gradient">The tile's first pixel.</param>
    /// <param name="line">From one line to the next.</param>
    /// <param name="pixel">From one pixel to the next.</param>
    /// <param name="hasBelow">Whether the second line is there; else its gradients are 0.</param>
    /// <param name="hasRight">Whether the second pixel is, likewise.</param>
    /// <param name="target">The first of the 9 results.</param>
    /// <param name="product">From one result to the next.</param>
    /// <param name="units">The units, padded.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Gradient<S, V>(
        ref readonly float gradient, nint line, nint pixel, bool hasBelow, bool hasRight, ref float target, nint product, nint units)
        where S : struct, ISimd<V>
        where V : struct
    {
        for (nint unit = 0; unit < units; unit += S.Width)
        {
            V y00 = S.Load(in gradient, unit), y01 = hasRight ? S.Load(in gradient, unit + pixel) : S.Zero;
            V y10 = hasBelow ? S.Load(in gradient, unit + line) : S.Zero, y11 = hasBelow && hasRight ? S.Load(in gradient, unit + line + pixel) : S.Zero;
            Sums<S, V>(y00, y01, ref target, unit, product);
            Sums<S, V>(S.Add(y00, y10), S.Add(y01, y11), ref target, unit + 3 * product, product);
            Sums<S, V>(y10, y11, ref target, unit + 6 * product, product);
        }
    }

    /// <summary><c>G·g·Gᵀ</c> of the windows' channels <paramref name="from"/> to <paramref name="to"/>, to <c>[9,channels,units]</c>.</summary>
    /// <param name="windows">The windows' first elements.</param>
    /// <param name="line">From one line of a window to the next; negative for windows that are read backwards, as the step of an element.</param>
    /// <param name="element">From one element of a line to the next.</param>
    /// <param name="pitch">From one channel of the windows to the next.</param>
    /// <param name="target">The results.</param>
    /// <param name="product">From one of the 9 results to the next.</param>
    /// <param name="row">From one channel of the results to the next.</param>
    /// <param name="units">The units, padded.</param>
    /// <param name="from">The first channel.</param>
    /// <param name="to">The one behind the last.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Windows<S, V>(
        ref readonly float windows, nint line, nint element, nint pitch, ref float target, nint product, nint row, nint units, nint from, nint to)
        where S : struct, ISimd<V>
        where V : struct
    {
        for (nint channel = from; channel < to; channel++)
        {
            for (nint unit = 0; unit < units; unit += S.Width)
            {
                nint first = channel * pitch + unit, at = channel * row + unit;
                V g00 = S.Load(in windows, first), g01 = S.Load(in windows, first + element);
                V g10 = S.Load(in windows, first + line), g11 = S.Load(in windows, first + line + element);
                Sums<S, V>(g00, g01, ref target, at, product);
                Sums<S, V>(S.Add(g00, g10), S.Add(g01, g11), ref target, at + 3 * product, product);
                Sums<S, V>(g10, g11, ref target, at + 6 * product, product);
            }
        }
    }

    // (d₀, d₁, d₂) → d₀ − d₁, d₁, d₂ − d₁
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Differences<S, V>(V d0, V d1, V d2, ref float target, nint at, nint product)
        where S : struct, ISimd<V>
        where V : struct
    {
        S.Store(S.Subtract(d0, d1), ref target, at);
        S.Store(d1, ref target, at + product);
        S.Store(S.Subtract(d2, d1), ref target, at + 2 * product);
    }

    // (a₀, a₁) → a₀, a₀ + a₁, a₁
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Sums<S, V>(V a0, V a1, ref float target, nint at, nint product)
        where S : struct, ISimd<V>
        where V : struct
    {
        S.Store(a0, ref target, at);
        S.Store(S.Add(a0, a1), ref target, at + product);
        S.Store(a1, ref target, at + 2 * product);
    }
}
