using System.Reflection;
using StaticNet.Network.Tests.Contract;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Random;

/// <summary>Random networks give step by step what they give for the whole sequence.</summary>
public class RandomStreamTests
{
    private const int Networks = 24;

    // Sums of a product with one row and with many go in different orders.
    private const float Tolerance = 1e-6f;

    private static readonly Lazy<Assembly> Compiled = new(() =>
        NetworkCompiler.Compile(string.Concat(Enumerable.Range(0, Networks).Select(seed => new StreamDeclaration(seed).Source))));

    private delegate void Step(ReadOnlySpan<float> input, Span<float> output);

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, Networks)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public void Steps_are_those_of_the_whole_sequence(int seed)
    {
        var declaration = new StreamDeclaration(seed);
        Type type = Compiled.Value.GetType(declaration.Name, throwOnError: true)!;
        INetwork<float> net = new AnyNetwork(type).New((ulong)seed);
        Unsettle(net.Parameters);
        float[] x = Numbers.Normal(net.InputLength, (ulong)seed), whole = new float[net.OutputLength];
        net.Predict(x, whole);
        Step step = StepOf(type, net);
        int taken = x.Length / declaration.Steps, given = declaration.EndsInState ? whole.Length : whole.Length / declaration.Steps;
        var y = new float[given];
        for (int t = 0; t < declaration.Steps; t++)
        {
            step(x.AsSpan(t * taken, taken), y);
            if (!declaration.EndsInState)
                Close(whole.AsSpan(t * given, given), y, declaration);
        }

        if (declaration.EndsInState)
            Close(whole, y, declaration);
    }

    private static Step StepOf(Type type, INetwork<float> net)
    {
        Type stream = type.GetNestedType("Stream")!;
        MethodInfo step = stream.GetMethod("Step", [typeof(ReadOnlySpan<float>), typeof(Span<float>)])!;
        return step.CreateDelegate<Step>(Activator.CreateInstance(stream, net)!);
    }

    // Statistics as training leaves them.
    private static void Unsettle(ParameterStore parameters)
    {
        foreach (ParameterEntry entry in parameters.Table.Entries.ToArray().Where(e => e.Kind == ParameterKind.State))
        {
            ParameterView view = parameters[entry.Name];
            for (int i = 0; i < view.Count; i++)
                view[i] = 0.5f + 0.25f * (i % 4);
        }
    }

    private static void Close(ReadOnlySpan<float> expected, float[] actual, StreamDeclaration declaration)
    {
        for (int i = 0; i < actual.Length; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= Tolerance * Math.Max(1, Math.Abs(expected[i])), $"{actual[i]} is not {expected[i]} in\n{declaration.Source}");
    }
}
