using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>Images of clothes as rows of 784 numbers: the first network of every course.</summary>
internal sealed class FirstMlp() : Lesson(
    "first-mlp", "Fashion-MNIST with two hidden layers: batches, epochs, validation, what it takes for what",
    "test accuracy", quick: 0.80, full: 0.88, OtherData.Folder)
{
    public override double Run(Session session)
    {
        (LabelledImages all, LabelledImages test) = CourseData.Images(session);

        // A tenth of the training part decides nothing but when to look up; a quick run takes a tenth of the rest.
        DataSplit split = DataSplit.Stratified(all.Labels, test: session.Pick(0.8, 0), validation: 0.1, seed: 1);
        DataSet<byte, int> training = all.ToDataSet().Select(split.Training), validation = all.ToDataSet().Select(split.Validation);
        session.Say($"{training.Count} images to train on, {validation.Count} to validate, {test.Count} to test");

        var net = new ClothesNet(seed: 1);
        var trainer = new ClothesNet.Trainer(net, new Adam(0.001), seed: 1);
        FitHistory history = trainer.Fit(ClothesNet.Batches(training.Inputs, training.Targets, size: 64, seed: 1), new FitOptions
        {
            Epochs = session.Pick(4, 12),
            Validation = ClothesNet.Batches(validation.Inputs, validation.Targets, size: 64),
            Metrics = [new Accuracy()],
            Schedule = new CosineAnnealingLR(session.Pick(4, 12)),
            Callbacks = [new TrainingView()],
        });
        session.Draw("curves.png", Figure.InGrid(
            2,
            TrainingCurves.Of("loss", new Series("training", [.. history.Select(epoch => epoch.Loss)]), new Series("validation", [.. history.Select(epoch => epoch.ValidationLoss!.Value)])),
            TrainingCurves.Of("accuracy", new Series("validation", [.. history.Select(epoch => epoch["accuracy"])]))));

        // The test part is looked at once, at the end.
        var confusion = new ConfusionMatrix(test.Classes.Length);
        Batches tested = ClothesNet.Batches(test.Pixels, test.Labels, size: 64, shuffle: false);
        net.Evaluate(tested, ref confusion);
        session.Draw("confusion.png", ConfusionFigure.Of(confusion, test.Classes));
        Show(session, net, test);
        net.Save(session.File("clothes.safetensors"));
        return confusion.Value;
    }

    private static void Show(Session session, ClothesNet net, LabelledImages test)
    {
        const int Shown = 40;
        float[] probabilities = new float[Shown * 10];
        int length = test.Shape.Length;
        net.Predict(test.Pixels.AsSpan(0, Shown * length), probabilities);
        string[] captions = [.. Enumerable.Range(0, Shown).Select(i =>
        {
            float[] row = probabilities[(10 * i)..(10 * i + 10)];
            int found = Array.IndexOf(row, row.Max());
            return found == test.Labels[i] ? test.Classes[found] : $"{test.Classes[found]}?";
        })];
        float[] pixels = [.. test.Pixels.Take(Shown * length).Select(pixel => pixel / 255f)];
        session.Draw("test-images.png", ImageGrid.Of(pixels, 1, 28, 28, columns: 10, captions, title: "test images; with ? what was taken for something else"));
    }
}

[Network(MaxBatch = 64), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 })]
[Flatten, Dense(256), ReLU, Dropout(0.1)]
[Dense(128), ReLU]
[Dense(10), SoftmaxCrossEntropy]
internal sealed partial class ClothesNet;
