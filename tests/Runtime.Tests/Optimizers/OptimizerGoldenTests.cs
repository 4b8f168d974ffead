using System.Text.Json;

namespace StaticNet.Runtime.Tests.Optimizers;

/// <summary>Ten steps of every optimizer and option against PyTorch, or the formula, in float64.</summary>
public class OptimizerGoldenTests
{
    private static readonly string[] Tensors = ["weight", "bias"];

    public static TheoryData<string> Names => [.. OptimizerGoldens.Cases.Select(golden => golden.GetProperty("name").GetString()!)];

    [Theory, MemberData(nameof(Names))]
    public void FollowsTheGolden(string name)
    {
        JsonElement golden = OptimizerGoldens.Named(name);
        var fixture = new OptimizerFixture(OptimizerGoldens.Create(golden));
        foreach (string tensor in Tensors)
        {
            JsonElement initial = golden.GetProperty(tensor).GetProperty("initial");
            fixture.Parameters["dense1." + tensor].CopyFrom(OptimizerGoldens.Floats(initial.GetProperty("values")));
        }
        double[]? rates = golden.GetProperty("learningRates").Deserialize<double[]>();
        int steps = golden.GetProperty("weight").GetProperty("values").GetArrayLength();
        for (int step = 0; step < steps; step++)
        {
            foreach (string tensor in Tensors)
                fixture.Gradient("dense1." + tensor).CopyFrom(OptimizerGoldens.Floats(golden.GetProperty(tensor).GetProperty("gradients")[step]));
            if (rates is not null)
                fixture.Optimizer.LearningRate = rates[step];
            fixture.Apply();
            foreach (string tensor in Tensors)
                Compare(golden.GetProperty(tensor), fixture, "dense1." + tensor, step);
        }
        Assert.Equal(steps, fixture.Optimizer.Steps);
    }

    private static void Compare(JsonElement golden, OptimizerFixture fixture, string name, int step)
    {
        OptimizerGoldens.AssertClose(golden.GetProperty("values")[step], fixture.Parameters[name].ToArray(), $"{name} after step {step + 1}");
        Assert.Equal(fixture.Optimizer.HasAverage, golden.GetProperty("averages").GetArrayLength() > 0);
        if (!fixture.Optimizer.HasAverage)
            return;
        Slot average = fixture.Optimizer.State[^1];
        ParameterEntry entry = fixture.Parameters.Table[fixture.Parameters.Table.IndexOf(name)];
        float[] values = new ParameterView(average.Values, average.Base + entry.Offset, entry).ToArray();
        OptimizerGoldens.AssertClose(golden.GetProperty("averages")[step], values, $"the average of {name} after step {step + 1}");
    }
}
