namespace StaticNet.Network.Tests.Random;

/// <summary>The dense layers of a network so far, whose parameters others may use.</summary>
internal sealed class SharedLayers(System.Random random)
{
    // One layer in so many is followed by one that shares.
    private const int Rarity = 8;

    private readonly List<(string Name, int Inputs, int Units)> _owners = [];

    public void Add((string Name, int Inputs, int Units) owner) => _owners.Add(owner);

    /// <summary>One of them to be used again; mostly none.</summary>
    public (string Name, int Inputs, int Units)? Draw() =>
        _owners.Count > 0 && random.Next(Rarity) == 0 ? _owners[random.Next(_owners.Count)] : null;
}
