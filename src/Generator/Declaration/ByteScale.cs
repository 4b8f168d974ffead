using Microsoft.CodeAnalysis;
using StaticNet.Generator.Infrastructure;

namespace StaticNet.Generator.Declaration;

/// <summary>How an input makes numbers of bytes: <c>(x·Scale − Mean)/Std</c>.</summary>
internal sealed record ByteScale(double Scale, EquatableArray<double> Mean, EquatableArray<double> Std)
{
    private static readonly string[] Properties = [nameof(InputAttribute.Scale), nameof(InputAttribute.Mean), nameof(InputAttribute.Std)];

    /// <summary>What an [Input] says; null where it takes no bytes.</summary>
    public static ByteScale? Read(AttributeData attribute)
    {
        if (!attribute.NamedArguments.Any(named => Properties.Contains(named.Key)))
            return null;
        var otherwise = new InputAttribute();
        return new(
            ArgumentReader.Named(attribute, nameof(InputAttribute.Scale), otherwise.Scale),
            Numbers(nameof(InputAttribute.Mean), otherwise.Mean),
            Numbers(nameof(InputAttribute.Std), otherwise.Std));

        EquatableArray<double> Numbers(string name, double[] missing)
        {
            foreach (KeyValuePair<string, TypedConstant> named in attribute.NamedArguments)
            {
                if (named.Key == name)
                    return named.Value.IsNull ? [] : named.Value.Values.Select(value => (double)value.Value!).ToEquatableArray();
            }

            return missing.ToEquatableArray();
        }
    }
}
