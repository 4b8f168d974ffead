namespace StaticNet.Network.Tests.Goldens;

/// <summary>Layers without parameters that move, join or drop values: output and gradients are PyTorch's.</summary>
public class StructureGoldenTests
{
    internal const string File = "structure.json";

    /// <summary>The network of each case.</summary>
    internal static readonly Dictionary<string, Type> Networks = new()
    {
        ["Flatten"] = typeof(GoldenFlatten),
        ["Flatten of a sequence"] = typeof(GoldenFlattenOfSequence),
        ["Reshape"] = typeof(GoldenReshape),
        ["Reshape of an image"] = typeof(GoldenReshapeOfImage),
        ["Permute (2, 1)"] = typeof(GoldenPermute21),
        ["Permute (3, 1, 2)"] = typeof(GoldenPermute312),
        ["Permute (2, 3, 1)"] = typeof(GoldenPermute231),
        ["Permute (1, 3, 2)"] = typeof(GoldenPermute132),
        ["Slice"] = typeof(GoldenSlice),
        ["Slice by three"] = typeof(GoldenSliceByThree),
        ["Slice backwards"] = typeof(GoldenSliceBackwards),
        ["Slice of rows"] = typeof(GoldenSliceOfRows),
        ["Concat"] = typeof(GoldenConcat),
        ["Concat of channels"] = typeof(GoldenConcatOfChannels),
        ["Concat of steps"] = typeof(GoldenConcatOfSteps),
        ["Concat of features"] = typeof(GoldenConcatOfFeatures),
        ["Concat of columns"] = typeof(GoldenConcatOfColumns),
        ["Concat of one twice"] = typeof(GoldenConcatOfOneTwice),
        ["Split"] = typeof(GoldenSplit),
        ["Split of lengths"] = typeof(GoldenSplitOfLengths),
        ["Split of channels"] = typeof(GoldenSplitOfChannels),
        ["Split of features"] = typeof(GoldenSplitOfFeatures),
        ["Add"] = typeof(GoldenAdd),
        ["Add of three"] = typeof(GoldenAddOfThree),
        ["Add of images"] = typeof(GoldenAddOfImages),
        ["Add of one twice"] = typeof(GoldenAddOfOneTwice),
        ["Multiply"] = typeof(GoldenMultiply),
        ["Multiply of three"] = typeof(GoldenMultiplyOfThree),
        ["Multiply of images"] = typeof(GoldenMultiplyOfImages),
        ["Multiply of one twice"] = typeof(GoldenMultiplyOfOneTwice),
        ["Dropout of none"] = typeof(GoldenDropoutOfNone),
        ["Dropout inference"] = typeof(GoldenDropout),
        ["SpatialDropout of none"] = typeof(GoldenSpatialDropoutOfNone),
        ["SpatialDropout inference"] = typeof(GoldenSpatialDropout),
        ["AlphaDropout of none"] = typeof(GoldenAlphaDropoutOfNone),
        ["AlphaDropout inference"] = typeof(GoldenAlphaDropout),
        ["GaussianNoise of none"] = typeof(GoldenGaussianNoiseOfNone),
        ["GaussianNoise inference"] = typeof(GoldenGaussianNoise),
    };

    public static TheoryData<string> Names => [.. GoldenFile.Cases(File).Select(c => c.Text("name"))];

    [Theory]
    [MemberData(nameof(Names))]
    public void Output_and_gradients_are_PyTorchs(string name) => GoldenPass.Check(GoldenFile.Case(File, name), Networks[name], entry => entry.Name);
}
