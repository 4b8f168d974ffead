using StaticNet.Generator.Passes;

namespace StaticNet.Generator.Tests.Passes;

public class FoldReshapesTests
{
    [Fact]
    public void Two_become_one_or_none() => IrText.Check(
        FoldReshapes.Run,
        """
        %0 = input x [n,3,4]
        %1 = reshape [n,12] %0 [n,12]
        %2 = reshape [n,4,3] %1 [n,4,3]
        %3 = reshape [n,3,4] %1 [n,3,4]
        output y %2
        output z %3
        """,
        """
        %0 = input x [n,3,4]
        %1 = reshape [n,4,3] %0 [n,4,3]
        output y %1
        output z %0
        """);

    [Fact]
    public void A_constant_has_any_shape() => IrText.Check(
        FoldReshapes.Run,
        """
        %0 = map 2 to [n,3] [n,3]
        %1 = reshape [3n] %0 [3n]
        output y %1
        """,
        """
        %0 = map 2 to [3n] [3n]
        output y %0
        """);

    [Fact]
    public void One_between_maps_moves_behind_them() => IrText.Check(
        FoldReshapes.Run,
        """
        %0 = input x [n,3,4]
        %1 = input s [1]
        %2 = map max(a, 0) : %0 [n,3,4]
        %3 = reshape [n,12] %2 [n,12]
        %4 = map a * b : %3 %1 [n,12]
        output y %4
        """,
        """
        %0 = input x [n,3,4]
        %1 = input s [1]
        %2 = map max(a, 0) : %0 [n,3,4]
        %3 = reshape [] %1 []
        %4 = map a * b : %2 %3 [n,3,4]
        %5 = reshape [n,12] %4 [n,12]
        output y %5
        """);

    [Fact]
    public void One_stays_where_the_columns_count() => IrText.Keeps(
        FoldReshapes.Run,
        """
        %0 = input x [n,3,4]
        %1 = map max(a, 0) : %0 [n,3,4]
        %2 = reshape [n,12] %1 [n,12]
        %3 = map a * column : %2 [n,12]
        output y %3
        """);

    [Fact]
    public void Leading_axes_of_extent_one_are_broadcast_as_they_are() => IrText.Check(
        FoldReshapes.Run,
        """
        %0 = input x [n,3]
        %1 = sum.0 %0 [1,3]
        %2 = reshape [3] %1 [3]
        %3 = map a - b : %0 %2 [n,3]
        output y %3
        """,
        """
        %0 = input x [n,3]
        %1 = sum.0 %0 [1,3]
        %2 = map a - b : %0 %1 [n,3]
        output y %2
        """);

    [Fact]
    public void Maps_go_over_the_longer_rows() => IrText.Check(
        FoldReshapes.Run,
        """
        %0 = input x [1,1,1,8]
        %1 = input s [8]
        %2 = reshape [1,8,1,1] %0 [1,8,1,1]
        %3 = reshape [1,8,1,1] %1 [1,8,1,1]
        %4 = map a * b : %2 %3 [1,8,1,1]
        output y %4
        """,
        """
        %0 = input x [1,1,1,8]
        %1 = input s [8]
        %2 = reshape [1,1,1,8] %1 [1,1,1,8]
        %3 = map a * b : %0 %2 [1,1,1,8]
        %4 = reshape [1,8,1,1] %3 [1,8,1,1]
        output y %4
        """);

    [Fact]
    public void Maps_over_the_longer_rows_stay_there() => IrText.Keeps(
        FoldReshapes.Run,
        """
        %0 = input x [1,8,1,1]
        %1 = input s [1,1,1,8]
        %2 = reshape [1,1,1,8] %0 [1,1,1,8]
        %3 = map a * b : %2 %1 [1,1,1,8]
        output y %3
        """);
}
