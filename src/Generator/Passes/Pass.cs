using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Passes;

/// <summary>A graph of equal results that costs less, or that later stages know how to take.</summary>
internal delegate Graph Pass(Graph graph);
