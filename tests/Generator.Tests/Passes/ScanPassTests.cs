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
            %8 = map 0 to [4,3]                           [4,3]        rnn1
            %9 = map 0 to [4,4]                           [4,4]        rnn1
            %10 = map 0 to [4]                             [4]          rnn1
            %11 = scan 5 carries 4 sequences 4 reverse : %7 %8 %9 %10 %6 %5.1 %5.2 %0 %3 [n,4] [4,3] [4,4] [4] rnn1 {
              %0 = argument 0                               [n,4]
              %1 = argument 1                               [4,3]
              %2 = argument 2                               [4,4]
              %3 = argument 3                               [4]
              %4 = argument 4                               [n,4]
              %5 = argument 5                               [n,4]
              %6 = argument 6                               [n,4]
              %7 = argument 7                               [n,3]
              %8 = argument 8                               [4,4]
              %9 = map (a + b) * (1 - c * c) : %0 %4 %5     [n,4]
              %10 = matmul %9 %8                             [n,4]
              %11 = matmul.ta %9 %6                          [4,4]
              %12 = sum.0 %9                                 [1,4]
              %13 = reshape [4] : %12                        [4]
              %14 = matmul.ta %9 %7                          [4,3]
              %15 = map a + b : %1 %14                       [4,3]
              %16 = map a + b : %2 %11                       [4,4]
              %17 = map a + b : %3 %13                       [4]
              carry 0 %10
              carry 1 %15
              carry 2 %16
              carry 3 %17
            }
            output output %5.1
            gradient weight0 %11.1
            gradient weight1 %11.2
            gradient weight2 %11.3
            """),
            PassList.Run(graph, simplify: true, CancellationToken.None).ToString());
    }

    private static (Value Outputs, ImmutableArray<Value> Leaves) Recurrent(GraphBuilder builder, string kind)
    {
        RecurrentCell cell = RecurrentCell.Of(kind, 4);
        Value x = builder.Add(new Input("x", new(5, Dim.N, 3)));
        ImmutableArray<Value> first = [.. cell.Carries.Select((shape, i) => builder.Add(new Input($"first{i}", shape)))];
        ImmutableArray<Value> weights = [.. cell.Weights(3).Select((shape, i) => builder.Add(new Parameter($"weight{i}", shape)))];
        return (builder.Scan(5, first, [x], weights, cell.Step).Outputs[0], [x, .. first, .. weights]);
    }
}
