using StaticNet.Generator.Ir;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Reference;

public class IrParserTests
{
    [Theory]
    [InlineData("input x [n,4]", "output y %0")]
    [InlineData("input x [3n]i", "output y %0")]
    [InlineData("input x [2]   i", "output y %0")]
    [InlineData("param dense1.weight [2,3]   dense1", "gradient dense1.weight %0")]
    [InlineData("state norm1.running_mean []", "nextstate norm1.running_mean %0")]
    [InlineData("random.uniform stream 7 [n,2,3]   dropout1", "output y %0")]
    [InlineData("map 2.5 []", "outputgradient output %0")]
    [InlineData("map -Infinity to [n,3] [n,3]", "inputgradient input %0")]
    [InlineData("input x [n,4]", "map a / batch + column : %0 [n,4]", "prediction p %1", "loss l %0")]
    [InlineData("input x [n,4]", "map a to [2,n,4] : %0 [2,n,4]", "output y %1")]
    [InlineData("input x [n,4]", "matmul.ta %0 %0 [4,4]", "matmul %0 %1 [n,4]", "matmul.tb %2 %1 [n,4]", "output y %3")]
    [InlineData("input x [n,4]", "param w [4,4]", "matmul.ta.tb %1 %0 [4,n]", "output y %2")]
    [InlineData("input x [n,4]", "sum.0 %0 [1,4]", "max.0,1 %1 [1,1]", "reshape [] %2 []", "output y %3")]
    [InlineData("input x [n]i", "reshape [n,1] %0 [n,1]i", "output y %1")]
    [InlineData("random.normal stream 2 [n,3]", "output y %0")]
    [InlineData("constant 1,-2.5,1E-30 [3]", "constant 3,0 [1,2]i", "output y %0", "output t %1")]
    [InlineData("input x [n,4,5]", "permute.0,2,1 %0 [n,5,4]", "permute.2,0,1 %0 [5,n,4]", "output y %1", "output z %2")]
    [InlineData("input x [n,4]", "slice.1 start 3 length 2 step -2 %0 [n,2]", "pad.1 before 1 after 2 %1 [n,5]", "output y %2")]
    [InlineData("input x [n,4,9]", "param w [6,2,3]", "conv stride 2 pad 1:-1 dilation 2 groups 2 %0 %1 [n,6,3]", "output y %2")]
    [InlineData("input x [n,4]", "param w [7,2]", "input t [n]i", "gather %1 %2 [n,2]", "scatteradd 7 %2 %3 [7,2]", "output y %4")]
    [InlineData("input x [n,2,9]", "maxpool 3 stride 2 pad 1:1 ceiling %0 [n,2,5]", "maxpool.gradient 3 stride 2 pad 1:1 ceiling %1 %0 [n,2,9]", "output y %2")]
    [InlineData("input x [n,2,9,9]", "averagepool 3,2 without padding %0 [n,2,7,8]", "averagepool.gradient 3,2 without padding %1 [n,2,9,9]", "output y %2")]
    [InlineData("input x [n,4]", "cut %0 [n,4]   loss1", "stop %1 [n,4]", "output y %2")]
    public void Printed_text_reads_back(params string[] lines)
    {
        string text = string.Join("\n", lines.Select((line, i) => ResultKindKeyword(line) ? line : $"%{i} = {line}"));
        string printed = IrParser.Parse(text).ToString();
        Assert.Equal(Words(text), Words(printed));
        Assert.Equal(printed, IrParser.Parse(printed).ToString());
    }

    [Fact]
    public void Comments_blank_lines_gaps_in_numbers_and_unused_nodes_are_allowed()
    {
        Graph graph = IrParser.Parse("""

            # the input
            %3  = input x  [n,4]  # given by the caller
            %7  = map a * 3 : %3  [n,4]
            %10 = map max(a, 0) : %3  [n,4]   relu1

            output y %10
            """);
        Assert.Equal(
            "%0 = input x                                  [n,4]\n" +
            "%1 = map max(a, 0) : %0                       [n,4]        relu1\n" +
            "output y %1\n",
            graph.ToString());
    }

    [Theory]
    [InlineData("%0 = inptu x [n,4]", "line 1: 'inptu' is no op; did you mean 'input'?")]
    [InlineData("\n\n%0 = matmul.t %1 [n,4]", "line 3: %1 is used before it is defined")]
    [InlineData("%0 = input x [n,4]\n%1 = matmul.t %0 %0 [4,4]", "line 2: 'matmul.t' is no op; did you mean 'matmul'?")]
    [InlineData("%0 = input x [n,4]\n%0 = input y [n,4]", "line 2: %0 is there already")]
    [InlineData("%0 = input x [n,4]\n%1 = matmul %0 %0 [n,4]", "line 2: inner sizes differ: 4 and n")]
    [InlineData("%0 = input x [n,4]\n%1 = matmul %0 [n,4]", "line 2: matmul cannot take these operands: it takes 2 operands, not 1")]
    [InlineData("%0 = input x [n,4]i\n%1 = sum.1 %0 [n,1]",
        "line 2: sum.1 cannot take these operands: it takes no integers, but operand 0 holds them")]
    [InlineData("%0 = input x [n,4]\n%1 = map a + b : %0 [n,4]",
        "line 2: map a + b cannot take these operands: it mentions operand b, but has only 1")]
    [InlineData("%0 = input x [n,4]\n%1 = sum.1 %0 [n,4]", "line 2: %1 is [n,1], but the line says [n,4]")]
    [InlineData("%0 = input x [n,4]\n%1 = sum.x %0 [n,4]", "line 2: 'x' is no list of axes such as sum.0,1")]
    [InlineData("%0 = input x [n,4]\n%1 = sum %0 [n,4]", "line 2: '' is no list of axes such as sum.0,1")]
    [InlineData("%0 = input x [n,4]\n%1 = sum.2 %0 [n,4]", "line 2: [n,4] has no axis 2")]
    [InlineData("%0 = input x [n,0]", "line 1: the extent 0 is not positive")]
    [InlineData("%0 = input x [n,n]", "line 1: [n,n] has more than one dimension with the batch")]
    [InlineData("%0 = input x [n;4]", "line 1: expected ',', but found ';4]'")]
    [InlineData("%0 = input x", "line 1: expected '[', but found the end of the line")]
    [InlineData("%0 = input x [n] relu1 relu2", "line 1: expected the end of the line, but found 'relu2'")]
    [InlineData("%0 = random.uniform 3 [n]", "line 1: expected 'stream' and its number, but found '3 [n]'")]
    [InlineData("%0 = input x [n,4]\n%1 = slice.1 from 2 %0 [n,2]", "line 2: expected 'start' and a number, but found 'from 2 %0 [n,2]'")]
    [InlineData("%0 = input x [n,4]\n%1 = slice start 2 length 2 %0 [n,2]", "line 2: '' is no list of axes such as sum.0,1")]
    [InlineData("%0 = input x [n,4,4]\n%1 = conv.date %0 %0 [n,4,4]", "line 2: 'conv.date' is no op; did you mean 'conv'?")]
    [InlineData("%0 = input x [n,4,4]\n%1 = conv pad 1 %0 %0 [n,4,4]", "line 2: expected ':', but found '%0 %0 [n,4,4]'")]
    [InlineData("%0 = constant 1,a [2]", "line 1: expected a number, but found 'a [2]'")]
    [InlineData("%0 = constant 1,2 [3]", "line 1: [3] has 3 elements, but there are 2 numbers")]
    [InlineData("%0 = input x [n]\noutputs y %0", "line 2: 'outputs' is no kind of result; did you mean 'output'?")]
    [InlineData("%0 = input x [n]\noutput y %0.1", "line 2: %0 has 1 results, so there is no %0.1")]
    [InlineData("%0 = input x [n]", "line 1: the graph has no result; add a line such as 'output y %3'")]
    [InlineData("%0 = map max(2) []", "line 1: max takes 2 arguments, not 1")]
    [InlineData("%0 = map sigmiod(2) []", "line 1: 'sigmiod' is no scalar function; did you mean 'sigmoid'?")]
    [InlineData("%0 = map batsh []",
        "line 1: 'batsh' is no name of an operand (a to z, x26, …), of a let or of a constant; did you mean 'batch'?")]
    [InlineData("%0 = map (2 []", "line 1: expected ')', but found '[]'")]
    [InlineData("%0 = map 2 + []", "line 1: expected a number, an operand or a function, but found '[]'")]
    public void An_error_names_the_line_and_what_was_expected(string text, string message) =>
        Assert.Equal(message, Assert.Throws<FormatException>(() => IrParser.Parse(text)).Message);

    private static bool ResultKindKeyword(string line) =>
        Enum.GetValues<ResultKind>().Any(kind => line.StartsWith(IrPrinter.Keyword(kind) + " ", StringComparison.Ordinal));

    private static string Words(string text) =>
        string.Join(" ", text.Split([' ', '\n'], StringSplitOptions.RemoveEmptyEntries).Where(word => word != ":"));
}
