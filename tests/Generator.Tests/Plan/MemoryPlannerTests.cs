using CsCheck;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Tests.Plan;

public class MemoryPlannerTests
{
    private static readonly Gen<Lifetime[]> Lifetimes =
        Gen.Select(Gen.Int[0, 12], Gen.Int[0, 20], Gen.Int[0, 8], (blocks, first, steps) => new Lifetime(16 * blocks, first, first + steps)).Array[0, 40];

    [Fact]
    public void No_two_that_are_alive_overlap_and_the_length_is_the_farthest_end() => Cases.Check(Lifetimes, lives =>
    {
        MemoryPlan plan = MemoryPlanner.Place(lives);
        Assert.Equal(lives.Length, plan.Offsets.Length);
        for (int i = 0; i < lives.Length; i++)
        {
            Assert.True(plan.Offsets[i] >= 0 && plan.Offsets[i] % 16 == 0);
            for (int j = 0; j < i; j++)
            {
                bool together = lives[i].First <= lives[j].Last && lives[j].First <= lives[i].Last;
                bool apart = plan.Offsets[i] + lives[i].Floats <= plan.Offsets[j] || plan.Offsets[j] + lives[j].Floats <= plan.Offsets[i];
                Assert.True(!together || apart, $"{lives[i]} at {plan.Offsets[i]} and {lives[j]} at {plan.Offsets[j]}");
            }
        }

        Assert.Equal(lives.Select((life, i) => plan.Offsets[i] + life.Floats).DefaultIfEmpty(0).Max(), plan.Floats);

        // What is alive at one step needs its sum.
        int least = Enumerable.Range(0, 32).Max(step => lives.Where(l => l.First <= step && step <= l.Last).Sum(l => l.Floats));
        Assert.True(plan.Floats >= least);
    }, count: 300);

    [Fact]
    public void The_known_optimum_is_found()
    {
        // A chain: each value lives until the next is made.
        Assert.Equal(32, Place((16, 0, 1), (16, 1, 2), (16, 2, 3), (16, 3, 4)));

        // A diamond: one value, two made of it, their sum.
        Assert.Equal(48, Place((16, 0, 2), (16, 1, 3), (16, 2, 3), (16, 3, 4)));

        // A residual: the first value skips two.
        Assert.Equal(48, Place((16, 0, 3), (16, 1, 2), (16, 2, 3), (16, 3, 4)));

        // Two small ones share the place of a large one.
        Assert.Equal(64, Place((64, 0, 1), (32, 2, 3), (32, 2, 3), (64, 4, 4)));

        // One that lives throughout lies beside what comes and goes.
        Assert.Equal(96, Place((32, 0, 9), (64, 0, 3), (48, 4, 5), (64, 6, 9)));
        Assert.Equal(0, Place());
    }

    [Fact]
    public void An_arena_that_no_array_can_hold_is_refused() => Assert.Equal(
        "an arena takes at least 2147483648 floats, but an array holds 2147483647",
        Assert.Throws<SizeError>(() => Place((int.MaxValue - 31, 0, 1), (32, 1, 2))).Message);

    private static int Place(params (int Floats, int First, int Last)[] lives) =>
        MemoryPlanner.Place([.. lives.Select(l => new Lifetime(l.Floats, l.First, l.Last))]).Floats;
}
