namespace StaticNet.Generator.Diagnostics;

/// <summary>
/// Where an error lies: the k-th StaticNet attribute of the class in source order, or −1 for the class itself or, where it is named, one of
/// the user's members of it.
/// </summary>
internal readonly record struct Site(int Index, string? Member = null)
{
    public static Site Class => new(-1);

    public static Site OfMember(string name) => new(-1, name);
}
