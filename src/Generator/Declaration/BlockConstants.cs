using System.Globalization;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>A block's constants at one use of it: the arguments, under the names that the block's attributes write them by.</summary>
internal sealed class BlockConstants(IReadOnlyDictionary<string, Argument> values)
{
    public static BlockConstants None { get; } = new(new Dictionary<string, Argument>());

    /// <summary>The constants that a block has no parameter for.</summary>
    public static IEnumerable<string> WithoutParameter(INamedTypeSymbol block) => Fields(block)
        .Where(field => !block.InstanceConstructors.SelectMany(constructor => constructor.Parameters).Any(parameter => IsOf(field, parameter)))
        .Select(field => field.Name);

    /// <summary>The constants for arguments in the order of the constructor's parameters.</summary>
    public static BlockConstants Of(AttributeData use, IReadOnlyList<Argument> arguments)
    {
        var values = new Dictionary<string, Argument>();
        foreach (IFieldSymbol field in Fields(use.AttributeClass!))
        {
            int index = use.AttributeConstructor!.Parameters.IndexOf(use.AttributeConstructor.Parameters.FirstOrDefault(parameter => IsOf(field, parameter))!);
            if (index >= 0)
                values[field.Name] = As(field.Type, arguments[index]);
        }

        return new(values);
    }

    public bool IsEmpty => values.Count == 0;

    /// <summary>Whether an expression names one of them.</summary>
    public bool AreIn(ExpressionSyntax expression) => expression.DescendantNodesAndSelf().OfType<IdentifierNameSyntax>().Any(name => values.ContainsKey(name.Identifier.ValueText));

    /// <summary>The value of an expression of numbers, these constants, <c>+ − * /</c> and arrays; null of any other, and of one that has no value.</summary>
    public Argument? Evaluate(ExpressionSyntax expression, ITypeSymbol type) => expression switch
    {
        ArrayCreationExpressionSyntax { Initializer: { } list } => Array(list.Expressions, type),
        ImplicitArrayCreationExpressionSyntax { Initializer: { } list } => Array(list.Expressions, type),
        CollectionExpressionSyntax list when list.Elements.All(element => element is ExpressionElementSyntax) =>
            Array(list.Elements.Select(element => ((ExpressionElementSyntax)element).Expression), type),
        _ => Value(expression) is { } value ? As(type, value) : null,
    };

    /// <summary>An array as attributes hold it, of integers, strings or any arguments.</summary>
    public static Argument ArrayOf(IEnumerable<Argument> elements, ITypeSymbol type) => new(((IArrayTypeSymbol)type).ElementType.SpecialType switch
    {
        SpecialType.System_Int32 => elements.Select(element => (int)element.Value!).ToEquatableArray(),
        SpecialType.System_String => elements.Select(element => (string?)element.Value ?? "").ToEquatableArray(),
        _ => elements.ToEquatableArray(),
    });

    private Argument? Array(IEnumerable<ExpressionSyntax> elements, ITypeSymbol type)
    {
        if (type is not IArrayTypeSymbol { ElementType: var element })
            return null;
        Argument?[] read = [.. elements.Select(expression => Evaluate(expression, element))];
        return read.Any(argument => argument is null) ? null : ArrayOf(read!, type);
    }

    private Argument? Value(ExpressionSyntax expression) => expression switch
    {
        LiteralExpressionSyntax literal => new(literal.Token.Value),
        IdentifierNameSyntax name => values.TryGetValue(name.Identifier.ValueText, out Argument? value) ? value : null,
        ParenthesizedExpressionSyntax inner => Value(inner.Expression),
        PrefixUnaryExpressionSyntax { RawKind: (int)SyntaxKind.UnaryMinusExpression } minus => Compute(new(0), Value(minus.Operand), SyntaxKind.SubtractExpression),
        BinaryExpressionSyntax pair => Compute(Value(pair.Left), Value(pair.Right), pair.Kind()),
        _ => null,
    };

    // As C# computes: of two integers an integer, and nothing beyond its range.
    private static Argument? Compute(Argument? left, Argument? right, SyntaxKind kind)
    {
        if (left?.Value is int a && right?.Value is int b)
        {
            long? whole = kind switch
            {
                SyntaxKind.AddExpression => (long)a + b,
                SyntaxKind.SubtractExpression => (long)a - b,
                SyntaxKind.MultiplyExpression => (long)a * b,
                SyntaxKind.DivideExpression when b != 0 => (long)a / b,
                _ => null,
            };
            return whole is >= int.MinValue and <= int.MaxValue ? new((int)whole) : null;
        }

        if (left is not { Value: int or float or double } || right is not { Value: int or float or double })
            return null;
        double x = Real(left), y = Real(right);
        double? real = kind switch
        {
            SyntaxKind.AddExpression => x + y,
            SyntaxKind.SubtractExpression => x - y,
            SyntaxKind.MultiplyExpression => x * y,
            SyntaxKind.DivideExpression => x / y,
            _ => null,
        };
        return real is { } number ? new(number) : null;
    }

    private static double Real(Argument number) => Convert.ToDouble(number.Value, CultureInfo.InvariantCulture);

    private static Argument As(ITypeSymbol type, Argument value) => (type.SpecialType, value.Value) switch
    {
        (SpecialType.System_Double, int or float) => new(Real(value)),
        (SpecialType.System_Single, int or double) => new((float)Real(value)),
        _ => value,
    };

    private static IEnumerable<IFieldSymbol> Fields(INamedTypeSymbol block) => block.GetMembers().OfType<IFieldSymbol>().Where(field => field.IsConst);

    private static bool IsOf(IFieldSymbol field, IParameterSymbol parameter) => string.Equals(field.Name, parameter.Name, StringComparison.OrdinalIgnoreCase);
}
