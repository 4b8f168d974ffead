using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace StaticNet.Storage;

/// <summary>
/// Writes a store as safetensors, tensors in the table's order. The same values give the same bytes. No loading code refers to it.
/// </summary>
internal static class SafetensorsWriter
{
    // The header is padded with blanks so that the data starts at a multiple of 8, as the reference implementation does.
    private const int HeaderAlignment = 8;

    public static void Write(ParameterStore store, Stream stream)
    {
        ReadOnlySpan<byte> header = Header(store.Table);
        Span<byte> prefix = stackalloc byte[SafetensorsReader.PrefixBytes];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)header.Length);
        stream.Write(prefix);
        stream.Write(header);

        int largest = 0;
        foreach (ParameterEntry entry in store.Table.Entries)
            largest = Math.Max(largest, entry.Count);
        var buffer = new float[largest];
        for (int i = 0; i < store.Table.Count; i++)
        {
            Span<float> values = buffer.AsSpan(0, store.Table[i].Count);
            store[i].CopyTo(values);
            if (!BitConverter.IsLittleEndian)
            {
                Span<int> bits = MemoryMarshal.Cast<float, int>(values);
                BinaryPrimitives.ReverseEndianness(bits, bits);
            }
            stream.Write(MemoryMarshal.AsBytes(values));
        }
    }

    private static ReadOnlySpan<byte> Header(ParameterTable table)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes))
        {
            json.WriteStartObject();
            long offset = 0;
            foreach (ParameterEntry entry in table.Entries)
            {
                json.WriteStartObject(entry.Name);
                json.WriteString("dtype", SafetensorsTensor.Float32);
                json.WriteStartArray("shape");
                foreach (int extent in entry.Shape)
                    json.WriteNumberValue(extent);
                json.WriteEndArray();
                json.WriteStartArray("data_offsets");
                json.WriteNumberValue(offset);
                offset += (long)entry.Count * sizeof(float);
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
}
