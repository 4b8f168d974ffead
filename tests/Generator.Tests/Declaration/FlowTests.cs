using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Declaration;

public class FlowTests
{
    [Theory]
    [InlineData("Dense(4), Dense(4), ReLU(From = \"dens2\")", "SN0021: 'relu1' (ReLU) reads 'dens2', but no layer has that name; write 'dense2', the nearest earlier name")]
    [InlineData("ReLU(From = \"x\")", "SN0021: 'relu1' (ReLU) reads 'x', but no layer has that name; it is the first layer and reads the input, so remove the name")]
    [InlineData("Dense(4), ReLU(From = \"tanh1\"), Tanh", "SN0022: 'relu1' (ReLU) reads 'tanh1', which does not stand before it; move that layer before it, or write 'dense1', the nearest earlier name")]
    [InlineData("Dense(4), ReLU(From = \"relu1\")", "SN0022: 'relu1' (ReLU) reads 'relu1', which does not stand before it; write 'dense1', the nearest earlier name")]
    [InlineData("Dense(4), Add(\"dense1\")", "SN0024: 'add1' (Add) has one name; a join takes no From and names at least two earlier layers, for example [Add(\"a\", \"b\")]")]
    [InlineData("Dense(4), Tanh(From = \"dense1\"), ReLU(From = \"dense1\"), Add(\"dense1\", \"relu1\")", "SN0023: nothing reads 'tanh1' (Tanh); name it in the From or in the join, such as [Add], of a later layer, or remove it")]
    [InlineData("Dense(4), LogSoftmax, SoftmaxCrossEntropy", "SN0031: 'logsoftmax1' (LogSoftmax) stands before 'softmaxcrossentropy1' (SoftmaxCrossEntropy), which applies softmax itself; remove [LogSoftmax]")]
    [InlineData("Dense(4), LogSigmoid, BinaryCrossEntropy", "SN0032: 'logsigmoid1' (LogSigmoid) stands before 'binarycrossentropy1' (BinaryCrossEntropy), which applies the sigmoid itself; remove [LogSigmoid]")]
    [InlineData("Dense(4), HardSigmoid, BinaryCrossEntropy", "SN0032: 'hardsigmoid1' (HardSigmoid) stands before 'binarycrossentropy1' (BinaryCrossEntropy), which applies the sigmoid itself; remove [HardSigmoid]")]
    [InlineData("Dense(4), Softmax, ReLU(From = \"dense1\"), SoftmaxCrossEntropy(From = \"softmax1\")", "SN0031: 'softmax1' (Softmax) stands before 'softmaxcrossentropy1' (SoftmaxCrossEntropy), which applies softmax itself; remove [Softmax]")]
    [InlineData("Dense(4), Softmax, Flatten, Dropout(0.5), SoftmaxCrossEntropy", "SN0031: 'softmax1' (Softmax) stands before 'softmaxcrossentropy1' (SoftmaxCrossEntropy), which applies softmax itself; remove [Softmax]")]
    [InlineData("Dense(4), Sigmoid, Flatten, BinaryCrossEntropy", "SN0032: 'sigmoid1' (Sigmoid) stands before 'binarycrossentropy1' (BinaryCrossEntropy), which applies the sigmoid itself; remove [Sigmoid]")]
    [InlineData("Dense(4), MeanSquaredError, ReLU, MeanSquaredError", "SN0030: 'meansquarederror2' (MeanSquaredError) is a second loss after 'meansquarederror1', but a network has one; remove it")]
    public void A_finding_says_what_to_type(string layers, string text) => Assert.Contains(text, Texts(layers));

    [Theory]
    [InlineData("Dense(4), ReLU, Add(\"dense1\", \"relu1\"), Add(\"relu1\", \"add1\", \"dense1\")")]
    [InlineData("Dense(4), Tanh(From = \"dense1\"), ReLU(From = \"dense1\"), Add(\"tanh1\", \"relu1\"), MeanSquaredError(From = \"add1\")")]
    public void Branches_that_meet_again_are_fine(string layers) => Assert.Empty(Texts(layers));

    private static IEnumerable<string> Texts(string layers) => UserProject
        .Of($"[Network, Input(4), {layers}] public partial class Net;").Read("Net").Errors.Select((NetworkError error) => error.Text);
}
