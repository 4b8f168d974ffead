using StaticNet.Generator.Text;

namespace StaticNet.Generator.Tests.Text;

public class CodeWriterTests
{
    [Fact]
    public void A_multi_line_hole_keeps_its_column()
    {
        string body = "a = 1;\n\nb = 2;";
        string text = CodeWriter.Text($$"""
            void M()
            {
                x = {{body}} // end
            }
            """);
        Assert.Equal("void M()\n{\n    x = a = 1;\n\n        b = 2; // end\n}", text);
    }

    [Fact]
    public void Nested_holes_add_their_columns()
    {
        string inner = CodeWriter.Text($$"""
            if (x)
                {{"a;\nb;"}}
            """);
        Assert.Equal("{\n  if (x)\n      a;\n      b;\n}", CodeWriter.Text($"{{\n  {inner}\n}}"));
    }

    [Theory]
    [InlineData("", "a\nb")]
    [InlineData("x", "a\n    x\nb")]
    public void An_empty_hole_alone_on_its_line_removes_the_line(string hole, string expected)
    {
        Assert.Equal(expected, CodeWriter.Text($"a\n    {hole}\nb"));
        Assert.Equal(expected.Replace("\nb", ""), CodeWriter.Text($"a\n    {hole}"));
    }

    [Fact]
    public void Several_empty_holes_remove_their_line()
    {
        string none = "";
        Assert.Equal("a\nb", CodeWriter.Text($"a\n  {none} {none}  \nb"));
    }

    [Fact]
    public void An_empty_hole_beside_text_leaves_the_line()
    {
        string none = "";
        Assert.Equal("a\n  b\nc", CodeWriter.Text($"a\n  {none}b\nc"));
        Assert.Equal("a\n  b\nc", CodeWriter.Text($"a\n  {none}{"b"}\nc"));
        Assert.Equal("a\nb\nc", CodeWriter.Text($"a\nb{none}\nc"));
    }

    [Fact]
    public void Lines_fill_a_hole_one_below_the_other()
    {
        string[] lines = ["a;", "b;"];
        Assert.Equal("  a;\n  b;\n.", CodeWriter.Text($"  {lines}\n."));
        Assert.Equal(".", CodeWriter.Text($"  {Array.Empty<string>()}\n."));
    }

    [Fact]
    public void A_writer_goes_on_where_it_stood()
    {
        var w = new CodeWriter();
        w.Write($"x = ");
        w.Write($"{"a\n+ b"}");
        w.Line($";");
        w.Line($"{""}");
        w.Line();
        w.Line($"{12} {7,3}|{"z",-3}|");
        Assert.Equal("x = a\n    + b;\n\n12   7|z  |\n", w.ToString());
    }

    [Fact]
    public void Windows_line_ends_become_line_feeds() => Assert.Equal("a\nb", CodeWriter.Text($"{"a\r\nb\r\n"}"));
}
