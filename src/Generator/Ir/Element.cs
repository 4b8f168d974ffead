namespace StaticNet.Generator.Ir;

/// <summary>The type of a value's elements.</summary>
internal enum Element
{
    Float32,
    Int32,
}
