using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>What an attribute passes to its constructor, defaults included, and sets of its properties.</summary>
internal sealed record LayerArguments(Argument[] Positional, IReadOnlyList<NamedArgument> Named)
{
    public string? Name => Text(nameof(LayerAttribute.Name));

    public string? From => Text(nameof(LayerAttribute.From));

    /// <summary>The arguments with a block's constants in them, and the first expression that has no value, if one has none.</summary>
    public static (LayerArguments Arguments, string? Unreadable) Read(AttributeData attribute, BlockConstants constants)
    {
        Argument[] positional = [.. attribute.ConstructorArguments.Select(ArgumentReader.Read)];
        List<NamedArgument> named = [.. attribute.NamedArguments.Select(pair => new NamedArgument(pair.Key, ArgumentReader.Read(pair.Value)))];
        var syntax = constants.IsEmpty ? null : (AttributeSyntax?)attribute.ApplicationSyntaxReference?.GetSyntax();
        string? unreadable = null;
        int place = 0;
        foreach (AttributeArgumentSyntax argument in syntax?.ArgumentList?.Arguments ?? default)
        {
            int ordinal = argument.NameEquals is null && argument.NameColon is null ? place++ : -1;
            if (!constants.AreIn(argument.Expression))
                continue;
            if (!(argument.NameEquals is { } set ? Set(set.Name.Identifier.ValueText) : Pass(argument.NameColon?.Name.Identifier.ValueText, ordinal)))
                unreadable ??= argument.Expression.ToString();

            bool Set(string name)
            {
                int index = named.FindIndex(pair => pair.Name == name);
                if (constants.Evaluate(argument.Expression, attribute.NamedArguments[index].Value.Type!) is not { } value)
                    return false;
                named[index] = new(name, value);
                return true;
            }

            bool Pass(string? name, int ordinal)
            {
                ImmutableArray<IParameterSymbol> parameters = attribute.AttributeConstructor!.Parameters;
                int index = name is null ? Math.Min(ordinal, parameters.Length - 1) : parameters.IndexOf(parameters.First(parameter => parameter.Name == name));
                ITypeSymbol type = parameters[index].Type;
                if (constants.Evaluate(argument.Expression, type) is { Value: not null } whole && (type is not IArrayTypeSymbol || IsArray(whole)))
                {
                    positional[index] = whole;
                    return true;
                }

                // One of several arguments for an array.
                if (type is not IArrayTypeSymbol { ElementType: var element } || constants.Evaluate(argument.Expression, element) is not { } one)
                    return false;
                Argument[] elements = Elements(positional[index]);
                elements[ordinal - index] = one;
                positional[index] = BlockConstants.ArrayOf(elements, type);
                return true;
            }
        }

        return (new(positional, named), unreadable);
    }

    /// <summary>The same with other names for the layers that it names beside From: those that it reads, and the one whose parameters it shares.</summary>
    public LayerArguments Rename(Func<string, string> rename)
    {
        return new(
            [.. Positional.Select(argument => argument.Value is EquatableArray<string> ? Renamed(argument) : argument)],
            [.. Named.Select(named => LayerDeclaration.Aside.Contains(named.Name) || named.Name == nameof(ParameterLayerAttribute.Share) ? named with { Argument = Renamed(named.Argument) } : named)]);

        Argument Renamed(Argument names) => names.Value switch
        {
            string one => new(rename(one)),
            EquatableArray<string> several => new(several.Select(rename).ToEquatableArray()),
            _ => names,
        };
    }

    private string? Text(string name) => Named.FirstOrDefault(pair => pair.Name == name)?.Argument.Value as string;

    private static bool IsArray(Argument argument) => argument.Value is EquatableArray<int> or EquatableArray<string> or EquatableArray<Argument>;

    private static Argument[] Elements(Argument array) => array.Value switch
    {
        EquatableArray<int> integers => [.. integers.Select(value => new Argument(value))],
        EquatableArray<string> texts => [.. texts.Select(value => new Argument(value))],
        EquatableArray<Argument> others => [.. others],
        _ => [],
    };
}
