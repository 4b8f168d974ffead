using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Tests.Plan;

public class LayoutsTests
{
    private static readonly Dictionary<string, ImmutableArray<int>> Orders = new() { ["dense1.weight"] = [1, 0], ["a.weight"] = [1, 0], ["conv1.weight"] = [2, 3, 1, 0] };

    [Fact]
    public void A_weight_is_stored_with_its_inputs_as_rows_and_a_vector_in_one_row()
    {
        Storage weight = Layouts.OfParameter("dense1.weight", new(10, 5), Orders, "w", Region.Parameters);
        Assert.Equal((8, 10, 16), (weight.Rows.Size, weight.Columns, weight.Pitch));
        Assert.Equal<long>([1, 16], weight.Strides(new(10, 5)).Select(s => s.Floats));
        Assert.Equal(8 * 16, weight.Floats(1));
        Storage bias = Layouts.OfParameter("dense1.bias", new(17), Orders, "b", Region.Parameters);
        Assert.Equal((1, 17, 32), (bias.Rows.Size, bias.Columns, bias.Pitch));
    }

    [Fact]
    public void A_window_is_stored_with_its_units_side_by_side()
    {
        Storage weight = Layouts.OfParameter("conv1.weight", new(20, 3, 5, 7), Orders, "w", Region.Parameters);
        Assert.Equal((105, 20, 32), (weight.Rows.Size, weight.Columns, weight.Pitch));
        Assert.Equal<long>([1, 32, 7 * 3 * 32, 3 * 32], weight.Strides(new(20, 3, 5, 7)).Select(s => s.Floats));
    }

    [Fact]
    public void A_table_that_is_read_by_element_lies_as_its_shape()
    {
        Storage table = Layouts.OfParameter("positions", new(6, 20), Orders, "p", Region.Parameters);
        Assert.Equal((6, 20, 32), (table.Rows.Size, table.Columns, table.Pitch));
        Assert.Equal<long>([32, 1], table.Strides(new(6, 20)).Select(s => s.Floats));
    }

    [Fact]
    public void Parameters_come_first_and_states_behind_them()
    {
        ParameterPlan plan = ParameterPlan.Of([("a.weight", new(10, 5), true), ("a.bias", new(10), true), ("b.running_mean", new(10), false)], Orders);
        Assert.Equal((0, 128, 144), (plan.OffsetOf("a.weight"), plan.OffsetOf("a.bias"), plan.OffsetOf("b.running_mean")));
        Assert.Equal((144, 160), (plan.TrainableFloats, plan.Floats));
    }

    [Fact]
    public void The_sum_of_a_weights_gradients_lies_as_they_do()
    {
        Program program = Planned.Program("""
            %0 = input x [n,3]
            %1 = input dy [n,5]
            %2 = input z [n,3]
            %3 = input dz [n,5]
            %4 = matmul.ta %1 %0 [5,3] a
            %5 = matmul.ta %3 %2 [5,3] b
            %6 = map a + b : %4 %5 [5,3] a
            gradient a.weight %6
            """);
        Assert.Equal("loop over a weight", program.Steps.Single(s => s.Step.Nodes[0].Id == 6).Kernel.Name);
        Assert.All(new[] { 4, 5, 6 }, id => Assert.Equal<int>([1, 0], program.Storages[program.At(id)].Order));
        Assert.Equal((Region.Gradients, "a.weight"), (program.Storages[program.At(6)].Region, program.Storages[program.At(6)].Parameter));
    }

    [Fact]
    public void What_is_added_to_a_gradient_is_moved_to_its_order()
    {
        Program program = Planned.Program("""
            %0 = input x [n,3]
            %1 = input dy [n,5]
            %2 = input dz [n,2]
            %3 = matmul.ta %1 %0 [5,3] a
            %4 = matmul.ta %2 %0 [2,3] b
            %5 = pad.0 before 1 after 2 : %4 [5,3] b
            %6 = map a + b : %3 %5 [5,3] a
            gradient a.weight %6
            """);
        Assert.Equal<int>([1, 0], program.Storages[program.At(5)].Order);
    }

    [Theory]
    [InlineData("%2 = matmul.ta %1 %0 [5,3]\n%3 = sum.0 %2 [1,3]\noutput y %3")]
    [InlineData("%2 = matmul.ta %1 %0 [5,3]\n%3 = param a [1,3]\n%4 = map a * b : %2 %3 [5,3]\noutput y %4")]
    [InlineData("%2 = matmul.ta %1 %0 [5,3]\n%3 = map a + 1 : %2 [5,3]\noutput y %3")]
    public void What_would_take_a_weights_order_for_rows_is_refused(string ir)
    {
        var error = Record.Exception(() => Planned.Program($"%0 = input x [n,3]\n%1 = input dy [n,5]\n{ir}"));
        Assert.True(error is InvalidOperationException or NotSupportedException, error?.ToString() ?? "planned");
    }

    [Fact]
    public void A_gradient_lies_where_the_optimizer_reads_it()
    {
        Program program = Planned.Program("""
            %0 = input x [n,3]
            %1 = input dy [n,5]
            %2 = matmul.ta %1 %0 [5,3] a
            %3 = sum.0 %1 [1,5] a
            %4 = reshape [5] : %3 [5] a
            gradient a.weight %2
            gradient a.bias %4
            """);
        Storage weight = program.Storages[program.At(2)], bias = program.Storages[program.At(3)];
        Assert.Equal((Region.Gradients, "a.weight", 4, 5), (weight.Region, weight.Parameter, weight.Rows.Size, weight.Columns));
        Assert.Equal((Region.Gradients, "a.bias"), (bias.Region, bias.Parameter));
    }

    [Fact]
    public void A_gradient_of_several_parameters_lies_with_the_first()
    {
        Program program = Planned.Program("""
            %0 = input x [n,3]
            %1 = input dy [n,5]
            %2 = matmul.ta %1 %0 [5,3] a
            gradient a.weight %2
            gradient b.weight %2
            """);
        Assert.Equal((Region.Gradients, "a.weight"), (program.Storages[program.At(2)].Region, program.Storages[program.At(2)].Parameter));
    }

    [Fact]
    public void A_gradient_that_a_step_reads_is_in_the_arena_laid_out_as_its_parameter()
    {
        // What is added to gradients from earlier passes is no longer this pass's.
        Program program = Planned.Program("""
            %0 = input x [n,3]
            %1 = input dy [n,5]
            %2 = sum.0 %1 [1,5] a
            %3 = reshape [5] : %2 [5] a
            %4 = param w [5,5]
            %5 = matmul %1 %4 [n,5] b
            %6 = map a - b : %5 %2 [n,5] b
            %7 = matmul.ta %6 %0 [5,3] c
            gradient a.bias %3
            gradient c.weight %7
            output dw %7
            """);
        Assert.Equal(Region.Arena, program.Storages[program.At(2)].Region);
        Storage weight = program.Storages[program.At(7)];
        Assert.Equal((Region.Arena, 4, 5, 16), (weight.Region, weight.Rows.Size, weight.Columns, weight.Pitch));
    }

    [Fact]
    public void An_input_that_is_read_element_by_element_stays_where_the_caller_has_it()
    {
        const string Product = """
            %0 = input x [n,5]
            %1 = param w [4,5]
            %2 = matmul.tb %0 %1 [n,4] a
            output y %2
            prediction y %2
            """;
        Assert.Equal((Region.Input, 5), Of(Planned.Program(Product, stageInputs: false)));
        Assert.Equal((Region.Arena, 5), Of(Planned.Program(Product)));
        Assert.Equal((Region.Arena, 16), Of(Planned.Program("""
            %0 = input x [n,5]
            %1 = map exp(a) : %0 [n,5] a
            output y %1
            prediction y %1
            """, stageInputs: false)));

        static (Region Region, int Pitch) Of(Program program) => (program.Storages[program.At(0)].Region, program.Storages[program.At(0)].Pitch);
    }

    [Fact]
    public void Names_are_distinct()
    {
        Program program = Planned.Program("""
            %0 = input x [n,4]
            %1 = map exp(a) : %0 [n,4] batch
            %2 = sum.1 %1 [n,1] batch
            %3 = sum.0 %1 [1,4] batch
            output a %2
            output b %3
            """);
        string[] names = [.. program.Storages.Values.Select(s => s.Name)];
        Assert.Equal(names.Length, names.Distinct().Count());
        Assert.DoesNotContain("batch", names);
    }
}
