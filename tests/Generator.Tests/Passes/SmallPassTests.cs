using StaticNet.Generator.Passes;

namespace StaticNet.Generator.Tests.Passes;

public class SmallPassTests
{
    [Fact]
    public void A_stop_is_its_operand() => IrText.Check(
        DropStops.Run,
        """
        %0 = input x [n,3]
        %1 = stop %0 [n,3]
        %2 = map exp(a) : %1 [n,3]
        output y %2
        """,
        """
        %0 = input x [n,3]
        %1 = map exp(a) : %0 [n,3]
        output y %1
        """);

    [Fact]
    public void Equal_nodes_become_one() => IrText.Check(
        MergeEqual.Run,
        """
        %0 = input x [n,3]
        %1 = map exp(a) : %0 [n,3]
        %2 = map exp(a) : %0 [n,3]
        %3 = sum.1 %1 [n,1]
        %4 = sum.1 %2 [n,1]
        %5 = sum.0 %2 [1,3]
        output y %3
        output z %4
        output u %5
        """,
        """
        %0 = input x [n,3]
        %1 = map exp(a) : %0 [n,3]
        %2 = sum.1 %1 [n,1]
        %3 = sum.0 %1 [1,3]
        output y %2
        output z %2
        output u %3
        """);

    [Fact]
    public void Random_numbers_of_two_streams_stay_two() => IrText.Keeps(
        MergeEqual.Run,
        """
        %0 = random.uniform stream 0 [n,3]
        %1 = random.uniform stream 1 [n,3]
        %2 = map a + b : %0 %1 [n,3]
        output y %2
        """);

    [Fact]
    public void Cuts_of_one_value_stay_two() => IrText.Keeps(
        MergeEqual.Run,
        """
        %0 = input x [n,3]
        %1 = cut %0 [n,3]
        %2 = cut %0 [n,3]
        output y %1
        output z %2
        """);

    [Fact]
    public void A_cut_of_what_others_read_too_has_a_place_of_its_own() => IrText.Check(
        CopySharedCuts.Run,
        """
        %0 = input x [n,3]
        %1 = map exp(a) : %0 [n,3]
        %2 = cut %1 [n,3]
        %3 = map tanh(a) : %0 [n,3]
        %4 = cut %3 [n,3]
        output y %1
        output z %2
        output u %4
        """,
        """
        %0 = input x [n,3]
        %1 = map exp(a) : %0 [n,3]
        %2 = cut.copy %1 [n,3]
        %3 = map tanh(a) : %0 [n,3]
        %4 = cut %3 [n,3]
        output y %1
        output z %2
        output u %4
        """);

    [Fact]
    public void Axes_of_extent_one_are_not_summed() => IrText.Check(
        RemoveUnits.Run,
        """
        %0 = input x [n,1,3]
        %1 = sum.1 %0 [n,1,3]
        %2 = max.1,2 %1 [n,1,1]
        output y %2
        """,
        """
        %0 = input x [n,1,3]
        %1 = max.2 %0 [n,1,1]
        output y %1
        """);

    [Fact]
    public void A_map_that_changes_nothing_is_gone() => IrText.Check(
        RemoveUnits.Run,
        """
        %0 = input x [n,3]
        %1 = map a : %0 [n,3]
        %2 = map a to [n,3] : %1 [n,3]
        %3 = input t [n,3]i
        %4 = map a : %3 [n,3]
        output y %2
        output z %4
        """,
        """
        %0 = input x [n,3]
        %1 = input t [n,3]i
        %2 = map a : %1 [n,3]
        output y %0
        output z %2
        """);

    [Fact]
    public void A_sum_over_columns_and_rows_is_two() => IrText.Check(
        SplitSums.Run,
        """
        %0 = input x [n,3,4]
        %1 = sum.0,1,2 %0 [1,1,1]
        output y %1
        """,
        """
        %0 = input x [n,3,4]
        %1 = sum.2 %0 [n,3,1]
        %2 = sum.0,1 %1 [1,1,1]
        output y %2
        """);

    [Fact]
    public void A_sum_over_rows_stays() => IrText.Keeps(
        SplitSums.Run,
        """
        %0 = input x [n,3,4]
        %1 = sum.0,1 %0 [1,1,4]
        output y %1
        """);

    [Fact]
    public void Sums_over_rows_of_sums_over_rows_are_one() => IrText.Check(
        SplitSums.Run,
        """
        %0 = input x [n,3,4,5]
        %1 = sum.2 %0 [n,3,1,5]
        %2 = sum.0,1 %1 [1,1,1,5]
        output y %2
        """,
        """
        %0 = input x [n,3,4,5]
        %1 = sum.0,1,2 %0 [1,1,1,5]
        output y %1
        """);

    [Fact]
    public void A_sum_that_others_read_stays() => IrText.Keeps(
        SplitSums.Run,
        """
        %0 = input x [n,3,4,5]
        %1 = sum.2 %0 [n,3,1,5]
        %2 = sum.0,1 %1 [1,1,1,5]
        output y %2
        output z %1
        """);
}
