using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Emitted;

public class ProgramTests
{
    [Theory]
    [InlineData("Dense(2)", "Forward, TrainForward, TrainBackward")]
    [InlineData("Dense(2), MeanSquaredError", "Forward, TrainForward, TrainHead, TrainBackward")]
    [InlineData("Dense(2), SoftmaxCrossEntropy", "Forward, Link, TrainForward, TrainHead, TrainBackward")]
    public void A_network_has_the_methods_that_its_loss_asks_for(string layers, string methods)
    {
        string text = Compiler.Emit(UserProject.Of($"[Network(MaxBatch = 4), Input(3), {layers}] public partial class Net;").Read("Net"), default).Text;
        Assert.Equal(
            methods.Split(", "),
            new[] { "Forward", "Link", "TrainForward", "TrainHead", "TrainBackward" }.Where(name => text.Contains($"internal static void {name}(", StringComparison.Ordinal)));
        Assert.Equal(methods.Contains("TrainHead"), text.Contains("Steps.TrainHead(", StringComparison.Ordinal));
    }
}
