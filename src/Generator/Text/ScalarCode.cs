namespace StaticNet.Generator.Text;

/// <summary>C# of scalar expressions: declarations of locals, in order, and one expression for each root.</summary>
internal sealed record ScalarCode(ImmutableArray<string> Statements, ImmutableArray<string> Results);
