namespace StaticNet.Generator.Declaration;

/// <summary>What a partial declaration of a type repeats.</summary>
/// <param name="Keyword"><c>class</c>, <c>struct</c>, <c>interface</c>, <c>record</c> or <c>record struct</c>.</param>
/// <param name="Name">The name, a keyword escaped.</param>
/// <param name="TypeParameters">"" or, in an error, <c>&lt;T, U&gt;</c>.</param>
internal sealed record TypeHeader(string Keyword, string Name, string TypeParameters);
