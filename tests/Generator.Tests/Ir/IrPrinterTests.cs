using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Ir;

public class IrPrinterTests
{
    [Fact]
    public void A_dense_layer_prints_one_node_a_line()
    {
        var builder = new GraphBuilder();
        Value x = builder.Add(new Input("x", new(Dim.N, 784)));
        Value w = builder.Add(new Parameter("dense1.weight", new(128, 784)));
        Value b = builder.Add(new Parameter("dense1.bias", new(128)));
        builder.Label = "dense1";
        Value product = builder.MatMul(x, w, transposeB: true);
        builder.Label = "relu1";
        Value y = builder.Map((p, c) => Scalar.Max(p + c, 0), product, b);

        Graph graph = builder.Build([new(ResultKind.Output, "output", y)]);
        Assert.Equal(
            """
            %0 = input x                                  [n,784]
            %1 = param dense1.weight                      [128,784]
            %2 = param dense1.bias                        [128]
            %3 = matmul.tb %0 %1                          [n,128]      dense1
            %4 = map max(a + b, 0) : %3 %2                [n,128]      relu1
            output output %4

            """,
            graph.ToString());
        Assert.Equal(graph.ToString(), IrParser.Parse(graph.ToString()).ToString());
    }

    [Fact]
    public void Integers_and_every_attribute_are_shown()
    {
        var builder = new GraphBuilder();
        Value t = builder.Add(new Input("target", new(Dim.N), Element.Int32));
        Value column = builder.Reshape(t, new(Dim.N, 1));
        Value wide = builder.Map(Scalar.Operand(0), [column], new(Dim.N, 3));
        Value noise = builder.Uniform(new(Dim.N, 3), 2);
        Value both = builder.Max(wide + noise, 1, 0);

        Assert.Equal(
            """
            %0 = input target                             [n]i
            %1 = reshape [n,1] : %0                       [n,1]i
            %2 = map a to [n,3] : %1                      [n,3]
            %3 = random.uniform stream 2                  [n,3]
            %4 = map a + b : %2 %3                        [n,3]
            %5 = max.0,1 %4                               [1,1]
            output y %5

            """,
            builder.Build([new(ResultKind.Output, "y", both)]).ToString());
    }
}
