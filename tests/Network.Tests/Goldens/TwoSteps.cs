using System.Text.Json;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Goldens;

/// <summary>Layers after two steps of SGD from the same inputs and gradient of the output, as tests/Goldens/steps.py takes them.</summary>
internal static class TwoSteps
{
    /// <summary>The learning rate.</summary>
    public const double Rate = 0.05;

    private const string Field = "stepped";

    /// <summary>The cases of a file that are trained.</summary>
    public static IEnumerable<string> Names(string file) => GoldenFile.Cases(file)
        .Where(golden => golden.TryGetProperty(Field, out _))
        .Select(golden => golden.Text("name"));

    /// <summary>Fails where a parameter or state of the network is not the golden's after two steps.</summary>
    public static void Agree(JsonElement golden, AnyNetwork network)
    {
        INetwork<float> net = network.New();
        foreach (ParameterEntry entry in net.Parameters.Table.Entries)
            net.Parameters[entry.Name].CopyFrom((entry.Kind == ParameterKind.State ? golden.GetProperty("before") : golden).Floats(Leaf(entry)));
        AnyTrainer trainer = network.NewTrainer(net, new SGD(Rate));
        float[] x = golden.Floats("x"), dy = golden.Floats("dy");
        for (int step = 0; step < 2; step++)
        {
            trainer.Forward(x);
            trainer.BackwardFrom(dy);
            trainer.Trainer.Apply();
        }

        Agree(golden, net.Parameters, Leaf);
    }

    /// <summary>Fails where a parameter or state is not the golden's, by the name that PyTorch has for it.</summary>
    public static void Agree(JsonElement golden, ParameterStore parameters, Func<ParameterEntry, string> name)
    {
        JsonElement state = golden.GetProperty(Field);
        ParameterEntry[] entries = [.. parameters.Table.Entries];
        Assert.Equal(state.EnumerateObject().Select(tensor => tensor.Name).Order(), entries.Select(name).Order());
        foreach (ParameterEntry entry in entries)
            GoldenFile.Agree($"{entry.Name} after two steps", state.Doubles(name(entry)), parameters[entry.Name].ToArray());
    }

    // What follows the layer's name.
    private static string Leaf(ParameterEntry entry) => entry.Name[(entry.Name.IndexOf('.') + 1)..];
}
