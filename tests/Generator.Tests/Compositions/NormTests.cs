using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Tests.Compositions;

/// <summary>How normalisations and noise are composed of ops, each against its definition.</summary>
public class NormTests
{
    private const double Epsilon = 1e-5;
    private const int Batch = 3;

    private readonly GraphBuilder _net = new();

    // Over the batch and the places of a channel: γ and β are [C,1,1].
    [Fact]
    public void Batch_normalisation_of_images()
    {
        Value x = Image(), y = Affine(Normalised(x, 0, 2, 3), 4);
        Check(x, y, a => Tensor.Of([Batch, 4, 2, 3], i => Normal(a, i, j => j[1] == i[1])));
    }

    [Fact]
    public void Layer_normalisation_over_the_last_axis()
    {
        Value x = _net.Add(new Input("x", new(Dim.N, 4, 5)));
        Check(x, Normalised(x, 2), a => Tensor.Of([Batch, 4, 5], i => Normal(a, i, j => j[0] == i[0] && j[1] == i[1])));
    }

    // The groups are an axis of their own for the time of the normalisation.
    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(4)]
    public void Group_normalisation_is_over_one_axis_behind_the_groups(int groups)
    {
        Value x = Image();
        Value y = _net.Reshape(Normalised(_net.Reshape(x, new(Dim.N, groups, 24 / groups)), 2), x.Shape);
        Check(x, Affine(y, 4), a => Tensor.Of([Batch, 4, 2, 3], i => Normal(a, i, j => j[0] == i[0] && j[1] * groups / 4 == i[1] * groups / 4)));
    }

    [Fact]
    public void Instance_normalisation_is_over_the_places_of_a_channel()
    {
        Value x = Image();
        Check(x, Normalised(x, 2, 3), a => Tensor.Of([Batch, 4, 2, 3], i => Normal(a, i, j => j[0] == i[0] && j[1] == i[1])));
    }

    // y = x/√(Σx²/f + ε)
    [Fact]
    public void The_root_of_the_mean_square()
    {
        Value x = _net.Add(new Input("x", new(Dim.N, 4, 5)));
        Value y = x * _net.Map(s => 1 / Scalar.Sqrt(s + Epsilon), _net.Mean(x * x, 2));
        Check(x, y, a => Tensor.Of([Batch, 4, 5], i => a[i] / Math.Sqrt(Enumerable.Range(0, 5).Average(f => a[i[0], i[1], f] * a[i[0], i[1], f]) + Epsilon)));
    }

    [Fact]
    public void Dropout_of_channels_draws_one_number_a_channel()
    {
        Value x = Image(), u = _net.Uniform(new(Dim.N, 4, 1, 1), 0);
        Value y = _net.Map((a, p) => Scalar.IfGreater(0.5, p, 0, a * 2), x, u);
        Tensor[] numbers = Evaluated.Of(_net, Batch, x, u, y);
        Tensor.Of([Batch, 4, 2, 3], i => numbers[1][i[0], i[1], 0, 0] < 0.5 ? 0 : 2 * numbers[0][i]).AssertEqual(numbers[2]);
    }

    [Fact]
    public void Noise_is_a_draw_from_the_normal_distribution()
    {
        Value x = Image(), z = _net.Normal(x.Shape, 0);
        Tensor[] numbers = Evaluated.Of(_net, Batch, x, z, _net.Map((a, b) => a + b * 0.1, x, z));
        Tensor.Of([Batch, 4, 2, 3], i => numbers[0][i] + 0.1 * numbers[1][i]).AssertEqual(numbers[2]);
    }

    private Value Image() => _net.Add(new Input("x", new(Dim.N, 4, 2, 3)));

    // μ = Σx/m, σ² = Σ(x−μ)²/m:   y = (x − μ)/√(σ² + ε)
    private Value Normalised(Value x, params int[] axes)
    {
        Value centred = x - _net.Mean(x, axes);
        Value variance = _net.Mean(centred * centred, axes);
        return centred * _net.Map(v => 1 / Scalar.Sqrt(v + Epsilon), variance);
    }

    // γ and β in their own shape, [C], beside the channels of an image.
    private Value Affine(Value y, int channels) =>
        y * _net.Reshape(_net.Add(new Parameter("weight", new(channels))), new(channels, 1, 1))
        + _net.Reshape(_net.Add(new Parameter("bias", new(channels))), new(channels, 1, 1));

    private static double Normal(Tensor x, int[] at, Func<int[], bool> together)
    {
        var among = new List<double>();
        Tensor.Of(x.Shape, j =>
        {
            if (together(j))
                among.Add(x[j]);
            return 0;
        });
        double mean = among.Average(), variance = among.Average(v => (v - mean) * (v - mean));
        return (x[at] - mean) / Math.Sqrt(variance + Epsilon);
    }

    private void Check(Value x, Value y, Func<Tensor, Tensor> normal)
    {
        bool affine = _net.Nodes.Any(n => n.Op is Parameter);
        Value none = _net.Number(0);
        Value[] parameters = affine ? [.. _net.Nodes.Where(n => n.Op is Parameter).Select(n => n.Results[0])] : [none, none];
        Tensor[] numbers = Evaluated.Of(_net, Batch, [x, y, .. parameters]);
        Tensor plain = normal(numbers[0]);
        Tensor expected = affine ? Tensor.Of(plain.Shape, i => plain[i] * numbers[2][i[1]] + numbers[3][i[1]]) : plain;
        expected.AssertEqual(numbers[1]);
    }
}
