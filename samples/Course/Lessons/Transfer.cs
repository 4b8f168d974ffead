using StaticNet;
using StaticNet.Data;
using StaticNet.Plotting;

namespace Course.Lessons;

/// <summary>
/// What convolutions learned of seven kinds of clothes helps to tell three kinds of shoes, of which there are few: they stay and a new head is trained, then
/// all of it a little. Beside a network that starts from nothing and takes as many steps.
/// </summary>
internal sealed class Transfer() : Lesson(
    "transfer", "features learned of seven classes, a new head for three others of ten images each, then fine-tuning; beside training from scratch",
    "test accuracy after fine-tuning by that from scratch", quick: 1.01, full: 1.02, OtherData.Folder)
{
    // Sandal, sneaker and boot; none of the others is a shoe.
    private static readonly int[] Others = [5, 7, 9], Known = [0, 1, 2, 3, 4, 6, 8];
    private const int PerClass = 10;

    public override double Run(Session session)
    {
        (LabelledImages all, LabelledImages test) = CourseData.Images(session);
        DataSet<byte, int> known = Of(all, Known, session.Pick(400, 1000)), held = Of(test, Others, session.Pick(150, 400));
        var source = new ShapeNet(seed: 1);
        FitHistory learned = new ShapeNet.Trainer(source, new Adam(), seed: 1).Fit(Cut(known), new FitOptions { Epochs = session.Pick(3, 5), Metrics = [new Accuracy()] });
        session.Say($"{known.Count} images of {string.Join(", ", Known.Select(k => all.Classes[k]))}: training accuracy {learned[^1]["accuracy"]:F4}");

        // Which few there are is chance: the mean over several draws says more than one.
        int draws = session.Pick(2, 5), epochs = session.Pick(30, 60);
        double[] head = new double[epochs], tuned = new double[epochs], scratch = new double[2 * epochs];
        for (int draw = 0; draw < draws; draw++)
        {
            DataSet<byte, int> few = Of(all, Others, PerClass, skip: draw * PerClass);
            var net = new ShapeNet(seed: 2);
            foreach (string name in new[] { "conv1", "conv2" })
            {
                net.Parameters[$"{name}.weight"].CopyFrom(source.Parameters[$"{name}.weight"].ToArray());
                net.Parameters[$"{name}.bias"].CopyFrom(source.Parameters[$"{name}.bias"].ToArray());
            }

            // Frozen layers have no part in the backward pass; thawed, they move at a third of the rate, so that thirty images do not undo what thousands taught.
            var trainer = new ShapeNet.Trainer(net, new Adam(), seed: 2);
            trainer.Freeze("conv1");
            trainer.Freeze("conv2");
            Add(head, trainer.Fit(Cut(few), Options(held, epochs)));
            trainer.Thaw("conv1");
            trainer.Thaw("conv2");
            trainer.Optimizer.LearningRate /= 3;
            Add(tuned, trainer.Fit(Cut(few), Options(held, epochs)));
            Add(scratch, new ShapeNet.Trainer(new ShapeNet(seed: 2), new Adam(), seed: 2).Fit(Cut(few), Options(held, 2 * epochs)));
        }

        void Add(double[] sums, FitHistory history)
        {
            for (int i = 0; i < sums.Length; i++)
                sums[i] += history[i]["accuracy"] / draws;
        }

        session.Say($"{PerClass} images each of {string.Join(", ", Others.Select(k => all.Classes[k]))}, mean of {draws} draws: "
            + $"new head {head[^1]:F4}, fine-tuned {tuned[^1]:F4}, from scratch {scratch[^1]:F4}");
        double[] first = [.. Enumerable.Range(1, epochs).Select(epoch => (double)epoch)], second = [.. first.Select(epoch => epoch + epochs)];
        session.Draw("accuracy.png", TrainingCurves.Of(
            "test accuracy", new Series("new head, features frozen", first, head), new Series("fine-tuned", second, tuned), new Series("from scratch", scratch)));
        return tuned[^1] / scratch[^1];
    }

    private static FitOptions Options(DataSet<byte, int> held, int epochs) => new() { Epochs = epochs, Validation = Cut(held), Metrics = [new Accuracy()] };

    private static Batches Cut(DataSet<byte, int> data) => ShapeNet.Batches(data.Inputs, data.Targets, size: 50, seed: 1);

    // Some images of each of these classes, which are counted from 0 on.
    private static DataSet<byte, int> Of(LabelledImages images, int[] classes, int perClass, int skip = 0)
    {
        int[] rows = [.. classes.SelectMany(label => Enumerable.Range(0, images.Count).Where(row => images.Labels[row] == label).Skip(skip).Take(perClass))];
        DataSet<byte, int> part = images.ToDataSet().Select(rows);
        return new(part.Inputs, [.. part.Targets.Select(label => Array.IndexOf(classes, label))], part.Count);
    }
}

// Ten outputs, of which each task uses as many as it has classes.
[Network(MaxBatch = 50), Input(1, 28, 28, Scale = 1 / 255.0, Mean = new[] { 0.2860 }, Std = new[] { 0.3530 })]
[Conv2D(16, 3, Padding = 1, Trainable = Trainable.Switchable), ReLU, MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1, Trainable = Trainable.Switchable), ReLU, MaxPool2D(2)]
[Flatten, Dropout(0.2), Dense(64), ReLU, Dense(10), SoftmaxCrossEntropy]
internal sealed partial class ShapeNet;
