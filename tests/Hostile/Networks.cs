using StaticNet;

[assembly: System.CLSCompliant(false)]
[assembly: System.Runtime.InteropServices.ComVisible(false)]

namespace Company.System
{
    /// <summary>A network in a namespace that ends in System.</summary>
    [Network(MaxBatch = 9, InputGradient = true), Input(5), Dense(20), BatchNorm, ReLU, Dropout(0.25), Dense(7), Tanh, Dense(4), SoftmaxCrossEntropy]
    public partial class HostileNet;

    /// <summary>A loop over time.</summary>
    [Network(MaxBatch = 9, InputGradient = true), Input(4, 3), LSTM(5, Bidirectional = true, ReturnSequences = true), GRU(7, Truncate = 2), Dense(1), MeanSquaredError]
    public partial class HostileSequence;

    /// <summary>The types around it are part of its name.</summary>
    public static partial class Outer
    {
        /// <summary>A nested network.</summary>
        [Network(MaxBatch = 9), Input(5), Dense(20), Sigmoid, Dense(3), BinaryCrossEntropy]
        internal sealed partial class @event;

        /// <summary>Uses it.</summary>
        /// <param name="input">Five numbers.</param>
        /// <param name="output">Three numbers.</param>
        public static void Run(global::System.ReadOnlySpan<float> input, global::System.Span<float> output) => new @event(1).Predict(input, output);
    }
}

#pragma warning disable CA1050 // A type in no namespace is what this declaration is for.
/// <summary>A network in the global namespace.</summary>
[Network(MaxBatch = 9), Input(2, 3), Flatten, Dense(20, Name = "a"), LeakyReLU(0.1), Dense(20), Softmax(Name = "b"), Add("a", "b"), MeanSquaredError]
public sealed partial class GlobalNet;
#pragma warning restore CA1050
