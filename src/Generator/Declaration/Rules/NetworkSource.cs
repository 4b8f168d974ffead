using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>What rules may ask beyond the declaration while it is read; nothing of it outlives the reader.</summary>
/// <param name="Type">The class.</param>
/// <param name="Parts">The user's declarations of it.</param>
/// <param name="Attributes">Its attributes that have a role, indexed by site.</param>
/// <param name="Original">The class whose layers it has, where it names one; null where they are its own.</param>
/// <param name="Cancel">Stops the reader.</param>
internal sealed record NetworkSource(
    INamedTypeSymbol Type,
    TypeDeclarationSyntax[] Parts,
    ImmutableArray<(AttributeData Attribute, AttributeRole Role)> Attributes,
    NetworkSource? Original,
    CancellationToken Cancel)
{
    public static NetworkSource Of(INamedTypeSymbol type, CancellationToken cancel) => new(
        type,
        UserCode.Declarations(type, cancel),
        AttributeRoles.Of(type),
        TwinReader.Original(type) is { } original ? Of(original, cancel) : null,
        cancel);
}
