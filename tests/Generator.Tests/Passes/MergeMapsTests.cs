using StaticNet.Generator.Passes;

namespace StaticNet.Generator.Tests.Passes;

public class MergeMapsTests
{
    [Fact]
    public void A_map_that_one_map_reads_becomes_part_of_it() => IrText.Check(
        MergeMaps.Run,
        """
        %0 = input x [n,3]
        %1 = param dense1.bias [3]
        %2 = map a + b : %0 %1 [n,3]
        %3 = map max(a, 0) : %2 [n,3]
        %4 = map a * a : %3 [n,3]
        output y %4
        """,
        """
        %0 = input x [n,3]
        %1 = param dense1.bias [3]
        %2 = map let t0 = max(a + b, 0); t0 * t0 : %0 %1 [n,3]
        output y %2
        """);

    [Fact]
    public void What_others_read_stays() => IrText.Keeps(
        MergeMaps.Run,
        """
        %0 = input x [n,3]
        %1 = map exp(a) : %0 [n,3]
        %2 = map a + 1 : %1 [n,3]
        %3 = sum.1 %1 [n,1]
        output y %2
        output z %3
        """);

    [Fact]
    public void A_result_stays() => IrText.Keeps(
        MergeMaps.Run,
        """
        %0 = input x [n,3]
        %1 = map exp(a) : %0 [n,3]
        %2 = map a + 1 : %1 [n,3]
        output y %1
        output z %2
        """);

    [Fact]
    public void Nothing_crosses_a_cut() => IrText.Keeps(
        MergeMaps.Run,
        """
        %0 = input x [n,3]
        %1 = map exp(a) : %0 [n,3]
        %2 = cut %1 [n,3]
        %3 = map a + 1 : %2 [n,3]
        output y %3
        """);

    [Fact]
    public void One_number_a_row_is_not_computed_for_each_element() => IrText.Keeps(
        MergeMaps.Run,
        """
        %0 = input x [n,3]
        %1 = sum.1 %0 [n,1]
        %2 = map 1 / a : %1 [n,1]
        %3 = map a * b : %0 %2 [n,3]
        output y %3
        """);

    [Fact]
    public void Constants_and_repetitions_stand_wherever_they_are_read() => IrText.Check(
        MergeMaps.Run,
        """
        %0 = input x [n,3]
        %1 = map 1 / batch to [1,1] [1,1]
        %2 = sum.1 %0 [n,1]
        %3 = map a to [n,3] : %2 [n,3]
        %4 = map a * b : %1 %3 [n,3]
        %5 = map a - b * c : %0 %3 %1 [n,3]
        output y %4
        output z %5
        """,
        """
        %0 = input x [n,3]
        %1 = sum.1 %0 [n,1]
        %2 = map 1 / batch * a to [n,3] : %1 [n,3]
        %3 = map a - b * (1 / batch) : %0 %1 [n,3]
        output y %2
        output z %3
        """);

    [Fact]
    public void A_column_number_moves_only_among_equal_columns() => IrText.Check(
        MergeMaps.Run,
        """
        %0 = input x [n,3]
        %1 = map column to [3] [3]
        %2 = map column to [1] [1]
        %3 = map a * b * c : %0 %1 %2 [n,3]
        output y %3
        """,
        """
        %0 = input x [n,3]
        %1 = map column to [1] [1]
        %2 = map a * column * b : %0 %1 [n,3]
        output y %2
        """);

    [Fact]
    public void At_most_eight_operands()
    {
        string inputs = string.Join("\n", Enumerable.Range(0, 9).Select(i => $"%{i} = input x{i} [n,3]"));
        IrText.Keeps(
            MergeMaps.Run,
            inputs + """

            %9 = map a + b + c + d + e + f + g + h : %0 %1 %2 %3 %4 %5 %6 %7 [n,3]
            %10 = map a * b : %9 %8 [n,3]
            output y %10
            """);
    }

    [Fact]
    public void A_cheap_map_is_computed_where_it_is_read() => IrText.Check(
        RecomputeMaps.Run,
        """
        %0 = input x [n,3]
        %1 = sum.0 %0 [1,3]
        %2 = map a - b : %0 %1 [n,3]
        %3 = map a * a : %2 [n,3]
        %4 = map exp(a) : %2 [n,3]
        output y %3
        output z %4
        """,
        """
        %0 = input x [n,3]
        %1 = sum.0 %0 [1,3]
        %2 = map let t0 = a - b; t0 * t0 : %0 %1 [n,3]
        %3 = map exp(a - b) : %0 %1 [n,3]
        output y %2
        output z %3
        """);

    [Fact]
    public void A_map_stays_where_its_operand_is_needed_for_it_alone() => IrText.Keeps(
        RecomputeMaps.Run,
        """
        %0 = input x [n,3]
        %1 = param w [3,3]
        %2 = matmul %0 %1 [n,3]
        %3 = map max(a, 0) : %2 [n,3]
        %4 = map a * a : %3 [n,3]
        %5 = map a + 1 : %3 [n,3]
        output y %4
        output z %5
        """);

    /// <summary>Both readers would multiply by the number last, each rounding another product.</summary>
    [Theory]
    [InlineData("a * 0.3")]
    [InlineData("neg(a) / 3")]
    [InlineData("ifgt(0.25, a, 0, a * 0.3)")]
    public void What_is_scaled_is_rounded_once_for_all_readers(string scaled) => IrText.Keeps(
        RecomputeMaps.Run,
        $"""
        %0 = input x [n,3]
        %1 = map {scaled} : %0 [n,3]
        %2 = map a * b : %1 %0 [n,3]
        %3 = map exp(a) : %1 [n,3]
        output y %2
        output z %3
        """);

    [Fact]
    public void What_is_scaled_by_a_power_of_two_is_computed_again() => IrText.Check(
        RecomputeMaps.Run,
        """
        %0 = input x [n,3]
        %1 = map a * -0.25 : %0 [n,3]
        %2 = map a * a : %1 [n,3]
        %3 = map exp(a) : %1 [n,3]
        output y %2
        output z %3
        """,
        """
        %0 = input x [n,3]
        %1 = map let t0 = a * -0.25; t0 * t0 : %0 [n,3]
        %2 = map exp(a * -0.25) : %0 [n,3]
        output y %1
        output z %2
        """);
}
