namespace StaticNet;

/// <summary>The type of a value's elements.</summary>
public enum Element
{
    /// <summary>Single precision.</summary>
    Float32,

    /// <summary>Whole numbers: class indices, tokens.</summary>
    Int32,
}
