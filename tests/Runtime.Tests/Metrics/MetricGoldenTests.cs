using System.Text.Json;
using StaticNet.Runtime.Tests.Optimizers;

namespace StaticNet.Runtime.Tests.Metrics;

/// <summary>Metrics against scikit-learn's, over the cases of tests/Goldens/metrics.json.</summary>
public class MetricGoldenTests
{
    private static readonly JsonElement[] Cases = JsonSerializer.Deserialize<JsonElement[]>(OptimizerGoldens.Repository("tests/Goldens/metrics.json"))!;

    private static readonly Func<IMetric>[] All =
    [
        () => new Accuracy(), () => new TopKAccuracy(2), () => new Precision(), () => new Precision(Averaging.Micro), () => new Recall(),
        () => new Recall(Averaging.Micro), () => new F1Score(), () => new F1Score(Averaging.Micro), () => new RocAuc(), () => new Perplexity(),
        () => new MAE(), () => new RMSE(), () => new R2Score(),
    ];

    public static TheoryData<string> Names => [.. Cases.Select(golden => golden.GetProperty("name").GetString()!)];

    [Theory]
    [MemberData(nameof(Names))]
    public void It_has_the_values_of_scikit_learn(string name)
    {
        JsonElement golden = Named(name);
        Evaluated rows = Of(golden);
        Assert.All(golden.GetProperty("values").EnumerateObject(), expected =>
        {
            IMetric metric = All.Select(make => make()).Single(metric => metric.Name == expected.Name);
            for (int pass = 0; pass < 2; pass++)
            {
                foreach (int size in new[] { 1, 5, 8, 64 })
                {
                    rows.Count(ref metric, size);
                    Assert.Equal(expected.Value.GetDouble(), metric.Value, 1e-9 * Math.Max(1, Math.Abs(expected.Value.GetDouble())));
                }
            }
        });
    }

    [Fact]
    public void Each_metric_has_a_golden_value() => Assert.Equal(
        All.Select(make => make().Name).Order(StringComparer.Ordinal),
        Cases.SelectMany(golden => golden.GetProperty("values").EnumerateObject().Select(value => value.Name)).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void Each_struct_that_counts_is_tested() => Assert.Equal(
        typeof(IMetric).Assembly.GetExportedTypes().Where(type => type.IsValueType && typeof(IMetric).IsAssignableFrom(type)).Select(type => type.Name).Order(StringComparer.Ordinal),
        All.Select(make => make().GetType().Name).Concat([nameof(ConfusionMatrix), nameof(MetricList), nameof(NoMetric), nameof(OutputMetric)]).Distinct().Order(StringComparer.Ordinal));

    [Fact]
    public void A_confusion_matrix_has_their_counts()
    {
        foreach (JsonElement golden in Cases.Where(golden => golden.TryGetProperty("confusion", out _)))
        {
            int classes = Math.Max(2, golden.GetProperty("width").GetInt32());
            var matrix = new ConfusionMatrix(classes);
            Of(golden).Count(ref matrix, 5);
            long[] expected = golden.GetProperty("confusion").Deserialize<long[]>()!;
            Assert.Equal(expected, from actual in Enumerable.Range(0, classes) from predicted in Enumerable.Range(0, classes) select matrix[actual, predicted]);
            Assert.Equal(golden.GetProperty("values").GetProperty("accuracy").GetDouble(), matrix.Value, 1e-12);
        }
    }

    // Class indices and rows that have 1 at the index are the same targets.
    [Fact]
    public void Rows_of_probabilities_are_classes_too()
    {
        foreach (JsonElement golden in Cases.Where(golden => golden.GetProperty("kind").GetString() == "classes"))
        {
            int width = golden.GetProperty("width").GetInt32();
            int[] classes = golden.GetProperty("targets").Deserialize<int[]>()!;
            float[] rows = [.. classes.SelectMany(right => Enumerable.Range(0, width).Select(c => c == right ? 1f : 0))];
            Evaluated indices = Of(golden), distributions = Evaluated.Distributions(width, OptimizerGoldens.Floats(golden.GetProperty("predictions")), rows);
            Assert.All(All.Take(10), make => Assert.Equal(indices.By(make()), distributions.By(make()), 1e-12));
        }
    }

    private static JsonElement Named(string name) => Cases.Single(golden => golden.GetProperty("name").GetString() == name);

    private static Evaluated Of(JsonElement golden)
    {
        int width = golden.GetProperty("width").GetInt32();
        float[] predictions = OptimizerGoldens.Floats(golden.GetProperty("predictions"));
        return golden.GetProperty("kind").GetString() == "classes"
            ? Evaluated.Classes(width, predictions, golden.GetProperty("targets").Deserialize<int[]>()!)
            : Evaluated.Numbers(width, predictions, OptimizerGoldens.Floats(golden.GetProperty("targets")));
    }
}
