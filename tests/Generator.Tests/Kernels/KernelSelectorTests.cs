using StaticNet.Generator.Kernels;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Tests.Plan;

namespace StaticNet.Generator.Tests.Kernels;

public class KernelSelectorTests
{
    [Theory]
    [InlineData(4, 16, "unrolled")]
    [InlineData(32, 64, "unrolled")]
    [InlineData(33, 64, "tiles")]
    [InlineData(32, 65, "tiles")]
    [InlineData(784, 128, "tiles")]
    public void A_forward_product_is_written_out_where_its_weight_is_tiny(int inputs, int units, string kernel) => Assert.Equal([kernel], Names($"""
        %0 = input x [n,{inputs}]
        %1 = param w [{units},{inputs}]
        %2 = matmul.tb %0 %1 [n,{units}]
        output y %2
        """));

    [Fact]
    public void Every_kind_of_step_has_its_kernel() => Assert.Equal(["random numbers", "tiles over the batch", "dot products", "row loop"], Names("""
        %0 = input x [n,5]
        %1 = input dy [n,4]
        %2 = param w [4,5]
        %3 = random.uniform stream 0 [n,5] dropout1
        %4 = matmul.ta %1 %0 [4,5] dense1
        %5 = matmul %1 %2 [n,5] dense1
        %6 = map tanh(a) * b : %5 %3 [n,5] tanh1
        gradient w %4
        inputgradient x %6
        """));

    [Fact]
    public void Tables_and_products_of_many_matrices_have_theirs() => Assert.Equal(["rows of a table", "tiles of many matrices", "tiles of many matrices", "sums in a table"], Names("""
        %0 = input tokens [n,5]i
        %1 = param w [9,4]
        %2 = gather %1 %0 [n,5,4] embedding1
        %3 = matmul.tb %2 %2 [n,5,5] attention1
        %4 = matmul.ta %3 %2 [n,5,4] attention1
        %5 = scatteradd 9 %0 %4 [9,4] embedding1
        gradient w %5
        """));

    [Fact]
    public void A_polynomial_that_two_passes_need_is_kept_in_a_row_of_scratch()
    {
        ImmutableArray<PlannedStep> steps = KernelSelector.Choose(Grouping.Fuse(StaticNet.Generator.Reference.IrParser.Parse("""
            %0 = input x [n,5]
            %1 = max.1 %0 [n,1] softmax1
            %2 = map exp(a - b) : %0 %1 [n,5] softmax1
            %3 = sum.1 %2 [n,1] softmax1
            %4 = map a / b : %2 %3 [n,5] softmax1
            output y %4
            """)), maxBatch: 8);
        PlannedStep softmax = Assert.Single(steps);
        Assert.Equal(new Matrix(1, 5), Assert.Single(softmax.Kernel.Scratch(softmax.Step)));
        Assert.Equal(3, new SheetSchedule((SheetStep)softmax.Step).Passes);
    }

    [Theory]
    [InlineData(31, "tiles")]
    [InlineData(32, "tiles, part by part")]
    public void Many_rows_take_a_large_weight_part_by_part(int maxBatch, string kernel)
    {
        ImmutableArray<PlannedStep> steps = KernelSelector.Choose(Grouping.Fuse(StaticNet.Generator.Reference.IrParser.Parse("""
            %0 = input x [n,784]
            %1 = param w [512,784]
            %2 = matmul.tb %0 %1 [n,512] dense1
            output y %2
            """)), maxBatch);
        Assert.Equal(kernel, Assert.Single(steps).Kernel.Name);
    }

    private static string[] Names(string ir) => [.. Planned.Program(ir).Steps.OrderBy(s => s.Step.Nodes[0].Id).Select(s => s.Kernel.Name)];
}
