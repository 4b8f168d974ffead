using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Plan;

/// <summary>IR in, steps out.</summary>
public class GroupingTests
{
    [Fact]
    public void Bias_and_cheap_maps_join_the_product_before_them_and_costly_ones_do_not() => Planned.Steps("""
        %0 = input input [n,5]
        %1 = param dense1.weight [4,5]
        %2 = matmul.tb %0 %1 [n,4] dense1
        %3 = param dense1.bias [4]
        %4 = map max(a + b, 0) : %2 %3 [n,4] relu1
        %5 = param dense2.weight [3,4]
        %6 = matmul.tb %4 %5 [n,3] dense2
        %7 = param dense2.bias [3]
        %8 = map tanh(a + b) : %6 %7 [n,3] tanh1
        output output %8
        prediction prediction %8
        """, """
        forward Dense1Relu1 %2 %4 ← %0 %1 %3 → %4
        forward Dense2 %6 ← %4 %5 → %6
        forward Tanh1 %8 ← %6 %7 → %8
        """);

    [Fact]
    public void Softmax_with_cross_entropy_is_one_step_over_the_rows() => Planned.Steps("""
        %0 = input input [n,3]
        %1 = map a * 2 : %0 [n,3] scale1
        %2 = input target [n]i
        %3 = max.1 %1 [n,1] loss1
        %4 = map exp(a - b) : %1 %3 [n,3] loss1
        %5 = sum.1 %4 [n,1] loss1
        %6 = reshape [n,1] : %2 [n,1]i loss1
        %7 = map ifeq(column, a, b, 0) : %6 %1 [n,3] loss1
        %8 = sum.1 %7 [n,1] loss1
        %9 = map log(a) + b - c : %5 %3 %8 [n,1] loss1
        %10 = sum.0 %9 [1,1] loss1
        %11 = map a / batch : %10 [1,1] loss1
        %12 = reshape [] : %11 [] loss1
        %13 = map ifeq(column, a, -1, 0) + c / b : %6 %5 %4 [n,3] loss1
        %14 = cut %13 [n,3] loss1
        output output %1
        loss loss %12
        outputgradient output %14
        """, """
        forward Scale1 %1 ← %0 → %1
        head Loss1 rows %3 %4 %5 %7 %8 %9 %10 %11 %13 ← %1 %2 → %11 %13
        """);

    [Fact]
    public void A_bias_gradient_is_a_sum_down_the_columns_together_with_the_derivative_before_it() => Planned.Steps("""
        %0 = input input [n,5]
        %1 = param dense1.weight [4,5]
        %2 = matmul.tb %0 %1 [n,4] dense1
        %3 = map tanh(a) : %2 [n,4] tanh1
        %4 = input output_gradient [n,4]
        %5 = cut %4 [n,4]
        %6 = map a * (1 - b * b) : %5 %3 [n,4] tanh1
        %7 = sum.0 %6 [1,4] dense1
        %8 = reshape [4] : %7 [4] dense1
        %9 = matmul.ta %6 %0 [4,5] dense1
        output output %3
        outputgradient output %5
        gradient dense1.weight %9
        gradient dense1.bias %8
        """, """
        forward Dense1 %2 ← %0 %1 → %2
        forward Tanh1 %3 ← %2 → %3
        backward Tanh1Dense1Gradient columns %6 %7 ← %4 %3 → %6 %7
        backward Dense1WeightGradient %9 ← %6 %0 → %9
        """);

    [Fact]
    public void The_derivative_of_an_activation_joins_the_product_behind_it() => Planned.Steps("""
        %0 = input h [n,4]
        %1 = map max(a, 0) : %0 [n,4] relu1
        %2 = param dense2.weight [3,4]
        %3 = matmul.tb %1 %2 [n,3] dense2
        %4 = input output_gradient [n,3]
        %5 = cut %4 [n,3]
        %6 = matmul %5 %2 [n,4] dense2
        %7 = map ifgt(a, 0, b, 0) : %1 %6 [n,4] relu1
        %8 = matmul.ta %5 %1 [3,4] dense2
        output output %3
        outputgradient output %5
        gradient dense2.weight %8
        inputgradient h %7
        """, """
        forward Relu1 %1 ← %0 → %1
        forward Dense2 %3 ← %1 %2 → %3
        backward Dense2Relu1InputGradient %6 %7 ← %4 %2 %1 → %7
        backward Dense2WeightGradient %8 ← %4 %1 → %8
        """);

    [Fact]
    public void Batch_normalisation_is_one_step_each_way() => Planned.Steps("""
        %0 = input x [n,4]
        %1 = map a * 3 : %0 [n,4] scale1
        %2 = state bn.mean [4]
        %3 = sum.0 %1 [1,4] bn
        %4 = map a / batch : %3 [1,4] bn
        %5 = map let t0 = a - b; t0 * t0 : %1 %4 [n,4] bn
        %6 = sum.0 %5 [1,4] bn
        %7 = map 1 / sqrt(a / batch + 0.001) : %6 [1,4] bn
        %8 = reshape [4] : %4 [4] bn
        %9 = map a * 0.9 + b * 0.1 : %2 %8 [4] bn
        %10 = map (a - b) * c : %1 %4 %7 [n,4] bn
        %11 = input output_gradient [n,4]
        %12 = cut %11 [n,4]
        %13 = sum.0 %12 [1,4] bn
        %14 = reshape [4] : %13 [4] bn
        %15 = map a * b : %12 %10 [n,4] bn
        %16 = sum.0 %15 [1,4] bn
        %17 = map (a - (b + c * d) / batch) * e : %12 %13 %10 %16 %7 [n,4] bn
        output output %10
        nextstate bn.mean %9
        outputgradient output %12
        gradient bn.bias %14
        inputgradient x %17
        """, """
        forward Scale1Bn columns %1 %3 %4 %5 %6 %7 %9 %10 ← %0 %2 → %7 %9 %10
        backward BnGradient columns %13 %15 %16 %17 ← %11 %10 %7 → %13 %17
        """);

    [Fact]
    public void What_parameters_alone_determine_is_ready_for_a_product() => Planned.Steps("""
        %0 = input x [n,4]
        %1 = param dense1.weight [4,4]
        %2 = matmul.tb %0 %1 [n,4] dense1
        %3 = state bn.var [4]
        %4 = map 1 / sqrt(a + 0.001) : %3 [4] bn
        %5 = map max(a * b, 0) : %2 %4 [n,4] relu1
        output output %5
        prediction prediction %5
        """, """
        forward Bn %4 ← %3 → %4
        forward Dense1Relu1 %2 %5 ← %0 %1 %4 → %5
        """);

    [Fact]
    public void The_mean_of_squares_of_one_column_is_one_step() => Planned.Steps("""
        %0 = input x [n,1]
        %1 = map a + 1 : %0 [n,1] shift1
        %2 = input target [n,1]
        %3 = map let t0 = a - b; t0 * t0 : %1 %2 [n,1] mse
        %4 = sum.0 %3 [1,1] mse
        %5 = map a / batch : %4 [1,1] mse
        %6 = reshape [] : %5 [] mse
        %7 = map (a - b) * (2 / batch) : %1 %2 [n,1] mse
        %8 = cut %7 [n,1] mse
        output output %1
        loss loss %6
        outputgradient output %8
        """, """
        forward Shift1 %1 ← %0 → %1
        head Mse columns %3 %4 %5 %7 ← %1 %2 → %5 %7
        """);

    [Fact]
    public void A_sum_of_branches_joins_the_product_that_ends_last() => Planned.Steps("""
        %0 = input x [n,4]
        %1 = param a.weight [4,4]
        %2 = matmul.tb %0 %1 [n,4] a
        %3 = param b.weight [4,4]
        %4 = matmul.tb %0 %3 [n,4] b
        %5 = map a + b : %2 %4 [n,4] add1
        output output %5
        prediction prediction %5
        """, """
        forward A %2 ← %0 %1 → %2
        forward BAdd1 %4 %5 ← %0 %3 %2 → %5
        """);

    [Fact]
    public void A_map_that_only_a_sum_reads_is_not_stored_for_it() => Planned.Steps("""
        %0 = input dy [n,4]
        %1 = input x [n,3]
        %2 = param w [4,3]
        %3 = matmul %0 %2 [n,3] dense1
        %4 = map a * b : %3 %1 [n,3] bn
        %5 = sum.0 %4 [1,3] bn
        %6 = sum.0 %3 [1,3] bn
        output a %5
        output b %6
        """, """
        forward Dense1 %3 ← %0 %2 → %3
        forward Bn columns %4 %5 %6 ← %3 %1 → %5 %6
        """);

    [Fact]
    public void What_is_stored_in_any_case_is_stored_by_the_product() => Planned.Steps("""
        %0 = input x [n,4]
        %1 = param a.weight [4,4]
        %2 = matmul.tb %0 %1 [n,4] a
        %3 = map max(a, 0) : %2 [n,4] relu1
        %4 = matmul.tb %3 %1 [n,4] b
        %5 = map a + b : %4 %2 [n,4] add1
        output output %5
        prediction prediction %5
        """, """
        forward ARelu1 %2 %3 ← %0 %1 → %2 %3
        forward BAdd1 %4 %5 ← %3 %1 %2 → %5
        """);

    [Fact]
    public void What_the_head_and_the_backward_pass_both_need_runs_before_them() => Planned.Steps("""
        %0 = input x [n,4]
        %1 = map tanh(a) : %0 [n,4] tanh1
        %2 = map 1 - a * a : %1 [n,4] tanh1
        %3 = input target [n,4]
        %4 = map a * b : %2 %3 [n,4] loss1
        %5 = cut %4 [n,4] loss1
        %6 = map a * b : %5 %2 [n,4] tanh1
        output output %1
        outputgradient output %5
        inputgradient x %6
        """, """
        forward Tanh1 %1 %2 ← %0 → %1 %2
        head Loss1 %4 ← %2 %3 → %4
        backward Tanh1Gradient %6 ← %4 %2 → %6
        """);

    [Fact]
    public void A_reduction_of_the_other_direction_is_a_step_of_its_own() => Planned.Steps("""
        %0 = input x [n,4]
        %1 = max.1 %0 [n,1] a
        %2 = map exp(a - b) : %0 %1 [n,4] a
        %3 = sum.0 %2 [1,4] b
        output a %2
        output b %3
        """, """
        forward A rows %1 %2 ← %0 → %2
        forward B columns %3 ← %2 → %3
        """);

    [Fact]
    public void A_value_known_after_the_last_row_is_read_by_another_step() => Planned.Steps("""
        %0 = input x [n,4]
        %1 = sum.1 %0 [n,1] a
        %2 = sum.0 %1 [1,1] a
        %3 = map a / b : %0 %2 [n,4] b
        output y %3
        """, """
        forward A rows %1 %2 ← %0 → %2
        forward B %3 ← %0 %2 → %3
        """);

    [Fact]
    public void A_step_stays_within_its_budget()
    {
        string ir = "%0 = input x [n,4]\n%1 = param w [4,4]\n%2 = matmul.tb %0 %1 [n,4] dense1\n"
            + string.Concat(Enumerable.Range(3, 18).Select(i => $"%{i} = map max(a, {i}) : %{i - 1} [n,4] max{i}\n"))
            + string.Concat(Enumerable.Range(21, 9).Select(i => $"%{i} = map tanh(a) : %{i - 1} [n,4] tanh{i}\n"))
            + "output y %29";
        string[] steps = Planned.Steps(IrParser.Parse(ir)).Split('\n');
        Assert.Equal(3, steps.Length);
        Assert.EndsWith("%2 %3 %4 %5 %6 %7 %8 %9 %10 %11 %12 %13 %14 %15 %16 %17 %18 ← %0 %1 → %18", steps[0]);
        Assert.EndsWith("%19 %20 %21 %22 %23 %24 %25 %26 %27 ← %18 → %27", steps[1]);
        Assert.EndsWith("%28 %29 ← %27 → %29", steps[2]);
    }

    [Fact]
    public void A_weight_of_other_axes_is_a_copy_and_rows_of_another_length_are_none() => Planned.Steps("""
        %0 = input input [n,3,3,2] conv1
        %1 = param conv1.weight [2,1,2,2] conv1
        %2 = reshape [1,2,2,2] : %1 [1,2,2,2] conv1
        %3 = conv channels last : %0 %2 [n,2,2,1] conv1
        %4 = input other [n,64] tanh1
        %5 = reshape [n,4,16] : %4 [n,4,16] tanh1
        %6 = map tanh(a) : %5 [n,4,16] tanh1
        output output %3
        prediction prediction %6
        """, """
        forward Conv1 %2 ← %1 → %2
        forward Conv1_2 %3 ← %0 %2 → %3
        head Tanh1 %6 ← %4 → %6
        """);

    [Fact]
    public void Copies_one_behind_the_other_are_one_if_those_that_read_come_before_those_that_write() => Planned.Steps("""
        %0 = input input [n,60]
        %1 = reshape [n,3,4,5] : %0 [n,3,4,5] conv1
        %2 = pad.2 before 1 after 1 : %1 [n,3,6,5] conv1
        %3 = permute.0,2,3,1 %2 [n,6,5,3] conv1
        %4 = slice.1 start 0 length 2 : %3 [n,2,5,3] conv2
        output output %4
        """, """
        forward Conv1 %1 %2 %3 ← %0 → %3
        forward Conv2 %4 ← %3 → %4
        """);

    [Fact]
    public void Copies_that_others_read_are_stored() => Planned.Steps("""
        %0 = input input [n,3,4]
        %1 = pad.1 before 1 after 1 : %0 [n,5,4] conv1
        %2 = pad.2 before 1 after 1 : %1 [n,5,6] conv1
        output output %2
        output other %1
        """, """
        forward Conv1 %1 ← %0 → %1
        forward Conv1_2 %2 ← %1 → %2
        """);

    [Fact]
    public void A_name_tells_a_block_once() => Planned.Steps("""
        %0 = input input [n,4]
        %1 = map tanh(a) : %0 [n,4] block1.tanh1
        %2 = sum.1 %1 [n,1] block1.pool1
        %3 = sum.0 %2 [1,1] block2.pool1
        output output %3
        """, """
        forward Block1Tanh1Pool1Block2Pool1 rows %1 %2 %3 ← %0 → %3
        """);
}
