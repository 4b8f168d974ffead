namespace StaticNet.Generator.Tests.Emitted;

/// <summary>Generated code compiles without a finding wherever the user declares the network and however its parts are named.</summary>
public class HostileTests
{
    private const string Layers =
        "StaticNet.Network(MaxBatch = 5, InputGradient = true), StaticNet.Input(3), StaticNet.Dense(20), StaticNet.BatchNorm, StaticNet.ReLU, "
        + "StaticNet.Dropout(0.25), StaticNet.Dense(7), StaticNet.Tanh, StaticNet.Dense(4), StaticNet.SoftmaxCrossEntropy";

    public static TheoryData<string> Places => new()
    {
        { $"[{Layers}] public partial class Net {{ }}" },
        { $"[{Layers}] internal sealed partial class Net {{ }}" },
        { $"[{Layers}] partial class @class {{ }}" },
        { $"[{Layers}] partial class Steps {{ }}" },
        { $"[{Layers}] partial class Unsafe {{ }} class Vector512 {{ }} class ISimd {{ }} class Rows {{ }} class Philox {{ }} class MethodImpl {{ }}" },
        { $"namespace My.System {{ [{Layers}] public partial class Net {{ }} }}" },
        { $"namespace My.System.Runtime.CompilerServices {{ [{Layers}] public partial class Unsafe {{ }} }}" },
        { $"namespace My.StaticNet {{ [{Layers.Replace("StaticNet.", "global::StaticNet.")}] public partial class Net {{ }} }}" },
        { $"namespace @namespace.@event {{ [{Layers}] public partial class @operator {{ }} }}" },
        { $"namespace A {{ public partial class Outer {{ [{Layers}] private protected partial class Net {{ }} }} }}" },
        { $"namespace A {{ public partial record struct Outer {{ internal partial interface Inner {{ [{Layers}] public sealed partial class Net {{ }} }} }} }}" },
        { $"namespace A {{ [{Layers}] public partial class Net {{ }} }} namespace B {{ [{Layers}] public partial class Net {{ }} }}" },
        { $"namespace A {{ public class Parent {{ protected int batch; public virtual void Enter() {{ }} }} [{Layers}] public partial class Net : Parent {{ private int x; public int X {{ get {{ return x; }} set {{ x = value; batch = value; }} }} }} }}" },
    };

    // Names of locals, parameters, methods and types of generated code, contextual keywords, and whatever else an identifier may be.
    public static IEnumerable<string> Names =>
    [
        "row", "column", "lane", "count", "samples", "product", "x", "y", "w", "a", "b", "k", "c0", "c00", "b0", "v0", "t0", "sum0", "total0", "max0", "value0",
        "batch", "accumulate", "arena", "gradients", "seed", "step", "target", "inputRows", "targetRows", "loss", "outputGradient", "scratch0", "value",
        "S", "V", "steps", "link", "trainForward", "trainHead", "trainBackward", "forwardSteps", "dense9", "dense9Store", "dense9Rows8", "dense9_2", "dense9Weight",
        "vector512", "simd512", "unsafeAdd", "rows", "philox", "iSimd", "nint", "var", "dynamic", "record", "async", "field", "init", "required", "file", "global",
        "system", "staticNet", "_", "größe", "слой", "a_b", "aB", "network", "optimizer", "tensor", "enter", "discard", "apply", "backward", "step_",
        "_3", "_new", "Base", "Int", "Object", "層", "methodImpl", "unsafe_", "Out", "simd256", "dense9_y", "dW", "dy",
    ];

    [Theory]
    [MemberData(nameof(Places))]
    public Task Compiles_at(string source) => HostileProject.Builds(source);

    // Each name in two roles, every role under many names.
    [Theory]
    [InlineData(0)]
    [InlineData(4)]
    public Task Compiles_with_layers_named_as_what_is_generated(int shift) => HostileProject.Builds(
    [
        .. Names.Skip(shift).Concat(Names.Take(shift)).Chunk(9).Where(names => names.Length == 9).Select((names, i) =>
            $$"""
            using StaticNet;
            [Network(MaxBatch = 9, InputGradient = true), Input(4), Dense(20, Name = "{{names[0]}}"), Tanh(Name = "{{names[1]}}")]
            [BatchNorm(Name = "{{names[2]}}"), ReLU(Name = "{{names[3]}}"), Dropout(0.5, Name = "{{names[4]}}"), Softmax(Name = "{{names[5]}}")]
            [Add("{{names[4]}}", "{{names[5]}}", Name = "{{names[6]}}"), Dense(3, Name = "{{names[7]}}")]
            [{{(i % 2 == 0 ? "SoftmaxCrossEntropy" : "MeanSquaredError")}}(Name = "{{names[8]}}")]
            public partial class Net{{i}} { }
            """),
    ]);

    [Fact]
    public Task Compiles_with_streams() => HostileProject.Builds("""
        namespace My.System
        {
            [StaticNet.Network(MaxBatch = 9, Stream = true), StaticNet.Input(12, 4, Name = "states"), StaticNet.MaxPool1D(3, Stride = 2, Padding = 1, Name = "_states")]
            [StaticNet.LSTM(5, ReturnSequences = true, Name = "streamSteps"), StaticNet.Output("streamSteps"), StaticNet.Input(12, Type = StaticNet.Element.Int32, Name = "batch")]
            [StaticNet.Embedding(9, 3, From = "batch"), StaticNet.GRU(7, Name = "streamLink"), StaticNet.Dense(3), StaticNet.SoftmaxCrossEntropy(From = "output")]
            public partial class Net { }
        }
        """);

    // Inputs and outputs are parameters of public methods, beside locals of those and of the programs.
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public Task Compiles_with_inputs_and_outputs_named_as_what_is_generated(int shift) => HostileProject.Builds(
    [
        .. Names.Skip(shift).Concat(Names.Take(shift)).Append("sampleWeights").Append("size").Append("sample_weights").Append("x1").Chunk(4).Where(names => names.Length == 4).Select((names, i) =>
            $$"""
            using StaticNet;
            [Network(MaxBatch = 9, InputGradient = true), Input(4, Name = "{{names[0]}}"), Dense(20, Name = "first"), Output("{{names[1]}}")]
            [Input(20, Name = "{{names[2]}}"), Add("first", "{{names[2]}}", Name = "second"), Dense(3, Name = "third"), Output("{{names[3]}}")]
            [SoftmaxCrossEntropy(From = "{{names[3]}}", ClassWeights = new double[] { 1, 2, 3 }, Name = "fourth"), MeanSquaredError(From = "{{names[1]}}", Weight = 0.5, Name = "fifth")]
            public partial class Net{{i}} { }
            """),
    ]);
}
