using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Ir;

public class VerifierTests
{
    private readonly GraphBuilder _builder = new();

    [Fact]
    public void A_sound_graph_passes()
    {
        Graph graph = IrParser.Parse("%0 = input t [n]i\n%1 = reshape [n,1] %0 [n,1]i\n%2 = map a * 2 : %1 [n,1]\noutput y %2");
        Assert.Same(graph, Verifier.Check(graph));
    }

    [Fact]
    public void An_operand_that_comes_later_is_found()
    {
        Node x = Node(0, new Input("x", new(3)), []), y = Node(0, new Stop(), [.. x.Results]);
        Fails("%0 = stop: its operand %0 (input x) does not come before it", [y, x], y);
    }

    [Fact]
    public void An_operand_of_another_graph_is_found()
    {
        Node x = Node(0, new Input("x", new(3)), []), y = Node(0, new Stop(), [.. x.Results]);
        Fails("%0 = stop: its operand %0 (input x) does not come before it", [y], y);
    }

    [Fact]
    public void A_gap_in_the_numbers_is_found() =>
        Fails("%4 = input x: it stands at place 0; call Renumber", Node(4, new Input("x", new(3)), []));

    [Fact]
    public void Integers_go_into_maps_alone()
    {
        Node x = Node(0, new Input("x", new(3), Element.Int32), []), y = Node(1, new Cut(), [.. x.Results], "loss1");
        Fails("%1 = cut of loss1: it takes no integers, but operand 0 holds them", [x, y], y);
    }

    [Fact]
    public void A_missing_operand_of_a_map_is_found()
    {
        Node x = Node(0, new Input("x", new(3)), []), y = Node(1, new Map(Scalar.Operand(0) + Scalar.Operand(2)), [.. x.Results]);
        Fails("%1 = map a + c: it mentions operand c, but has only 1", [x, y], y);
    }

    [Fact]
    public void Too_many_operands_are_found()
    {
        Node x = Node(0, new Input("x", new(3)), []), y = Node(1, new Stop(), [x.Results[0], x.Results[0]]);
        Fails("%1 = stop: it takes 1 operands, not 2", [x, y], y);
    }

    [Fact]
    public void A_shape_that_the_op_would_not_make_is_found()
    {
        Node x = Node(0, new Fickle(), []);
        Fails("%0 = fickle: it is [1], but its operands make [2]", x);
    }

    [Fact]
    public void A_body_is_checked_too()
    {
        Node leaf = Node(3, new Argument(0, new(2)), []), h = Node(0, new Input("h", new(2)), []);
        Graph body = Graph.Close([leaf], [new(ResultKind.Carry, "0", leaf.Results[0])]);
        Node scan = Node(1, new Scan(body, 4, 1, 0), [.. h.Results]);
        Fails("%1 = scan 4 carries 1 sequences 0: in its body, %3 = argument 0: it stands at place 0; call Renumber", [h, scan], scan);
    }

    [Fact]
    public void A_result_outside_the_graph_is_found()
    {
        Node x = Node(0, new Input("x", new(3)), []);
        Fails("output y: its value %0 (input x) is not in the graph", [], x);
    }

    [Fact]
    public void Two_results_of_one_name_are_found()
    {
        Node x = Node(0, new Input("x", new(3)), []);
        GraphResult result = new(ResultKind.Output, "y", x.Results[0]);
        Graph graph = Graph.Close([x], [result, result]);
        InvalidOperationException error = Assert.Throws<InvalidOperationException>(() => Verifier.Check(graph));
        Assert.Equal("output y: there are two results of this name", error.Message);
    }

    private static void Fails(string message, Node node) => Fails(message, [node], node);

    private static void Fails(string message, Node[] nodes, Node result)
    {
        Graph graph = Graph.Close(nodes, [new(ResultKind.Output, "y", result.Results[0])]);
        Assert.Equal(message, Assert.Throws<InvalidOperationException>(() => Verifier.Check(graph)).Message);
    }

    private Node Node(int id, Op op, ImmutableArray<Value> inputs, string label = "") => new(_builder, id, op, inputs, label);

    /// <summary>An op of another shape each time it is asked.</summary>
    private sealed record Fickle : Op
    {
        private int _asked;

        public override string Text => "fickle";

        public override int? Arity => 0;

        public override Shape Infer(ImmutableArray<Shape> inputs) => new(++_asked);

        public override void Vjp(Pullback p)
        {
        }
    }
}
