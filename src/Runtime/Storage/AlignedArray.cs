using System.Runtime.InteropServices;

namespace StaticNet.Storage;

/// <summary>Float arrays on the pinned heap with a start at a cache line. They need neither finalizer nor Dispose.</summary>
internal static class AlignedArray
{
    private const int LineBytes = 64;

    /// <summary>Zeros. Pinned arrays are not aligned to cache lines, hence 16 floats more than asked for.</summary>
    /// <param name="length">Floats needed from <paramref name="start"/> on.</param>
    /// <param name="start">Index of the first float at a multiple of 64 bytes.</param>
    public static float[] Allocate(int length, out int start)
    {
        float[] values = GC.AllocateArray<float>(checked(length + LineBytes / sizeof(float)), pinned: true);
        nint address = Marshal.UnsafeAddrOfPinnedArrayElement(values, 0);
        start = (int)(-address & (LineBytes - 1)) / sizeof(float);
        return values;
    }
}
