namespace StaticNet.Generator.Ir;

/// <summary>One dimension of a shape: a constant <c>c</c>, or <c>c·n</c> where <c>n</c> is the batch.</summary>
internal readonly record struct Dim(int Size, bool PerSample = false)
{
    public static readonly Dim N = new(1, true);

    public bool IsOne => Size == 1 && !PerSample;

    public static implicit operator Dim(int size) => new(size);

    public int At(int batch) => PerSample ? checked(Size * batch) : Size;

    public override string ToString() => !PerSample ? Size.ToString() : Size == 1 ? "n" : $"{Size}n";
}
