using StaticNet.Generator.Autodiff;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Passes;
using StaticNet.Generator.Tests.Autodiff;

namespace StaticNet.Generator.Tests.Passes;

/// <summary>What becomes of recurrent layers: bodies are simplified as graphs are, and nothing is stacked in vain.</summary>
public class ScanPassTests
{
    [Theory]
    [InlineData("rnn")]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void Inference_stacks_its_output_alone(string kind)
    {
        var builder = new GraphBuilder();
        Value output = Recurrent(builder, kind).Outputs;
        Graph graph = PassList.Run(builder.Build([new(ResultKind.Output, "y", output)]).Renumber(), simplify: true, CancellationToken.None);
        Scan scan = graph.Nodes.Select(n => n.Op).OfType<Scan>().Single();
        Assert.Single(scan.Stacked);
    }

    [Theory]
    [InlineData("rnn")]
    [InlineData("lstm")]
    [InlineData("gru")]
    public void Passes_keep_the_gradients(string kind)
    {
        var builder = new GraphBuilder();
        var (output, leaves) = Recurrent(builder, kind);
        Value loss = builder.MeanOfAll(output * output);
        Value[] gradients = [.. Differentiate.By(builder, builder.Nodes, loss, builder.Number(1), leaves)];
        Assert.Equal(leaves.Select(v => v.Shape), gradients.Select(v => v.Shape));
        Evaluated.Of(builder, 3, [loss, .. gradients]);
    }

    [Fact]
    public void A_recurrent_layer_in_training()
    {
        var builder = new GraphBuilder { Label = "rnn1" };
        var (output, leaves) = Recurrent(builder, "rnn");
        Value loss = builder.MeanOfAll(output);
        ImmutableArray<Value> gradients = Differentiate.By(builder, builder.Nodes, loss, builder.Number(1), leaves);
        Graph graph = builder.Build(
        [
            new(ResultKind.Output, "output", output),
            .. gradients.Skip(2).Select((v, i) => new GraphResult(ResultKind.Gradient, ((Parameter)leaves[i + 2].Op).Name, v)),
        ]).Renumber();
        Assert.Equal(
            IrText.Normal(
            """
            %0 = input x                                  [5,n,3]      rnn1
            %1 = input first0                             [n,4]        rnn1
            %2 = param weight0                            [4,3]        rnn1
            %3 = param weight1                            [4,4]        rnn1
            %4 = param weight2                            [4]          rnn1
            %5 = scan 5 carries 1 sequences 1 : %1 %0 %2 %3 %4 [n,4] [5,n,4] [5,n,4] rnn1 {
              %0 = argument 0                               [n,4]
              %1 = argument 1                               [n,3]
              %2 = argument 2                               [4,3]
              %3 = argument 3                               [4,4]
              %4 = argument 4                               [4]
              %5 = matmul.tb %1 %2                          [n,4]
              %6 = matmul.tb %0 %3                          [n,4]
              %7 = map tanh(a + b + c) : %5 %4 %6           [n,4]
              carry 0 %7
              stack 0 %7
              stack 1 %0
            }
            %6 = map 1 / (batch * 20) to [5,n,4]          [5,n,4]      rnn1
            %7 = map 0 to [n,4]                           [n,4]        rnn1
            %8 = scan 5 carries 1 sequences 2 reverse : %7 %6 %5.1 %3 [n,4] [5,n,4] rnn1 {
              %0 = argument 0                               [n,4]
              %1 = argument 1                               [n,4]
              %2 = argument 2                               [n,4]
              %3 = argument 3                               [4,4]
              %4 = map (a + b) * (1 - c * c) : %0 %1 %2     [n,4]
              %5 = matmul %4 %3                             [n,4]
              carry 0 %5
              stack 0 %4
            }
            %9 = reshape [5n,4] : %8.1                    [5n,4]       rnn1
            %10 = reshape [5n,3] : %0                      [5n,3]       rnn1
            %11 = matmul.ta %9 %10                         [4,3]        rnn1
            %12 = reshape [5n,4] : %5.2                    [5n,4]       rnn1
            %13 = matmul.ta %9 %12                         [4,4]        rnn1
            %14 = sum.0,1 %8.1                             [1,1,4]      rnn1
            %15 = reshape [4] : %14                        [4]          rnn1
            output output %5.1
            gradient weight0 %11
            gradient weight1 %13
            gradient weight2 %15
            """),
            PassList.Run(graph, simplify: true, CancellationToken.None).ToString());
    }

    [Fact]
    public void What_a_scan_stacks_twice_is_stacked_once() => IrText.Check(
        graph => RemoveDead.Run(MergeEqual.Run(graph)),
        """
        %0 = input x [5,n,2]
        %1 = input h [n,2]
        %2 = scan 5 carries 1 sequences 1 : %1 %0 [n,2] [5,n,2] [5,n,2] {
          %0 = argument 0 [n,2]
          %1 = argument 1 [n,2]
          %2 = map a + b : %0 %1 [n,2]
          carry 0 %2
          stack 0 %2
          stack 1 %2
        }
        output h %2.0
        output y %2.1
        output z %2.2
        """,
        """
        %0 = input x [5,n,2]
        %1 = input h [n,2]
        %2 = scan 5 carries 1 sequences 1 : %1 %0 [n,2] [5,n,2] {
          %0 = argument 0 [n,2]
          %1 = argument 1 [n,2]
          %2 = map a + b : %0 %1 [n,2]
          carry 0 %2
          stack 0 %2
        }
        output h %2.0
        output y %2.1
        output z %2.1
        """);

    private static (Value Outputs, ImmutableArray<Value> Leaves) Recurrent(GraphBuilder builder, string kind)
    {
        RecurrentCell cell = RecurrentCell.Of(kind, 4);
        Value x = builder.Add(new Input("x", new(5, Dim.N, 3)));
        ImmutableArray<Value> first = [.. cell.Carries.Select((shape, i) => builder.Add(new Input($"first{i}", shape)))];
        ImmutableArray<Value> weights = [.. cell.Weights(3).Select((shape, i) => builder.Add(new Parameter($"weight{i}", shape)))];
        return (builder.Scan(5, first, [x], weights, cell.Step).Outputs[0], [x, .. first, .. weights]);
    }
}
