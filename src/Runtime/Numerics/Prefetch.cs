using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace StaticNet.Numerics;

/// <summary>Asks for what will be read soon, where the processor can be asked.</summary>
/// <remarks>Called by generated code.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class Prefetch
{
    /// <summary>Brings the cache line of a place into the second cache; a place that is no memory of the process's is no error.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line(ref float place)
    {
        // A hint: the address is not read, so it needs no pinning.
        if (Sse.IsSupported)
            Sse.Prefetch1(Unsafe.AsPointer(ref place));
    }
}
