using System.Reflection;

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
    /// The values of layers' or losses' options that none of <paramref name="layers"/> has: each value of a switch or an enum, and two values of
    /// the others.
    /// </summary>
    /// <param name="layers">The layers with their options.</param>
    /// <param name="isExcepted">Whether an option need not be there, or a value of it that is not null.</param>
    public static IEnumerable<string> MissingOptions<TKind>(IReadOnlyCollection<TKind> layers, Func<PropertyInfo, object?, bool>? isExcepted = null)
        where TKind : LayerAttribute =>
        from kind in OfKind<TKind>()
        let own = layers.Where(layer => layer.GetType() == kind).ToArray()
        from option in kind.GetProperties()
        where option.DeclaringType != typeof(LayerAttribute) && option.DeclaringType != typeof(ParameterLayerAttribute) && option.Name != nameof(Attribute.TypeId) && isExcepted?.Invoke(option, null) != true
        let values = own.Select(option.GetValue).ToArray()
        let missing = option.PropertyType switch
        {
            { IsEnum: true } type => Enum.GetValues(type).Cast<object>().Except(values).FirstOrDefault(value => isExcepted?.Invoke(option, value) != true),
            var type when type == typeof(bool) => new object[] { false, true }.Except(values).FirstOrDefault(),
            _ => values.Distinct().Count() < 2 ? "two values" : null,
        }
        where missing is not null
        select $"{kind.Name}.{option.Name}: {missing}";
}
