namespace StaticNet;

/// <summary>What every network has: code over any network is written against it.</summary>
public interface INetwork
{
    /// <summary>The largest batch that the network takes.</summary>
    int MaxBatch { get; }

    /// <summary>
    /// How many threads work on a call that is long enough, the caller's among them: 1, or up to as many as the network declares, <c>[Network(Threads = 4)]</c>,
    /// which it has at first. Results are the same, bit for bit, for any number.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than it declares.</exception>
    int Threads
    {
        get => 1;
        set => Check.Threads(value, 1);
    }

    /// <summary>Parameters and state.</summary>
    ParameterStore Parameters { get; }

    /// <summary>Writes parameters and state as a safetensors file: whole, or not at all.</summary>
    /// <exception cref="SafetensorsException">The file cannot be written.</exception>
    void Save(string path, SaveOptions? options = null);

    /// <summary>Reads parameters and state from a safetensors file: all, or on an error none.</summary>
    /// <exception cref="SafetensorsException">The file cannot be read or does not fit.</exception>
    void Load(string path, LoadOptions? options = null);
}

/// <summary>A network with one input and one output.</summary>
/// <typeparam name="TInput">The element of the input.</typeparam>
public interface INetwork<TInput> : INetwork
    where TInput : unmanaged
{
    /// <summary>Elements of one sample of the input.</summary>
    int InputLength { get; }

    /// <summary>Floats of one sample of the output.</summary>
    int OutputLength { get; }

    /// <summary>The output with the loss's link applied, for any number of samples up to <see cref="INetwork.MaxBatch"/>.</summary>
    void Predict(ReadOnlySpan<TInput> input, Span<float> output);

    /// <summary>The declared output, before the link.</summary>
    void Forward(ReadOnlySpan<TInput> input, Span<float> output);
}
