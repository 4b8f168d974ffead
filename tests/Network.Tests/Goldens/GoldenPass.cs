using System.Text.Json;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Goldens;

/// <summary>Passes of a network with several inputs and parameters beside PyTorch's.</summary>
internal static class GoldenPass
{
    /// <summary>Fails where output or gradients are not the golden case's, or parameters have other names or shapes.</summary>
    /// <param name="golden">The case.</param>
    /// <param name="network">The network.</param>
    /// <param name="name">A parameter's name in the case.</param>
    public static void Check(JsonElement golden, Type network, Func<ParameterEntry, string> name)
    {
        EmittedNetwork emitted = Started(golden, network, name);
        bool trains = golden.Text("mode") == "train";
        Samples samples = Given(golden, new OracleNetwork(emitted.Ir), trains);
        if (trains)
        {
            Step step = emitted.Train(samples);
            Agree("y of training", golden.Doubles("y"), step.Output);
            if (step.InputGradient is { } inputs)
                Agree("dx", [.. golden.GetProperty("dx").EnumerateArray().SelectMany(Values)], inputs);
            foreach (ParameterEntry entry in emitted.Entries(trainable: true))
                Agree(entry.Name, golden.GetProperty("gradients").Doubles(name(entry)), step.Gradients[entry.Name]);
        }

        Agree("y", golden.Doubles("y"), emitted.Infer(samples, predictions: false));
    }

    /// <summary>Fails where parameters are not the golden case's after two steps.</summary>
    /// <param name="golden">The case.</param>
    /// <param name="network">The network.</param>
    /// <param name="name">A parameter's name in the case.</param>
    public static void CheckTwoSteps(JsonElement golden, Type network, Func<ParameterEntry, string> name)
    {
        EmittedNetwork emitted = Started(golden, network, name);
        Samples samples = Given(golden, new OracleNetwork(emitted.Ir), trains: true);
        emitted.Step(samples);
        emitted.Step(samples);
        TwoSteps.Agree(golden, emitted.Network.Parameters, name);
    }

    private static EmittedNetwork Started(JsonElement golden, Type network, Func<ParameterEntry, string> name)
    {
        var emitted = new EmittedNetwork(network, new SGD(TwoSteps.Rate), seed: 1);
        ParameterEntry[] entries = [.. emitted.Entries(trainable: true)];
        JsonElement parameters = golden.GetProperty("parameters");
        Assert.Equal(parameters.EnumerateObject().Select(p => p.Name).Order(), entries.Select(name).Order());
        foreach (ParameterEntry entry in entries)
        {
            Assert.Equal(parameters.Shape(name(entry)), entry.Shape.ToArray());
            emitted.Network.Parameters[entry.Name].CopyFrom(parameters.Floats(name(entry)));
        }

        return emitted;
    }

    private static Samples Given(JsonElement golden, OracleNetwork network, bool trains)
    {
        JsonElement[] inputs = [.. golden.GetProperty("inputs").EnumerateArray()];
        Array[] arrays = [.. inputs.Zip(network.Inputs, (input, like) => like.IsInt32 ? (Array)Values(input).Select(v => (int)v).ToArray() : Values(input).Select(v => (float)v).ToArray())];
        return new(inputs[0].GetProperty("shape")[0].GetInt32(), arrays, [], OutputGradients: trains ? [golden.Floats("dy")] : null);
    }

    private static IEnumerable<double> Values(JsonElement tensor) => tensor.GetProperty("values").EnumerateArray().Select(v => v.GetDouble());

    private static void Agree(string name, double[] golden, double[] actual) => GoldenFile.Agree(name, golden, [.. actual.Select(v => (float)v)]);
}
