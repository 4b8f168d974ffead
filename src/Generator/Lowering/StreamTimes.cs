using StaticNet.Generator.Declaration;
using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Lowering;

/// <summary>
/// Which inputs and layers of a network are sequences, and how many steps of each a step of its stream takes or gives: those that strides make shorter
/// have fewer of them, so that each step of the stream is a whole number of steps everywhere.
/// </summary>
internal sealed class StreamTimes
{
    private readonly Dictionary<string, int> _steps = [];
    private readonly HashSet<string> _made = [];
    private readonly int _streamed;

    private StreamTimes(NetworkDeclaration network, Trunk whole)
    {
        foreach (InputDeclaration input in network.Inputs.Where(IsSequence))
            _steps[input.Name] = input.Shape[0];
        _made.UnionWith(_steps.Keys);
        foreach (LayerDeclaration layer in network.Layers.Where(l => !l.IsLoss))
        {
            if (layer.Sources.Any(IsSequence) && whole.Values[layer.Name].Shape is { Rank: 3 } shape)
                _steps[layer.Name] = shape.Fixed(1);
            if (layer.Sources.Any(_made.Contains))
                _made.Add(layer.Name);
        }

        _streamed = _steps.Values.Aggregate(0, CommonDivisor);
    }

    /// <summary>The times of a network that streams.</summary>
    /// <param name="network">Its declaration.</param>
    /// <param name="whole">Its layers, built for whole sequences.</param>
    /// <exception cref="LoweringError">No input is a sequence.</exception>
    public static StreamTimes Of(NetworkDeclaration network, Trunk whole) => network.Inputs.Any(IsSequence)
        ? new(network, whole)
        : throw new LoweringError(new(Descriptors.NothingToStream, network.Site, network.Name));

    /// <summary>Whether an input or layer is a sequence that the stream goes along.</summary>
    public bool IsSequence(string name) => _steps.ContainsKey(name);

    /// <summary>Whether an input or layer is a sequence, or made of one: what it gives changes from step to step.</summary>
    public bool Changes(string name) => _made.Contains(name);

    /// <summary>The steps of a whole sequence.</summary>
    public int Whole(string name) => _steps[name];

    /// <summary>Those of one step of the stream.</summary>
    public int Step(string name) => _steps[name] / _streamed;

    // [t,c], and [t] of indices.
    private static bool IsSequence(InputDeclaration input) => input.Shape.Count == (input.Element == Element.Int32 ? 1 : 2);

    private static int CommonDivisor(int a, int b) => b == 0 ? a : CommonDivisor(b, a % b);
}
