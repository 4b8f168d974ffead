namespace StaticNet.Data.Tests.Sets;

public class DataSetTests
{
    private static readonly DataSet<float, int> Four = new([0, 1, 10, 11, 20, 21, 30, 31], [0, 1, 2, 3], 4);

    [Fact]
    public void Rows_are_selected_with_their_targets()
    {
        DataSet<float, int> some = Four.Select([3, 1]);
        Assert.Equal([30, 31, 10, 11], some.Inputs);
        Assert.Equal([3, 1], some.Targets);
        Assert.Equal((2, 2, 1), (some.Count, some.InputLength, some.TargetLength));
    }

    [Fact]
    public void A_split_makes_parts()
    {
        var split = new DataSplit([0, 1], [2], [3]);
        (DataSet<float, int> training, DataSet<float, int> validation, DataSet<float, int> test) = Four.InThree(split);
        Assert.Equal([0, 1], training.Targets);
        Assert.Equal([2], validation.Targets);
        Assert.Equal([30, 31], test.Inputs);
        Assert.Equal([3], Four.InTwo(split).Test.Targets);
    }

    [Fact]
    public void Rows_that_do_not_fit_are_told()
    {
        Refusal.Of<ArgumentException>("inputs has 7 elements, which is no whole number for each of 2 samples", () => _ = new DataSet<float, int>(new float[7], new int[2], 2));
        Refusal.Of<ArgumentException>("targets has 0 elements", () => _ = new DataSet<float, int>(new float[4], [], 2));
        Refusal.Of<ArgumentException>("no rows to select", () => Four.InThree(new([0], [], [1])));
    }

    [Fact]
    public void Windows_are_followed_by_their_targets()
    {
        float[] series = [.. Enumerable.Range(0, 20).Select(i => (float)i)];
        DataSet<float, float> windows = SlidingWindows.Of(series, length: 3, horizon: 2, channels: 2, target: 1, stride: 2);
        Assert.Equal((3, 6, 2), (windows.Count, windows.InputLength, windows.TargetLength));
        Assert.Equal([4, 5, 6, 7, 8, 9], windows.Input(1).ToArray());
        Assert.Equal([11, 13], windows.Target(1).ToArray());
        Assert.Equal([15, 17], windows.Target(2).ToArray());
    }

    [Fact]
    public void Windows_that_do_not_fit_are_told()
    {
        Assert.Equal(1, SlidingWindows.Of(new float[4], length: 3).Count);
        Refusal.Of<ArgumentException>("The series has 3 steps, but a window of 3 and the 1 after it need 4", () => SlidingWindows.Of(new float[3], length: 3));
        Refusal.Of<ArgumentException>("no whole number of steps of 2", () => SlidingWindows.Of(new float[9], length: 1, channels: 2));
    }
}
