using System.Collections;
using System.Reflection;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Declaration;

namespace StaticNet.Generator.Tests.Pipeline;

public class ValueTests
{
    // With every kind of argument, a join, warnings, errors and types around it.
    private const string Source = """
        namespace Digits;
        public partial class Outer
        {
            [Network(MaxBatch = 8), Input(4), Dense(4, Bias = false, Weights = Init.GlorotNormal, WeightsScale = 0.5, Name = "a")]
            [LeakyReLU(0.1), Add("a", "leakyrelu1"), BatchNorm(Momentum = 0.2), Softmax, SoftmaxCrossEntropy, ReLU(From = "b")]
            public abstract partial class DigitNet { public void Save() { } }
        }
        """;

    private static readonly Type[] Forbidden =
        [typeof(ISymbol), typeof(SyntaxNode), typeof(SyntaxTree), typeof(SyntaxReference), typeof(Location), typeof(Compilation), typeof(AttributeData), typeof(TypedConstant)];

    [Fact]
    public void The_same_source_twice_gives_an_equal_declaration()
    {
        NetworkDeclaration first = UserProject.Of(Source).Read("Digits.Outer+DigitNet");
        NetworkDeclaration second = UserProject.Of(Source).Read("Digits.Outer+DigitNet");
        Assert.NotSame(first, second);
        Assert.Equal(first, second);
        Assert.Equal(first.GetHashCode(), second.GetHashCode());
        Assert.NotEmpty(first.Errors);
    }

    [Fact]
    public void A_declaration_holds_nothing_of_the_compilation()
    {
        HashSet<object> seen = new(ReferenceEqualityComparer.Instance);
        Visit(UserProject.Of(Source).Read("Digits.Outer+DigitNet"), "network", seen);
        Assert.True(seen.Count > 50, $"only {seen.Count} objects were visited");
    }

    private static void Visit(object? value, string path, HashSet<object> seen)
    {
        // A descriptor is a constant of the generator, not of the compilation.
        if (value is null or string or Type or DiagnosticDescriptor || value.GetType().IsPrimitive || !seen.Add(value))
            return;
        Assert.False(Forbidden.Any(type => type.IsInstanceOfType(value)), $"{path} is a {value.GetType()}");
        if (value is IEnumerable items)
        {
            foreach (object? item in items)
                Visit(item, path + "[]", seen);
        }

        for (Type? type = value.GetType(); type is not null && type != typeof(object); type = type.BaseType)
        {
            foreach (FieldInfo field in type.GetFields(BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public | BindingFlags.DeclaredOnly))
                Visit(field.GetValue(value), $"{path}.{field.Name}", seen);
        }
    }
}
