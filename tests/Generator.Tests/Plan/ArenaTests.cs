using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Tests.Plan;

/// <summary>Arenas of small graphs for a batch of 8; a value [n,16] takes 128 floats.</summary>
public class ArenaTests
{
    private const int Size = 128;

    [Fact]
    public void A_chain_of_products_needs_two_places()
    {
        // The first reads the caller's span; a product cannot write over what it reads.
        Program chain = Planned.Program("""
            %0 = input x [n,16]
            %1 = param w [16,16]
            %2 = matmul.tb %0 %1 [n,16] a
            %3 = matmul.tb %2 %1 [n,16] b
            %4 = matmul.tb %3 %1 [n,16] c
            %5 = matmul.tb %4 %1 [n,16] d
            output y %5
            prediction y %5
            """, stageInputs: false);
        Assert.Equal(Region.Input, chain.Storages[chain.At(0)].Region);
        Assert.Equal(2 * Size, chain.Arena.Floats);
    }

    [Fact]
    public void A_chain_of_maps_stays_in_one_place()
    {
        Program chain = Planned.Program("""
            %0 = input x [n,16]
            %1 = map tanh(a) : %0 [n,16] tanh1
            %2 = max.1 %1 [n,1] softmax1
            %3 = map a - b : %1 %2 [n,16] softmax1
            %4 = sum.0 %3 [1,16] norm1
            %5 = map a - b : %3 %4 [n,16] norm1
            output y %5
            prediction y %5
            """);
        Assert.Equal(chain.Arena.Offsets[chain.At(0)], chain.Arena.Offsets[chain.At(5)]);

        // And its scratch: the first step keeps tanh for its second pass.
        Assert.Equal(Size + 16, chain.Arena.Floats);
    }

    [Fact]
    public void A_diamond_needs_three_places_where_its_sum_takes_that_of_a_branch()
    {
        Program diamond = Planned.Program("""
            %0 = input x [n,16]
            %1 = param w [16,16]
            %2 = matmul.tb %0 %1 [n,16] a
            %3 = matmul.tb %2 %1 [n,16] b
            %4 = param v [16,16]
            %5 = matmul.tb %2 %4 [n,16] c
            %6 = map a + b : %3 %5 [n,16] add1
            output y %6
            prediction y %6
            """, stageInputs: false);

        // The second product adds the first to its own while it stores it.
        Assert.Equal(diamond.Arena.Offsets[diamond.At(3)], diamond.Arena.Offsets[diamond.At(6)]);
        Assert.Equal(2 * Size, diamond.Arena.Floats);
    }

    [Fact]
    public void A_residual_keeps_what_it_skips_with_and_is_added_in_its_place()
    {
        Program residual = Planned.Program("""
            %0 = input x [n,16]
            %1 = param w [16,16]
            %2 = matmul.tb %0 %1 [n,16] a
            %3 = matmul.tb %2 %1 [n,16] b
            %4 = matmul.tb %3 %1 [n,16] c
            %5 = map a + b : %4 %2 [n,16] add1
            output y %5
            prediction y %5
            """, stageInputs: false);
        Assert.Equal(residual.Arena.Offsets[residual.At(2)], residual.Arena.Offsets[residual.At(5)]);
        Assert.Equal(2 * Size, residual.Arena.Floats);
    }

    [Fact]
    public void A_derivative_takes_the_place_of_the_activation_that_it_is_the_last_to_read()
    {
        Program program = Planned.Program("""
            %0 = input h [n,16]
            %1 = map max(a, 0) : %0 [n,16] relu1
            %2 = param w [16,16]
            %3 = matmul.tb %1 %2 [n,16] dense2
            %4 = input output_gradient [n,16]
            %5 = cut %4 [n,16]
            %6 = matmul.ta %5 %1 [16,16] dense2
            %7 = matmul %5 %2 [n,16] dense2
            %8 = map ifgt(a, 0, b, 0) : %1 %7 [n,16] relu1
            output y %3
            outputgradient y %5
            gradient w %6
            inputgradient h %8
            """);
        Assert.Equal(program.Arena.Offsets[program.At(1)], program.Arena.Offsets[program.At(8)]);
        Assert.Equal(Region.Gradients, program.Storages[program.At(6)].Region);

        // Input and activation, output, the gradient by it.
        Assert.Equal(3 * Size, program.Arena.Floats);
    }

    [Fact]
    public void What_the_caller_reads_at_the_end_is_not_overwritten()
    {
        // The last step is the last to read the output of the network.
        Program program = Planned.Program("""
            %0 = input x [n,16]
            %1 = map tanh(a) : %0 [n,16] tanh1
            %2 = input output_gradient [n,16]
            %3 = cut %2 [n,16]
            %4 = map b * (1 - a * a) : %1 %3 [n,16] tanh1
            output y %1
            outputgradient y %3
            inputgradient x %4
            """);
        Assert.Equal(program.Arena.Offsets[program.At(2)], program.Arena.Offsets[program.At(4)]);
        Assert.NotEqual(program.Arena.Offsets[program.At(1)], program.Arena.Offsets[program.At(4)]);
    }

    [Fact]
    public void A_value_with_another_reader_to_come_is_not_overwritten()
    {
        Program program = Planned.Program("""
            %0 = input x [n,16]
            %1 = param w [16,16]
            %2 = matmul.tb %0 %1 [n,16] a
            %3 = map tanh(a) : %2 [n,16] tanh1
            %4 = matmul.tb %3 %1 [n,16] b
            %5 = map a + b : %4 %2 [n,16] add1
            output y %5
            prediction y %5
            """);
        Assert.NotEqual(program.Arena.Offsets[program.At(2)], program.Arena.Offsets[program.At(3)]);
    }

    [Fact]
    public void A_value_of_another_layout_is_not_overwritten()
    {
        Program program = Planned.Program("""
            %0 = input x [n,16]
            %1 = map exp(a) : %0 [n,16] a
            %2 = sum.1 %1 [n,1] b
            output y %2
            prediction y %2
            """);
        Assert.Equal(Size + Size, program.Arena.Floats);
    }

    [Fact]
    public void What_a_later_pass_reads_again_is_not_overwritten_by_an_earlier_one()
    {
        Program program = Planned.Program("""
            %0 = input x [n,16]
            %1 = map a * 2 : %0 [n,16] a
            %2 = sum.1 %1 [n,1] a
            %3 = map a - b : %0 %2 [n,16] a
            output y %1
            output z %3
            """);
        Step step = program.Steps.Single().Step;
        IKernel kernel = program.Steps.Single().Kernel;
        Assert.False(kernel.MayOverwrite(step, program.At(0), program.At(1)));
        Assert.True(kernel.MayOverwrite(step, program.At(0), program.At(3)));
        Assert.Equal(program.Arena.Offsets[program.At(0)], program.Arena.Offsets[program.At(3)]);
    }
}
