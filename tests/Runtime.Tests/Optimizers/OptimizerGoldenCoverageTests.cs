using System.Reflection;
using System.Text.Json;

namespace StaticNet.Runtime.Tests.Optimizers;

/// <summary>No optimizer, and no option of one, is without a golden.</summary>
public class OptimizerGoldenCoverageTests
{
    /// <summary>The Runtime's optimizers.</summary>
    public static Type[] Optimizers { get; } =
        [.. typeof(Optimizer).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Optimizer)) && type is { IsAbstract: false, IsPublic: true })];

    public static TheoryData<string> Names => [.. Optimizers.Select(type => type.Name)];

    [Theory, MemberData(nameof(Names))]
    public void EveryOptimizerHasAGoldenOfItsDefaults(string optimizer)
    {
        bool hasDefaultRate = Type(optimizer).GetConstructor([typeof(double)])!.GetParameters()[0].HasDefaultValue;
        Assert.Contains(Of(optimizer), golden => !golden.GetProperty("options").EnumerateObject().Any()
            && golden.GetProperty("learningRate").ValueKind == JsonValueKind.Null == hasDefaultRate);
    }

    // An option counts where its value is not the default. Weight decay is one optimizer's own: it joins the gradient, or not.
    [Theory, MemberData(nameof(Names))]
    public void EveryOptionOfAnOptimizerHasAGolden(string optimizer) => Assert.Empty(
        from property in Options(Type(optimizer))
        where property.DeclaringType != typeof(Optimizer) || property.Name == nameof(Optimizer.WeightDecay)
        where !Of(optimizer).Any(golden => Changes(golden, property))
        select property.Name);

    [Fact]
    public void EveryCommonOptionHasAGolden() => Assert.Empty(
        from property in Options(typeof(Optimizer))
        where property.Name != nameof(Optimizer.LearningRate) && !OptimizerGoldens.Cases.Any(golden => Changes(golden, property))
        select property.Name);

    [Fact]
    public void EveryOptionOfAGroupHasAGolden() => Assert.Empty(
        from property in Options(typeof(ParameterGroup))
        where !OptimizerGoldens.Cases.Any(golden => golden.GetProperty("options").TryGetProperty(nameof(Optimizer.Groups), out JsonElement groups)
            && groups.EnumerateArray().Any(one => one.TryGetProperty(property.Name, out _)))
        select property.Name);

    private static Type Type(string optimizer) => Optimizers.Single(type => type.Name == optimizer);

    private static IEnumerable<PropertyInfo> Options(Type type) => type.GetProperties().Where(property => property.SetMethod is { IsPublic: true });

    private static IEnumerable<JsonElement> Of(string optimizer) =>
        OptimizerGoldens.Cases.Where(golden => golden.GetProperty("optimizer").GetString() == optimizer);

    private static bool Changes(JsonElement golden, PropertyInfo property)
    {
        if (!golden.GetProperty("options").TryGetProperty(property.Name, out _))
            return false;
        Optimizer changed = OptimizerGoldens.Create(golden);
        return !Equals(property.GetValue(changed), property.GetValue(OptimizerGoldens.Create(changed.GetType(), changed.LearningRate)));
    }
}
