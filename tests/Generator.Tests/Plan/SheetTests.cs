using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Plan;

public class SheetTests
{
    [Theory]
    [InlineData("n,4", "4n", "n,4")]
    [InlineData("n,6", "n,2,3", "n,2,3")]
    [InlineData("n,2,6", "n,4,3", "n,2,2,3")]
    [InlineData("3n,4", "3,n,4", "3,n,4")]
    [InlineData("6n", "2,3n", "2,3n")]
    [InlineData("2,3", "3,2", null)]
    [InlineData("n,4", "n,5", null)]
    public void Axes_that_both_are_made_of(string a, string b, string? common) =>
        Assert.Equal(common, RowView.Common(Dims(a), Dims(b)) is { } dims ? string.Join(",", dims) : null);

    [Fact]
    public void A_number_a_channel_is_one_column_of_all_rows() => Check(
        """
        %0 = input x [n,3,4,8]
        %1 = param b [1,1,8]
        %2 = map a + b : %0 %1 [n,3,4,8]
        output y %2
        """,
        "12n × 8: %0 full, %1 column, %2 full");

    [Fact]
    public void A_row_for_each_position_repeats_over_samples() => Check(
        """
        %0 = input x [n,3,8]
        %1 = param p [3,8]
        %2 = map a + b : %0 %1 [n,3,8]
        output y %2
        """,
        "n,3 × 8: %0 full, %1 .# columns, %2 full");

    [Fact]
    public void A_sum_over_pixels_sweeps_the_inner_rows() => Check(
        """
        %0 = input x [n,3,4,8]
        %1 = sum.1,2 %0 [n,1,1,8]
        output y %1
        """,
        "n,12 × 8 sweeping .#: %0 full, %1 #. columns");

    [Fact]
    public void Axes_around_the_batch_lie_without_gaps() => Check(
        """
        %0 = input x [3,n,8]
        %1 = map max(a, 0) : %0 [3,n,8]
        output y %1
        """,
        "3n × 8: %0 full, %1 full");

    private static ImmutableArray<Dim> Dims(string text) =>
        [.. text.Split(',').Select(d => new Dim(d.TrimEnd('n') is { Length: > 0 } size ? int.Parse(size) : 1, d.EndsWith('n')))];

    private static void Check(string ir, string expected)
    {
        SheetStep step = Assert.IsType<SheetStep>(Assert.Single(Grouping.Fuse(IrParser.Parse(ir))));
        Sheet sheet = step.Sheet;
        string swept = sheet.Sweep == Sweep.Columns ? $" sweeping {Marks(sheet.Swept)}" : "";
        IEnumerable<string> accesses = sheet.Accesses.OrderBy(p => p.Key.Node.Id).Select(p => $"{p.Key} {Text(p.Value)}");
        Assert.Equal(expected, $"{string.Join(",", sheet.Rows)} × {sheet.Columns}{swept}: {string.Join(", ", accesses)}");
    }

    private static string Text(Access access) => access.IsFull ? "full" : access.Columns && !access.Rows.Contains(true) ? "column"
        : Marks(access.Rows) + (access.Columns ? " columns" : "");

    private static string Marks(IEnumerable<bool> rows) => string.Concat(rows.Select(present => present ? '#' : '.'));
}
