using System.Buffers.Binary;

namespace StaticNet.Storage;

/// <summary>
/// Reads <c>header length (8 bytes, little endian) · header (JSON) · data</c> into a store. Everything is checked before the first
/// float is written, and after that nothing can fail: a load is all or nothing.
/// </summary>
internal static class SafetensorsReader
{
    public const int PrefixBytes = sizeof(ulong);

    public static void Load(ParameterStore store, ReadOnlySpan<byte> file, string source, LoadOptions? options)
    {
        var metadata = new Dictionary<string, string>();
        List<SafetensorsTensor> tensors = Open(file, source, metadata, out ReadOnlySpan<byte> data);
        SafetensorsTensor[] matches = SafetensorsMatch.Find(store.Table, tensors, source, options);
        CheckRange(store.Table, matches, data, source);

        for (int i = 0; i < matches.Length; i++)
        {
            ParameterEntry entry = store.Table[i];
            ReadOnlySpan<byte> values = data[(int)matches[i].Begin..(int)matches[i].End];
            StoredElements.Scatter(matches[i].Type, values, entry, store.Values.AsSpan(store.Base + entry.Offset, entry.Length));
        }
        store.Metadata = metadata;
    }

    /// <summary>The tensors of a file, which tile its data.</summary>
    public static List<SafetensorsTensor> Open(ReadOnlySpan<byte> file, string source, Dictionary<string, string> metadata, out ReadOnlySpan<byte> data)
    {
        ReadOnlySpan<byte> header = Header(file, source);
        data = file[(PrefixBytes + header.Length)..];
        List<SafetensorsTensor> tensors = SafetensorsHeader.Parse(header, source, metadata);
        CheckOffsets(tensors, data.Length, source);
        return tensors;
    }

    private static void CheckRange(ParameterTable table, SafetensorsTensor[] matches, ReadOnlySpan<byte> data, string source)
    {
        for (int i = 0; i < matches.Length; i++)
        {
            if (matches[i].Type != StoredElements.Float64)
                continue;
            int beyond = StoredElements.FirstBeyondFloat32(data[(int)matches[i].Begin..(int)matches[i].End]);
            if (beyond >= 0)
                throw new SafetensorsException(
                    $"{source}: element {beyond} of '{table[i].Name}' is beyond the range of float32 (±3.4e38). Scale or clip it before it is saved.");
        }
    }

    private static ReadOnlySpan<byte> Header(ReadOnlySpan<byte> file, string source)
    {
        if (file.IsEmpty)
            throw new SafetensorsException($"{source}: empty. Expected a safetensors file: save or copy it again.");
        if (file.Length < PrefixBytes)
            throw new SafetensorsException(
                $"{source}: truncated. A safetensors file starts with 8 bytes of header length, but only {file.Length} came: "
                + "save or copy it again.");
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(file);
        ReadOnlySpan<byte> rest = file[PrefixBytes..];
        return length <= (ulong)rest.Length
            ? rest[..(int)length]
            : throw new SafetensorsException(
                $"{source}: the header should be {length} bytes long, but only {rest.Length} follow. "
                + "The file is truncated or no safetensors file: save or copy it again.");
    }

    /// <summary>The tensors, by ascending offset, tile the data without gap or overlap.</summary>
    private static void CheckOffsets(List<SafetensorsTensor> tensors, int length, string source)
    {
        foreach (SafetensorsTensor tensor in tensors)
        {
            if (tensor.Begin > tensor.End)
                throw Fault(source, tensor, "end before they begin");
            if (tensor.End > length)
                throw Fault(source, tensor, $"lie outside the data, of which the file has {length} bytes: it is truncated or damaged");
        }

        var ordered = new List<SafetensorsTensor>(tensors);
        ordered.Sort(static (a, b) => a.Begin != b.Begin ? a.Begin.CompareTo(b.Begin) : a.End.CompareTo(b.End));
        long position = 0;
        foreach (SafetensorsTensor tensor in ordered)
        {
            if (tensor.Begin < position)
                throw Fault(source, tensor, $"overlap another tensor, which ends at {position}");
            if (tensor.Begin > position)
                throw Fault(source, tensor, $"leave a gap: bytes {position} to {tensor.Begin} belong to no tensor");
            position = tensor.End;
        }
        if (position < length)
            throw new SafetensorsException(
                $"{source}: the last tensor ends at byte {position} of the data, but the file has {length}. "
                + "It is damaged: save or copy it again.");
    }

    private static SafetensorsException Fault(string source, SafetensorsTensor tensor, string fault) => new(
        $"{source}: the data offsets [{tensor.Begin},{tensor.End}] of {NearestName.Quote(tensor.Name)} {fault}. "
        + "Save or copy the file again.");
}
