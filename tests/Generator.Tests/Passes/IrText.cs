using StaticNet.Generator.Ir;
using StaticNet.Generator.Passes;
using StaticNet.Generator.Reference;

namespace StaticNet.Generator.Tests.Passes;

/// <summary>IR in, IR out.</summary>
internal static class IrText
{
    public static void Check(Pass pass, string before, string after)
    {
        Graph graph = IrParser.Parse(before);
        Assert.Equal(Normal(after), Verifier.Check(pass(graph)).ToString());
    }

    public static void Keeps(Pass pass, string text) => Check(pass, text, text);

    /// <summary>The text as the printer has it, which fails if its lines are not the graph's.</summary>
    public static string Normal(string text) => IrParser.Parse(text).ToString();
}
