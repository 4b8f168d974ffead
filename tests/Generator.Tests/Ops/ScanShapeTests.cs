using StaticNet.Generator.Ir;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Ops;

/// <summary>A scan fits its body, or says what does not: line by line of the body, and the error.</summary>
public class ScanShapeTests
{
    private const string Header = "scan 5 carries 1 sequences 1 : %0 %1 %2 [n,2] [5,n,2]";

    private static readonly string[] Sound =
    [
        "%0 = argument 0 [n,2]", "%1 = argument 1 [n,2]", "%2 = argument 2 [2]", "%3 = map a * c + b : %0 %1 %2 [n,2]", "carry 0 %3", "stack 0 %3",
    ];

    [Fact]
    public void A_sound_scan_passes_and_reads_back()
    {
        Graph graph = Verifier.Check(IrParser.Parse(Text(Header, Sound)));
        Assert.Equal("[n,2] [5,n,2]", string.Join(" ", graph.Nodes[3].Results.Select(v => v.Shape)));
        Assert.Equal(
            """
            %0 = input h                                  [n,2]
            %1 = input x                                  [5,n,2]
            %2 = input w                                  [2]
            %3 = scan 5 carries 1 sequences 1 : %0 %1 %2  [n,2] [5,n,2] rnn1 {
              %0 = argument 0                               [n,2]
              %1 = argument 1                               [n,2]
              %2 = argument 2                               [2]
              %3 = map a * c + b : %0 %1 %2                 [n,2]
              carry 0 %3
              stack 0 %3
            }
            output y %3.1

            """,
            graph.ToString());
        Assert.Equal(graph.ToString(), IrParser.Parse(graph.ToString()).ToString());
    }

    [Fact]
    public void A_scan_costs_its_body_for_each_step() => Assert.Equal(5 * 2 * 2, IrParser.Parse(Text(Header, Sound)).Nodes[3].Flops);

    [Theory]
    [InlineData(1, "%1 = argument 1 [n,1]", "operand 1 is [5,n,2], but its body takes [n,1] at each of 5 steps")]
    [InlineData(0, "%0 = argument 0 [2]", "operand 0 is [n,2], but its body takes [2] at each of 5 steps")]
    [InlineData(2, "%2 = argument 3 [2]", "scan 5 carries 1 sequences 1 cannot take these operands: its body has no argument 2")]
    [InlineData(2, "%2 = param w [2]", "scan 5 carries 1 sequences 1 cannot take these operands: it takes 2 operands, not 3")]
    [InlineData(3, "%3 = random.uniform stream 0 [n,2]",
        "scan 5 carries 1 sequences 1 cannot take these operands: its body holds random.uniform stream 0, but takes all it reads as arguments")]
    [InlineData(4, "output 0 %3", "its body does not return 1 carries and then what is stacked")]
    [InlineData(4, "carry 0 %2", "carry 0 is [n,2] before a step and [2] after it")]
    [InlineData(2, "%2 = argument 2 [2]i",
        "scan 5 carries 1 sequences 1 cannot take these operands: operand 2 holds Float32, but its body takes Int32")]
    [InlineData(5, "%4 = constant 1,2 [2]i\nstack 0 %4",
        "scan 5 carries 1 sequences 1 cannot take these operands: its body returns stack 0, which holds integers")]
    public void A_body_that_does_not_fit_is_refused(int line, string replacement, string error)
    {
        string[] body = [.. Sound];
        body[line] = replacement;
        Assert.Equal($"line 4: {error}", Assert.Throws<FormatException>(() => IrParser.Parse(Text(Header, body))).Message);
    }

    [Theory]
    [InlineData("scan 4 carries 1 sequences 1 : %0 %1 %2 [n,2] [4,n,2]", "operand 1 is [5,n,2], but its body takes [n,2] at each of 4 steps")]
    [InlineData("scan 0 carries 1 sequences 1 : %0 %1 %2 [n,2] [5,n,2]", "scan 0 carries 1 sequences 1 takes no step")]
    [InlineData("scan 5 carries 1 sequences 1 truncate 0 : %0 %1 %2 [n,2] [5,n,2]", "scan 5 carries 1 sequences 1 truncate 0 takes no step")]
    [InlineData("scan 5 carries 2 sequences 2 : %0 %1 %2 [n,2] [5,n,2]", "scan 5 carries 2 sequences 2 has 3 operands and a body with 3 arguments")]
    [InlineData("scan 5 carries 2 sequences 0 : %0 %1 %2 [n,2] [5,n,2]", "its body does not return 2 carries and then what is stacked")]
    [InlineData("scan 5 carry 1 : %0 %1 %2 [n,2] [5,n,2]", "expected 'carries' and a number, but found 'carry 1 : %0 %1 %2 [n,2] [5,n,2] rnn1 {'")]
    [InlineData("map a : %0 [n,2]", "map a has no body")]
    public void A_scan_that_does_not_fit_its_body_is_refused(string header, string error) =>
        Assert.Equal($"line 4: {error}", Assert.Throws<FormatException>(() => IrParser.Parse(Text(header, Sound))).Message);

    [Fact]
    public void A_body_is_closed() => Assert.Equal(
        "line 4: expected '}' after the body, but found the end of the text",
        Assert.Throws<FormatException>(() => IrParser.Parse("%0 = input h [n]\n%1 = scan 2 carries 1 sequences 0 %0 [n] {\n%0 = argument 0 [n]\ncarry 0 %0")).Message);

    [Fact]
    public void A_scan_has_a_body() => Assert.Equal(
        "line 2: expected '{' and the body of the scan, but found the end of the line",
        Assert.Throws<FormatException>(() => IrParser.Parse("%0 = input h [n]\n%1 = scan 2 carries 1 sequences 0 %0 [n]\noutput y %1")).Message);

    private static string Text(string header, string[] body) => string.Join("\n",
        ["%0 = input h [n,2]", "%1 = input x [5,n,2]", "%2 = input w [2]", $"%3 = {header} rnn1 {{", .. body, "}", "output y %3.1"]);
}
