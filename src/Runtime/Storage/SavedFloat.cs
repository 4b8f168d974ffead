namespace StaticNet;

/// <summary>The element type of a saved file. A load takes any of them, and float64 too.</summary>
public enum SavedFloat
{
    /// <summary>F32: every bit is kept.</summary>
    Float32,

    /// <summary>F16: half the bytes, 11 significant bits, up to 65504; a larger value is an error.</summary>
    Float16,

    /// <summary>BF16: half the bytes, 8 significant bits, the range of float32.</summary>
    BFloat16,
}
