using System.Collections;
using System.Text.Json;
using System.Text.Json.Serialization;
using StaticNet.Storage;

namespace StaticNet.Data;

/// <summary>
/// All that was fitted on the training part, by name, in one file beside the network's: <c>new Preprocessing { { "measures", scaler } }</c>. A network
/// without the scalers of its training is of no use, so save both.
/// </summary>
public sealed class Preprocessing : IEnumerable<KeyValuePair<string, FittedTransform>>
{
    private readonly SortedDictionary<string, FittedTransform> _transforms = new(StringComparer.Ordinal);

    /// <summary>Adds a transform under a new name.</summary>
    public void Add(string name, FittedTransform transform)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(transform);
        if (!_transforms.TryAdd(name, transform))
            throw new ArgumentException($"'{name}' is there already: choose another name.", nameof(name));
    }

    /// <summary>The transform of a name.</summary>
    /// <exception cref="ArgumentException">There is no such name, or it is of another kind.</exception>
    public T Get<T>(string name)
        where T : FittedTransform
    {
        if (!_transforms.TryGetValue(name, out FittedTransform? transform))
            throw new ArgumentException($"There is no '{name}': there is {(_transforms.Count > 0 ? string.Join(", ", _transforms.Keys.Select(NearestName.Quote)) : "nothing")}.", nameof(name));
        return transform as T ?? throw new ArgumentException($"'{name}' is a {transform.GetType().Name}, not a {typeof(T).Name}: ask for what it is.", nameof(name));
    }

    /// <summary>Writes the file (JSON) whole, or leaves what was there.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            AtomicFile.Write(path, stream => JsonSerializer.Serialize(stream, _transforms, PreprocessingJson.Default.SortedDictionaryStringFittedTransform));
        }
        catch (SafetensorsException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <summary>Reads what <see cref="Save"/> wrote.</summary>
    /// <exception cref="InvalidDataException">There is no such file, or it is none of these.</exception>
    public static Preprocessing Load(string path)
    {
        using Stream file = DataFile.Open(path);
        try
        {
            var loaded = new Preprocessing();
            foreach ((string name, FittedTransform transform) in JsonSerializer.Deserialize(file, PreprocessingJson.Default.SortedDictionaryStringFittedTransform) ?? [])
                loaded.Add(name, transform);
            return loaded;
        }
        catch (Exception e) when (e is JsonException or ArgumentException or NotSupportedException)
        {
            throw new InvalidDataException($"'{path}' is no file of fitted transforms: {e.Message} Fit them again, and save them with Preprocessing.Save.", e);
        }
    }

    public IEnumerator<KeyValuePair<string, FittedTransform>> GetEnumerator() => _transforms.GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>How the transforms are written, without reflection.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, RespectRequiredConstructorParameters = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(SortedDictionary<string, FittedTransform>))]
internal sealed partial class PreprocessingJson : JsonSerializerContext;
