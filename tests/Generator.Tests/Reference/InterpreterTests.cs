using StaticNet.Generator.Ir;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Reference;

/// <summary>Cases computed by hand; leaf <c>x</c> holds 1, 2, 3, … unless said otherwise.</summary>
public class InterpreterTests
{
    [Theory]
    [InlineData("[n,3]", "map a * a", "[n,3]", "1 4 9 16 25 36")]
    [InlineData("[n,3]", "map a / batch", "[n,3]", "0.5 1 1.5 2 2.5 3")]
    [InlineData("[n,3]", "map column", "[n,3]", "0 1 2 0 1 2")]
    [InlineData("[n]", "map column", "[n]", "0 1")]
    [InlineData("[]", "map a + column", "[]", "1")]
    [InlineData("[3]", "map a + 10 to [n,3]", "[n,3]", "11 12 13 11 12 13")]
    [InlineData("[n,1]", "map a to [n,3]", "[n,3]", "1 1 1 2 2 2")]
    [InlineData("[n,1]", "map a to [2,n,2]", "[2,n,2]", "1 1 2 2 1 1 2 2")]
    [InlineData("[2]", "map let t0 = a + 1; t0 * t0", "[2]", "4 9")]
    [InlineData("[n,3]", "map ifgt(a, 3, a, -a)", "[n,3]", "-1 -2 -3 4 5 6")]
    [InlineData("[n,3]", "map ifeq(column, 1, a, 0)", "[n,3]", "0 2 0 0 5 0")]
    [InlineData("[2]i", "map a / 4", "[2]", "0.25 0.5")]
    [InlineData("[n,3]", "sum.0", "[1,3]", "5 7 9")]
    [InlineData("[n,3]", "sum.1", "[n,1]", "6 15")]
    [InlineData("[n,3]", "max.0,1", "[1,1]", "6")]
    [InlineData("[2,n,2]", "sum.0,2", "[1,n,1]", "14 22")]
    [InlineData("[2,n,2]", "max.1", "[2,1,2]", "3 4 7 8")]
    [InlineData("[n,3]", "reshape [3n]", "[3n]", "1 2 3 4 5 6")]
    [InlineData("[n,3]", "stop", "[n,3]", "1 2 3 4 5 6")]
    [InlineData("[2]", "cut", "[2]", "1 2")]
    public void An_op_of_one_operand(string operand, string op, string shape, string numbers) =>
        Assert.Equal(numbers, Run($"%0 = input x {operand}\n%1 = {op} %0 {shape}\noutput y %1"));

    [Theory]
    [InlineData("matmul", "[n,3]", "[3,2]", "[n,2]", "22 28 49 64")]
    [InlineData("matmul.tb", "[n,3]", "[2,3]", "[n,2]", "14 32 32 77")]
    [InlineData("matmul.ta", "[3,n]", "[3,2]", "[n,2]", "35 44 44 56")]
    [InlineData("matmul.ta.tb", "[3,n]", "[2,3]", "[n,2]", "22 49 28 64")]
    [InlineData("map a - b", "[n,2]", "[2]", "[n,2]", "0 0 2 2")]
    [InlineData("map a - b", "[n,1]", "[3]", "[n,3]", "0 -1 -2 1 0 -1")]
    public void An_op_of_two_operands(string op, string a, string b, string shape, string numbers) =>
        Assert.Equal(numbers, Run($"%0 = input x {a}\n%1 = input y {b}\n%2 = {op} %0 %1 {shape}\noutput y %2"));

    [Fact]
    public void Every_result_is_returned()
    {
        Graph graph = IrParser.Parse("%0 = param w [2]\n%1 = state s [2]\n%2 = map a + b : %0 %1 [2]\noutput y %2\nnextstate s %1");
        var results = Interpreter.Run(graph, 1, leaf => leaf.Name == "w" ? [1, 2] : [10, 20], NoRandom);
        Assert.Equal([11, 22], results[graph.Results[0]]);
        Assert.Equal([10, 20], results[graph.Results[1]]);
    }

    [Fact]
    public void Random_numbers_are_asked_for_by_stream_and_index()
    {
        Graph graph = IrParser.Parse("%0 = random.uniform stream 3 [n,2]\noutput y %0");
        var results = Interpreter.Run(graph, 2, _ => [], (op, index) => op.Stream + index / 8.0);
        Assert.Equal([3, 3.125, 3.25, 3.375], results[graph.Results[0]]);
    }

    [Fact]
    public void A_number_that_is_none_stays_in_a_maximum()
    {
        Graph graph = IrParser.Parse("%0 = input x [3]\n%1 = max.0 %0 [1]\noutput y %1");
        Assert.Equal([double.NaN], Interpreter.Run(graph, 1, _ => [1, double.NaN, 2], NoRandom)[graph.Results[0]]);
    }

    [Fact]
    public void A_leaf_of_another_length_is_an_error()
    {
        Graph graph = IrParser.Parse("%0 = input x [n,4]\noutput y %0");
        ArgumentException error = Assert.Throws<ArgumentException>(() => Interpreter.Run(graph, 3, _ => new double[8], NoRandom));
        Assert.Equal("input x [n,4] holds 12 numbers at n = 3, but 8 were given", error.Message);
    }

    private static string Run(string text)
    {
        Graph graph = Verifier.Check(IrParser.Parse(text));
        var results = Interpreter.Run(graph, 2, leaf => [.. Enumerable.Range(1, leaf.Shape.Count.At(2)).Select(i => (double)i)], NoRandom);
        return string.Join(" ", results[graph.Results[0]]);
    }

    private static double NoRandom(Generator.Ops.RandomUniform op, long index) =>
        throw new InvalidOperationException("nothing is random here");
}
