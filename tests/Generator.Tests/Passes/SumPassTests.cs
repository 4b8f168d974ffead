using StaticNet.Generator.Passes;

namespace StaticNet.Generator.Tests.Passes;

public class SumPassTests
{
    [Fact]
    public void What_does_not_vary_leaves_the_sum() => IrText.Check(
        FactorSums.Run,
        """
        %0 = input x [n,3]
        %1 = input y [n,3]
        %2 = param gain [3]
        %3 = map a * b * c / batch : %0 %2 %1 [n,3]
        %4 = sum.0 %3 [1,3]
        output y %4
        """,
        """
        %0 = input x [n,3]
        %1 = input y [n,3]
        %2 = param gain [3]
        %3 = map a * b : %0 %1 [n,3]
        %4 = sum.0 %3 [1,3]
        %5 = map a * (b * (1 / batch)) : %4 %2 [1,3]
        output y %5
        """);

    [Fact]
    public void A_sum_of_equal_numbers_is_a_product() => IrText.Check(
        FactorSums.Run,
        """
        %0 = param gain [3]
        %1 = map a to [n,3] : %0 [n,3]
        %2 = sum.0 %1 [1,3]
        output y %2
        """,
        """
        %0 = param gain [3]
        %1 = map a * batch to [1,3] : %0 [1,3]
        output y %1
        """);

    [Fact]
    public void Equal_numbers_that_others_read_are_not_summed_either() => IrText.Check(
        FactorSums.Run,
        """
        %0 = map 2 to [n,3] [n,3]
        %1 = sum.1 %0 [n,1]
        output y %0
        output z %1
        """,
        """
        %0 = map 2 to [n,3] [n,3]
        %1 = map 6 to [n,1] [n,1]
        output y %0
        output z %1
        """);

    [Fact]
    public void What_varies_along_the_axis_stays() => IrText.Keeps(
        FactorSums.Run,
        """
        %0 = input x [n,3]
        %1 = param gain [3]
        %2 = map a * b * column : %0 %1 [n,3]
        %3 = sum.1 %2 [n,1]
        output y %3
        """);

    [Fact]
    public void A_map_that_others_read_is_not_computed_twice() => IrText.Keeps(
        FactorSums.Run,
        """
        %0 = input x [n,3]
        %1 = input y [n,3]
        %2 = map a * b * 2 : %0 %1 [n,3]
        %3 = sum.0 %2 [1,3]
        output y %3
        output z %2
        """);

    [Fact]
    public void Sums_that_are_there_are_used() => IrText.Check(
        DistributeSums.Run,
        """
        %0 = input x [n,3]
        %1 = param gain [3]
        %2 = sum.0 %0 [1,3]
        %3 = map a * b + a : %0 %1 [n,3]
        %4 = sum.0 %3 [1,3]
        output y %2
        output z %4
        output u %3
        """,
        """
        %0 = input x [n,3]
        %1 = param gain [3]
        %2 = sum.0 %0 [1,3]
        %3 = map a * b + a : %0 %1 [n,3]
        %4 = map (a + 1) * b : %1 %2 [1,3]
        output y %2
        output z %4
        output u %3
        """);

    [Fact]
    public void Terms_that_could_cancel_are_added_element_by_element() => IrText.Keeps(
        DistributeSums.Run,
        """
        %0 = input x [n,3]
        %1 = param centre [3]
        %2 = sum.0 %0 [1,3]
        %3 = map a - b : %0 %1 [n,3]
        %4 = sum.0 %3 [1,3]
        output y %2
        output z %4
        """);

    [Fact]
    public void What_is_centred_sums_to_nothing() => IrText.Check(
        DistributeSums.Run,
        """
        %0 = input x [n,3]
        %1 = sum.0 %0 [1,3]
        %2 = map a / batch : %1 [1,3]
        %3 = map a - b : %0 %2 [n,3]
        %4 = sum.0 %3 [1,3]
        output y %4
        """,
        """
        %0 = input x [n,3]
        %1 = map 0 to [1,3] [1,3]
        output y %1
        """);
}
