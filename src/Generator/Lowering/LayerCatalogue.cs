using System.Reflection;
using StaticNet.Generator.Declaration;

namespace StaticNet.Generator.Lowering;

/// <summary>Every layer and loss of this assembly, found by reflection, so that a new one is one file.</summary>
internal static class LayerCatalogue
{
    private static readonly ImmutableDictionary<string, ILayer> Layers = Find<ILayer>(l => l.Attribute);
    private static readonly ImmutableDictionary<string, ILoss> Losses = Find<ILoss>(l => l.Attribute);

    /// <summary>The layer of an attribute by its full name; null if there is none.</summary>
    public static ILayer? Layer(string attribute) => Layers.TryGetValue(attribute, out ILayer? layer) ? layer : null;

    /// <summary>The loss of an attribute by its full name; null if there is none.</summary>
    public static ILoss? Loss(string attribute) => Losses.TryGetValue(attribute, out ILoss? loss) ? loss : null;

    /// <summary>The typed attribute that a declaration wrote.</summary>
    /// <exception cref="LoweringError">An argument is no member of its enum.</exception>
    public static LayerAttribute Attribute(Type type, LayerDeclaration layer, Scope net)
    {
        ConstructorInfo constructor = type.GetConstructors().First(c => c.GetParameters().Length == layer.Positional.Count);
        object?[] arguments = [.. constructor.GetParameters().Select((p, i) => Convert(layer.Positional[i], p.ParameterType, p.Name, net))];
        object attribute = constructor.Invoke(arguments);
        foreach (NamedArgument named in layer.Named)
        {
            PropertyInfo property = type.GetProperty(named.Name) ?? throw new InvalidOperationException($"{type} has no property {named.Name}");
            property.SetValue(attribute, Convert(named.Argument, property.PropertyType, named.Name, net));
        }

        return (LayerAttribute)attribute;
    }

    private static object? Convert(Argument argument, Type type, string parameter, Scope net) => argument.Value switch
    {
        null => null,
        Infrastructure.EquatableArray<int> numbers => numbers.ToArray(),
        Infrastructure.EquatableArray<string> texts => texts.ToArray(),
        Infrastructure.EquatableArray<Argument> values when type == typeof(double[]) => values.Select(a => (double)Convert(a, typeof(double), parameter, net)!).ToArray(),
        var value when type.IsEnum && !Enum.IsDefined(type, value) => throw net.OutOfRange(
            parameter, $"one of {string.Join(", ", Enum.GetNames(type).Select(name => $"{type.Name}.{name}"))}", $"({type.Name}){value}"),
        var value when type.IsEnum => Enum.ToObject(type, value),
        var value => System.Convert.ChangeType(value, type, System.Globalization.CultureInfo.InvariantCulture),
    };

    private static ImmutableDictionary<string, T> Find<T>(Func<T, Type> attribute) =>
        typeof(LayerCatalogue).Assembly.GetTypes()
            .Where(t => typeof(T).IsAssignableFrom(t) && !t.IsAbstract)
            .Select(t => (T)Activator.CreateInstance(t))
            .ToImmutableDictionary(l => attribute(l).FullName);
}
