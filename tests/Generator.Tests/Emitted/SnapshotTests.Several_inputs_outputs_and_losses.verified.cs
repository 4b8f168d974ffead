    public const int MaxBatch = 8;
    public const int ImageLength = 16;
    public const int HintsLength = 3;
    public const int MaskLength = 3;
    public const int OutputLength = 4;
    public const int ParameterCount = 67;
    public const long ForwardFlops = 130L;
    public const long ArenaBytes = 2048L;
    public const long TrainingBytes = 5824L;
    public static long TrainingBytesWith(int slots) => TrainingBytes + slots * 1408L;
    public HeadsNet(ulong seed = 0)
    public void Predict(global::System.ReadOnlySpan<float> image, global::System.ReadOnlySpan<float> hints, global::System.Span<float> mask, global::System.Span<float> output)
    public void Forward(global::System.ReadOnlySpan<float> image, global::System.ReadOnlySpan<float> hints, global::System.Span<float> mask, global::System.Span<float> output)
    public void Predict(global::System.ReadOnlySpan<byte> image, global::System.ReadOnlySpan<float> hints, global::System.Span<float> mask, global::System.Span<float> output)
    public void Forward(global::System.ReadOnlySpan<byte> image, global::System.ReadOnlySpan<float> hints, global::System.Span<float> mask, global::System.Span<float> output)
    public void Save(string path, global::StaticNet.SaveOptions? options = null) => global::StaticNet.NetworkStorage.Save(__arena, Parameters, path, options);
    public void Save(global::System.IO.Stream stream, global::StaticNet.SaveOptions? options = null) => global::StaticNet.NetworkStorage.Save(__arena, Parameters, stream, options);
    public void Load(string path, global::StaticNet.LoadOptions? options = null) => global::StaticNet.NetworkStorage.Load(__arena, Parameters, path, options);
    public void Load(global::System.IO.Stream stream, global::StaticNet.LoadOptions? options = null) => global::StaticNet.NetworkStorage.Load(__arena, Parameters, stream, options);
    public void Load(global::System.ReadOnlySpan<byte> safetensors, global::StaticNet.LoadOptions? options = null) => global::StaticNet.NetworkStorage.Load(__arena, Parameters, safetensors, options);
    public void CopyFrom(global::StaticNet.INetwork other) => global::StaticNet.NetworkStorage.Copy(__arena, Parameters, other);
    public HeadsNet Share() => new HeadsNet(Parameters, new global::StaticNet.Workspace(512));
    public static global::StaticNet.Batches Batches(global::System.ReadOnlyMemory<float> image, global::System.ReadOnlyMemory<float> hints, global::System.ReadOnlyMemory<float> maskTarget, global::System.ReadOnlyMemory<int> outputTarget, int size, ulong seed = 0, bool shuffle = true, bool dropLast = false, global::System.ReadOnlyMemory<float> sampleWeights = default)
    public static global::StaticNet.Batches Batches(global::System.ReadOnlyMemory<byte> image, global::System.ReadOnlyMemory<float> hints, global::System.ReadOnlyMemory<float> maskTarget, global::System.ReadOnlyMemory<int> outputTarget, int size, ulong seed = 0, bool shuffle = true, bool dropLast = false, global::System.ReadOnlyMemory<float> sampleWeights = default)
    public double Evaluate(global::StaticNet.Batches batches)
    public double Evaluate(global::System.ReadOnlySpan<float> image, global::System.ReadOnlySpan<float> hints, global::System.ReadOnlySpan<float> maskTarget, global::System.ReadOnlySpan<int> outputTarget, global::System.ReadOnlySpan<float> sampleWeights = default)
    public double Evaluate(global::System.ReadOnlySpan<byte> image, global::System.ReadOnlySpan<float> hints, global::System.ReadOnlySpan<float> maskTarget, global::System.ReadOnlySpan<int> outputTarget, global::System.ReadOnlySpan<float> sampleWeights = default)
    public global::StaticNet.ParameterStore Parameters { get; }
    public __Dense1 Dense1 => new(Parameters);
    public readonly struct __Dense1(global::StaticNet.ParameterStore parameters)
        public global::StaticNet.ParameterView Weight => parameters[0];
        public global::StaticNet.ParameterView Bias => parameters[1];
    public __Dense2 Dense2 => new(Parameters);
    public readonly struct __Dense2(global::StaticNet.ParameterStore parameters)
        public global::StaticNet.ParameterView Weight => parameters[2];
        public global::StaticNet.ParameterView Bias => parameters[3];
    public sealed class Trainer : global::StaticNet.NetworkTrainer, global::StaticNet.ITrainer
        public Trainer(HeadsNet network, global::StaticNet.Optimizer optimizer, ulong seed = 0)
        public void Forward(global::System.ReadOnlySpan<float> image, global::System.ReadOnlySpan<float> hints)
        public void Forward(global::System.ReadOnlySpan<byte> image, global::System.ReadOnlySpan<float> hints)
        public void CopyOutput(global::System.Span<float> mask, global::System.Span<float> output)
        public void BackwardFrom(global::System.ReadOnlySpan<float> maskGradient, global::System.ReadOnlySpan<float> outputGradient)
        public void CopyInputGradient(global::System.Span<float> imageGradient, global::System.Span<float> hintsGradient)
        public float Backward(global::System.ReadOnlySpan<float> maskTarget, global::System.ReadOnlySpan<int> outputTarget, global::System.ReadOnlySpan<float> sampleWeights = default)
        public float Step(global::System.ReadOnlySpan<float> image, global::System.ReadOnlySpan<float> hints, global::System.ReadOnlySpan<float> maskTarget, global::System.ReadOnlySpan<int> outputTarget, global::System.ReadOnlySpan<float> sampleWeights = default)
        public float Step(global::System.ReadOnlySpan<byte> image, global::System.ReadOnlySpan<float> hints, global::System.ReadOnlySpan<float> maskTarget, global::System.ReadOnlySpan<int> outputTarget, global::System.ReadOnlySpan<float> sampleWeights = default)
        public float Step(global::StaticNet.Batch batch)
    public static string Summary(bool markdown = false) => global::StaticNet.ModelSummary.Of(__Summary.Markdown, markdown);
