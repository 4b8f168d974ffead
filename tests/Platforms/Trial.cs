namespace StaticNet.Platforms;

/// <summary>Trains a network a little on numbers from a seed and prints what it gave: a name, then the bits and the value of each number.</summary>
internal sealed class Trial(TextWriter output)
{
    private const int Steps = 8;

    public void Run()
    {
        Classes("classifier", new Classifier(1), n => new Classifier.Trainer(n, new Adam(0.01)), 13, 5);
        Classes("exact classifier", new ExactClassifier(1), n => new ExactClassifier.Trainer(n, new Adam(0.01)), 13, 5);
        Numbers("regression", new Regression(2), n => new Regression.Trainer(n, new SGD(0.05) { Momentum = 0.9 }), 9, 2);
        Numbers("exact regression", new ExactRegression(2), n => new ExactRegression.Trainer(n, new SGD(0.05) { Momentum = 0.9 }), 9, 2);
        Numbers("attention", new Attention(3), n => new Attention.Trainer(n, new AdamW(0.01) { WeightDecay = 0.1 }), 4, 3);
        Numbers("exact attention", new ExactAttention(3), n => new ExactAttention.Trainer(n, new AdamW(0.01) { WeightDecay = 0.1 }), 4, 3);
    }

    private void Classes<N>(string name, N network, Func<N, ITrainer<float, int>> train, int batch, int classes)
        where N : INetwork<float>
    {
        float[] inputs = Draw(batch * network.InputLength, seed: 7);
        int[] targets = [.. Draw(batch, seed: 8).Select(x => (int)((x + 1) / 2 * classes))];
        ITrainer<float, int> trainer = train(network);
        Finish(name, network, inputs, [.. Enumerable.Range(0, Steps).Select(_ => trainer.Step(inputs, targets))]);
    }

    private void Numbers<N>(string name, N network, Func<N, ITrainer<float, float>> train, int batch, int outputs)
        where N : INetwork<float>
    {
        float[] inputs = Draw(batch * network.InputLength, seed: 9);
        float[] targets = [.. Draw(batch * outputs, seed: 10).Select(x => (x + 1) / 2)];
        ITrainer<float, float> trainer = train(network);
        Finish(name, network, inputs, [.. Enumerable.Range(0, Steps).Select(_ => trainer.Step(inputs, targets))]);
    }

    private void Finish(string name, INetwork<float> network, float[] inputs, float[] losses)
    {
        var prediction = new float[inputs.Length / network.InputLength * network.OutputLength];
        network.Predict(inputs, prediction);
        Print($"{name}: loss", losses);
        Print($"{name}: prediction", prediction);
        foreach (ParameterEntry entry in network.Parameters.Table.Entries)
            Print($"{name}: {entry.Name}", network.Parameters[entry.Name].ToArray());
    }

    private void Print(string name, float[] values) => output.WriteLine(
        name + "\t" + string.Join(' ', values.Select(x => $"{BitConverter.SingleToInt32Bits(x):x8}={x:R}")));

    // Uniform in [−1, 1), the same everywhere: products of integers alone.
    private static float[] Draw(int count, uint seed)
    {
        var values = new float[count];
        uint state = seed;
        for (int i = 0; i < count; i++)
        {
            state = unchecked((state * 1664525) + 1013904223);
            values[i] = ((state >> 8) / (float)(1 << 23)) - 1;
        }

        return values;
    }
}
