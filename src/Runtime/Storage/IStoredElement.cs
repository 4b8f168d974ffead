using System.Buffers.Binary;

namespace StaticNet.Storage;

/// <summary>An element type of files: little-endian bytes to float32.</summary>
internal interface IStoredElement
{
    static abstract int Bytes { get; }

    static abstract float Read(ReadOnlySpan<byte> source);
}

internal readonly struct Float32Element : IStoredElement
{
    public static int Bytes => sizeof(float);

    public static float Read(ReadOnlySpan<byte> source) => BinaryPrimitives.ReadSingleLittleEndian(source);
}

internal readonly struct Float16Element : IStoredElement
{
    public static int Bytes => sizeof(ushort);

    public static float Read(ReadOnlySpan<byte> source) => (float)BinaryPrimitives.ReadHalfLittleEndian(source);
}

/// <summary>The upper half of a float32.</summary>
internal readonly struct BFloat16Element : IStoredElement
{
    public static int Bytes => sizeof(ushort);

    public static float Read(ReadOnlySpan<byte> source) => BitConverter.Int32BitsToSingle(BinaryPrimitives.ReadUInt16LittleEndian(source) << 16);
}

internal readonly struct Float64Element : IStoredElement
{
    public static int Bytes => sizeof(double);

    public static float Read(ReadOnlySpan<byte> source) => (float)BinaryPrimitives.ReadDoubleLittleEndian(source);
}
