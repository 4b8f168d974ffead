namespace StaticNet.Generator.Diagnostics;

/// <summary>Where an error lies: the k-th StaticNet attribute of the class in source order, or −1 for the class itself.</summary>
internal readonly record struct Site(int Index)
{
    public static Site Class => new(-1);
}
