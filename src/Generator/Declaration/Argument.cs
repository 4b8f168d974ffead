using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>
/// An attribute argument as an equatable value: a boxed <c>int</c>, <c>double</c>, <c>float</c>, <c>bool</c> or other primitive, a <c>string</c>,
/// null, the number of an enum member, the metadata name of a type, or an <see cref="EquatableArray{T}"/> of <c>int</c>, <c>string</c>
/// or <see cref="Argument"/>.
/// </summary>
/// <param name="Value">The value.</param>
/// <param name="Type">The metadata name of the enum, <c>System.Type</c> for a type, else null.</param>
internal sealed record Argument(object? Value, string? Type = null);

/// <summary>An argument given to a property.</summary>
internal sealed record NamedArgument(string Name, Argument Argument);
