using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using StaticNet.Numerics;
using StaticNet.Storage;

namespace StaticNet;

/// <summary>The memory of a network's parameters and state: one pinned array, cache-line aligned from <see cref="Base"/> on.</summary>
/// <remarks>
/// It is tied to no thread and may be shared by several networks: any number of threads predict, or one trains or loads. Reads and writes through
/// views, or of the array, are the callers' to order.
/// </remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class ParameterStore
{
    private readonly WriteLock _lock = new();
    private Workspace? _reading;

    /// <summary>A store of zeros.</summary>
    public ParameterStore(ParameterTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        Table = table;
        Values = AlignedArray.Allocate(table.Length, out int start);
        Base = start;
    }

    public ParameterTable Table { get; }

    /// <summary>The array: entry offsets count from <see cref="Base"/>.</summary>
    public float[] Values { get; }

    /// <summary>Index of the first float at a multiple of 64 bytes.</summary>
    public int Base { get; }

    /// <summary>The first aligned float.</summary>
    public ref float Origin => ref Unsafe.Add(ref MemoryMarshal.GetArrayDataReference(Values), Base);

    /// <summary>Called by generated code: calls in this arena read the parameters, and are kept apart from those that write them.</summary>
    public void Attach(Workspace arena)
    {
        ArgumentNullException.ThrowIfNull(arena);
        arena.Read(this);
        _lock.Add(arena);
    }

    /// <summary>Whether a trainer has exchanged the weights with their moving average.</summary>
    internal bool HoldsAverage { get; set; }

    /// <summary>Throws while they hold the average: what is written would be taken for it, and lost.</summary>
    internal void RequireWeights()
    {
        if (HoldsAverage)
            throw new InvalidOperationException(
                "The network holds the moving average of its weights: call Average.Swap() again before you train, load or copy. "
                + "To keep the average, write trainer.Average.CopyTo(net.Parameters) after that.");
    }

    internal bool IsWritten => _lock.IsHeld;

    internal bool IsWrittenHere => _lock.IsHeldHere;

    /// <summary>Takes the parameters for writing.</summary>
    /// <exception cref="InvalidOperationException">Another thread reads or writes them.</exception>
    internal void EnterWrite() => _lock.Enter();

    internal void ExitWrite() => _lock.Exit();

    /// <summary>A tensor by its index in the table.</summary>
    public ParameterView this[int index]
    {
        get
        {
            if ((uint)index >= (uint)Table.Count)
                throw new ArgumentOutOfRangeException(
                    nameof(index), index, $"The network has {Table.Count} tensors: give an index from 0 to {Table.Count - 1}.");
            ParameterEntry entry = Table[index];
            return new ParameterView(Values, Base + entry.Offset, entry);
        }
    }

    /// <summary>A tensor by its name, as <c>dense1.weight</c>.</summary>
    /// <exception cref="KeyNotFoundException">No tensor has this name; the message tells the nearest one.</exception>
    public ParameterView this[string name]
    {
        get
        {
            int index = Table.IndexOf(name);
            return index >= 0 ? this[index] : throw UnknownName(name);
        }
    }

    /// <summary>
    /// Gives every parameter and state its initial values. They depend on the entry, its index, the seed and the logical index,
    /// not on the layout.
    /// </summary>
    public void Initialize(ulong seed)
    {
        RequireWeights();
        int largest = 0;
        foreach (ParameterEntry entry in Table.Entries)
            largest = Math.Max(largest, entry.Count);
        var buffer = new float[largest];
        for (int i = 0; i < Table.Count; i++)
        {
            ParameterEntry entry = Table[i];
            Span<float> values = buffer.AsSpan(0, entry.Count);
            Initializers.Fill(entry.Init, entry.Scale, entry.FanIn, entry.FanOut, seed, (uint)i, values);
            if (entry.ZeroRow >= 0)
                values.Slice(entry.ZeroRow * (entry.Count / entry.Shape[0]), entry.Count / entry.Shape[0]).Clear();
            this[i].CopyFrom(values);
        }
    }

    /// <summary>
    /// What the last loaded file said of itself (<c>__metadata__</c>), and what the next saved file will say; empty at first. It may be changed.
    /// </summary>
    public IDictionary<string, string> Metadata
    {
        get => field ??= new Dictionary<string, string>();
        internal set;
    }

    /// <summary>
    /// Writes parameters and state as safetensors. The file is whole or not written: an existing one is replaced at the end, in one step.
    /// </summary>
    /// <exception cref="SafetensorsException">The file could not be written; an existing one is as it was.</exception>
    public void Save(string path, SaveOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        AtomicFile.Write(path, stream => SafetensorsWriter.Write(this, stream, options));
    }

    /// <summary>Writes parameters and state as safetensors, from the stream's position on. What has been written stays if the stream fails.</summary>
    /// <exception cref="SafetensorsException">The stream failed, or a value does not fit the element type.</exception>
    public void Save(Stream stream, SaveOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanWrite)
            throw new ArgumentException("The stream cannot be written: open it for writing.", nameof(stream));
        try
        {
            SafetensorsWriter.Write(this, stream, options);
        }
        catch (IOException e)
        {
            throw new SafetensorsException($"Cannot save to the stream: {e.Message}", e);
        }
    }

    /// <summary>Reads parameters and state from a safetensors file of at most 2 GB: all of them, or on an error none.</summary>
    /// <exception cref="SafetensorsException">The file could not be read or does not fit; no parameter has changed.</exception>
    public void Load(string path, LoadOptions? options = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        Load(ReadFile(path), $"'{path}'", options);
    }

    internal static byte[] ReadFile(string path)
    {
        if (Directory.Exists(path))
            throw new SafetensorsException($"Cannot read '{path}': it is a folder. Give the path of a safetensors file.");
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SafetensorsException($"Cannot read '{path}': {e.Message} Give the path of a safetensors file that you may read.", e);
        }
    }

    /// <summary>Reads parameters and state from a stream, from its position to its end: all of them, or on an error none.</summary>
    /// <exception cref="SafetensorsException">The stream failed or what it holds does not fit; no parameter has changed.</exception>
    public void Load(Stream stream, LoadOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(stream);
        if (!stream.CanRead)
            throw new ArgumentException("The stream cannot be read: open it for reading.", nameof(stream));
        byte[] bytes = StreamBytes.Read(stream, out int length);
        Load(bytes.AsSpan(0, length), "The safetensors stream", options);
    }

    /// <summary>
    /// Reads parameters and state from the bytes of a safetensors file, straight out of the span: all of them, or on an error none.
    /// </summary>
    /// <exception cref="SafetensorsException">The bytes do not fit; no parameter has changed.</exception>
    public void Load(ReadOnlySpan<byte> safetensors, LoadOptions? options = null) => Load(safetensors, "The safetensors bytes", options);

    private void Load(ReadOnlySpan<byte> safetensors, string source, LoadOptions? options)
    {
        RequireWeights();
        EnterWrite();
        try
        {
            SafetensorsReader.Load(this, safetensors, source, options);
        }
        finally
        {
            ExitWrite();
        }
    }

    /// <summary>
    /// Copies parameters and state from another network's, by name: all of them, or on an error none. Allocates nothing where both are laid
    /// out alike, as those of one class are.
    /// </summary>
    /// <exception cref="ArgumentException">The other has other names or shapes; no parameter has changed.</exception>
    /// <exception cref="InvalidOperationException">Another thread uses these parameters, or writes or copies the other's.</exception>
    public void CopyFrom(ParameterStore other)
    {
        ArgumentNullException.ThrowIfNull(other);
        RequireWeights();
        Workspace reading = other.Reading;
        reading.Enter();
        try
        {
            EnterWrite();
            try
            {
                StoreCopy.Copy(other, this);
            }
            finally
            {
                ExitWrite();
            }
        }
        finally
        {
            reading.Exit();
        }
    }

    // What keeps those that copy the values out apart from those that write them; made by the first.
    private Workspace Reading
    {
        get
        {
            if (Volatile.Read(ref _reading) is { } known)
                return known;
            var made = new Workspace(0);
            Attach(made);
            return Interlocked.CompareExchange(ref _reading, made, null) ?? made;
        }
    }

    private KeyNotFoundException UnknownName(string name)
    {
        return new KeyNotFoundException(NearestName.Of(name, Table.Names) is not { } nearest
            ? $"There is no tensor {NearestName.Quote(name)}: the network has no parameters."
            : $"There is no tensor {NearestName.Quote(name)}. Did you mean '{nearest}'?");
    }
}
