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

    /// <summary>
    /// The values of losses' options that none of <paramref name="losses"/> has: each value of a switch or an enum, and of the others
    /// the default and another one.
    /// </summary>
    public static IEnumerable<string> MissingOptions(IReadOnlyCollection<LossAttribute> losses) =>
        from kind in OfKind<LossAttribute>()
        let own = losses.Where(loss => loss.GetType() == kind).ToArray()
        from option in kind.GetProperties()
        where option.DeclaringType != typeof(LayerAttribute) && option.Name != nameof(Attribute.TypeId)
        let values = own.Select(option.GetValue).ToArray()
        let missing = option.PropertyType switch
        {
            { IsEnum: true } type => Enum.GetValues(type).Cast<object>().Except(values).FirstOrDefault(),
            var type when type == typeof(bool) => new object[] { false, true }.Except(values).FirstOrDefault(),
            _ => values.Distinct().Count() < 2 ? "two values" : null,
        }
        where missing is not null
        select $"{kind.Name}.{option.Name}: {missing}";
}
