using System.Runtime.InteropServices;
using StaticNet.Oracle;

namespace StaticNet.Runtime.Tests.Optimizers;

public class OptimizerTests
{
    public static TheoryData<int> Kinds => [.. Enumerable.Range(0, OptimizerFixture.All().Length)];

    [Fact]
    public void EveryOptimizerIsHere() => Assert.Equal(
        OptimizerGoldenCoverageTests.Optimizers.Select(type => type.Name).Order(),
        OptimizerFixture.All().Select(optimizer => optimizer.GetType().Name).Distinct().Order());

    [Theory, MemberData(nameof(Kinds))]
    public void PaddingStaysZero(int kind)
    {
        OptimizerFixture fixture = new OptimizerFixture(OptimizerFixture.All()[kind]).Filled();
        Optimizer optimizer = fixture.Optimizer;
        for (int step = 0; step < 10; step++)
            fixture.Apply();
        foreach (ParameterEntry entry in fixture.Parameters.Table.Entries)
        {
            AssertPaddingIsZero(entry, fixture.Parameters.Values, fixture.Parameters.Base);
            if (entry.Kind == ParameterKind.State)
                continue;
            foreach (Slot slot in optimizer.State)
                AssertPaddingIsZero(entry, slot.Values, slot.Base);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void WritesTrainableSegmentsAlone(int kind)
    {
        OptimizerFixture fixture = new OptimizerFixture(OptimizerFixture.All()[kind]).Filled();
        fixture.Optimizer.Segments[0] = fixture.Optimizer.Segments[0] with { Trainable = false };
        float[][] before = [.. Enumerable.Range(0, 3).Select(t => fixture.Parameters[t].ToArray())];
        fixture.Apply();
        Assert.Equal(before[0], fixture.Parameters[0].ToArray());
        Assert.NotEqual(before[1], fixture.Parameters[1].ToArray());
        Assert.Equal(before[2], fixture.Parameters[2].ToArray());
        // The average is of all weights, those that stand still too.
        Slot[] slots = fixture.Optimizer.State.ToArray();
        foreach (Slot slot in fixture.Optimizer.HasAverage ? slots[..^1] : slots)
        {
            Assert.DoesNotContain(slot.Values.AsSpan(slot.Base, 80).ToArray(), value => value != 0);
            Assert.Contains(slot.Values.AsSpan(slot.Base + 80, 16).ToArray(), value => value != 0);
        }
    }

    [Theory, MemberData(nameof(Kinds))]
    public void AllocatesNothing(int kind)
    {
        OptimizerFixture fixture = new OptimizerFixture(OptimizerFixture.All()[kind]).Filled();
        fixture.Apply();
        Assert.Equal(0, Allocated.By(() => fixture.Apply(), 1000));
    }

    [Theory, MemberData(nameof(Kinds))]
    public void SlotsAreAlignedAndStaggeredAgainstTheParameters(int kind)
    {
        int[] stagger = [17, 33, 49, 9];
        var fixture = new OptimizerFixture(OptimizerFixture.All()[kind]);
        ParameterStore parameters = fixture.Parameters;
        Assert.Equal(fixture.Optimizer.Slots, fixture.Optimizer.State.Length);
        for (int i = 0; i < fixture.Optimizer.State.Length; i++)
        {
            Slot slot = fixture.Optimizer.State[i];
            Assert.Equal(0, Marshal.UnsafeAddrOfPinnedArrayElement(slot.Values, slot.Base) % 64);
            Assert.Equal(stagger[i], (Slot.Line(slot.Values, slot.Base) - Slot.Line(parameters.Values, parameters.Base)) & 63);
            Assert.True(slot.Values.Length - slot.Base >= parameters.Table.TrainableLength);
        }
    }

    [Fact]
    public void ASecondOwnerIsRefused()
    {
        var fixture = new OptimizerFixture(new Adam()).Filled();
        fixture.Apply();
        var error = Assert.Throws<InvalidOperationException>(() => fixture.Optimizer.Bind(new object(), fixture.Parameters));
        Assert.Contains("new Adam(…)", error.Message);
        Assert.Equal(1, fixture.Optimizer.Steps);
        float[] moment = fixture.Optimizer.State[0].Values;
        fixture.Optimizer.Bind(fixture, fixture.Parameters);
        Assert.Same(moment, fixture.Optimizer.State[0].Values);
    }

    [Fact]
    public void ItCannotStepWithoutATrainer()
    {
        float gradient = 0;
        var error = Assert.Throws<InvalidOperationException>(() => new Adam().Apply(ref gradient));
        Assert.Contains("Trainer", error.Message);
    }

    [Fact]
    public void ARefusedBindingLeavesTheOptimizerFree()
    {
        var optimizer = new SGD(0.1) { Nesterov = true };
        Assert.Throws<InvalidOperationException>(() => new OptimizerFixture(optimizer));
        Assert.Contains("Nesterov", Assert.Throws<InvalidOperationException>(() => new OptimizerFixture(optimizer)).Message);
    }

    private static void AssertPaddingIsZero(ParameterEntry entry, float[] values, int start)
    {
        var stored = values.AsSpan(start + entry.Offset, entry.Length).ToArray();
        // Clear what is logical: all that remains is padding.
        new ParameterView(stored, 0, entry).Fill(0);
        Assert.All(stored, value => Assert.Equal(0, value));
    }
}
