using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Ops;

/// <summary>What ops over windows refuse: an op, the shapes of its operands, the shape asked for and the error.</summary>
public class WindowShapeTests
{
    [Theory]
    [InlineData("conv", "[n,3,8] [16,4,3]", "[n,16,6]", "the weight [16,4,3] reads 4 channels in 1 groups, but there are 3")]
    [InlineData("conv groups 2", "[n,3,8] [16,1,3]", "[n,16,6]", "3 and 16 channels do not make 2 groups")]
    [InlineData("conv groups 2", "[n,4,8] [15,2,3]", "[n,15,6]", "4 and 15 channels do not make 2 groups")]
    [InlineData("conv groups 0", "[n,4,8] [16,4,3]", "[n,16,6]", "4 and 16 channels do not make 0 groups")]
    [InlineData("conv", "[n,3,8,8] [16,3,3]", "[n,16,6]", "a convolution over 1 axes takes operands with 3, but [n,3,8,8] has 4")]
    [InlineData("conv", "[3,n,8] [16,3,3]", "[3,16,6]", "axis 1 of [3,n,8] carries the batch")]
    [InlineData("conv", "[n,3,2] [16,3,4]", "[n,16,1]", "a window that reaches over 4 elements does not fit into 0 + 2 + 0")]
    [InlineData("conv pad 1:1 dilation 3", "[n,3,4] [16,3,3]", "[n,16,1]", "a window that reaches over 7 elements does not fit into 1 + 4 + 1")]
    [InlineData("conv stride 0", "[n,3,4] [16,3,3]", "[n,16,1]", "a window with stride 0, dilation 1 and 0 elements before the first does not move")]
    [InlineData("conv dilation 0", "[n,3,4] [16,3,3]", "[n,16,1]", "a window with stride 1, dilation 0 and 0 elements before the first does not move")]
    [InlineData("conv pad -1:0", "[n,3,4] [16,3,3]", "[n,16,1]", "a window with stride 1, dilation 1 and -1 elements before the first does not move")]
    [InlineData("conv.data", "[n,3,4] [16,3,3]", "[n,3,6]", "[n,3,4] has 3 channels, but the weight [16,3,3] makes 16")]
    [InlineData("conv.data pad 3:3", "[n,16,4] [16,3,3]", "[n,3,6]", "4 windows of 3 less padding 3 and 3 leave nothing")]
    [InlineData("conv.filter", "[n,3,4] [2n,16,2]", "[16,3,3]", "[n,3,4] and [2n,16,2] hold different numbers of samples")]
    [InlineData("conv.filter groups 2", "[n,3,4] [n,16,2]", "[16,3,3]", "3 channels do not make 2 groups")]
    [InlineData("conv.filter", "[n,3,4] [n,16,5]", "[16,3,3]", "no window has exactly 5 places in 0 + 4 + 0")]
    [InlineData("conv.filter dilation 2", "[n,3,4] [n,16,3]", "[16,3,3]", "no window has exactly 3 places in 0 + 4 + 0")]
    [InlineData("maxpool 2,2", "[n,3,4]", "[n,3,3]", "windows over 2 axes take an operand with 4, but [n,3,4] has 3")]
    [InlineData("maxpool 5", "[n,3,4]", "[n,3,1]", "a window that reaches over 5 elements does not fit into 0 + 4 + 0")]
    [InlineData("maxpool 2 pad 2:0", "[n,3,4]", "[n,3,5]", "padding 2 and 0 are not less than the 2 elements of a window")]
    [InlineData("maxpool 2 pad 0:-1", "[n,3,4]", "[n,3,2]", "padding 0 and -1 are not less than the 2 elements of a window")]
    [InlineData("maxpool 2", "[n,3,n]", "[n,3,3]", "[n,3,n] has more than one dimension with the batch")]
    [InlineData("maxpool 2", "[4,3,n]", "[4,3,3]", "axis 2 of [4,3,n] carries the batch")]
    [InlineData("averagepool 2 dilation 2", "[n,3,4]", "[n,3,2]", "a mean takes windows without dilation")]
    [InlineData("averagepool.gradient 2", "[n,3,4]", "[n,3,4]", "windows over [n,3,4] make [n,3,3], not [n,3,4]")]
    [InlineData("maxpool.gradient 2", "[n,3,3] [n,3,5]", "[n,3,4]", "the windows were taken of [n,3,4], not of [n,3,5]")]
    [InlineData("maxpool.gradient 2", "[n,3,3]", "[n,3,4]", "maxpool.gradient 2 cannot take these operands: it takes 2 operands, not 1")]
    [InlineData("averagepool.gradient 2", "[n,3,3] [n,3,4]", "[n,3,4]", "averagepool.gradient 2 cannot take these operands: it takes 1 operands, not 2")]
    public void The_op_refuses_the_operands(string op, string operands, string result, string error)
    {
        string[] shapes = operands.Split(' ');
        string text = string.Concat(shapes.Select((shape, i) => $"%{i} = input x{i} {shape}\n"))
            + $"%{shapes.Length} = {op} : {string.Join(" ", shapes.Select((_, i) => $"%{i}"))} {result}\noutput y %{shapes.Length}";
        FormatException thrown = Assert.Throws<FormatException>(() => IrParser.Parse(text));
        Assert.Equal(error, thrown.Message[(thrown.Message.IndexOf(':') + 2)..]);
    }
}
