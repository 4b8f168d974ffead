using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace StaticNet.Storage;

/// <summary>
/// Writes tensors as safetensors, in the order given. The same values give the same bytes. No loading code refers to it.
/// </summary>
internal static class SafetensorsWriter
{
    // The header is padded with blanks so that the data starts at a multiple of 8, as the reference implementation does.
    private const int HeaderAlignment = 8;

    /// <exception cref="SafetensorsException">A value is beyond the range of the element type; nothing is written.</exception>
    public static void Write(ParameterStore store, Stream stream, SaveOptions? options) => Write(
        [.. store.Table.Entries.ToArray().Select(entry => new NamedTensor(entry.Name, store.Values, store.Base, entry))],
        store.Metadata, stream, options?.Element ?? SavedFloat.Float32);

    /// <inheritdoc cref="Write(ParameterStore, Stream, SaveOptions?)"/>
    public static void Write(NamedTensor[] tensors, IDictionary<string, string> metadata, Stream stream, SavedFloat element)
    {
        int largest = 0;
        foreach (NamedTensor tensor in tensors)
            largest = Math.Max(largest, tensor.Entry.Count);
        var buffer = new float[largest];
        if (element != SavedFloat.Float32)
            CheckRange(tensors, element, buffer);

        ReadOnlySpan<byte> header = Header(tensors, metadata, element);
        Span<byte> prefix = stackalloc byte[SafetensorsReader.PrefixBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix);
        stream.Write(header);

        var halves = new byte[element == SavedFloat.Float32 ? 0 : BytesOf(element) * largest];
        foreach (NamedTensor tensor in tensors)
        {
            Span<float> values = buffer.AsSpan(0, tensor.Entry.Count);
            tensor.View.CopyTo(values);
            if (element == SavedFloat.Float32)
            {
                if (!BitConverter.IsLittleEndian)
                {
                    Span<int> bits = MemoryMarshal.Cast<float, int>(values);
                    BinaryPrimitives.ReverseEndianness(bits, bits);
                }
                stream.Write(MemoryMarshal.AsBytes(values));
                continue;
            }
            Span<byte> bytes = halves.AsSpan(0, BytesOf(element) * values.Length);
            HalfWriter.Write(values, element, bytes);
            stream.Write(bytes);
        }
    }

    private static void CheckRange(NamedTensor[] tensors, SavedFloat element, float[] buffer)
    {
        if (element is not (SavedFloat.Float16 or SavedFloat.BFloat16))
            throw new ArgumentOutOfRangeException(nameof(SaveOptions.Element), element, "SaveOptions.Element must be Float32, Float16 or BFloat16.");
        foreach (NamedTensor tensor in tensors)
        {
            Span<float> values = buffer.AsSpan(0, tensor.Entry.Count);
            tensor.View.CopyTo(values);
            int beyond = HalfWriter.FirstBeyond(values, element);
            if (beyond >= 0)
                throw new SafetensorsException(
                    $"Element {beyond} of '{tensor.Name}' is {values[beyond].ToString(CultureInfo.InvariantCulture)}, which {element} cannot hold: "
                    + "save as BFloat16, which has the range of float32, or as Float32.");
        }
    }

    private static int BytesOf(SavedFloat element) => element == SavedFloat.Float32 ? sizeof(float) : sizeof(ushort);

    private static string TypeOf(SavedFloat element) => element switch
    {
        SavedFloat.Float16 => StoredElements.Float16,
        SavedFloat.BFloat16 => StoredElements.BFloat16,
        _ => StoredElements.Float32,
    };

    private static ReadOnlySpan<byte> Header(NamedTensor[] tensors, IDictionary<string, string> metadata, SavedFloat element)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            Metadata(json, metadata);
            long offset = 0;
            foreach (NamedTensor tensor in tensors)
            {
                json.WriteStartObject(tensor.Name);
                json.WriteString("dtype", TypeOf(element));
                json.WriteStartArray("shape");
                foreach (int extent in tensor.Entry.Shape)
                    json.WriteNumberValue(extent);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                offset += (long)tensor.Entry.Count * BytesOf(element);
                json.WriteNumberValue(offset);
                json.WriteEndArray();
                json.WriteEndObject();
            }
            json.WriteEndObject();
        }
        int padding = -bytes.WrittenCount & (HeaderAlignment - 1);
        bytes.GetSpan(padding)[..padding].Fill((byte)' ');
        bytes.Advance(padding);
        return bytes.WrittenSpan;
    }

    // By name, so that the same entries give the same bytes.
    private static void Metadata(Utf8JsonWriter json, IDictionary<string, string> metadata)
    {
        if (metadata.Count == 0)
            return;
        json.WriteStartObject(SafetensorsTensor.Metadata);
        string[] keys = [.. metadata.Keys];
        Array.Sort(keys, StringComparer.Ordinal);
        foreach (string key in keys)
            json.WriteString(key, metadata[key]);
        json.WriteEndObject();
    }
}
