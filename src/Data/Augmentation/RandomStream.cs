using StaticNet.Numerics;

namespace StaticNet.Data.Augmentation;

/// <summary>
/// Random numbers of one image in one epoch: a function of seed, epoch and the image's row alone, whatever was drawn for others and on whichever thread.
/// </summary>
public struct RandomStream
{
    // Parameters and layers draw from streams that count up from 0, the order of the data from the last one: the one before is left.
    private const uint Stream = 0xFFFF_FFFE;

    // Each image has 2³² numbers of its own.
    private const int NumberBits = 32;
    private const double Unit = 1.0 / (1L << 32);

    private readonly ulong _seed;
    private readonly uint _epoch;
    private ulong _next;

    /// <param name="seed">The seed of all images.</param>
    /// <param name="epoch">The epoch's number.</param>
    /// <param name="row">The image's row in the data.</param>
    public RandomStream(ulong seed, int epoch, int row) => (_seed, _epoch, _next) = (seed, (uint)epoch, (ulong)(uint)row << NumberBits);

    /// <summary>Uniform on <c>[0, 1)</c>.</summary>
    public double Uniform() => Word() * Unit;

    /// <summary>Uniform on <c>[low, high)</c>.</summary>
    public double Uniform(double low, double high) => low + (high - low) * Uniform();

    /// <summary>A whole number from 0 to <paramref name="bound"/> − 1.</summary>
    public int Below(int bound) => (int)(((ulong)Word() * (uint)bound) >> NumberBits);

    /// <summary>Whether something of this probability happens.</summary>
    public bool Chance(double probability) => Uniform() < probability;

    /// <summary>Two independent numbers of mean 0 and variance 1.</summary>
    public (double, double) Normals() => BoxMuller.Pair(Word(), Word());

    private uint Word() => Philox.At(_seed, Stream, _epoch, _next++);
}
