using StaticNet.Oracle;

namespace StaticNet.Runtime.Tests.Metrics;

/// <summary>What metrics say at their edges.</summary>
public class MetricTests
{
    private static readonly float[] Scores = [0.1f, 0.7f, 0.2f, 0.4f, 0.4f, 0.2f, 0.3f, 0.3f, 0.4f];

    [Fact]
    public void Nothing_counted_is_not_a_number()
    {
        Assert.All(new IMetric[]
        {
            new Accuracy(), new TopKAccuracy(1), new Precision(), new Recall(), new F1Score(), new RocAuc(), new Perplexity(), new MAE(), new RMSE(), new R2Score(),
            new ConfusionMatrix(2), new MetricList(),
        }, metric => Assert.True(double.IsNaN(metric.Value)));
    }

    [Fact]
    public void Of_equal_classes_the_first_is_predicted()
    {
        Evaluated rows = Evaluated.Classes(3, Scores, 1, 1, 0);
        Assert.Equal(1 / 3.0, rows.By(new Accuracy()), 1e-12);
        Assert.Equal(1 / 3.0, rows.By(new TopKAccuracy(1)), 1e-12);
        Assert.Equal(1, rows.By(new TopKAccuracy(2)), 1e-12);
        Assert.Equal(1, rows.By(new TopKAccuracy(9)), 1e-12);
    }

    [Fact]
    public void A_score_that_is_not_a_number_is_never_right()
    {
        Evaluated rows = Evaluated.Classes(3, [float.NaN, float.NaN, float.NaN], 1);
        Assert.Equal(0, rows.By(new TopKAccuracy(2)));
        Assert.Equal(0, rows.By(new Accuracy()));
    }

    [Fact]
    public void A_threshold_of_zero_fits_targets_of_either_sign()
    {
        Evaluated rows = Evaluated.Numbers(1, [-0.3f, 0.2f, 0.4f, 0], -1, 1, -1, -1);
        Assert.Equal(0.75, rows.By(new Accuracy { Threshold = 0 }));
        Assert.Equal(0.5, rows.By(new Precision { Threshold = 0 }));
        Assert.Equal(1, rows.By(new Recall { Threshold = 0 }));
        Assert.Equal(0.5, new Accuracy().Threshold);
        Assert.Equal(0.5, default(F1Score).Threshold);
    }

    [Fact]
    public void Areas_count_equal_scores_half_and_leave_out_classes_without_a_contrast()
    {
        Assert.Equal(0.875, Evaluated.Numbers(1, [0.5f, 0.5f, 0.1f, 0.9f], 0, 1, 0, 1).By(new RocAuc()), 1e-12);
        Assert.True(double.IsNaN(Evaluated.Numbers(1, [0.5f, 0.5f], 1, 1).By(new RocAuc())));
    }

    [Fact]
    public void An_impossible_class_is_not_infinitely_perplexing() =>
        Assert.Equal(1e38, Evaluated.Classes(2, [1, 0], 1).By(new Perplexity()), 1e33);

    [Fact]
    public void Constant_targets_have_a_score()
    {
        Assert.Equal(1, Evaluated.Numbers(1, [2, 2], 2, 2).By(new R2Score()));
        Assert.Equal(0, Evaluated.Numbers(1, [2, 3], 2, 2).By(new R2Score()));
    }

    [Fact]
    public void A_list_counts_all_and_an_output_is_found_by_its_name()
    {
        IMetric accuracy = new Accuracy();
        var list = new MetricList(accuracy, new OutputMetric("output", new TopKAccuracy(2)));
        Evaluated rows = Evaluated.Classes(3, Scores, 1, 1, 0);
        rows.Count(ref list);
        Assert.Equal(2, list.Count);
        Assert.Equal(accuracy.Value, list.Value);
        Assert.Equal(1, list[1].Value);
        Assert.Equal("accuracy, top-2 accuracy of output", list.Name);
        var other = new OutputMetric("outptu", new Accuracy());
        Assert.Equal("No loss compares the output 'outptu': give one of 'output'.", Assert.Throws<InvalidOperationException>(() => rows.Count(ref other)).Message);
    }

    [Fact]
    public void Steps_of_a_sequence_are_rows()
    {
        // two samples of two steps of three classes
        OutcomeLayout[] layouts = [new("output", 0, 6, 8, 16, 2, 4, 3, true, true)];
        var arena = new float[24];
        new float[] { 1, 2, 3, 6, 5, 4 }.CopyTo(arena, 0);
        new float[] { 7, 9, 8, 1, 1, 2 }.CopyTo(arena, 8);
        int[] classes = [2, 0, -1, -1, 1, 0];
        for (int i = 0; i < classes.Length; i++)
            arena[16 + i] = BitConverter.Int32BitsToSingle(classes[i]);
        var outcomes = new Outcomes(layouts, ref arena[0], 2);
        Assert.Equal(4, outcomes.Count);
        Assert.Equal([6f, 5f, 4f], outcomes.Prediction(1));
        Assert.Equal([1f, 1f, 2f], outcomes.Prediction(3));
        Assert.Equal([2, 0, 1, 0], new[] { outcomes.Class(0), outcomes.Class(1), outcomes.Class(2), outcomes.Class(3) });
        var accuracy = new Accuracy();
        accuracy.Add(outcomes);
        Assert.Equal(0.75, accuracy.Value);
    }

    [Fact]
    public void What_does_not_fit_is_refused()
    {
        Evaluated classes = Evaluated.Classes(3, Scores, 1, 1, 0), numbers = Evaluated.Numbers(3, Scores, Scores);
        Assert.All(new IMetric[] { new MAE(), new RMSE(), new R2Score() }, metric =>
            Assert.EndsWith("the targets of 'output' are class indices: use Accuracy, F1Score or another metric of classes.", Assert.Throws<InvalidOperationException>(() => classes.By(metric)).Message));
        Assert.All(new IMetric[] { new TopKAccuracy(1), new Perplexity(), new ConfusionMatrix(3) }, metric =>
            Assert.Contains("but the loss of 'output' compares numbers: use it with SoftmaxCrossEntropy", Assert.Throws<InvalidOperationException>(() => numbers.By(metric)).Message));
        Assert.Contains("write new ConfusionMatrix(3)", Assert.Throws<InvalidOperationException>(() => classes.By(new ConfusionMatrix(4))).Message);
        Assert.Contains("write new ConfusionMatrix(3)", Assert.Throws<InvalidOperationException>(() => classes.By(default(ConfusionMatrix))).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new ConfusionMatrix(2)[2, 0]);
        Assert.Throws<ArgumentOutOfRangeException>(() => new TopKAccuracy(0));
        Assert.Throws<ArgumentException>(() => new MetricList(new Accuracy(), null!));
        Assert.Throws<ArgumentNullException>(() => new OutputMetric(null!, new Accuracy()));
    }

    [Fact]
    public void A_matrix_prints_as_rows()
    {
        var matrix = new ConfusionMatrix(3);
        Evaluated.Classes(3, [.. Enumerable.Repeat(Scores, 4).SelectMany(scores => scores)], [.. Enumerable.Repeat(new[] { 1, 1, 0 }, 4).SelectMany(right => right)]).Count(ref matrix);
        Assert.Equal("0 0 4\n4 4 0\n0 0 0", matrix.ToString());
    }

    [Fact]
    public void A_second_pass_allocates_nothing()
    {
        OutcomeLayout[] layouts = [new("output", 0, 3, 3, 9, 1, 1, 3, true, true)];
        var arena = new float[12];
        Scores.CopyTo(arena, 0);
        var list = new MetricList(new Accuracy(), new TopKAccuracy(2), new Precision(), new Recall(), new F1Score(), new ConfusionMatrix(3), new RocAuc(), new Perplexity());
        void Pass()
        {
            list.Reset();
            list.Add(new Outcomes(layouts, ref arena[0], 3));
        }

        Pass();
        Assert.Equal(0, Allocated.By(Pass, 5));
    }
}
