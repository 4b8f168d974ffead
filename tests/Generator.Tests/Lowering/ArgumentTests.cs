using System.Globalization;
using System.Reflection;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Lowering;

/// <summary>Arguments that C# takes and no layer does, for every property of every attribute, as the user wrote it.</summary>
public class ArgumentTests
{
    public static TheoryData<string, string> Enums => OfType(type => type.IsEnum);

    public static TheoryData<string, string> Scales => OfType(type => type == typeof(double), "Scale");

    [Theory]
    [MemberData(nameof(Enums))]
    public void A_number_that_is_no_member_of_an_enum_is_told(string layer, string property)
    {
        Type type = Attribute(layer).GetProperty(property)!.PropertyType;
        NetworkError error = Find(layer, $"{property} = ({type.Name})99");
        Assert.Equal("SN0028", error.Descriptor.Id);
        Assert.Equal([property, $"({type.Name})99"], [error.Arguments[1], error.Arguments[3]]);
        Assert.All(Enum.GetNames(type), name => Assert.Contains($"{type.Name}.{name}", error.Text));
    }

    [Theory]
    [MemberData(nameof(Scales))]
    public void A_scale_that_is_no_number_is_told_by_its_name(string layer, string property)
    {
        foreach (string value in new[] { "double.NaN", "double.PositiveInfinity" })
        {
            NetworkError error = Find(layer, $"{property} = {value}");
            Assert.Equal(("SN0028", property), (error.Descriptor.Id, error.Arguments[1]));
        }
    }

    [Fact]
    public void There_are_such_properties()
    {
        Assert.Contains(Enums, row => (string)row[0] == "Dense" && (string)row[1] == "Weights");
        Assert.Contains(Scales, row => (string)row[0] == "Dense" && (string)row[1] == "WeightsScale");
    }

    private static NetworkError Find(string layer, string argument)
    {
        string given = string.Concat(Attribute(layer).GetConstructors().Single().GetParameters().Select(parameter => Some(parameter) + ", "));
        string list = typeof(LossAttribute).IsAssignableFrom(Attribute(layer)) ? $"{layer}({given}{argument})" : $"{layer}({given}{argument}), MeanSquaredError";
        string before = layer.EndsWith("2D", StringComparison.Ordinal) ? "Input(4, 8, 8), ReLU"
            : layer.EndsWith("1D", StringComparison.Ordinal) || layer == "PositionalEmbedding" ? "Input(8, 4), ReLU"
            : layer == "Embedding" ? "Input(4, Type = Element.Int32)"
            : "Input(4), Dense(4, Name = \"a\"), ReLU(Name = \"b\")";
        var network = UserProject.Of($"[Network(MaxBatch = 4), {before}, {list}] public partial class DigitNet;").Read("DigitNet");
        return Assert.Single(Compiler.Check(network, default), error => error.IsFatal);
    }

    private static string Some(ParameterInfo parameter) => parameter.ParameterType == typeof(string[]) ? "\"a\", \"b\""
        : parameter.HasDefaultValue ? System.Convert.ToString(parameter.DefaultValue, CultureInfo.InvariantCulture)!
        : parameter.ParameterType == typeof(double) ? "0.5"
        : "4";

    private static Type Attribute(string layer) => typeof(LayerAttribute).Assembly.GetType($"StaticNet.{layer}Attribute")!;

    private static TheoryData<string, string> OfType(Func<Type, bool> fits, string suffix = "")
    {
        TheoryData<string, string> found = [];
        foreach (Type type in typeof(LayerCatalogue).Assembly.GetTypes().Where(type => typeof(LayerAttribute).IsAssignableFrom(type) && !type.IsAbstract))
        {
            foreach (PropertyInfo property in type.GetProperties().Where(p => p.CanWrite && fits(p.PropertyType) && p.Name.EndsWith(suffix, StringComparison.Ordinal)))
                found.Add(type.Name[..^"Attribute".Length], property.Name);
        }

        return found;
    }
}
