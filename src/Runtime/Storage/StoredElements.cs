using System.Buffers.Binary;

namespace StaticNet.Storage;

/// <summary>The element types that a load converts, by their names in safetensors.</summary>
internal static class StoredElements
{
    public const string Float32 = "F32";
    public const string Float16 = "F16";
    public const string BFloat16 = "BF16";
    public const string Float64 = "F64";

    /// <summary>Bytes of an element; 0 for a type that is not converted.</summary>
    public static int BytesOf(string type) => type switch
    {
        Float32 => Float32Element.Bytes,
        Float16 => Float16Element.Bytes,
        BFloat16 => BFloat16Element.Bytes,
        Float64 => Float64Element.Bytes,
        _ => 0,
    };

    /// <summary>Elements in logical order, at any alignment → storage.</summary>
    public static void Scatter(string type, ReadOnlySpan<byte> values, ParameterEntry entry, Span<float> storage)
    {
        switch (type)
        {
            case Float16:
                LayoutCopy.Scatter<Float16Element>(values, entry, storage);
                break;
            case BFloat16:
                LayoutCopy.Scatter<BFloat16Element>(values, entry, storage);
                break;
            case Float64:
                LayoutCopy.Scatter<Float64Element>(values, entry, storage);
                break;
            default:
                LayoutCopy.Scatter<Float32Element>(values, entry, storage);
                break;
        }
    }

    /// <summary>The index of the first finite float64 that no float32 can hold; −1 if there is none.</summary>
    public static int FirstBeyondFloat32(ReadOnlySpan<byte> values)
    {
        for (int i = 0; i < values.Length; i += Float64Element.Bytes)
        {
            if (double.IsFinite(BinaryPrimitives.ReadDoubleLittleEndian(values[i..])) && !float.IsFinite(Float64Element.Read(values[i..])))
                return i / Float64Element.Bytes;
        }
        return -1;
    }
}
