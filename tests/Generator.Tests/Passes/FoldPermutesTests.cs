using StaticNet.Generator.Passes;

namespace StaticNet.Generator.Tests.Passes;

public class FoldPermutesTests
{
    [Fact]
    public void Two_become_one_or_none() => IrText.Check(
        FoldPermutes.Run,
        """
        %0 = input x [n,3,4]
        %1 = permute.2,0,1 %0 [4,n,3]
        %2 = permute.2,0,1 %1 [3,4,n]
        %3 = permute.1,2,0 %1 [n,3,4]
        output y %2
        output z %3
        """,
        """
        %0 = input x [n,3,4]
        %1 = permute.1,2,0 %0 [3,4,n]
        output y %1
        output z %0
        """);

    [Fact]
    public void One_that_moves_axes_of_extent_one_is_a_reshape() => IrText.Check(
        FoldPermutes.Run,
        """
        %0 = input x [n,1,4]
        %1 = permute.1,0,2 %0 [1,n,4]
        %2 = permute.0,2,1 %0 [n,4,1]
        output y %1
        output z %2
        """,
        """
        %0 = input x [n,1,4]
        %1 = reshape [1,n,4] %0 [1,n,4]
        %2 = reshape [n,4,1] %0 [n,4,1]
        output y %1
        output z %2
        """);

    [Fact]
    public void A_product_reads_its_operands_transposed() => IrText.Check(
        FoldPermutes.Run,
        """
        %0 = input x [n,3,4]
        %1 = input y [n,5,3]
        %2 = permute.0,2,1 %0 [n,4,3]
        %3 = permute.0,2,1 %1 [n,3,5]
        %4 = matmul %2 %3 [n,4,5]
        %5 = matmul.ta.tb %3 %2 [n,5,4]
        output y %4
        output z %5
        """,
        """
        %0 = input x [n,3,4]
        %1 = input y [n,5,3]
        %2 = matmul.ta.tb %0 %1 [n,4,5]
        %3 = matmul %1 %0 [n,5,4]
        output y %2
        output z %3
        """);

    [Fact]
    public void A_permutation_of_the_matrices_stays() => IrText.Keeps(
        FoldPermutes.Run,
        """
        %0 = input x [n,3,4,5]
        %1 = input w [5,2]
        %2 = permute.0,2,1,3 %0 [n,4,3,5]
        %3 = matmul %2 %1 [n,4,3,2]
        output y %3
        """);
}
