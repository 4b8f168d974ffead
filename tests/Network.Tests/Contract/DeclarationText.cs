using System.Globalization;
using System.Reflection;

namespace StaticNet.Network.Tests.Contract;

/// <summary>The declaration of a compiled network as source, from its attributes, which keep their order.</summary>
internal static class DeclarationText
{
    public static string Of(Type network) =>
        $"[{string.Join(", ", network.CustomAttributes.Where(IsOurs).Select(Attribute))}]\npublic partial class {network.Name};";

    private static bool IsOurs(CustomAttributeData attribute) => attribute.AttributeType.Assembly == typeof(LayerAttribute).Assembly;

    private static string Attribute(CustomAttributeData attribute)
    {
        IEnumerable<string> arguments =
        [
            .. attribute.ConstructorArguments.Select(Value),
            .. attribute.NamedArguments.Select(a => $"{a.MemberName} = {(a.TypedValue.ArgumentType.IsArray ? $"new[] {{ {Value(a.TypedValue)} }}" : Value(a.TypedValue))}"),
        ];
        return $"{attribute.AttributeType.Name[..^"Attribute".Length]}({string.Join(", ", arguments)})";
    }

    private static string Value(CustomAttributeTypedArgument argument) => argument.Value switch
    {
        IEnumerable<CustomAttributeTypedArgument> elements => string.Join(", ", elements.Select(Value)),
        string text => $"\"{text}\"",
        bool flag => flag ? "true" : "false",
        double number => number.ToString("R", CultureInfo.InvariantCulture) + "d",
        int number when argument.ArgumentType.IsEnum => $"({argument.ArgumentType.Name}){number}",
        var value => Convert.ToString(value, CultureInfo.InvariantCulture)!,
    };
}
