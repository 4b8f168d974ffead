namespace StaticNet.Generator.Ir;

/// <summary>Shapes that an operation cannot take; the message names both. Lowering turns it into a diagnostic at the layer being built.</summary>
internal sealed class ShapeError(string message) : Exception(message);

/// <summary>A size beyond what one array can hold.</summary>
internal sealed class SizeError(string message) : Exception(message);
