using System.Runtime.CompilerServices;
using System.Text.Json;

namespace StaticNet.Network.Tests.Networks;

/// <summary>What PyTorch makes of a network in float64, from tests/Goldens/networks.py.</summary>
internal sealed class NetworkGolden
{
    private readonly JsonElement _root;

    public NetworkGolden(string network, [CallerFilePath] string here = "")
    {
        string path = Path.Combine(Path.GetDirectoryName(here)!, "..", "..", "Goldens", $"network.{network}.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(path));
        _root = document.RootElement.Clone();
    }

    /// <summary>What the names of the batches begin with.</summary>
    public string Salt => _root.GetProperty("salt").GetString()!;

    public int Samples => _root.GetProperty("samples").GetInt32();

    public double LearningRate => _root.GetProperty("learningRate").GetDouble();

    /// <summary>The loss, or the losses one after another, of each of ten steps.</summary>
    public double[] Losses => Numbers(_root.GetProperty("losses"));

    /// <summary>The same at reduced width.</summary>
    public double[] NarrowLosses => Numbers(_root.GetProperty("narrowLosses"));

    /// <summary>How far the last step's losses of PyTorch's float32 runs stray at most.</summary>
    public double LossDeviation => _root.GetProperty("lossDeviation").GetDouble();

    /// <summary>Tensors by name: <c>gradients</c> of the first step, <c>stored</c> and <c>narrowStored</c> after ten.</summary>
    public IEnumerable<string> Names(string kind) => _root.GetProperty(kind).EnumerateObject().Select(property => property.Name);

    /// <summary>The relative L2 distance of a tensor after ten steps of PyTorch's float32 runs, the largest of eight; no less than half a float's last bit.</summary>
    public double Deviation(string name) => Math.Max(_root.GetProperty("deviations").GetProperty(name).GetDouble(), 1.0 / (1 << 24));

    /// <summary>How far a tensor's elements are from those that the file holds, and its norm from the file's, relative to the file's; of a tensor of zeros, to the network's largest.</summary>
    public double Distance(string kind, string name, IReadOnlyList<double> actual)
    {
        JsonElement golden = _root.GetProperty(kind).GetProperty(name);
        double[] probes = Numbers(golden.GetProperty("probes"));
        int count = probes.Length;
        double norm = golden.GetProperty("norm").GetDouble(), ofProbes = Norm(probes);
        double[] found = [.. Enumerable.Range(0, count).Select(i => actual[(int)((long)i * actual.Count / count)])];
        double apart = Norm(found.Zip(probes, (a, b) => a - b));
        double largest = _root.GetProperty(kind).EnumerateObject().Max(property => property.Value.GetProperty("norm").GetDouble());
        return norm > Zero * largest
            ? Math.Max(ofProbes > 0 ? apart / ofProbes : apart / norm, Math.Abs(Norm(actual) - norm) / norm)
            : Norm(actual) / largest;
    }

    // A gradient is zero where the next normalisation takes the parameter back.
    private const double Zero = 1e-9;

    private static double Norm(IEnumerable<double> values) => Math.Sqrt(values.Sum(x => x * x));

    private static double[] Numbers(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];
}
