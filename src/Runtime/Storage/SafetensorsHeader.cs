using System.Text.Json;

namespace StaticNet.Storage;

/// <summary>
/// Parses <c>{"name":{"dtype":"F32","shape":[..],"data_offsets":[begin,end]},"__metadata__":{..}}</c> into tensors, in the header's order.
/// Checks the form alone; <see cref="SafetensorsReader"/> checks what it says.
/// </summary>
internal ref struct SafetensorsHeader
{
    private readonly string _source;
    private Utf8JsonReader _json;

    private SafetensorsHeader(ReadOnlySpan<byte> header, string source)
    {
        _source = source;
        _json = new Utf8JsonReader(header);
    }

    /// <param name="header">The JSON.</param>
    /// <param name="source">The file, as messages call it.</param>
    /// <param name="metadata">Receives the entries of <c>__metadata__</c>.</param>
    public static List<SafetensorsTensor> Parse(ReadOnlySpan<byte> header, string source, Dictionary<string, string> metadata)
    {
        try
        {
            return new SafetensorsHeader(header, source).Tensors(metadata);
        }
        // The reader throws InvalidOperationException for strings that are not UTF-8.
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new SafetensorsException(
                $"{source}: the header is not JSON ({e.Message}). Give a safetensors file, or save it again.", e);
        }
    }

    private List<SafetensorsTensor> Tensors(Dictionary<string, string> metadata)
    {
        var tensors = new List<SafetensorsTensor>();
        bool described = false;
        Expect(JsonTokenType.StartObject, "the header", "an object");
        while (NextProperty() is { } name)
        {
            if (name != SafetensorsTensor.Metadata)
            {
                tensors.Add(Tensor(name));
                continue;
            }
            if (described)
                throw Malformed("the header", "has two '__metadata__'");
            described = true;
            Metadata(metadata);
        }
        _json.Read();   // throws unless only blanks follow
        return tensors;
    }

    private SafetensorsTensor Tensor(string name)
    {
        string what = NearestName.Quote(name);
        string? type = null;
        int[]? shape = null;
        long begin = -1, end = -1;
        Expect(JsonTokenType.StartObject, what, "an object");
        while (NextProperty() is { } key)
        {
            switch (key)
            {
                case "dtype" when type is null:
                    Expect(JsonTokenType.String, what, "a string for dtype");
                    type = _json.GetString()!;
                    break;
                case "shape" when shape is null:
                    shape = Shape(what);
                    break;
                case "data_offsets" when begin < 0:
                    Expect(JsonTokenType.StartArray, what, "an array for data_offsets");
                    begin = Offset(what);
                    end = Offset(what);
                    Expect(JsonTokenType.EndArray, what, "two data_offsets");
                    break;
                default:
                    throw Malformed(what, $"has {NearestName.Quote(key)} twice or beyond the format");
            }
        }
        if (type is null || shape is null || begin < 0)
            throw Malformed(what, $"lacks '{(type is null ? "dtype" : shape is null ? "shape" : "data_offsets")}'");
        return new SafetensorsTensor(name, type, shape, begin, end);
    }

    private int[] Shape(string what)
    {
        var shape = new int[4];
        int rank = 0;
        Expect(JsonTokenType.StartArray, what, "an array for shape");
        while (_json.Read() && _json.TokenType != JsonTokenType.EndArray)
        {
            if (_json.TokenType != JsonTokenType.Number || !_json.TryGetInt32(out int extent) || extent < 0)
                throw Malformed(what, "has an extent in its shape that is not a whole number from 0 to 2147483647");
            if (rank == shape.Length)
                Array.Resize(ref shape, 2 * rank);
            shape[rank++] = extent;
        }
        Array.Resize(ref shape, rank);
        return shape;
    }

    private long Offset(string what)
    {
        Expect(JsonTokenType.Number, what, "two numbers for data_offsets");
        return _json.TryGetInt64(out long offset) && offset >= 0
            ? offset
            : throw Malformed(what, "has a data offset that is not a whole number from 0");
    }

    private void Metadata(Dictionary<string, string> metadata)
    {
        Expect(JsonTokenType.StartObject, "'__metadata__'", "an object");
        while (NextProperty() is { } key)
        {
            Expect(JsonTokenType.String, "'__metadata__'", "strings alone");
            if (!metadata.TryAdd(key, _json.GetString()!))
                throw Malformed("'__metadata__'", $"has {NearestName.Quote(key)} twice");
        }
    }

    /// <summary>The next property's name; null at the end of the object.</summary>
    private string? NextProperty()
    {
        _json.Read();
        return _json.TokenType == JsonTokenType.PropertyName ? _json.GetString() : null;
    }

    private void Expect(JsonTokenType type, string what, string needed)
    {
        if (!_json.Read() || _json.TokenType != type)
            throw Malformed(what, $"needs {needed}");
    }

    private readonly SafetensorsException Malformed(string what, string fault) => new(
        $"{_source}: {what} {fault} (byte {_json.TokenStartIndex} of the header). "
        + "A safetensors header reads {\"name\":{\"dtype\":\"F32\",\"shape\":[2,3],\"data_offsets\":[0,24]}}: save the file again.");
}
