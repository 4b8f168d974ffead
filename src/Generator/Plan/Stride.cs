namespace StaticNet.Generator.Plan;

/// <summary>The floats from one index of an axis to the next: a constant <c>c</c>, or <c>c·n</c> where the batch lies inside the axis.</summary>
internal readonly record struct Stride(long Floats, bool PerSample = false)
{
    public static implicit operator Stride(long floats) => new(floats);

    /// <summary>The stride of an axis around one of <paramref name="extent"/> that has this stride.</summary>
    public Stride Around(Ir.Dim extent) => new(checked(Floats * extent.Size), PerSample | extent.PerSample);

    public Stride Times(long count) => new(checked(Floats * count), PerSample);

    /// <summary>The offset of one step, as text.</summary>
    public string Start => PerSample ? $"(nint)batch * {Floats}" : $"{Floats}";

    /// <summary>The offset at an index, as text: <c>row</c>, <c>row * 64</c>, <c>block * batch * 64</c>.</summary>
    public string Of(string index) => (PerSample, Floats) switch
    {
        (false, 1) => index,
        (false, _) => $"{index} * {Floats}",
        (true, 1) => $"{index} * batch",
        _ => $"{index} * batch * {Floats}",
    };
}
