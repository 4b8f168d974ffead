using System.Text.Json;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Goldens;

/// <summary>Recurrent layers: output and gradients are PyTorch's, in training and in inference.</summary>
public class RecurrentGoldenTests
{
    internal const string File = "recurrent.json";

    /// <summary>The network of each case.</summary>
    internal static readonly Dictionary<string, Type> Networks = new()
    {
        ["RNN"] = typeof(GoldenRNN),
        ["RNN stacked in both directions"] = typeof(GoldenStackedRNN),
        ["RNN truncated"] = typeof(GoldenTruncatedRNN),
        ["RNN from states"] = typeof(GoldenRNNFromStates),
        ["RNN in evaluation"] = typeof(GoldenRNNInEvaluation),
        ["LSTM"] = typeof(GoldenLSTM),
        ["LSTM stacked in both directions"] = typeof(GoldenStackedLSTM),
        ["LSTM truncated"] = typeof(GoldenTruncatedLSTM),
        ["LSTM from states"] = typeof(GoldenLSTMFromStates),
        ["LSTM in evaluation"] = typeof(GoldenLSTMInEvaluation),
        ["LSTM from one state"] = typeof(GoldenLSTMFromOneState),
        ["GRU"] = typeof(GoldenGRU),
        ["GRU stacked in both directions"] = typeof(GoldenStackedGRU),
        ["GRU truncated"] = typeof(GoldenTruncatedGRU),
        ["GRU from states"] = typeof(GoldenGRUFromStates),
        ["GRU in evaluation"] = typeof(GoldenGRUInEvaluation),
    };

    public static TheoryData<string> Names => [.. GoldenFile.Cases(File).Select(c => c.Text("name"))];

    public static TheoryData<string> Trained => [.. TwoSteps.Names(File)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_are_PyTorchs(string name)
    {
        JsonElement golden = GoldenFile.Case(File, name);
        var network = new AnyNetwork(Networks[name]);
        INetwork<float> net = network.New();
        foreach (ParameterEntry entry in net.Parameters.Table.Entries)
            net.Parameters[entry.Name].CopyFrom(golden.Floats(Leaf(entry)));
        var output = new float[golden.Floats("y").Length];
        if (golden.Text("mode") == "train")
        {
            Train(network.NewTrainer(net), net, golden, output);
            GoldenFile.Agree("y", golden.Doubles("y"), output);
        }

        net.Predict(golden.Floats("x"), output);
        GoldenFile.Agree("y of inference", golden.Doubles("y"), output);
    }

    [Theory]
    [MemberData(nameof(Trained))]
    public void Two_steps_of_SGD_are_PyTorchs(string name) => TwoSteps.Agree(GoldenFile.Case(File, name), new AnyNetwork(Networks[name]));

    private static void Train(AnyTrainer trainer, INetwork<float> net, JsonElement golden, float[] output)
    {
        var inputGradient = new float[golden.Floats("dx").Length];
        trainer.Forward(golden.Floats("x"));
        trainer.CopyOutput(output);
        trainer.BackwardFrom(golden.Floats("dy"));
        trainer.CopyInputGradient(inputGradient);
        GoldenFile.Agree("dx", golden.Doubles("dx"), inputGradient);
        foreach (ParameterEntry entry in net.Parameters.Table.Entries)
            GoldenFile.Agree(entry.Name, golden.Doubles("d" + Leaf(entry)), trainer.Trainer.Gradient(entry.Name).ToArray());
    }

    private static string Leaf(ParameterEntry entry) => entry.Name[(entry.Name.LastIndexOf('.') + 1)..];
}
