using StaticNet;
using StaticNet.Data;
using StaticNet.Data.Augmentation;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>Convolutions see the same thing wherever it is; augmentation shows them more than there is, which is worth most where there is little.</summary>
internal sealed class Cnn() : Lesson(
    "cnn", "Fashion-MNIST with convolutions and augmentation, and what augmentation buys on a tenth of the data",
    "test accuracy", quick: 0.70, full: 0.91, OtherData.Folder)
{
    // What black is after mean and deviation are taken off.
    private const float Black = -0.2860f / 0.3530f;

    public override double Run(Session session)
    {
        (LabelledImages all, LabelledImages test) = CourseData.Images(session);
        DataSet<byte, int> whole = all.ToDataSet(), tenth = whole.Select(DataSplit.Stratified(all.Labels, test: session.Pick(1 - 1000.0 / all.Count, 0.9), seed: 1).Training);
        Batches tested = First(test, session.Pick(2000, 10000)), watched = First(test, session.Pick(500, 2000));

        // What is augmented takes longer: each image is another one in each epoch. Here both have as many epochs.
        int epochs = session.Pick(6, 40);
        (double plain, FitHistory plainHistory, _) = Learn(session, "plain", tenth, watched, tested, augmented: false, epochs);
        (double score, FitHistory history, ConvNet net) = Learn(session, "augmented", tenth, watched, tested, augmented: true, epochs);
        session.Say($"on {tenth.Count} images augmentation bought {100 * (score - plain):F1} points");
        List<(string Name, FitHistory History)> runs = [($"{tenth.Count} images", plainHistory), ($"{tenth.Count} images, augmented", history)];

        // A quick run ends here: all images take minutes.
        if (!session.Quick)
        {
            (score, history, net) = Learn(session, "augmented", whole, watched, tested, augmented: true, epochs: 7);
            runs.Add(($"{whole.Count} images, augmented", history));
        }

        session.Draw("curves.png", Figure.InGrid(
            2,
            TrainingCurves.Of("test accuracy", [.. runs.Select(run => new Series(run.Name, [.. run.History.Select(epoch => epoch["accuracy"])]))]),
            TrainingCurves.Of("test loss", [.. runs.Select(run => new Series(run.Name, [.. run.History.Select(epoch => epoch.ValidationLoss!.Value)]))])));
        var counts = new ConfusionMatrix(test.Classes.Length);
        net.Evaluate(tested, ref counts);
        session.Draw("confusion.png", ConfusionFigure.Of(counts, test.Classes));
        return score;
    }

    private static Batches First(LabelledImages images, int count) => ConvNet.Batches(
        images.Pixels.AsMemory(0, Math.Min(count, images.Count) * images.Shape.Length), images.Labels.AsMemory(0, Math.Min(count, images.Count)), size: 64, shuffle: false);

    private static (double, FitHistory, ConvNet) Learn(Session session, string name, DataSet<byte, int> data, Batches watched, Batches tested, bool augmented, int epochs)
    {
        // Clothes stay what they are when they are seen in a mirror or a little to the side. A second thread does it, a batch ahead.
        var augmenter = new HorizontalFlip().Sometimes(0.5).Then(new RandomCrop(1, Black)).On(new ImageShape(1, 28, 28), seed: 1);
        using var loader = new PrefetchingLoader(ConvNet.Batches(data.Inputs, data.Targets, size: 64, seed: 1), augmented ? augmenter.Apply : null);
        if (augmented)
            Show(session, augmenter, data);
        var net = new ConvNet(seed: 1);
        FitHistory history = new ConvNet.Trainer(net, new Adam(0.002), seed: 1).Fit(loader.Batches, new FitOptions
        {
            Epochs = epochs,
            Validation = watched,
            Metrics = [new Accuracy()],
            Schedule = new CosineAnnealingLR(epochs),
        });
        var accuracy = new Accuracy();
        double loss = net.Evaluate(tested, ref accuracy);
        session.Say($"{name}: {data.Count} images, {epochs} epochs, test accuracy {accuracy.Value:F4}, loss {loss:F4}, {history[^1].SamplesPerSecond:N0} images/s");
        return (accuracy.Value, history, net);
    }

    // Ten images, and what five epochs see of each.
    private static void Show(Session session, Augmenter<Sequence<Sometimes<HorizontalFlip>, RandomCrop>> augmenter, DataSet<byte, int> data)
    {
        float[] shown = [.. Enumerable.Range(0, 50).SelectMany(i => data.Input(i % 10).ToArray()).Select(pixel => (pixel / 255f - 0.2860f) / 0.3530f)];
        for (int epoch = 1; epoch < 5; epoch++)
            augmenter.Apply(shown.AsSpan(epoch * 10 * 784, 10 * 784), [0, 1, 2, 3, 4, 5, 6, 7, 8, 9], epoch);
        session.Draw("augmented.png", ImageGrid.Of(shown, 1, 28, 28, columns: 10, low: Black, high: 2, title: "images, and below them what epochs see"));
    }
}

[Network(MaxBatch = 64), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 })]
[Conv2D(32, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Conv2D(64, 3, Padding = 1, Bias = false), BatchNorm, ReLU, MaxPool2D(2)]
[Flatten, Dropout(0.25), Dense(128), ReLU, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class ConvNet;
