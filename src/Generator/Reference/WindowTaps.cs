using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Reference;

/// <summary>Which element of a window meets which element of the operand.</summary>
internal static class WindowTaps
{
    /// <summary>
    /// For each place, row by row, the elements of the window that lie in the operand, row by row: element <c>q</c> of place <c>p</c> reads
    /// <c>p·stride + q·dilation − before</c> along each axis.
    /// </summary>
    public static (int Element, int Source)[][] Of(EquatableArray<WindowAxis> axes, int[] window, int[] extents, int[] places)
    {
        var taps = new List<(int Element, int Source)[]> { new[] { (0, 0) } };
        for (int i = 0; i < axes.Count; i++)
        {
            WindowAxis axis = axes[i];
            int size = window[i], extent = extents[i];
            taps = [.. from outer in taps
                       from place in Enumerable.Range(0, places[i])
                       select (
                           from tap in outer
                           from q in Enumerable.Range(0, size)
                           let source = place * axis.Stride + q * axis.Dilation - axis.Before
                           where source >= 0 && source < extent
                           select (tap.Element * size + q, tap.Source * extent + source)).ToArray()];
        }

        return [.. taps];
    }
}
