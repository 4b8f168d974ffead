using System.Buffers.Binary;
using System.Text;

namespace StaticNet.Runtime.Tests.Storage;

/// <summary>A small network's table with one tensor of each kind of layout, and safetensors files written by hand.</summary>
internal static class StorageFixture
{
    // As saved: dense1.weight [3,5], dense1.bias [3], conv1.weight [20,2,3], batchnorm1.running_mean [3].
    public const int DataBytes = 4 * (15 + 3 + 120 + 3);

    public static ParameterTable Table() => new(
        // [out,in] stored [in, Pad(out)]
        Entry("dense1.weight", [3, 5], 0, 80, new TensorLayout([1, 16]), ParameterKind.Weight, Init.GlorotUniform, 5, 3),
        Entry("dense1.bias", [3], 80, 16, new TensorLayout([1]), ParameterKind.Bias, Init.Zeros),
        // outputs in panels of 16: [2 panels][2][3][16]
        Entry("conv1.weight", [20, 2, 3], 96, 192, new TensorLayout([1, 48, 16], blockedAxis: 0, block: 16, blockStride: 96),
            ParameterKind.Weight, Init.HeNormal, 6, 60),
        Entry("batchnorm1.running_mean", [3], 288, 16, new TensorLayout([1]), ParameterKind.State, Init.Zeros));

    /// <summary>Logical values 1, 2, 3, … over all tensors, and a sentinel in every float of padding.</summary>
    public static ParameterStore Counting(float padding = 0)
    {
        var store = new ParameterStore(Table());
        store.Values.AsSpan().Fill(padding);
        float value = 1;
        for (int i = 0; i < store.Table.Count; i++)
        {
            var values = new float[store[i].Count];
            for (int k = 0; k < values.Length; k++)
                values[k] = value++;
            store[i].CopyFrom(values);
        }
        return store;
    }

    public static byte[] Saved(this ParameterStore store)
    {
        using var folder = new TemporaryFolder();
        store.Save(folder["saved.safetensors"]);
        return File.ReadAllBytes(folder["saved.safetensors"]);
    }

    /// <summary>Length, header and data, exactly as given.</summary>
    public static byte[] Bytes(string header, params float[] data)
    {
        byte[] json = Encoding.UTF8.GetBytes(header);
        var file = new byte[8 + json.Length + 4 * data.Length];
        BinaryPrimitives.WriteUInt64LittleEndian(file, (ulong)json.Length);
        json.CopyTo(file, 8);
        for (int i = 0; i < data.Length; i++)
            BinaryPrimitives.WriteSingleLittleEndian(file.AsSpan(8 + json.Length + 4 * i), data[i]);
        return file;
    }

    public static ParameterEntry Entry(
        string name, int[] shape, int offset, int length, TensorLayout layout,
        ParameterKind kind = ParameterKind.Weight, Init init = Init.Ones, int fanIn = 1, int fanOut = 1) =>
        new(name, shape, offset, length, layout, kind, init, 1, fanIn, fanOut);

    internal sealed class TemporaryFolder : IDisposable
    {
        private readonly string _path = Directory.CreateTempSubdirectory("staticnet-storage-").FullName;

        public string this[string name] => Path.Combine(_path, name);

        public string[] Names => [.. Directory.GetFileSystemEntries(_path).Select(path => Path.GetFileName(path)!).Order()];

        public void Dispose() => Directory.Delete(_path, recursive: true);
    }
}
