using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>What rules may ask beyond the declaration while it is read; nothing of it outlives the reader.</summary>
/// <param name="Type">The class.</param>
/// <param name="Parts">The user's declarations of it.</param>
/// <param name="Attributes">Its attributes that have a role, indexed by site.</param>
/// <param name="Cancel">Stops the reader.</param>
internal sealed record NetworkSource(
    INamedTypeSymbol Type,
    TypeDeclarationSyntax[] Parts,
    ImmutableArray<(AttributeData Attribute, AttributeRole Role)> Attributes,
    CancellationToken Cancel);
