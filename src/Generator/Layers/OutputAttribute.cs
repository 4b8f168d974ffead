namespace StaticNet;

/// <summary>
/// Makes the layer before it an output of the network, beside the last layer, which is one in any case and is called <c>output</c> unless an
/// <c>[Output]</c> names it. A loss compares it where its <c>From</c> says so; the network's methods give outputs in the order of declaration.
/// </summary>
/// <param name="name">The output's name, a C# identifier.</param>
[AttributeUsage(AttributeTargets.Class, AllowMultiple = true, Inherited = false)]
public sealed class OutputAttribute(string name) : Attribute
{
    /// <summary>The output's name.</summary>
    public string Name { get; } = name;

    /// <summary>The name of the layer that it gives; by default the one before it.</summary>
    public string? From { get; init; }
}
