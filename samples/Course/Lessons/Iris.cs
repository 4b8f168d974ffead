using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>Three species of iris by the size of their leaves: a table, its scaling, three classes, and what is needed to use the network afterwards.</summary>
internal sealed class Iris() : Lesson(
    "iris", "three species of iris from a CSV file: scaling, three classes, saved with the network",
    "test accuracy", quick: 0.95, full: 0.95)
{
    private static readonly string[] Species = ["setosa", "versicolor", "virginica"];
    private static readonly string[] Measures = ["sepal length", "sepal width", "petal length", "petal width"];

    public override double Run(Session session)
    {
        // The first line of this file holds no names but counts: it is passed over.
        Table table = CsvFile.Read(
            CourseData.Path("iris.csv"), new CsvFormat { Header = false, SkipLines = 1 }, [.. CsvColumn.Numbers(Measures), CsvColumn.Integer("species")]);
        int[] labels = table.Integers("species");
        var flowers = new DataSet<float, int>(table.Matrix(Measures), labels, table.Rows);

        // 30 flowers to test with are few: several splits tell more than one.
        int splits = session.Pick(5, 10);
        int[,] counts = new int[Species.Length, Species.Length];
        for (ulong seed = 1; seed <= (ulong)splits; seed++)
        {
            (DataSet<float, int> training, DataSet<float, int> validation, DataSet<float, int> test) = flowers.InThree(DataSplit.Stratified(labels, 0.2, 0.2, seed));
            StandardScaler scaler = StandardScaler.Fit(training.Inputs, Measures.Length);
            foreach (DataSet<float, int> part in new[] { training, validation, test })
                scaler.Transform(part.Inputs);

            var net = new IrisNet(seed);
            var trainer = new IrisNet.Trainer(net, new Adam(0.01), seed);
            FitHistory history = trainer.Fit(Cut(training, 16, seed), new FitOptions
            {
                Epochs = 100,
                Validation = Cut(validation, 30, seed),
                EarlyStopping = new EarlyStopping { Patience = 20 },
            });

            var tested = new ConfusionMatrix(Species.Length);
            net.Evaluate(Cut(test, 30, seed), ref tested);
            for (int i = 0; i < counts.Length; i++)
                counts[i / Species.Length, i % Species.Length] += (int)tested[i / Species.Length, i % Species.Length];
            session.Say($"split {seed}: {history.Count} epochs, best {history.Best}");
            if (seed == 1)
                Keep(session, net, scaler, history, flowers);
        }

        session.Draw("confusion.png", ConfusionFigure.Of(counts, Species));
        return Enumerable.Range(0, Species.Length).Sum(k => counts[k, k]) / (double)(splits * 30);
    }

    private static Batches Cut(DataSet<float, int> part, int size, ulong seed) => IrisNet.Batches(part.Inputs, part.Targets, size, seed);

    // A network is of use with the scaler of its training alone: both are saved, read again, and asked about one flower.
    private static void Keep(Session session, IrisNet net, StandardScaler scaler, FitHistory history, DataSet<float, int> flowers)
    {
        session.Draw("curves.png", TrainingCurves.Of("loss", new Series("training", [.. history.Select(epoch => epoch.Loss)]), new Series("validation", [.. history.Select(epoch => epoch.ValidationLoss!.Value)])));
        net.Save(session.File("iris.safetensors"));
        new Preprocessing { { "measures", scaler }, { "species", new LabelEncoder(Species) } }.Save(session.File("iris.preprocessing.json"));

        var loaded = new IrisNet();
        loaded.Load(session.File("iris.safetensors"));
        Preprocessing fitted = Preprocessing.Load(session.File("iris.preprocessing.json"));
        float[] flower = flowers.Input(0).ToArray(), probabilities = new float[Species.Length];
        session.Say($"a flower of {string.Join(" × ", flower)} cm");
        fitted.Get<StandardScaler>("measures").Transform(flower);
        loaded.Predict(flower, probabilities);
        int found = Array.IndexOf(probabilities, probabilities.Max());
        session.Say($"is {fitted.Get<LabelEncoder>("species").Inverse(found)[0]} with probability {probabilities[found]:F3}");
    }
}

[Network(MaxBatch = 30), Input(4), Dense(16), Tanh, Dense(3), SoftmaxCrossEntropy]
internal sealed partial class IrisNet;
