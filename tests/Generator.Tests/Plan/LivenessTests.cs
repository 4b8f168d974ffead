using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Tests.Plan;

public class LivenessTests
{
    private static readonly Program Training = Planned.Program("""
        %0 = input x [n,4]
        %1 = state bn.mean [4]
        %2 = sum.0 %0 [1,4] bn
        %3 = reshape [4] : %2 [4] bn
        %4 = map a * 0.9 + b / batch : %1 %3 [4] bn
        %5 = map a - b : %0 %2 [n,4] bn
        %6 = map exp(a) : %5 [n,4] exp1
        %7 = input target [n,4]
        %8 = map a * b : %6 %7 [n,4] loss1
        %9 = sum.1 %8 [n,1] loss1
        %10 = sum.0 %9 [1,1] loss1
        %11 = reshape [] : %10 [] loss1
        %12 = map b - a : %6 %7 [n,4] loss1
        %13 = cut %12 [n,4] loss1
        %14 = map a * b : %13 %6 [n,4] exp1
        %15 = param w [4,4]
        %16 = matmul %14 %15 [n,4] a
        %17 = matmul %16 %15 [n,4] a
        output y %6
        loss loss %11
        nextstate bn.mean %4
        outputgradient y %13
        inputgradient x %17
        """);

    [Fact]
    public void Training_has_one_step_forward_one_head_and_three_backward() =>
        Assert.Equal("Forward Head Backward Backward Backward", string.Join(" ", Training.Steps.Select(s => s.Step.Phase)));

    [Theory]
    [InlineData(0, 0, 0, false)] // the input is there before the first step
    [InlineData(7, 0, 1, false)] // and so is the target
    [InlineData(4, 0, 4, true)] // a next state is committed at the end
    [InlineData(10, 1, 1, true)] // the loss is returned behind the head
    [InlineData(6, 0, 4, true)] // the output can be copied at the end
    [InlineData(12, 1, 2, false)] // the gradient by the output is read by the backward pass
    [InlineData(14, 2, 3, false)]
    [InlineData(17, 4, 4, true)]
    public void A_value_lives_from_its_writer_to_its_last_reader_or_to_the_caller(int node, int first, int last, bool kept) =>
        Assert.Equal(new(first, last, kept), Liveness.Of(Training.Graph, Training.Steps)[Training.At(node)]);

    [Fact]
    public void In_inference_the_output_is_free_behind_the_link()
    {
        Program program = Planned.Program("""
            %0 = input x [n,4]
            %1 = map a + 1 : %0 [n,4] a
            %2 = max.1 %1 [n,1] b
            %3 = sum.1 %1 [n,1] b
            %4 = map a - b : %2 %3 [n,1] b
            %5 = map a * 2 : %4 [n,1] c
            output y %1
            prediction y %5
            """);
        IReadOnlyDictionary<Value, Life> lives = Liveness.Of(program.Graph, program.Steps);
        Assert.Equal(new Life(0, 1, false), lives[program.At(1)]);
        Assert.Equal(new Life(1, 1, true), lives[program.At(5)]);
    }

    [Fact]
    public void A_target_that_nothing_reads_takes_the_place_of_no_output()
    {
        Program program = Planned.Program("""
            %0 = input x [n,4]
            %1 = input target [n,4]
            %2 = map exp(a) : %0 [n,4] exp1
            %3 = map log(a) : %2 [n,4] log1
            %4 = sum.1 %3 [n,1] loss1
            %5 = sum.0 %4 [1,1] loss1
            %6 = reshape [] : %5 [] loss1
            %7 = map a * 2 : %3 [n,4] loss1
            %8 = cut %7 [n,4] loss1
            output y %3
            loss loss %6
            outputgradient y %8
            """);
        Assert.Equal(new Life(0, program.Steps.Length - 1, false), Liveness.Of(program.Graph, program.Steps)[program.At(1)]);
        Assert.NotEqual(program.Arena.Offsets[program.At(1)], program.Arena.Offsets[program.At(3)]);
    }
}
