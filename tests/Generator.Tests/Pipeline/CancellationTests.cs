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

    /// <summary>A token that is cancelled while the compiler works: on a network of so many layers for seconds.</summary>
    [Fact]
    public void The_compiler_stops_in_the_middle()
    {
        string layers = string.Concat(Enumerable.Repeat(", Dense(8), Tanh", 400));
        NetworkDeclaration network = UserProject.Of($"[Network, Input(4){layers}, MeanSquaredError] public partial class DeepNet;").Read("DeepNet");
        using var source = new CancellationTokenSource();
        using var begun = new ManualResetEventSlim();
        Exception? thrown = null;
        var compiling = new Thread(() =>
        {
            begun.Set();
            thrown = Record.Exception(() => Compiler.Emit(network, source.Token));
        });
        compiling.Start();
        begun.Wait();
        Thread.Sleep(20);
        Assert.True(compiling.IsAlive, "The compiler was done before it could be stopped: give it more layers.");
        source.Cancel();
        compiling.Join();
        Assert.IsType<OperationCanceledException>(thrown);
    }
}
