using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Storage;

namespace StaticNet;

/// <summary>One float of optimizer state per stored trainable float (a momentum, a second moment), at the parameters' offsets.</summary>
internal sealed class Slot
{
    private const int LineFloats = 16;
    private const int PageLines = 64;

    // The update walks parameters and slots side by side. At equal addresses modulo 4096 a load waits for the store to another array
    // ("4K aliasing"), hence a distance in cache lines that is not small for any pair of arrays.
    private static readonly int[] Stagger = [17, 33, 49, 9];

    private Slot(float[] values, int start) => (Values, Base) = (values, start);

    /// <summary>The array: segment offsets count from <see cref="Base"/>.</summary>
    public float[] Values { get; }

    /// <summary>Index of the first float, at a multiple of 64 bytes.</summary>
    public int Base { get; }

    /// <summary>The first float.</summary>
    public ref float Origin => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Values), Base);

    /// <summary>Zeros for every trainable float, staggered against the parameters.</summary>
    public static Slot Allocate(int index, ParameterStore parameters)
    {
        float[] values = AlignedArray.Allocate(checked(parameters.Table.TrainableLength + PageLines * LineFloats), out int start);
        int distance = Stagger[index] - (Line(values, start) - Line(parameters.Values, parameters.Base));
        return new Slot(values, start + (distance & (PageLines - 1)) * LineFloats);
    }

    /// <summary>The cache line of an element within its page of 4096 bytes.</summary>
    public static int Line(float[] pinned, int index) =>
        (int)(Marshal.UnsafeAddrOfPinnedArrayElement(pinned, index) / (LineFloats * sizeof(float)) & (PageLines - 1));
}
