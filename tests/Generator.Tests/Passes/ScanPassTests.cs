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
        System.IO.File.WriteAllText("/tmp/ops_scan.txt", PassList.Run(graph, simplify: true, CancellationToken.None).ToString());
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
