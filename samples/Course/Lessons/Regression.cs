using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>
/// A number instead of a class: how far diabetes goes in a year, or with <c>--data</c> the last column of a table of house prices, which has one line
/// above its header. Beside a linear baseline, which a small data set is often best served by.
/// </summary>
internal sealed class Regression() : Lesson(
    "regression", "disease progression from ten measures, R² beside a linear baseline; house prices by --data FILE",
    "R² on test parts", quick: 0.41, full: 0.43, OtherData.File)
{
    public override double Run(Session session)
    {
        (string target, DataSet<float, float> data) = session.Data is { } file ? ("the price", CourseData.Houses(file)) : ("disease progression", Patients());
        List<float> truth = [], network = [], linear = [];
        FitHistory? history = null;
        int splits = session.Pick(3, 10);
        for (ulong seed = 1; seed <= (ulong)splits; seed++)
        {
            (DataSet<float, float> training, DataSet<float, float> validation, DataSet<float, float> test) = data.InThree(DataSplit.Random(data.Count, 0.2, 0.15, seed));
            StandardScaler scaler = StandardScaler.Fit(training.Inputs, data.InputLength), unit = StandardScaler.Fit(training.Targets, columns: 1);
            foreach (DataSet<float, float> part in new[] { training, validation, test })
            {
                scaler.Transform(part.Inputs);
                unit.Transform(part.Targets);
            }

            // The baseline is a network of one layer; the other has layers more, dropout and weight decay.
            Learner baseline = session.Data is null ? Of(new PatientLine(seed), net => new PatientLine.Trainer(net, new Adam(0.01)), PatientLine.Batches)
                : Of(new HouseLine(seed), net => new HouseLine.Trainer(net, new Adam(0.01)), HouseLine.Batches);
            Learner deep = session.Data is null ? Of(new PatientNet(seed), net => new PatientNet.Trainer(net, new AdamW(0.003) { WeightDecay = 0.3 }, seed), PatientNet.Batches)
                : Of(new HouseNet(seed), net => new HouseNet.Trainer(net, new AdamW(0.003), seed), HouseNet.Batches);
            baseline.Learn(training, validation, seed);
            history = deep.Learn(training, validation, seed);

            // In the targets' own unit: each split has scalers of its own.
            foreach ((List<float> to, float[] values) in new[] { (truth, test.Targets), (network, deep.Predict(test)), (linear, baseline.Predict(test)) })
            {
                unit.Inverse(values);
                to.AddRange(values);
            }
        }

        session.Say($"{truth.Count} rows tested: R² {R2(truth, network):F4}, of the linear baseline {R2(truth, linear):F4}");
        session.Draw("curves.png", TrainingCurves.Of("mean squared error", new Series("training", [.. history!.Select(epoch => epoch.Loss)]), new Series("validation", [.. history!.Select(epoch => epoch.ValidationLoss!.Value)])));
        float[] ends = [truth.Min(), truth.Max()];
        session.Draw("predictions.png", LineFits.Of(
            $"{target}, on the test parts", "measured", "foretold", new Series("test parts", [.. truth], [.. network]), new Series("all right", ends, ends)));
        return R2(truth, network);
    }

    // 1 − Σ(t − y)²/Σ(t − t̄)²
    private static double R2(List<float> truth, List<float> found)
    {
        double mean = truth.Average(t => (double)t);
        return 1 - truth.Zip(found, (t, y) => ((double)t - y) * (t - y)).Sum() / truth.Sum(t => (t - mean) * (t - mean));
    }

    private static DataSet<float, float> Patients()
    {
        (Table measures, float[] progression) = CourseData.Diabetes();
        return new(measures.Matrix(), progression, measures.Rows);
    }

    private delegate Batches Cut(ReadOnlyMemory<float> x, ReadOnlyMemory<float> y, int size, ulong seed = 0, bool shuffle = true, bool dropLast = false, ReadOnlyMemory<float> weights = default);

    private static Learner Of<T>(T net, Func<T, ITrainer> trainer, Cut cut) where T : INetwork<float> => new(net, trainer(net), cut);

    /// <summary>A network of any width, its trainer, and how its data are cut into batches.</summary>
    private sealed record Learner(INetwork<float> Net, ITrainer Trainer, Cut Cut)
    {
        public FitHistory Learn(DataSet<float, float> training, DataSet<float, float> validation, ulong seed) =>
            Trainer.Fit(Cut(training.Inputs, training.Targets, 32, seed), new FitOptions
            {
                Epochs = 200,
                Validation = Cut(validation.Inputs, validation.Targets, 32),
                EarlyStopping = new EarlyStopping { Patience = 20 },
            });

        public float[] Predict(DataSet<float, float> test)
        {
            float[] found = new float[test.Count];
            Net.Predict(test.Inputs, found);
            return found;
        }
    }
}

[Network(MaxBatch = 128), Input(10), Dense(1), MeanSquaredError] internal sealed partial class PatientLine;
[Network(MaxBatch = 128), Input(10), Dense(16), Tanh, Dropout(0.3), Dense(1), MeanSquaredError] internal sealed partial class PatientNet;
[Network(MaxBatch = 128), Input(13), Dense(1), MeanSquaredError] internal sealed partial class HouseLine;
[Network(MaxBatch = 128), Input(13), Dense(32), SiLU, Dropout(0.2), Dense(16), SiLU, Dense(1), MeanSquaredError] internal sealed partial class HouseNet;
