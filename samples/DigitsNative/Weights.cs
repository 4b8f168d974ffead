namespace DigitsNative;

/// <summary>The weights that the program carries: a safetensors file, written by samples/Digits.</summary>
internal static class Weights
{
    /// <summary>The bytes of the file where they lie in the program's image; they live as long as it does.</summary>
    public static unsafe ReadOnlySpan<byte> Embedded
    {
        get
        {
            using var resource = (UnmanagedMemoryStream)typeof(Weights).Assembly.GetManifestResourceStream("digits.safetensors")!;
            return new(resource.PositionPointer, (int)resource.Length);
        }
    }
}
