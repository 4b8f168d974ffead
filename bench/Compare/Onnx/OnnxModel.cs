using System.Runtime.InteropServices;
using Google.Protobuf;
using Onnx;
using static TorchSharp.torch;

namespace Compare;

/// <summary>An ONNX model as it grows: nodes in order, weights as initialisers, each value with a name of its own.</summary>
internal sealed class OnnxModel
{
    // Operators as of ONNX 1.12, whose schema lies beside this file.
    private const int OperatorSet = 17, IrVersion = 8;

    public const string Input = "input", Output = "output";

    private readonly GraphProto _graph = new() { Name = "network" };

    /// <summary>Adds a node; returns the name of its result.</summary>
    public string Node(string op, IEnumerable<string> inputs, params AttributeProto[] attributes) => Node(op, inputs, result: 0, attributes);

    /// <summary>The same where the wanted result stands behind others.</summary>
    public string Node(string op, IEnumerable<string> inputs, int result, params AttributeProto[] attributes)
    {
        string name = $"value{_graph.Node.Count}";
        var node = new NodeProto { OpType = op, Input = { inputs }, Attribute = { attributes } };
        node.Output.Add([.. Enumerable.Repeat("", result), name]);
        _graph.Node.Add(node);
        return name;
    }

    /// <summary>Adds a tensor's values; returns its name.</summary>
    public string Weight(Tensor values) => Add(TensorProto.Types.DataType.Float, values.shape, MemoryMarshal.AsBytes(values.contiguous().data<float>().ToArray().AsSpan()));

    public string Number(float value) => Add(TensorProto.Types.DataType.Float, [], MemoryMarshal.AsBytes([value]));

    public string Integers(params long[] values) => Add(TensorProto.Types.DataType.Int64, [values.Length], MemoryMarshal.AsBytes(values.AsSpan()));

    /// <summary>The file, of one input and one output.</summary>
    public byte[] Finish(string result, long[] inputShape, long[] outputShape)
    {
        _graph.Node.Add(new NodeProto { OpType = "Identity", Input = { result }, Output = { Output } });
        _graph.Input.Add(Value(Input, inputShape));
        _graph.Output.Add(Value(Output, outputShape));
        return new ModelProto { IrVersion = IrVersion, OpsetImport = { new OperatorSetIdProto { Version = OperatorSet } }, Graph = _graph }.ToByteArray();
    }

    public static AttributeProto Int(string name, long value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Int, I = value };

    public static AttributeProto Float(string name, double value) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Float, F = (float)value };

    public static AttributeProto Ints(string name, params long[] values) => new() { Name = name, Type = AttributeProto.Types.AttributeType.Ints, Ints = { values } };

    private string Add(TensorProto.Types.DataType type, long[] shape, ReadOnlySpan<byte> bytes)
    {
        string name = $"weight{_graph.Initializer.Count}";
        _graph.Initializer.Add(new TensorProto { Name = name, DataType = (int)type, Dims = { shape }, RawData = ByteString.CopyFrom(bytes) });
        return name;
    }

    private static ValueInfoProto Value(string name, long[] shape)
    {
        var extents = new TensorShapeProto { Dim = { shape.Select(extent => new TensorShapeProto.Types.Dimension { DimValue = extent }) } };
        var tensor = new TypeProto.Types.Tensor { ElemType = (int)TensorProto.Types.DataType.Float, Shape = extents };
        return new() { Name = name, Type = new TypeProto { TensorType = tensor } };
    }
}
