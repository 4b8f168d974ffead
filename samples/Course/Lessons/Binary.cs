using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>Benign or malignant: one output with a probability, training that stops when the validation part gets no better, the ROC curve.</summary>
internal sealed class Binary() : Lesson(
    "binary", "breast cancer, benign or malignant: early stopping, the best weights restored, the ROC curve",
    "AUC on test parts", quick: 0.99, full: 0.99)
{
    private const int Measures = 30;
    private const int Malignant = 0;

    public override double Run(Session session)
    {
        string[] names = [.. Enumerable.Range(1, Measures).Select(i => $"measure {i}")];
        Table table = CsvFile.Read(
            CourseData.Path("breast_cancer.csv"), new CsvFormat { Header = false, SkipLines = 1 }, [.. CsvColumn.Numbers(names), CsvColumn.Integer("diagnosis")]);
        int[] diagnoses = table.Integers("diagnosis");

        // What is looked for is the positive class: malignant becomes 1.
        var cells = new DataSet<float, float>(table.Matrix(names), [.. diagnoses.Select(diagnosis => diagnosis == Malignant ? 1f : 0)], table.Rows);
        List<float> scores = [], single = [];
        List<bool> malignant = [];
        int splits = session.Pick(5, 10);
        for (ulong seed = 1; seed <= (ulong)splits; seed++)
        {
            (DataSet<float, float> training, DataSet<float, float> validation, DataSet<float, float> test) = cells.InThree(DataSplit.Stratified(diagnoses, 0.2, 0.2, seed));

            // One measure alone, the radius, as a baseline for the ROC curve.
            single.AddRange(Enumerable.Range(0, test.Count).Select(row => test.Input(row)[0]));
            StandardScaler scaler = StandardScaler.Fit(training.Inputs, Measures);
            foreach (DataSet<float, float> part in new[] { training, validation, test })
                scaler.Transform(part.Inputs);

            var net = new TumourNet(seed);
            FitHistory history = new TumourNet.Trainer(net, new AdamW(0.003) { WeightDecay = 0.1 }, seed).Fit(TumourNet.Batches(training.Inputs, training.Targets, 32, seed), new FitOptions
            {
                Epochs = 200,
                Validation = TumourNet.Batches(validation.Inputs, validation.Targets, 64),
                EarlyStopping = new EarlyStopping { Patience = 15 },
            });
            session.Say($"split {seed}: stopped after {history.Count} epochs; the weights of the best came back: {history.Best}");
            if (seed == 1)
                session.Draw("curves.png", TrainingCurves.Of("loss", new Series("training", [.. history.Select(epoch => epoch.Loss)]), new Series("validation", [.. history.Select(epoch => epoch.ValidationLoss!.Value)])));

            float[] found = new float[test.Count];
            net.Predict(test.Inputs, found);
            scores.AddRange(found);
            malignant.AddRange(test.Targets.Select(target => target > 0.5f));
        }

        bool[] positive = [.. malignant];
        session.Draw("roc.png", RocCurve.Of(("network", [.. scores], positive), ("radius alone", [.. single], positive)));
        int[,] counts = new int[2, 2];
        for (int i = 0; i < positive.Length; i++)
            counts[positive[i] ? 1 : 0, scores[i] > 0.5f ? 1 : 0]++;
        session.Draw("confusion.png", ConfusionFigure.Of(counts, "benign", "malignant"));

        // AUC: how likely a malignant tumour has a higher score than a benign one.
        var pairs = from a in Enumerable.Range(0, positive.Length) where positive[a] from b in Enumerable.Range(0, positive.Length) where !positive[b] select scores[a].CompareTo(scores[b]);
        return pairs.Average(order => (order + 1) / 2.0);
    }
}

[Network(MaxBatch = 128), Input(30), Dense(16), ReLU, Dropout(0.2), Dense(1), BinaryCrossEntropy]
internal sealed partial class TumourNet;
