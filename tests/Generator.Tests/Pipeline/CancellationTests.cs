using StaticNet.Generator.Declaration;

namespace StaticNet.Generator.Tests.Pipeline;

public class CancellationTests
{
    private static readonly UserProject Project = UserProject.Of("[Network, Input(4), Dense(2)] public partial class DigitNet;");

    [Fact]
    public void The_pipeline_stops() =>
        Assert.Throws<OperationCanceledException>(() => Project.Driver().RunGenerators(Project.Compilation, new CancellationToken(canceled: true)));

    [Fact]
    public void The_reader_stops() =>
        Assert.Throws<OperationCanceledException>(() => Project.Read("DigitNet", new CancellationToken(canceled: true)));

    [Fact]
    public void The_compiler_stops()
    {
        NetworkDeclaration network = Project.Read("DigitNet");
        Assert.Throws<OperationCanceledException>(() => Compiler.Emit(network, new CancellationToken(canceled: true)));
    }
}
