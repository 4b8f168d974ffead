using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration;

/// <summary>An output: its name and the layer or input that it gives. The last layer's, where no [Output] names it, stands at the class.</summary>
internal sealed record OutputDeclaration(string Name, string Layer, Site Site);
