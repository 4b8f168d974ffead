namespace StaticNet.Generator.Ir;

/// <summary>The rows that elements of an input name: from 0 to <paramref name="Count"/> − 1, of the table of <paramref name="Layer"/>.</summary>
internal sealed record IndexRange(int Count, string Layer);
