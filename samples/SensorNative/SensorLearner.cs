using StaticNet;

namespace SensorNative;

/// <summary>
/// Foretells the next measurement of a sensor from the changes of the last ones, and learns from it when it comes: one at a time, in memory that is all
/// there from the start on.
/// </summary>
internal sealed class SensorLearner
{
    /// <summary>Working memory as the compiler planned it: arenas of inference and training, and the parameters, of which <c>SGD</c> keeps no copy.</summary>
    public static readonly long PlannedBytes = SensorNet.ArenaBytes + SensorNet.TrainingBytes + (SensorNet.TrainingBytesWith(1) - SensorNet.TrainingBytes);

    private readonly SensorNet _net = new(seed: 1);
    private readonly SensorNet.Trainer _trainer;
    private readonly float[] _changes = new float[SensorNet.InputLength], _scaled = new float[SensorNet.InputLength], _change = new float[1];
    private float _last = float.NaN;
    private double _squares;
    private int _count;

    // The last layer starts with zeros, and the network with the naive forecast; clipped, a broken measurement moves the weights by no more than the rate.
    public SensorLearner() => _trainer = new(_net, new SGD(0.02) { ClipNorm = 1 });

    /// <summary>What the next measurement will be; the last one again until the window is full.</summary>
    public float Next { get; private set; } = float.NaN;

    /// <summary>Learns from a measurement and foretells the one after it; 0 bytes.</summary>
    public void Learn(float measured)
    {
        if (!float.IsNaN(_last))
        {
            float change = measured - _last;
            if (_count >= _changes.Length)
            {
                Scale();
                _change[0] = change / Unit;
                _trainer.Step(_scaled, _change);
            }

            // The window moves by one.
            _changes.AsSpan(1).CopyTo(_changes);
            _changes[^1] = change;
            _squares += change * change;
            _count++;
        }

        (_last, Next) = (measured, measured);
        if (_count < _changes.Length)
            return;
        Scale();
        _net.Predict(_scaled, _change);
        Next = measured + _change[0] * Unit;
    }

    // What a change is on the average: the network sees numbers about 1, whatever the sensor measures.
    private float Unit => (float)Math.Sqrt(_squares / _count + 1e-12);

    private void Scale()
    {
        float unit = Unit;
        for (int i = 0; i < _changes.Length; i++)
            _scaled[i] = _changes[i] / unit;
    }
}

/// <summary>A network that would not build if it needed more.</summary>
[Network(MaxBatch = 1), Input(52), Dense(32, WeightsScale = 0.5), Tanh, Dense(1, Weights = Init.Zeros), MeanSquaredError]
[Budget(ParameterBytes = 9000, ArenaBytes = 1000, TrainingBytes = 10000)]
internal sealed partial class SensorNet;
