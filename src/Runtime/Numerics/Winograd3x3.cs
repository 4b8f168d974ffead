using System.ComponentModel;
using System.Runtime.CompilerServices;

namespace StaticNet.Numerics;

/// <summary>
/// The transforms of Winograd's minimal filtering F(2×2, 3×3): 16 products for 2×2 sums of 9, <c>Y = Aᵀ·[(G·g·Gᵀ) ⊙ (Bᵀ·d·B)]·A</c>, and its transpose
/// for the gradient by the windows, <c>ḡ = Gᵀ·[Σ (Bᵀ·d·B) ⊙ (A·ȳ·Aᵀ)]·G</c>. Each goes over channels in vectors.
/// </summary>
/// <remarks>
/// Lavin and Gray, "Fast algorithms for convolutional neural networks", 2016. Called by generated code. Every transform has factors of 0, ±1 and ½ alone,
/// so its rounding is that of a few sums.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Winograd3x3
{
    /// <summary><c>Bᵀ·d·B</c> of one tile of 4×4 pixels.</summary>
    /// <param name="image">The tile's first pixel.</param>
    /// <param name="line">From one line to the next.</param>
    /// <param name="pixel">From one pixel to the next.</param>
    /// <param name="below">From the last line but one to the last; 0 where there is none, whose sums are not read then.</param>
    /// <param name="right">From the last pixel but one to the last, likewise.</param>
    /// <param name="target">The first of the 16 results.</param>
    /// <param name="product">From one result to the next.</param>
    /// <param name="channels">The channels, a multiple of 16.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Image<S, V>(ref readonly float image, nint line, nint pixel, nint below, nint right, ref float target, nint product, nint channels)
        where S : struct, ISimd<V>
        where V : struct
    {
        for (nint channel = 0; channel < channels; channel += S.Width)
        {
            for (nint i = 0; i < 4; i++)
            {
                // Row i of Bᵀ: d₀ − d₂, d₁ + d₂, d₂ − d₁, d₁ − d₃.
                nint first = channel + (i == 0 ? 0 : i == 2 ? 2 : 1) * line, second = channel + (i == 2 ? 1 : 2) * line + (i == 3 ? below : 0);
                V a0 = Pair<S, V>(S.Load(in image, first), S.Load(in image, second), i == 1);
                V a1 = Pair<S, V>(S.Load(in image, first + pixel), S.Load(in image, second + pixel), i == 1);
                V a2 = Pair<S, V>(S.Load(in image, first + 2 * pixel), S.Load(in image, second + 2 * pixel), i == 1);
                V a3 = Pair<S, V>(S.Load(in image, first + 2 * pixel + right), S.Load(in image, second + 2 * pixel + right), i == 1);
                nint at = 4 * i * product + channel;
                S.Store(S.Subtract(a0, a2), ref target, at);
                S.Store(S.Add(a1, a2), ref target, at + product);
                S.Store(S.Subtract(a2, a1), ref target, at + 2 * product);
                S.Store(S.Subtract(a1, a3), ref target, at + 3 * product);
            }
        }
    }

    /// <summary><c>A·ȳ·Aᵀ</c> of one tile of 2×2 gradients.</summary>
    /// <param name="gradient">The tile's first pixel.</param>
    /// <param name="line">From one line to the next.</param>
    /// <param name="pixel">From one pixel to the next.</param>
    /// <param name="hasBelow">Whether the second line is there; else its gradients are 0.</param>
    /// <param name="hasRight">Whether the second pixel is, likewise.</param>
    /// <param name="target">The first of the 16 results.</param>
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
            Spread<S, V>(y00, y01, ref target, unit, product);
            Spread<S, V>(S.Add(y00, y10), S.Add(y01, y11), ref target, unit + 4 * product, product);
            Spread<S, V>(S.Subtract(y00, y10), S.Subtract(y01, y11), ref target, unit + 8 * product, product);
            Spread<S, V>(S.Negate(y10), S.Negate(y11), ref target, unit + 12 * product, product);
        }
    }

    /// <summary><c>G·g·Gᵀ</c> of the windows' channels <paramref name="from"/> to <paramref name="to"/>, to <c>[16,channels,units]</c>.</summary>
    /// <param name="windows">The windows' first elements.</param>
    /// <param name="line">From one line of a window to the next; negative for windows that are read backwards, as the step of an element.</param>
    /// <param name="element">From one element of a line to the next.</param>
    /// <param name="pitch">From one channel of the windows to the next.</param>
    /// <param name="target">The results.</param>
    /// <param name="product">From one of the 16 results to the next.</param>
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
                ref float g = ref Unsafe.Add(ref Unsafe.AsRef(in windows), channel * pitch + unit);
                nint at = channel * row + unit;
                Widen<S, V>(S.Load(in g, 0), S.Load(in g, element), S.Load(in g, 2 * element), ref target, at, product);
                for (nint i = 1; i < 3; i++)
                {
                    V a0 = Half<S, V>(in g, 0, line, i), a1 = Half<S, V>(in g, element, line, i), a2 = Half<S, V>(in g, 2 * element, line, i);
                    Widen<S, V>(a0, a1, a2, ref target, at + 4 * i * product, product);
                }

                ref float last = ref Unsafe.Add(ref g, 2 * line);
                Widen<S, V>(S.Load(in last, 0), S.Load(in last, element), S.Load(in last, 2 * element), ref target, at + 12 * product, product);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Pair<S, V>(V a, V b, bool isSum)
        where S : struct, ISimd<V>
        where V : struct => isSum ? S.Add(a, b) : S.Subtract(a, b);

    // (y₀, y₁) → y₀, y₀ + y₁, y₀ − y₁, −y₁
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Spread<S, V>(V y0, V y1, ref float target, nint at, nint product)
        where S : struct, ISimd<V>
        where V : struct
    {
        S.Store(y0, ref target, at);
        S.Store(S.Add(y0, y1), ref target, at + product);
        S.Store(S.Subtract(y0, y1), ref target, at + 2 * product);
        S.Store(S.Negate(y1), ref target, at + 3 * product);
    }

    // (g₀, g₁, g₂) → g₀, (g₀ + g₁ + g₂)/2, (g₀ − g₁ + g₂)/2, g₂
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Widen<S, V>(V g0, V g1, V g2, ref float target, nint at, nint product)
        where S : struct, ISimd<V>
        where V : struct
    {
        V ends = S.Add(g0, g2), half = S.Splat(0.5f);
        S.Store(g0, ref target, at);
        S.Store(S.Multiply(half, S.Add(ends, g1)), ref target, at + product);
        S.Store(S.Multiply(half, S.Subtract(ends, g1)), ref target, at + 2 * product);
        S.Store(g2, ref target, at + 3 * product);
    }

    // (g₀ ± g₁ + g₂)/2 of three lines of a window
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static V Half<S, V>(ref readonly float g, nint at, nint line, nint sign)
        where S : struct, ISimd<V>
        where V : struct
    {
        V ends = S.Add(S.Load(in g, at), S.Load(in g, at + 2 * line));
        return S.Multiply(S.Splat(0.5f), Pair<S, V>(ends, S.Load(in g, at + line), sign == 1));
    }
}
