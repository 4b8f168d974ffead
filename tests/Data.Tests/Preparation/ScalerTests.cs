using StaticNet.Oracle;

namespace StaticNet.Data.Tests.Preparation;

public class ScalerTests
{
    public static TheoryData<string, Func<float[], int, Scaler>> Cases => new()
    {
        { "StandardScaler", (training, columns) => StandardScaler.Fit(training, columns) },
        { "MinMaxScaler", (training, columns) => MinMaxScaler.Fit(training, columns) },
        { "MinMaxScaler -1 to 3", (training, columns) => MinMaxScaler.Fit(training, columns, -1, 3) },
        { "RobustScaler", (training, columns) => RobustScaler.Fit(training, columns) },
        { "RobustScaler 10 to 80", (training, columns) => RobustScaler.Fit(training, columns, 0.1, 0.8) },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public void Scalers_are_those_of_scikit_learn(string name, Func<float[], int, Scaler> fit)
    {
        foreach (string gaps in new[] { "", " with gaps" })
        {
            GoldenCase golden = GoldenCase.Of(name + gaps);
            float[] training = golden.Floats("training"), other = golden.Floats("other");
            float[] before = [.. training], otherBefore = [.. other];
            Scaler scaler = fit(training, golden.Columns("training"));
            scaler.Transform(training);
            GoldenCase.Agree(golden.Floats("trainingOut"), training);
            scaler.Transform(other);
            GoldenCase.Agree(golden.Floats("otherOut"), other);

            scaler.Inverse(training);
            scaler.Inverse(other);
            GoldenCase.Agree(before, training);
            GoldenCase.Agree(otherBefore, other);
        }
    }

    [Fact]
    public void Imputers_are_those_of_scikit_learn()
    {
        foreach ((string strategy, Func<float[], int, Imputer> fit) in new (string, Func<float[], int, Imputer>)[]
        {
            ("mean", (training, columns) => Imputer.Mean(training, columns)), ("median", (training, columns) => Imputer.Median(training, columns)),
            ("most_frequent", (training, columns) => Imputer.MostFrequent(training, columns)),
        })
        {
            GoldenCase golden = GoldenCase.Of("SimpleImputer " + strategy);
            float[] training = golden.Floats("training"), other = golden.Floats("other"), before = [.. other];
            Imputer imputer = fit(training, golden.Columns("training"));
            bool[] missing = Imputer.Missing(other);
            imputer.Transform(training);
            imputer.Transform(other);
            GoldenCase.Agree(golden.Floats("trainingOut"), training);
            GoldenCase.Agree(golden.Floats("otherOut"), other);
            Imputer.Inverse(other, missing);
            Assert.Equal(before, other);
        }
    }

    [Fact]
    public void Encoders_are_those_of_scikit_learn()
    {
        GoldenCase golden = GoldenCase.Of("categories");
        string[] asked = golden.Texts("asked");
        LabelEncoder labels = LabelEncoder.Fit(golden.Texts("training"));
        Assert.Equal(golden.Texts("classes"), labels.Classes);
        Assert.Equal(golden.Integers("labels"), labels.Transform(asked));
        Assert.Equal(asked, labels.Inverse(golden.Integers("labels")));

        OneHotEncoder hot = OneHotEncoder.Fit(golden.Texts("training"));
        Assert.Equal(golden.Floats("oneHot"), hot.Transform(asked));
        Assert.Equal(asked, hot.Inverse(golden.Floats("oneHot")));
    }

    [Fact]
    public void Unknown_categories_are_told_or_zeros()
    {
        Refusal.Of<ArgumentException>("Row 1 is 'pair', which the training part did not have: did you mean 'pear'?", () => LabelEncoder.Fit("pear", "fig").Transform("fig", "pair"));
        Refusal.Of<ArgumentException>("Row 0 is 'pair'", () => OneHotEncoder.Fit(["pear", "fig"]).Transform("pair"));
        Refusal.Of<ArgumentException>("Row 0 has the class 2: there are the classes 0 to 1.", () => LabelEncoder.Fit("pear", "fig").Inverse(2));
        OneHotEncoder lenient = OneHotEncoder.Fit(["pear", "fig"], unknownAsZeros: true);
        Assert.Equal([0, 0, 1, 0], lenient.Transform("pair", "fig"));
        Assert.Equal(["", "fig"], lenient.Inverse([0, 0, 1, 0]));
    }

    [Fact]
    public void Bad_columns_are_told()
    {
        Refusal.Of<ArgumentException>("training has 3 numbers, which is no whole number of rows of 2", () => StandardScaler.Fit([1, 2, 3], 2));
        Refusal.Of<ArgumentException>("Column 1 has no number at all", () => MinMaxScaler.Fit([1, float.NaN, 2, float.NaN], 2));
        Refusal.Of<ArgumentException>("Column 0 of row 1 is infinite", () => RobustScaler.Fit([1, float.PositiveInfinity], 1));
        Refusal.Of<ArgumentException>("The range from 1 to 1 is none", () => MinMaxScaler.Fit([1, 2], 1, 1, 1));
        Refusal.Of<ArgumentException>("The quantiles 0.75 and 0.25", () => RobustScaler.Fit([1, 2], 1, 0.75, 0.25));
        Refusal.Of<ArgumentException>("samples has 3 numbers", () => StandardScaler.Fit([1, 2, 3, 4], 2).Transform(new float[3]));
    }

    [Fact]
    public void Scaling_allocates_nothing()
    {
        float[] samples = [.. Enumerable.Range(0, 60).Select(i => (float)i)];
        StandardScaler scaler = StandardScaler.Fit(samples, 6);
        Imputer imputer = Imputer.Mean(samples, 6);
        Assert.Equal(0, Allocated.By(() =>
        {
            imputer.Transform(samples);
            scaler.Transform(samples);
            scaler.Inverse(samples);
        }));
    }
}
