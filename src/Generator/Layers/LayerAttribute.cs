namespace StaticNet;

/// <summary>The base of every layer. Layers run in source order.</summary>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public abstract class LayerAttribute : Attribute
{
    /// <summary>The layer's name, a C# identifier; by default its stem and count (<c>dense1</c>).</summary>
    public string? Name { get; init; }

    /// <summary>The name of the earlier layer that this one reads; by default the one before it.</summary>
    public string? From { get; init; }
}
