namespace StaticNet.Data.Tests.Preparation;

public sealed class PreprocessingTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    private string File => Path.Combine(_folder, "model.preprocessing.json");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Every_transform_comes_back_as_it_was()
    {
        float[] training = [0.1f, 3, float.NaN, 7, 2.5f, -1e-7f];
        var saved = new Preprocessing
        {
            { "standard", StandardScaler.Fit(training, 2) },
            { "range", MinMaxScaler.Fit(training, 2, -1, 1) },
            { "robust", RobustScaler.Fit(training, 2) },
            { "gaps", Imputer.Median(training, 2) },
            { "class", LabelEncoder.Fit("é", "b") },
            { "town", OneHotEncoder.Fit(["x", "y"], unknownAsZeros: true) },
        };
        saved.Save(File);
        Preprocessing loaded = Preprocessing.Load(File);

        Assert.Equal(saved.Select(pair => (pair.Key, pair.Value.GetType())), loaded.Select(pair => (pair.Key, pair.Value.GetType())));
        foreach (string name in new[] { "standard", "range", "robust" })
        {
            float[] a = [.. training], b = [.. training];
            saved.Get<Scaler>(name).Transform(a);
            loaded.Get<Scaler>(name).Transform(b);
            Assert.Equal(a, b);
        }

        Assert.Equal(saved.Get<Imputer>("gaps").Fills, loaded.Get<Imputer>("gaps").Fills);
        Assert.Equal(["b", "é"], loaded.Get<LabelEncoder>("class").Classes);
        Assert.Equal([0, 0], loaded.Get<OneHotEncoder>("town").Transform("z"));
    }

    [Fact]
    public void A_file_that_cannot_be_written_stays_as_it_was()
    {
        var one = new Preprocessing { { "class", LabelEncoder.Fit("a") } };
        one.Save(File);
        byte[] before = System.IO.File.ReadAllBytes(File);
        Refusal.Of<IOException>("does not exist", () => one.Save(Path.Combine(_folder, "missing", "file.json")));
        Refusal.Of<IOException>("it is a folder", () => one.Save(_folder));
        Assert.Equal(before, System.IO.File.ReadAllBytes(File));
        Assert.Equal([File], Directory.GetFiles(_folder));
    }

    [Theory]
    [InlineData("", "is no file of fitted transforms")]
    [InlineData("{\"a\": {\"kind\": \"WhiteningScaler\"}}", "WhiteningScaler")]
    [InlineData("{\"a\": {\"kind\": \"StandardScaler\", \"means\": [1]}}", "deviations")]
    [InlineData("{\"a\": {\"kind\": \"StandardScaler\", \"means\": [1], \"deviations\": [0]}}", "a scale is above 0")]
    [InlineData("{\"a\": {\"kind\": \"StandardScaler\", \"means\": [1], \"deviations\": [1, 2]}}", "expected as many of each")]
    [InlineData("{\"a\": {\"kind\": \"MinMaxScaler\", \"minima\": [1], \"maxima\": [2], \"low\": 1, \"high\": 0}}", "The range from 1 to 0 is none")]
    [InlineData("{\"a\": {\"kind\": \"Imputer\", \"fills\": []}}", "one for each column")]
    [InlineData("{\"a\": {\"kind\": \"LabelEncoder\", \"classes\": [\"x\", \"x\"]}}", "stands there twice")]
    [InlineData("{\"a\": null}", "is no file of fitted transforms")]
    public void Files_that_are_none_are_told(string text, string message)
    {
        System.IO.File.WriteAllText(File, text);
        Refusal.Of<InvalidDataException>(message, () => Preprocessing.Load(File));
    }

    [Fact]
    public void Names_that_are_not_there_are_told()
    {
        var one = new Preprocessing { { "class", LabelEncoder.Fit("a") } };
        Refusal.Of<ArgumentException>("There is no 'klass': there is 'class'.", () => one.Get<LabelEncoder>("klass"));
        Refusal.Of<ArgumentException>("'class' is a LabelEncoder, not a StandardScaler", () => one.Get<StandardScaler>("class"));
        Refusal.Of<ArgumentException>("'class' is there already", () => one.Add("class", LabelEncoder.Fit("a")));
        Refusal.Of<InvalidDataException>("Cannot read", () => Preprocessing.Load(File));
    }
}
