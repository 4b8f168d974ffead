namespace StaticNet.Network.Tests.Goldens;

/// <summary>Which layers and losses some networks use.</summary>
internal static class Coverage
{
    /// <summary>Fails where a public attribute of this kind (a layer, or a loss) is used by none of the networks and not among the exceptions.</summary>
    public static void Has<TKind>(IEnumerable<Type> networks, Type[] exceptions)
        where TKind : LayerAttribute
    {
        HashSet<Type> used = [.. networks.SelectMany(n => n.GetCustomAttributes(false)).Select(a => a.GetType()), .. exceptions];
        Assert.Empty(OfKind<TKind>().Where(type => !used.Contains(type)).Select(type => type.Name));
    }

    /// <summary>Layers, or losses; a loss is not among the layers.</summary>
    public static IEnumerable<Type> OfKind<TKind>() => typeof(LayerAttribute).Assembly.GetTypes().Where(type =>
        !type.IsAbstract
        && typeof(TKind).IsAssignableFrom(type)
        && typeof(LossAttribute).IsAssignableFrom(type) == typeof(LossAttribute).IsAssignableFrom(typeof(TKind)));
}
