using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Ops;

/// <summary>Each row is an op over operands of these shapes, and the shape it makes or the error it gives.</summary>
public class ShapeTableTests
{
    [Theory]
    [InlineData("map a", "[n,4]", "[n,4]")]
    [InlineData("map a + b", "[n,4] [4]", "[n,4]")]
    [InlineData("map a + b * c", "[n,1] [4] []", "[n,4]")]
    [InlineData("map a + b", "[n] [3,1]", "[3,n]")]
    [InlineData("map a + b", "[2n,3] [1,3]", "[2n,3]")]
    [InlineData("map a", "[n]i", "[n]")]
    [InlineData("map 2", "", "[]")]
    [InlineData("map 2 to [n,3]", "", "[n,3]")]
    [InlineData("map a to [5,n,3]", "[n,1]", "[5,n,3]")]
    [InlineData("map a to [n,3]", "[]", "[n,3]")]
    [InlineData("sum.0", "[n,4]", "[1,4]")]
    [InlineData("sum.1", "[n,4]", "[n,1]")]
    [InlineData("sum.0,1", "[n,4]", "[1,1]")]
    [InlineData("sum.0,2", "[2,3n,5]", "[1,3n,1]")]
    [InlineData("max.1", "[2,3n,5]", "[2,1,5]")]
    [InlineData("max.0", "[7]", "[1]")]
    [InlineData("reshape [n,784]", "[n,1,28,28]", "[n,784]")]
    [InlineData("reshape [6n]", "[2,3n]", "[6n]")]
    [InlineData("reshape [2,n,3]", "[6n]", "[2,n,3]")]
    [InlineData("reshape []", "[1,1]", "[]")]
    [InlineData("reshape [n,1]", "[n]i", "[n,1]i")]
    [InlineData("matmul", "[n,3] [3,5]", "[n,5]")]
    [InlineData("matmul.tb", "[n,3] [5,3]", "[n,5]")]
    [InlineData("matmul.ta", "[n,3] [n,5]", "[3,5]")]
    [InlineData("matmul.ta.tb", "[3,n] [5,3]", "[n,5]")]
    [InlineData("matmul", "[4,3n] [3n,5]", "[4,5]")]
    [InlineData("matmul.tb", "[2n,1] [1,1]", "[2n,1]")]
    [InlineData("stop", "[n,4]", "[n,4]")]
    [InlineData("cut", "[]", "[]")]
    public void The_op_makes_the_shape(string op, string operands, string shape) => IrParser.Parse(Text(op, operands, shape));

    [Theory]
    [InlineData("map a + b", "[n,4] [5]", "[n,4] and [5] do not match")]
    [InlineData("map a + b", "[n,4] [n]", "[n,4] and [n] do not match")]
    [InlineData("map a + b", "[n,1] [n]", "[n,n] has more than one dimension with the batch")]
    [InlineData("map a to [4]", "[n,4]", "[n,4] does not broadcast to [4]")]
    [InlineData("map a to [1,4]", "[n,4]", "[n,4] does not broadcast to [1,4]")]
    [InlineData("map a to [n,5]", "[n,4]", "[n,4] and [n,5] do not match")]
    [InlineData("sum.2", "[n,4]", "[n,4] has no axis 2")]
    [InlineData("max.0", "[]", "[] has no axis 0")]
    [InlineData("sum.0", "[4]i", "sum.0 cannot take these operands: it takes no integers, but operand 0 holds them")]
    [InlineData("reshape [n,5]", "[n,2,2]", "[n,2,2] has 4n elements and [n,5] has 5n")]
    [InlineData("reshape [4]", "[4n]", "[4n] has 4n elements and [4] has 4")]
    [InlineData("reshape [65536,65536]", "[4]", "[65536,65536] has more than 2147483647 elements")]
    [InlineData("matmul", "[n,3] [4,5]", "inner sizes differ: 3 and 4")]
    [InlineData("matmul.tb", "[n,3] [3,5]", "inner sizes differ: 3 and 5")]
    [InlineData("matmul", "[4,3] [3n,5]", "inner sizes differ: 3 and 3n")]
    [InlineData("matmul", "[n,3] [3,n]", "[n,n] has more than one dimension with the batch")]
    [InlineData("matmul", "[n,3,1] [1,5]", "a matrix has two axes, but [n,3,1] has 3")]
    [InlineData("matmul", "[n,3]", "matmul cannot take these operands: it takes 2 operands, not 1")]
    [InlineData("stop", "[n,3] [n,3]", "stop cannot take these operands: it takes 1 operands, not 2")]
    [InlineData("cut", "[n]i", "cut cannot take these operands: it takes no integers, but operand 0 holds them")]
    public void The_op_refuses_the_operands(string op, string operands, string error)
    {
        int line = operands.Split(' ').Length + 1;
        FormatException thrown = Assert.Throws<FormatException>(() => IrParser.Parse(Text(op, operands, "[]")));
        Assert.Equal($"line {line}: {error}", thrown.Message);
    }

    private static string Text(string op, string operands, string shape)
    {
        string[] shapes = operands.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        IEnumerable<string> inputs = shapes.Select((s, i) => $"%{i} = input x{i} {s}");
        string node = $"%{shapes.Length} = {op} {string.Join(" ", shapes.Select((_, i) => $"%{i}"))} {shape}";
        return string.Join("\n", [.. inputs, node, $"output y %{shapes.Length}"]);
    }
}
