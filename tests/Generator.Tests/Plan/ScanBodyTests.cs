using StaticNet.Generator.Ir;
using StaticNet.Generator.Kernels;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Plan;

public class ScanBodyTests
{
    private const string Text =
        """
        %0 = input c [n,20]
        %1 = input x [5,n,20]
        %2 = param w [20,20]
        %3 = scan 5 carries 2 sequences 1 : %0 %0 %1 %2 [n,20] [n,20] [5,n,20] [5,n,20] rnn1 {
          %0 = argument 0 [n,20]
          %1 = argument 1 [n,20]
          %2 = argument 2 [n,20]
          %3 = argument 3 [20,20]
          %4 = matmul.tb %0 %3 [n,20]
          %5 = map tanh(a + b) : %4 %2 [n,20]
          carry 0 %5
          carry 1 %0
          stack 0 %5
          stack 1 %1
        }
        output y %3.0
        output z %3.1
        output u %3.2
        output v %3.3
        """;

    // Carry 1 is what carry 0 was, and stack 1 is a carry: both are copies. Stack 0 is carry 0 itself.
    [Fact]
    public void What_no_step_makes_is_copied()
    {
        Graph body = ScanBody.Of(IrParser.Parse(Text).Nodes.Single(n => n.Op is Scan));
        Assert.Equal(
            ["carry 0: map tanh(a + b)", "carry 1: map a", "stack 0: map tanh(a + b)", "stack 1: map a"],
            body.Results.Select(r => $"{IrPrinter.Keyword(r.Kind)} {r.Name}: {r.Value.Op.Text}"));
        Assert.Equal(body.Results[0].Value, body.Results[2].Value);
        Assert.All(body.Nodes, node => Assert.Equal("rnn1", node.Label));
    }

    // 20 columns lie in 32. Of the body's arena, the product; carry 0 lies in its stack, carry 1 in the scan's result and one more place.
    [Fact]
    public void The_arena_of_the_body_is_scratch_of_the_scan()
    {
        Program program = Planned.Program(Text);
        PlannedStep scan = Assert.Single(program.Steps);
        Assert.IsType<ScanKernel>(scan.Kernel);
        Assert.Equal<Matrix>([new(1, 8 * 32), new(Dim.N, 20)], scan.Kernel.Scratch(scan.Step));
    }

    [Fact]
    public void A_weight_that_a_body_multiplies_with_lies_as_one() =>
        Assert.Equal<int>([1, 0], WeightOrders.Of(IrParser.Parse(Text))["w"]);
}
