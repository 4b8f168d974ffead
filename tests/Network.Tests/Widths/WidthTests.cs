using System.Reflection;
using StaticNet.Network.Tests.Random;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Widths;

/// <summary>
/// Random networks that have every layer, in processes whose vectors are narrower than this machine's, and at every width, in software where the
/// machine has no such instructions.
/// </summary>
public class WidthTests
{
    private static readonly Lazy<byte[]> Networks = new(() => NetworkCompiler.Image(string.Concat(Covering.EveryLayer.Select(seed => new Declaration(seed).Source))));

    /// <summary>The switch of the JIT, and the width that remains.</summary>
    public static TheoryData<string, int> Switches => new()
    {
        { "DOTNET_EnableAVX512", 256 },
        { "DOTNET_EnableAVX2", 128 },
        { "DOTNET_EnableHWIntrinsic", 128 },
    };

    // A machine that is narrower to begin with has fewer widths here; the kernels of the others run in the test after this.
    [Theory]
    [MemberData(nameof(Switches))]
    public async Task Agrees_with_the_interpreter(string variable, int bits)
    {
        (int status, string output) = await Child.RunWith(Networks.Value, [variable], Math.Min(bits, Program.Bits).ToString());
        Assert.True(status == 0, output);
        Assert.Contains($"{Covering.EveryLayer.Count} networks at {Math.Min(bits, Program.Bits)} bits", output);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(256)]
    [InlineData(128)]
    public void Agrees_with_the_interpreter_at_a_width_that_the_machine_need_not_have(int bits)
    {
        Declaration[] declarations = [.. Covering.EveryLayer.Select(seed => new Declaration(seed))];
        Assembly networks = NetworkCompiler.Compile(string.Concat(declarations.Select(d => d.Source)), bits: bits);
        foreach (Declaration declaration in declarations)
        {
            string[] differences = [.. Trial.Differences(declaration, networks.GetType(declaration.Name, throwOnError: true)!)];
            Assert.True(differences.Length == 0, declaration.Source + string.Join("\n", differences));
        }
    }
}
