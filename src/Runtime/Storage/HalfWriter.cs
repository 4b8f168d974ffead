using System.Buffers.Binary;

namespace StaticNet.Storage;

/// <summary>float32 → the two types of half the bytes, little-endian, rounded to the nearest, ties to even.</summary>
internal static class HalfWriter
{
    // What bfloat16 drops, and half of its last place.
    private const int DroppedBits = 16;
    private const uint JustBelowHalf = 0x7FFF;

    /// <summary>The bytes of values in a type of two bytes.</summary>
    public static void Write(ReadOnlySpan<float> values, SavedFloat element, Span<byte> target)
    {
        for (int i = 0; i < values.Length; i++)
            BinaryPrimitives.WriteUInt16LittleEndian(target[(2 * i)..], Bits(values[i], element));
    }

    /// <summary>The index of the first finite value that becomes infinite; −1 if there is none.</summary>
    public static int FirstBeyond(ReadOnlySpan<float> values, SavedFloat element)
    {
        for (int i = 0; i < values.Length; i++)
        {
            ushort bits = Bits(values[i], element);
            bool isFinite = element == SavedFloat.Float16
                ? Half.IsFinite(BitConverter.UInt16BitsToHalf(bits))
                : float.IsFinite(BitConverter.UInt32BitsToSingle((uint)bits << DroppedBits));
            if (float.IsFinite(values[i]) && !isFinite)
                return i;
        }
        return -1;
    }

    private static ushort Bits(float value, SavedFloat element)
    {
        if (element == SavedFloat.Float16)
            return BitConverter.HalfToUInt16Bits((Half)value);
        uint bits = BitConverter.SingleToUInt32Bits(value);

        // A NaN keeps its upper half with the quiet bit, so that no rounding makes it infinite.
        return float.IsNaN(value)
            ? (ushort)((bits >> DroppedBits) | 0x40)
            : (ushort)((bits + JustBelowHalf + ((bits >> DroppedBits) & 1)) >> DroppedBits);
    }
}
