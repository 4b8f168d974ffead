using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Declaration;

public class FlowTests
{
    [Theory]
    [InlineData("Dense(4), Dense(4), ReLU(From = \"dens2\")", "SN0021: 'relu1' (ReLU) reads 'dens2', but no layer has that name; write 'dense2', the nearest earlier name")]
    [InlineData("ReLU(From = \"x\")", "SN0021: 'relu1' (ReLU) reads 'x', but no layer has that name; write 'input', the nearest earlier name")]
    [InlineData("Dense(4), ReLU(From = \"tanh1\"), Tanh", "SN0022: 'relu1' (ReLU) reads 'tanh1', which does not stand before it; move that layer before it, or write 'dense1', the nearest earlier name")]
    [InlineData("Dense(4), ReLU(From = \"relu1\")", "SN0022: 'relu1' (ReLU) reads 'relu1', which does not stand before it; write 'input', the nearest earlier name")]
    [InlineData("Dense(4), Add(\"dense1\")", "SN0024: 'add1' (Add) has one name; a join takes no From and names at least two earlier layers, for example [Add(\"a\", \"b\")]")]
    [InlineData("Dense(4), Dense(4, Share = \"dens\")", "SN0037: 'dense2' (Dense) shares the parameters of 'dens', but no earlier layer has that name; write 'dense1', the nearest earlier Dense")]
    [InlineData("Dense(4), Dense(4, Share = \"dense2\")", "SN0037: 'dense2' (Dense) shares the parameters of 'dense2', but no earlier layer has that name; write 'dense1', the nearest earlier Dense")]
    [InlineData("Dense(4, Share = \"dense2\"), Dense(4)", "SN0037: 'dense1' (Dense) shares the parameters of 'dense2', but no earlier layer has that name; remove Share")]
    [InlineData("LayerNorm, Dense(4, Share = \"layernorm1\")", "SN0038: 'dense1' (Dense) shares the parameters of 'layernorm1', which is a LayerNorm; remove Share")]
    [InlineData("Dense(4), LayerNorm, Dense(4, Share = \"layernorm1\")", "SN0038: 'dense2' (Dense) shares the parameters of 'layernorm1', which is a LayerNorm; name another Dense, such as 'dense1'")]
    [InlineData("Dense(4), Split(\"a\")", "SN0036: 'a' (Split) has one part; a split takes no Name and names at least two parts, for example [Split(\"gate\", \"value\")]")]
    [InlineData("Dense(4), Split", "SN0036: 'split1' (Split) has no parts; a split takes no Name and names at least two parts, for example [Split(\"gate\", \"value\")]")]
    [InlineData("Dense(4), Split(\"a\", \"b\", Name = \"c\")", "SN0036: 'a' (Split) has a Name of its own; a split takes no Name and names at least two parts, for example [Split(\"gate\", \"value\")]")]
    [InlineData("Dense(4), Split(\"a\", \"b\"), ReLU", "SN0023: nothing reads 'a' (Split); name it in the From or in the join, such as [Add], of a later layer, or remove it")]
    [InlineData("Dense(4), Split(\"a\", \"a\"), ReLU", "SN0013: 'a' (Split) and the earlier layer 'a' both become the member 'A'; give one of them another Name")]
    [InlineData("Dense(4), Split(\"a\", \"dense1\"), ReLU", "SN0013: 'dense1' (Split) and the earlier layer 'dense1' both become the member 'Dense1'; give one of them another Name")]
    [InlineData("Dense(4), Split(\"a\", \"b\"), Add(\"a\", \"c\")", "SN0021: 'add1' (Add) reads 'c', but no layer has that name; write 'a', the nearest earlier name")]
    [InlineData("Dense(4), Tanh(From = \"dense1\"), ReLU(From = \"dense1\"), Add(\"dense1\", \"relu1\")", "SN0023: nothing reads 'tanh1' (Tanh); name it in the From or in the join, such as [Add], of a later layer, or remove it")]
    [InlineData("Dense(4), LogSoftmax, SoftmaxCrossEntropy", "SN0031: 'logsoftmax1' (LogSoftmax) stands before 'softmaxcrossentropy1' (SoftmaxCrossEntropy), which applies softmax itself; remove [LogSoftmax]")]
    [InlineData("Dense(4), LogSigmoid, BinaryCrossEntropy", "SN0032: 'logsigmoid1' (LogSigmoid) stands before 'binarycrossentropy1' (BinaryCrossEntropy), which applies the sigmoid itself; remove [LogSigmoid]")]
    [InlineData("Dense(4), HardSigmoid, BinaryCrossEntropy", "SN0032: 'hardsigmoid1' (HardSigmoid) stands before 'binarycrossentropy1' (BinaryCrossEntropy), which applies the sigmoid itself; remove [HardSigmoid]")]
    [InlineData("Dense(4), Softmax, Flatten, Dropout(0.5), SoftmaxCrossEntropy", "SN0031: 'softmax1' (Softmax) stands before 'softmaxcrossentropy1' (SoftmaxCrossEntropy), which applies softmax itself; remove [Softmax]")]
    [InlineData("Dense(4), Sigmoid, Flatten, BinaryCrossEntropy", "SN0032: 'sigmoid1' (Sigmoid) stands before 'binarycrossentropy1' (BinaryCrossEntropy), which applies the sigmoid itself; remove [Sigmoid]")]
    [InlineData("Dense(4), Softmax, SoftmaxCrossEntropy(From = \"softmax1\")", "SN0031: 'softmax1' (Softmax) stands before 'softmaxcrossentropy1' (SoftmaxCrossEntropy), which applies softmax itself; remove [Softmax]")]
    [InlineData("Dense(4), MeanSquaredError, MeanSquaredError", "SN0030: 'meansquarederror2' (MeanSquaredError) and 'meansquarederror1' are losses of one output; write From = \"output\" in each, or remove one")]
    [InlineData("Dense(4), MeanSquaredError(From = \"output\"), MeanSquaredError", "SN0030: 'meansquarederror2' (MeanSquaredError) and 'meansquarederror1' are losses of one output; write From = \"output\" in each, or remove one")]
    [InlineData("Dense(4), MeanSquaredError, ReLU", "SN0029: the loss 'meansquarederror1' (MeanSquaredError) is not the last layer; move it to the end")]
    [InlineData("Dense(4), Output(\"mask\"), ReLU, MeanSquaredError", "SN0040: 'meansquarederror1' (MeanSquaredError) does not say which of the outputs 'mask', 'output' it compares; write for example From = \"mask\"")]
    [InlineData("Dense(4), Output(\"mask\"), ReLU, MeanSquaredError(From = \"outputs\")", "SN0041: 'meansquarederror1' (MeanSquaredError) compares 'outputs', but no output has that name; write 'output', the nearest of 'mask', 'output'")]
    [InlineData("Dense(4), ReLU, MeanSquaredError(From = \"dense1\")", "SN0041: 'meansquarederror1' (MeanSquaredError) compares 'dense1', but no output has that name; write [Output(\"dense1Output\", From = \"dense1\")] to make that layer one")]
    [InlineData("Dense(4), Output(\"a\"), ReLU, Output(\"a\")", "SN0042: the output 'a' is the name of another output; give it a name of its own")]
    [InlineData("Dense(4), Output(\"output\"), ReLU", "SN0042: the output 'output' is the name of another output; give it a name of its own")]
    [InlineData("Dense(4), Output(\"a\"), ReLU, Output(\"b\", From = \"dense1\")", "SN0042: the output 'b' gives 'dense1', which the output 'a' gives already; remove it")]
    [InlineData("Dense(4), Output(\"a\", From = \"dens1\")", "SN0021: 'a' (Output) reads 'dens1', but no layer has that name; write 'dense1', the nearest earlier name")]
    [InlineData("Dense(4), Output(\"1st\"), ReLU", "SN0012: '1st' cannot name this Output, since it is no C# identifier or a keyword; write for example [Output(\"output1\")]")]
    [InlineData("Dense(4), Dense(2, Name = \"class\")", "SN0012: 'class' cannot name this Dense, since it is no C# identifier or a keyword; write for example Name = \"dense2\"")]
    [InlineData("Dense(4), ReLU, NegativeLogLikelihood", "SN0043: 'negativeloglikelihood1' (NegativeLogLikelihood) takes log-probabilities, but 'relu1' (ReLU) gives others; write [SoftmaxCrossEntropy] instead, or [LogSoftmax] before it")]
    [InlineData("Input(4, Name = \"more\"), Dense(4)", "SN0009: the network 'Net' has 2 inputs, but this one has no name; write for example Name = \"tokens\", or remove it")]
    public void A_finding_says_what_to_type(string layers, string text) => Assert.Contains(text, Texts(layers));

    [Theory]
    [InlineData("Dense(4), ReLU, Add(\"dense1\", \"relu1\"), Add(\"relu1\", \"add1\", \"dense1\")")]
    [InlineData("Dense(4), Tanh(From = \"dense1\"), ReLU(From = \"dense1\"), Add(\"tanh1\", \"relu1\"), MeanSquaredError(From = \"add1\")")]
    [InlineData("Dense(4), Split(\"a\", \"b\"), Add(\"a\", \"b\")")]
    [InlineData("Dense(4, Name = \"x\"), Tanh, Split(\"a\", \"b\", From = \"x\"), Sigmoid(From = \"a\"), Multiply(\"sigmoid1\", \"b\"), Concat(\"multiply1\", \"tanh1\")")]
    [InlineData("Dense(4), Output(\"mask\"), ReLU, MeanSquaredError(From = \"mask\"), SoftmaxCrossEntropy(From = \"output\", Weight = 0.5)")]
    [InlineData("Dense(4), Output(\"mask\"), ReLU, Output(\"scores\"), MeanSquaredError(From = \"dense1\"), MeanAbsoluteError(From = \"mask\")")]
    public void Branches_that_meet_again_or_are_outputs_are_fine(string layers) => Assert.Empty(Texts(layers));

    [Theory]
    [InlineData("Input(4, Name = \"a\"), Dense(3), Input(2, Name = \"b\"), Dense(3), Add(\"dense1\", \"dense2\")", "")]
    [InlineData("Input(4, Name = \"a\"), Input(4, Name = \"b\"), Add(\"a\", \"b\")", "")]
    [InlineData("Input(4, Name = \"a\"), Input(4, Name = \"b\"), Dense(3)", "SN0023: nothing reads 'a' (Input)")]
    [InlineData("Input(4, Name = \"a\"), Input(4, Name = \"a\"), Add(\"a\", \"a\")", "SN0013: 'a' (Input) and the earlier layer 'a' both become 'a' in From")]
    [InlineData("Input(4, Name = \"dense1\"), Dense(3)", "SN0013: 'dense1' (Dense) and the earlier layer 'dense1' both become 'dense1' in From")]
    [InlineData("Input(4, Name = \"class\"), Dense(3)", "SN0012: 'class' cannot name this Input")]
    public void Inputs_are_read_by_name_and_by_place(string layers, string text)
    {
        string[] found = [.. UserProject.Of($"[Network, {layers}] public partial class Net;").Read("Net").Errors.Select(error => error.Text)];
        Assert.Equal(text.Length == 0, found.Length == 0);
        Assert.All(found.Take(1), first => Assert.StartsWith(text, first));
    }

    private static IEnumerable<string> Texts(string layers) => UserProject
        .Of($"[Network, Input(4), {layers}] public partial class Net;").Read("Net").Errors.Select((NetworkError error) => error.Text);
}
