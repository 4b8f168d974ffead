using System.Runtime.InteropServices;

namespace StaticNet.Network.Tests.Contract;

/// <summary>A network of int32 seen as one of floats whose bits are the integers: tests that serve any network hold their inputs so.</summary>
internal sealed class TokenNetwork(INetwork<int> network) : INetwork<float>
{
    public int MaxBatch => network.MaxBatch;

    public ParameterStore Parameters => network.Parameters;

    public int InputLength => network.InputLength;

    public int OutputLength => network.OutputLength;

    /// <summary>The network itself.</summary>
    public static INetwork Inner(INetwork network) => network is TokenNetwork tokens ? tokens.Network : network;

    private INetwork Network => network;

    public void Save(string path, SaveOptions? options = null) => network.Save(path, options);

    public void Load(string path, LoadOptions? options = null) => network.Load(path, options);

    public void Predict(ReadOnlySpan<float> input, Span<float> output) => network.Predict(Bits(input), output);

    public void Forward(ReadOnlySpan<float> input, Span<float> output) => network.Forward(Bits(input), output);

    /// <summary>The integers that floats hold the bits of.</summary>
    public static ReadOnlySpan<int> Bits(ReadOnlySpan<float> values) => MemoryMarshal.Cast<float, int>(values);

    /// <summary>Floats with the bits of integers.</summary>
    public static float[] Floats(int[] values) => MemoryMarshal.Cast<int, float>(values).ToArray();
}
