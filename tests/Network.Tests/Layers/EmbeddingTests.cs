using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.Layers;

[Network(MaxBatch = 6), Input(5, Name = "tokens", Type = Element.Int32), Embedding(7, 3, PaddingIndex = 2), Flatten, Dense(4), Tanh, Dense(2), MeanSquaredError]
public partial class EmbeddingNet;

[Network(MaxBatch = 2), Input(3, Name = "tokens", Type = Element.Int32), Embedding(4, 2, PaddingIndex = 1)]
public partial class SingleEmbeddingNet;

[Network(MaxBatch = 4), Input(3, Name = "tokens", Type = Element.Int32), Embedding(9, 5), Flatten, Dense(2), MeanSquaredError]
public partial class TokenNet;

// 7·3 + 4·15 + 4 + 2·4 + 2 parameters; 2·60 + 4, 4 tanh and 2·8 + 2.
public class EmbeddingTests() : LayerContract<EmbeddingNet>(new(Input: 5, Output: 2, Parameters: 95, Flops: 146))
{
    [Fact]
    public void By_hand()
    {
        var net = new SingleEmbeddingNet(seed: 3);
        Assert.Equal([0, 0], net.Embedding1.Weight.ToArray()[2..4]);
        Assert.DoesNotContain(0f, net.Embedding1.Weight.ToArray()[4..]);
        net.Embedding1.Weight.CopyFrom([1, 2, 3, 4, 5, 6, 7, 8]);
        float[] y = new float[6];
        net.Forward([3, 1, 3], y);
        Assert.Equal([7, 8, 3, 4, 7, 8], y);

        // w̄ᵣ = Σ ȳᵢ over the i with tᵢ = r, but for the padding.
        var trainer = new SingleEmbeddingNet.Trainer(net, new SGD(1));
        trainer.Forward([3, 1, 3, 0, 3, 1]);
        trainer.BackwardFrom([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
        Assert.Equal([7, 8, 0, 0, 0, 0, 1 + 5 + 9, 2 + 6 + 10], trainer.Gradient("embedding1.weight").ToArray());
    }

    /// <summary>Every call says which index it is, before anything is written.</summary>
    [Fact]
    public void An_index_out_of_range_is_refused()
    {
        var net = new TokenNet(seed: 1);
        var trainer = new TokenNet.Trainer(net, new Adam(0.1));
        trainer.Step([1, 2, 3], [0, 1]);
        Frozen before = Frozen.Of(net, trainer);
        int[] tokens = [1, 2, 3, 4, 9, 0];
        float[] targets = [0, 1, 0, 1], outputs = [7, 7, 7, 7];
        const string Says = "tokens[4] is 9, but 'embedding1' has 9 rows: give an index from 0 to 8.";
        Refused(() => net.Predict(tokens, outputs));
        Refused(() => net.Forward(tokens, outputs));
        Refused(() => trainer.Forward(tokens));
        Refused(() => trainer.Step(tokens, targets));
        Refused(() => net.Evaluate(tokens, targets));
        Batches batches = TokenNet.Batches(tokens, targets, size: 2, shuffle: false);
        Refused(() => net.Evaluate(batches));
        Refused(() =>
        {
            foreach (Batch batch in batches.Epoch(0))
                trainer.Step(batch);
        });
        tokens[4] = -1;
        Assert.Contains("tokens[4] is -1", Assert.ThrowsAny<ArgumentException>(() => net.Predict(tokens, outputs)).Message);
        Assert.Equal([7, 7, 7, 7], outputs);
        before.IsStill(Frozen.Of(net, trainer));

        static void Refused(Action call) => Assert.Contains(Says, Assert.ThrowsAny<ArgumentException>(call).Message);
    }

    public static TheoryData<string> Optimizers => [.. Rules.Keys];

    private static readonly Dictionary<string, Func<Optimizer>> Rules = new()
    {
        ["SGD"] = () => new SGD(0.1),
        ["clipped"] = () => new SGD(0.1) { ClipValue = 0.01 },
        ["clipped by norm"] = () => new SGD(0.1) { ClipNorm = 0.01 },
        ["decayed"] = () => new SGD(0.1) { WeightDecay = 0.1 },
        ["momentum"] = () => new SGD(0.1) { Momentum = 0.9 },
        ["Nesterov"] = () => new SGD(0.1) { Momentum = 0.9, Nesterov = true },
        ["Adadelta"] = () => new Adadelta(0.5),
        ["Adagrad"] = () => new Adagrad(0.1),
        ["Adam"] = () => new Adam(0.1),
        ["AdamW"] = () => new AdamW(0.1),
        ["LAMB"] = () => new LAMB(0.1),
        ["Lion"] = () => new Lion(0.01),
        ["NAdam"] = () => new NAdam(0.1),
        ["RAdam"] = () => new RAdam(0.1),
        ["RMSprop"] = () => new RMSprop(0.1),
        ["centered RMSprop"] = () => new RMSprop(0.1) { Centered = true, Momentum = 0.8 },
    };

    /// <summary>Who has seen the gradient may have written to it, so that all its rows count: both ways give the same bits.</summary>
    [Theory]
    [MemberData(nameof(Optimizers))]
    public void Steps_over_the_rows_with_a_gradient_are_steps_over_all(string optimizer)
    {
        Train(optimizer, seesGradient: false).IsStill(Train(optimizer, seesGradient: true));

        static Frozen Train(string optimizer, bool seesGradient)
        {
            var net = new TokenNet(seed: 1);
            var trainer = new TokenNet.Trainer(net, Rules[optimizer]());
            for (int step = 0; step < 8; step++)
            {
                if (seesGradient)
                    trainer.Gradient("embedding1.weight");
                int[] tokens = Numbers.Classes(2 * 3, 9, (ulong)step), others = Numbers.Classes(3, 9, 100 + (ulong)step);
                if (step % 3 > 0)
                {
                    trainer.Step(tokens, [0, 1, 1, 0]);
                    continue;
                }

                trainer.Forward(tokens);
                trainer.Backward([0, 1, 1, 0]);
                trainer.Forward(others);
                trainer.Backward([1, 1]);
                trainer.Apply();
            }

            return Frozen.Of(net);
        }
    }

    /// <summary>Plain descent neither clears nor reads the rows that no index of a step names.</summary>
    [Fact]
    public void Rows_without_a_gradient_are_left_alone()
    {
        var net = new TokenNet(seed: 1);
        var trainer = new TokenNet.Trainer(net, new SGD(0.1));
        trainer.Step([1, 2, 3], [0, 1]);
        ParameterEntry table = net.Parameters.Table[net.Parameters.Table.IndexOf("embedding1.weight")];
        Workspace workspace = Arenas.Of(trainer);
        int pitch = table.Layout.Stride(0);
        workspace.Values.AsSpan(workspace.Base + table.Offset + 8 * pitch, pitch).Fill(float.NaN);
        trainer.Step([1, 4, 3], [0, 1]);
        trainer.Step([0, 5, 5], [1, 1]);
        Assert.All(workspace.Values.AsSpan(workspace.Base + table.Offset + 8 * pitch, pitch).ToArray(), gradient => Assert.True(float.IsNaN(gradient)));
        Assert.All(net.Embedding1.Weight.ToArray(), weight => Assert.True(float.IsFinite(weight)));

        // A view lets the caller write, and clears once more.
        trainer.Gradient("embedding1.weight");
        trainer.Step([1, 4, 3], [0, 1]);
        Assert.All(net.Embedding1.Weight.ToArray(), weight => Assert.True(float.IsFinite(weight)));
        Assert.All(trainer.Gradient("embedding1.weight").ToArray()[40..], gradient => Assert.Equal(0, gradient));
    }
}
