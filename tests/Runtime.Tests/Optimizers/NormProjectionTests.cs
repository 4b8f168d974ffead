using System.Runtime.Intrinsics;
using StaticNet.Numerics;

namespace StaticNet.Runtime.Tests.Optimizers;

public class NormProjectionTests
{
    private const float Limit = 2;

    private static readonly Dictionary<string, ParameterEntry> Entries = new()
    {
        ["[out,in] stored [in,out]"] = Entry([37, 5], 240, new TensorLayout([1, 48])),
        ["row by row"] = Entry([3, 5], 48, new TensorLayout([16, 1])),
        ["panels of outputs"] = Entry([20, 2, 3], 192, new TensorLayout([1, 48, 16], blockedAxis: 0, block: 16, blockStride: 96)),
        ["panels of outputs too narrow for vectors"] = Entry([20, 2], 48, new TensorLayout([1, 4], blockedAxis: 0, block: 4, blockStride: 8)),
        ["inputs in blocks"] = Entry([16, 20], 512, new TensorLayout([1, 16], blockedAxis: 1, block: 16, blockStride: 256)),
    };

    public static TheoryData<string> Names => [.. Entries.Keys];

    [Theory, MemberData(nameof(Names))]
    public void LongRowsAreScaledDownAndOthersStay(string name)
    {
        ParameterEntry entry = Entries[name];
        float[] stored = Filled(entry), before = new ParameterView(stored, 0, entry).ToArray();
        NormProjection.Project(ref stored[0], entry, Limit);
        float[] after = new ParameterView(stored, 0, entry).ToArray();
        int units = entry.Shape[0], inputs = entry.Count / units, scaled = 0;
        for (int unit = 0; unit < units; unit++)
        {
            Span<float> row = before.AsSpan(unit * inputs, inputs);
            double norm = Math.Sqrt(row.ToArray().Sum(w => (double)w * w)), factor = norm > Limit ? Limit / (norm + 1e-7) : 1;
            scaled += factor < 1 ? 1 : 0;
            for (int i = 0; i < inputs; i++)
                Assert.Equal(row[i] * factor, after[unit * inputs + i], 1e-5 * Limit);
        }
        Assert.InRange(scaled, 1, units - 1);
        new ParameterView(stored, 0, entry).Fill(0);
        Assert.All(stored, padding => Assert.Equal(0, padding));
    }

    [Fact]
    public void EveryWidthGivesTheSameBits()
    {
        ParameterEntry entry = Entries["[out,in] stored [in,out]"];
        float[] narrow = Filled(entry), middle = Filled(entry), wide = Filled(entry);
        NormProjection.Project<Simd128, Vector128<float>>(ref narrow[0], entry, Limit);
        NormProjection.Project<Simd256, Vector256<float>>(ref middle[0], entry, Limit);
        NormProjection.Project<Simd512, Vector512<float>>(ref wide[0], entry, Limit);
        Assert.Equal(narrow, middle);
        Assert.Equal(narrow, wide);
    }

    [Fact]
    public void AVectorHasNoUnits()
    {
        ParameterEntry entry = Entry([3], 16, new TensorLayout([1]));
        float[] stored = Filled(entry);
        NormProjection.Project(ref stored[0], entry, 1e-3f);
        Assert.Equal(Filled(entry), stored);
    }

    // Rows of rising length: the first short, the last long.
    private static float[] Filled(ParameterEntry entry)
    {
        float[] stored = new float[entry.Length];
        int units = entry.Shape[0], inputs = entry.Count / units;
        new ParameterView(stored, 0, entry).CopyFrom(
            [.. Enumerable.Range(0, entry.Count).Select(i => 3f * (1 + i / inputs) / units * MathF.Cos(1.3f * i))]);
        return stored;
    }

    private static ParameterEntry Entry(int[] shape, int length, TensorLayout layout) =>
        new("dense1.weight", shape, 0, length, layout, ParameterKind.Weight, Init.Zeros, 1, 1, 1);
}
