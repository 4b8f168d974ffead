using Microsoft.ML.OnnxRuntime;

namespace Compare;

/// <summary>A model in ONNX Runtime, whose input and output lie in memory of ours.</summary>
internal sealed class OnnxSide : IDisposable
{
    private readonly InferenceSession _session;
    private readonly RunOptions _run = new();
    private readonly OrtIoBinding _binding;
    private readonly OrtValue _input, _result;

    public OnnxSide(byte[] model, float[] input, long[] inputShape, int outputs, int threads)
    {
        using var options = new SessionOptions { IntraOpNumThreads = threads, InterOpNumThreads = 1, ExecutionMode = ExecutionMode.ORT_SEQUENTIAL };
        Output = new float[outputs];
        _session = new(model, options);
        _input = OrtValue.CreateTensorValueFromMemory(input, inputShape);
        _result = OrtValue.CreateTensorValueFromMemory(Output, [1, outputs]);
        _binding = _session.CreateIoBinding();
        _binding.BindInput(OnnxModel.Input, _input);
        _binding.BindOutput(OnnxModel.Output, _result);
    }

    /// <summary>The output of the last run.</summary>
    public float[] Output { get; }

    /// <summary>The output; returns its last number.</summary>
    public float Forward()
    {
        _session.RunWithBinding(_run, _binding);
        return Output[^1];
    }

    public void Dispose()
    {
        _binding.Dispose();
        _input.Dispose();
        _result.Dispose();
        _run.Dispose();
        _session.Dispose();
    }
}
