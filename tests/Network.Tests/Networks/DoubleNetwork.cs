using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Networks;

/// <summary>A network whose parameters and states are kept, and trained by the interpreter, in double precision.</summary>
internal sealed class DoubleNetwork
{
    private readonly NetworkGolden _golden;
    private readonly OracleNetwork _oracle;
    private readonly string _prefix;

    /// <param name="type">The network, compiled with its graphs.</param>
    /// <param name="golden">The learning rate.</param>
    /// <param name="prefix">What stands before the names of its tensors.</param>
    public DoubleNetwork(Type type, NetworkGolden golden, string prefix = "")
    {
        var emitted = new EmittedNetwork(type, new SGD(golden.LearningRate), seed: 0);
        Formula.Start(emitted.Network.Parameters, prefix);
        (_golden, _oracle, _prefix) = (golden, new OracleNetwork(emitted.Ir), prefix);
        foreach (ParameterEntry entry in emitted.Network.Parameters.Table.Entries)
            Stored[prefix + entry.Name] = EmittedNetwork.Doubles(emitted.Network.Parameters[entry.Name].ToArray());
    }

    /// <summary>Parameters and states by name.</summary>
    public Dictionary<string, double[]> Stored { get; } = [];

    /// <summary>A forward and backward pass that changes nothing.</summary>
    public Step Run(Samples samples) => _oracle.Train(key => Stored[_prefix + key], samples, 0, 0);

    /// <summary>A forward and backward pass, after which the states are the next ones.</summary>
    public Step Pass(Samples samples)
    {
        Step taken = Run(samples);
        foreach (var (key, state) in taken.NextStates)
            Stored[_prefix + key] = state;
        return taken;
    }

    /// <summary>A step of SGD by the sum of gradients.</summary>
    public void Descend(params Step[] passes)
    {
        foreach (string key in passes[0].Gradients.Keys)
        {
            double[] w = Stored[_prefix + key];
            Stored[_prefix + key] = [.. w.Select((x, i) => x - _golden.LearningRate * passes.Sum(pass => pass.Gradients[key][i]))];
        }
    }
}
