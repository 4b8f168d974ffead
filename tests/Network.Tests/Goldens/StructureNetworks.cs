namespace StaticNet.Network.Tests.Goldens;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 5), Flatten]
public partial class GoldenFlatten;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 5), Flatten]
public partial class GoldenFlattenOfSequence;

[Network(MaxBatch = 2, InputGradient = true), Input(28), Reshape(4, 7)]
public partial class GoldenReshape;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 5), Reshape(6, -1)]
public partial class GoldenReshapeOfImage;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4), Permute(2, 1)]
public partial class GoldenPermute21;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 5), Permute(3, 1, 2)]
public partial class GoldenPermute312;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 5), Permute(2, 3, 1)]
public partial class GoldenPermute231;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 5), Permute(1, 3, 2)]
public partial class GoldenPermute132;

[Network(MaxBatch = 2, InputGradient = true), Input(20), Slice(1, 0, 8)]
public partial class GoldenSlice;

[Network(MaxBatch = 2, InputGradient = true), Input(17), Slice(1, 1, 6, Step = 3)]
public partial class GoldenSliceByThree;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 5), Slice(2, 4, 3, Step = -2)]
public partial class GoldenSliceBackwards;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 5), Slice(3, 2, 2)]
public partial class GoldenSliceOfRows;

[Network(MaxBatch = 2, InputGradient = true), Input(3, Name = "x"), Input(17, Name = "y"), Input(1, Name = "z"), Concat("x", "y", "z")]
public partial class GoldenConcat;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 5, Name = "x"), Input(2, 4, 5, Name = "y"), Concat("x", "y")]
public partial class GoldenConcatOfChannels;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, Name = "x"), Input(5, 4, Name = "y"), Concat("x", "y", Axis = 1)]
public partial class GoldenConcatOfSteps;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, Name = "x"), Input(3, 5, Name = "y"), Concat("x", "y", Axis = 2)]
public partial class GoldenConcatOfFeatures;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 2, Name = "x"), Input(3, 4, 1, Name = "y"), Concat("x", "y", Axis = 3)]
public partial class GoldenConcatOfColumns;

[Network(MaxBatch = 2, InputGradient = true), Input(5, Name = "x"), Concat("x", "x")]
public partial class GoldenConcatOfOneTwice;

[Network(MaxBatch = 2, InputGradient = true), Input(8), Split("a", "b"), Multiply("a", "b")]
public partial class GoldenSplit;

[Network(MaxBatch = 2, InputGradient = true), Input(5), Split("a", "b", "c", Lengths = new[] { 2, 1, 2 }), Multiply("a", "c", Name = "ac"), Concat("c", "ac", "b")]
public partial class GoldenSplitOfLengths;

[Network(MaxBatch = 2, InputGradient = true), Input(4, 3, 5), Split("a", "b"), Multiply("a", "b")]
public partial class GoldenSplitOfChannels;

[Network(MaxBatch = 2, InputGradient = true), Input(4, 5), Split("a", "b", Axis = 2, Lengths = new[] { 3, 2 }), Tanh(From = "a", Name = "t"), Concat("b", "t", Axis = 2)]
public partial class GoldenSplitOfFeatures;

[Network(MaxBatch = 2, InputGradient = true), Input(5, Name = "x"), Input(5, Name = "y"), Add("x", "y")]
public partial class GoldenAdd;

[Network(MaxBatch = 2, InputGradient = true), Input(17, Name = "x"), Input(17, Name = "y"), Input(17, Name = "z"), Add("x", "y", "z")]
public partial class GoldenAddOfThree;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 5, Name = "x"), Input(3, 4, 5, Name = "y"), Add("x", "y")]
public partial class GoldenAddOfImages;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, Name = "x"), Add("x", "x")]
public partial class GoldenAddOfOneTwice;

[Network(MaxBatch = 2, InputGradient = true), Input(5, Name = "x"), Input(5, Name = "y"), Multiply("x", "y")]
public partial class GoldenMultiply;

[Network(MaxBatch = 2, InputGradient = true), Input(17, Name = "x"), Input(17, Name = "y"), Input(17, Name = "z"), Multiply("x", "y", "z")]
public partial class GoldenMultiplyOfThree;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 5, Name = "x"), Input(3, 4, 5, Name = "y"), Multiply("x", "y")]
public partial class GoldenMultiplyOfImages;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, Name = "x"), Multiply("x", "x")]
public partial class GoldenMultiplyOfOneTwice;

[Network(MaxBatch = 2, InputGradient = true), Input(7), Dropout(0)]
public partial class GoldenDropoutOfNone;

[Network(MaxBatch = 2), Input(7), Dropout(0.5)]
public partial class GoldenDropout;

[Network(MaxBatch = 2, InputGradient = true), Input(3, 4, 5), SpatialDropout(0)]
public partial class GoldenSpatialDropoutOfNone;

[Network(MaxBatch = 2), Input(3, 4, 5), SpatialDropout(0.5)]
public partial class GoldenSpatialDropout;

[Network(MaxBatch = 2, InputGradient = true), Input(7), AlphaDropout(0)]
public partial class GoldenAlphaDropoutOfNone;

[Network(MaxBatch = 2), Input(7), AlphaDropout(0.5)]
public partial class GoldenAlphaDropout;

[Network(MaxBatch = 2, InputGradient = true), Input(7), GaussianNoise(0)]
public partial class GoldenGaussianNoiseOfNone;

[Network(MaxBatch = 2), Input(7), GaussianNoise(0.5)]
public partial class GoldenGaussianNoise;
