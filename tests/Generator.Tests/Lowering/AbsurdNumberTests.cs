using System.Reflection;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Tests.Plan;

namespace StaticNet.Generator.Tests.Lowering;

/// <summary>No layer or loss takes what is not a number, or an extent below all: each of its numbers goes through the scope's checks.</summary>
public class AbsurdNumberTests
{
    // One of them fits any layer.
    private static readonly string[] Inputs = ["Input(4)", "Input(6, 4)", "Input(4, 8, 8)", "Input(4, Type = Element.Int32)"];

    /// <summary>Each layer with each of its numbers, by the name of the constructor's parameter or of the option.</summary>
    public static TheoryData<string, string> Numbers
    {
        get
        {
            var numbers = new TheoryData<string, string>();
            foreach (Type kind in typeof(LayerAttribute).Assembly.GetTypes().Where(type => !type.IsAbstract && typeof(LayerAttribute).IsAssignableFrom(type)))
            {
                foreach (string name in Parameters(kind).Where(p => IsNumber(p.ParameterType)).Select(p => p.Name!).Concat(Options(kind).Select(p => p.Name)))
                    numbers.Add(Name(kind), name);
            }

            return numbers;
        }
    }

    [Theory]
    [MemberData(nameof(Numbers))]
    public void A_layer_refuses_it(string layer, string number)
    {
        Type kind = typeof(LayerAttribute).Assembly.GetType($"StaticNet.{layer}Attribute", throwOnError: true)!;
        string input = Assert.IsType<string>(Inputs.FirstOrDefault(input => Builds($"{input}, {Written(kind, null)}")), exactMatch: false);
        string message = Assert.Throws<LoweringError>(() => Planned.Graphs($"{input}, {Written(kind, number)}")).Message;
        Assert.StartsWith("SN0028: ", message);
        Assert.Matches(Parameters(kind).Any(p => p.Name == number && p.ParameterType.IsArray) ? "(extent|axis) 1" : number, message);
    }

    private static bool Builds(string layers)
    {
        try
        {
            return Planned.Graphs(layers).Layers.Length >= 0;
        }
        catch (LoweringError)
        {
            return false;
        }
    }

    // The attribute with what it cannot do without, and the absurd number.
    private static string Written(Type kind, string? absurd)
    {
        IEnumerable<string> positional = Parameters(kind).Select(p => p.Name == absurd ? Absurd(p.ParameterType) : Usual(p));
        IEnumerable<string> named = Options(kind).Where(p => p.Name == absurd).Select(p => $"{p.Name} = {Absurd(p.PropertyType)}");
        return $"{Name(kind)}({string.Join(", ", positional.Concat(named))})";
    }

    private static string Absurd(Type type) => type.IsArray ? $"new[] {{ {Absurd(type.GetElementType()!)}, 1, 1, 1 }}"
        : (Nullable.GetUnderlyingType(type) ?? type) == typeof(double) ? "double.NaN"
        : "int.MinValue";

    private static string Usual(ParameterInfo p) => p.HasDefaultValue && p.DefaultValue is IFormattable value ? value.ToString(null, System.Globalization.CultureInfo.InvariantCulture)
        : p.ParameterType == typeof(double) ? "0.5"
        : p.ParameterType == typeof(int) ? "2"
        : p.ParameterType == typeof(int[]) ? p.Name == "order" ? "2, 1" : "-1"
        : "\"input\"";

    private static bool IsNumber(Type type) => (type.IsArray ? type.GetElementType()! : Nullable.GetUnderlyingType(type) ?? type) is var element
        && (element == typeof(double) || element == typeof(int));

    private static ParameterInfo[] Parameters(Type kind) => kind.GetConstructors().MaxBy(c => c.GetParameters().Length)!.GetParameters();

    private static IEnumerable<PropertyInfo> Options(Type kind) => kind.GetProperties().Where(p => p.SetMethod is { IsPublic: true } && IsNumber(p.PropertyType));

    private static string Name(Type kind) => kind.Name[..^"Attribute".Length];
}
