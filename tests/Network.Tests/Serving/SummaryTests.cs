using System.Globalization;
using StaticNet.Network.Tests.BadInput;
using StaticNet.Network.Tests.Networks;

namespace StaticNet.Network.Tests.Serving;

public class SummaryTests
{
    [Fact]
    public void The_summary_has_layers_steps_kernels_and_both_arenas()
    {
        string text = ClassNet.Summary();
        Assert.StartsWith("ClassNet\n\n[n,3] → [n,4], 54 parameters, up to 4 samples a call.\n", text);
        Assert.Matches(@"\nbatchnorm1 +BatchNorm +\[n,5\] +10 +256 ", text);
        Assert.Contains("\nInference: ", text);
        Assert.Contains("\nTraining: ", text);
        Assert.Matches(@"\n1 +Dense1\w* +dense1\S*.* ", text);
        Assert.DoesNotContain("|", text);
        Assert.DoesNotContain("```", text);
        Assert.DoesNotContain(text.Split('\n'), line => line.EndsWith(' '));
    }

    [Fact]
    public void As_Markdown_its_tables_are_tables()
    {
        string[] lines = ClassNet.Summary(markdown: true).Split('\n');
        Assert.Equal("# ClassNet", lines[0]);
        Assert.Equal(2, lines.Count(line => line.StartsWith("## ")));
        Assert.Equal(5, lines.Count(line => line.StartsWith("|-")));
        Assert.Equal(4, lines.Count(line => line == "```"));
    }

    [Fact]
    public void Bytes_have_their_place_in_the_arena()
    {
        string text = PixelNet.Summary();
        string size = PixelNet.ArenaBytes < 1000 ? $"{PixelNet.ArenaBytes} B" : string.Create(CultureInfo.InvariantCulture, $"{PixelNet.ArenaBytes / 1000.0:F1} KB");
        Assert.Contains($" in {size} of arena\n", text.Split("Inference: ")[1]);
        Assert.Contains($"\n{size} of arena for inference", text);
        Assert.Matches(@"\n\w +input, of bytes +\[\d+\] ", text);
    }

    [Fact]
    public void The_map_covers_the_arena()
    {
        string[] lines = ClassNet.Summary().Split('\n');
        int map = Array.FindIndex(lines, line => line.TrimStart().StartsWith("byte "));
        Assert.Equal("0", lines[map + 1].Split(' ', StringSplitOptions.RemoveEmptyEntries)[0]);
        Assert.All(lines.Skip(map + 1).TakeWhile(line => line.Length > 0), line => Assert.Equal(lines[map].Length, line.Length));
    }

    [Fact]
    public void The_map_of_a_long_program_fits_a_page()
    {
        string[] lines = ResNet18.Summary().Split("Training: ")[1].Split('\n');
        int map = Array.FindIndex(lines, line => line.TrimStart().StartsWith("byte "));
        Assert.Equal("one column for 4 steps, the first of which is drawn", lines[map - 1]);
        Assert.StartsWith("15937", lines[map].Split(' ')[^1]);
        Assert.InRange(lines[map].Split(' ')[^1].Length, 25, 48);
        Assert.All(lines.Skip(map + 1).TakeWhile(line => line.Length > 0), line => Assert.Equal(lines[map].Length, line.Length));
    }
}
