namespace StaticNet.Data.Tests.Sets;

public class DataSplitTests
{
    [Fact]
    public void Random_parts_share_no_row_and_leave_none_out()
    {
        DataSplit split = DataSplit.Random(101, test: 0.2, validation: 0.1, seed: 3);
        Assert.Equal((71, 10, 20), (split.Training.Length, split.Validation.Length, split.Test.Length));
        Assert.Equal(Enumerable.Range(0, 101), All(split).Order());
        Assert.Equal(split.Test, DataSplit.Random(101, 0.2, 0.1, seed: 3).Test);
        Assert.NotEqual(split.Test, DataSplit.Random(101, 0.2, 0.1, seed: 4).Test);
    }

    [Fact]
    public void Every_class_has_its_share_of_each_part()
    {
        int[] labels = [.. Enumerable.Range(0, 200).Select(i => i % 10 == 0 ? 2 : i % 4 == 1 ? 1 : 0)];
        DataSplit split = DataSplit.Stratified(labels, test: 0.25, validation: 0.15, seed: 1);
        Assert.Equal(Enumerable.Range(0, 200), All(split).Order());
        foreach (IGrouping<int, int> rows in labels.GroupBy(label => label))
        {
            Assert.InRange(split.Test.Count(row => labels[row] == rows.Key), rows.Count() * 0.25 - 1, rows.Count() * 0.25 + 1);
            Assert.InRange(split.Validation.Count(row => labels[row] == rows.Key), rows.Count() * 0.15 - 1, rows.Count() * 0.15 + 1);
        }

        Assert.NotEqual(split.Test, DataSplit.Stratified(labels, 0.25, 0.15, seed: 2).Test);
    }

    [Fact]
    public void By_time_the_later_rows_test()
    {
        DataSplit split = DataSplit.ByTime(100, test: 0.2, validation: 0.1, gap: 3);
        Assert.Equal(Enumerable.Range(0, 67), split.Training);
        Assert.Equal(Enumerable.Range(70, 7), split.Validation);
        Assert.Equal(Enumerable.Range(80, 20), split.Test);
        Assert.Equal(Enumerable.Range(0, 47), DataSplit.ByTime(100, test: 0.5, gap: 3).Training);
    }

    [Fact]
    public void By_time_rows_need_not_lie_in_order()
    {
        DateTime[] times = [.. new[] { 5, 1, 4, 2, 3 }.Select(day => new DateTime(2026, 1, day))];
        DataSplit split = DataSplit.ByTime(times, test: 0.4);
        Assert.Equal([1, 3, 4], split.Training);
        Assert.Equal([2, 0], split.Test);
    }

    [Fact]
    public void Bad_shares_are_told()
    {
        Refusal.Of<ArgumentException>("add up to less than 1", () => DataSplit.Random(10, test: 0.6, validation: 0.4));
        Refusal.Of<ArgumentException>("must be from 0 on", () => DataSplit.Random(10, test: double.NaN));
        Refusal.Of<ArgumentException>("no part may be empty", () => DataSplit.Random(10, test: 0.01));
        Refusal.Of<ArgumentException>("There are no rows", () => DataSplit.Random(0, test: 0.5));
        Refusal.Of<ArgumentException>("no part may be empty", () => DataSplit.ByTime(10, test: 0.2, validation: 0.2, gap: 2));
        Refusal.Of<ArgumentException>("Class 7 has 1 row, too few", () => DataSplit.Stratified([7, 1, 1, 1, 1], test: 0.6));
    }

    private static IEnumerable<int> All(DataSplit split) => split.Training.Concat(split.Validation).Concat(split.Test);
}
