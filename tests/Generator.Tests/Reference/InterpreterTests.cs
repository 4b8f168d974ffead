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
    [InlineData("[n,3]", "permute.1,0", "[3,n]", "1 4 2 5 3 6")]
    [InlineData("[n,2,3]", "permute.2,0,1", "[3,n,2]", "1 4 7 10 2 5 8 11 3 6 9 12")]
    [InlineData("[n,4]", "slice.1 start 1 length 2", "[n,2]", "2 3 6 7")]
    [InlineData("[4,n]", "slice.0 start 3 length 2 step -2", "[2,n]", "7 8 3 4")]
    [InlineData("[n,2]", "pad.1 before 1 after 2", "[n,5]", "0 1 2 0 0 0 3 4 0 0")]
    [InlineData("[3,1]", "pad.0 before 0 after 1 step 2", "[6,1]", "1 0 2 0 3 0")]
    [InlineData("[3]", "pad.0 before 1 after 0 step -1", "[4]", "0 3 2 1")]
    [InlineData("[1,1,5]", "maxpool 2 stride 2", "[1,1,2]", "2 4")]
    [InlineData("[1,1,5]", "maxpool 2 stride 2 ceiling", "[1,1,3]", "2 4 5")]
    [InlineData("[1,1,5]", "maxpool 2 pad 1:0 dilation 2", "[1,1,4]", "2 3 4 5")]
    [InlineData("[1,1,2,3]", "maxpool 2,2", "[1,1,1,2]", "5 6")]
    [InlineData("[1,1,5]", "averagepool 2 stride 2 ceiling", "[1,1,3]", "1.5 3.5 5")]
    [InlineData("[1,1,4]", "averagepool 2 stride 3 pad 1:1", "[1,1,2]", "0.5 3.5")]
    [InlineData("[1,1,3]", "averagepool 2 stride 2 pad 1:1 ceiling", "[1,1,2]", "0.5 2.5")]
    [InlineData("[1,1,2]", "averagepool 3 pad 1:1 without padding", "[1,1,2]", "1.5 1.5")]
    [InlineData("[1,1,2]", "averagepool 3 pad 1:1", "[1,1,2]", "1 1")]
    [InlineData("[1,1,2]", "averagepool.gradient 3 stride 2", "[1,1,6]", "0.333 0.333 1 0.667 0.667 0")]
    [InlineData("[n,3]", "stop", "[n,3]", "1 2 3 4 5 6")]
    [InlineData("[2]", "cut", "[2]", "1 2")]
    public void An_op_of_one_operand(string operand, string op, string shape, string numbers) =>
        Assert.Equal(numbers, Run($"%0 = input x {operand}\n%1 = {op} %0 {shape}\noutput y %1"));

    [Theory]
    [InlineData("matmul", "[n,3]", "[3,2]", "[n,2]", "22 28 49 64")]
    [InlineData("matmul.tb", "[n,3]", "[2,3]", "[n,2]", "14 32 32 77")]
    [InlineData("matmul.ta", "[3,n]", "[3,2]", "[n,2]", "35 44 44 56")]
    [InlineData("matmul.ta.tb", "[3,n]", "[2,3]", "[n,2]", "22 49 28 64")]
    [InlineData("matmul", "[n,1,2]", "[n,2,1]", "[n,1,1]", "5 25")]
    [InlineData("matmul.tb", "[n,2,2]", "[1,2]", "[n,2,1]", "5 11 17 23")]
    [InlineData("matmul", "[1,2]", "[n,2,2]", "[n,1,2]", "7 10 19 22")]
    [InlineData("conv", "[1,1,4]", "[1,1,3]", "[1,1,2]", "14 20")]
    [InlineData("conv stride 2 pad 1:0", "[1,1,4]", "[1,1,2]", "[1,1,2]", "2 8")]
    [InlineData("conv dilation 2", "[1,1,4]", "[1,1,2]", "[1,1,2]", "7 10")]
    [InlineData("conv groups 2", "[1,2,2]", "[2,1,2]", "[1,2,1]", "5 25")]
    [InlineData("conv", "[1,2,2]", "[1,2,2]", "[1,1,1]", "30")]
    [InlineData("conv", "[1,1,2,3]", "[1,1,2,2]", "[1,1,1,2]", "37 47")]
    [InlineData("conv.data stride 2", "[1,1,2]", "[1,1,3]", "[1,1,5]", "1 2 5 4 6")]
    [InlineData("conv.data stride 2 pad 1:0", "[1,1,2]", "[1,1,3]", "[1,1,4]", "2 5 4 6")]
    [InlineData("conv.data stride 2 pad 0:-1", "[1,1,2]", "[1,1,2]", "[1,1,5]", "1 2 2 4 0")]
    [InlineData("conv.data groups 2", "[1,2,1]", "[2,2,1]", "[1,4,1]", "1 2 6 8")]
    [InlineData("conv.filter", "[1,1,4]", "[1,1,2]", "[1,1,3]", "5 8 11")]
    [InlineData("conv.filter stride 2 pad 1:0", "[1,1,4]", "[1,1,2]", "[1,1,3]", "4 7 10")]
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

    [Theory]
    [InlineData("3 3 1 2", "10 0 0 20")]
    [InlineData("1 NaN 3 2", "0 10 20 0")]
    [InlineData("NaN NaN 2 1", "0 10 20 0")]
    [InlineData("-Infinity -Infinity 0 0", "10 0 20 0")]
    public void The_gradient_of_a_maximum_goes_to_the_first_or_to_the_last_that_is_no_number(string x, string dx)
    {
        Graph graph = IrParser.Parse("%0 = input x [1,1,4]\n%1 = input dy [1,1,2]\n%2 = maxpool.gradient 2 stride 2 %1 %0 [1,1,4]\noutput dx %2");
        double[] values = [.. x.Split(' ').Select(double.Parse)];
        Assert.Equal(dx, string.Join(" ", Interpreter.Run(graph, 1, leaf => leaf.Name == "x" ? values : [10, 20], NoRandom)[graph.Results[0]]));
    }

    [Fact]
    public void Rows_of_a_table_are_read_and_added_by_index()
    {
        Graph graph = IrParser.Parse("""
            %0 = input table [3,2]
            %1 = constant 2,0,2 [3]i
            %2 = gather %0 %1 [3,2]
            %3 = scatteradd 3 %1 %2 [3,2]
            output y %2
            output sum %3
            """);
        var results = Interpreter.Run(graph, 1, _ => [1, 2, 3, 4, 5, 6], NoRandom);
        Assert.Equal([5, 6, 1, 2, 5, 6], results[graph.Results[0]]);
        Assert.Equal([1, 2, 0, 0, 10, 12], results[graph.Results[1]]);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("3")]
    public void An_index_that_names_no_row_is_an_error(string index)
    {
        Graph graph = IrParser.Parse($"%0 = input table [3,2]\n%1 = constant {index} [1]i\n%2 = gather %0 %1 [1,2]\noutput y %2");
        ArgumentException error = Assert.Throws<ArgumentException>(() => Interpreter.Run(graph, 1, _ => new double[6], NoRandom));
        Assert.Equal($"{index} names no row of 3", error.Message);
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
        return string.Join(" ", results[graph.Results[0]].Select(x => Math.Round(x, 3)));
    }

    private static double NoRandom(Generator.Ops.Draw op, long index) =>
        throw new InvalidOperationException("nothing is random here");
}
