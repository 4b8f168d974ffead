namespace StaticNet.Runtime.Tests.Optimizers;

public class ParameterGroupTests
{
    [Fact]
    public void TheFirstGroupThatHoldsATensorDecides()
    {
        var fixture = Step(new SGD(1)
        {
            Groups = [new() { Layers = ["dense1.bias"], LearningRateFactor = 0.5 }, new() { Layers = ["dense1"], LearningRate = 0.25 }],
        });
        AssertMoved(fixture, "dense1.bias", 0.5f);
        AssertMoved(fixture, "dense1.weight", 0.25f);
    }

    [Fact]
    public void NothingIsNoList()
    {
        Assert.Equal("Groups", Assert.Throws<ArgumentNullException>(() => new SGD(1) { Groups = null! }).ParamName);
        Assert.Equal("Layers", Assert.Throws<ArgumentNullException>(() => new ParameterGroup { Layers = null! }).ParamName);
        Assert.Equal("Kinds", Assert.Throws<ArgumentNullException>(() => new ParameterGroup { Kinds = null! }).ParamName);
    }

    [Fact]
    public void AFactorFollowsTheScheduleAndARateDoesNot()
    {
        var own = new ParameterGroup { Kinds = [ParameterKind.Bias], LearningRate = 0.5 };
        var optimizer = new SGD(1) { Groups = [own, new() { Kinds = [ParameterKind.Weight], LearningRateFactor = 0.5 }] };
        var fixture = new OptimizerFixture(optimizer).Filled();
        optimizer.LearningRate = 0.5;
        own.LearningRate = 0.125;
        fixture.Apply();
        AssertMoved(fixture, "dense1.bias", 0.125f);
        AssertMoved(fixture, "dense1.weight", 0.25f);
    }

    [Fact]
    public void NoDecaySparesBiases()
    {
        var fixture = Step(new SGD(1) { WeightDecay = 0.5, Groups = [ParameterGroup.NoDecay] });
        AssertMoved(fixture, "dense1.bias", 1);
        float[] w = Before("dense1.weight"), g = fixture.Gradient("dense1.weight").ToArray();
        float[] after = fixture.Parameters["dense1.weight"].ToArray();
        for (int i = 0; i < w.Length; i++)
            Assert.Equal(w[i] - g[i] - 0.5f * w[i], after[i], 1e-6f);
    }

    [Fact]
    public void PenaltiesAreForWeights()
    {
        var fixture = Step(new SGD(1) { L1 = 0.25, L2 = 0.125 });
        AssertMoved(fixture, "dense1.bias", 1);
        float[] w = Before("dense1.weight"), g = fixture.Gradient("dense1.weight").ToArray();
        float[] after = fixture.Parameters["dense1.weight"].ToArray();
        for (int i = 0; i < w.Length; i++)
            Assert.Equal(w[i] - g[i] - 0.25f * MathF.Sign(w[i]) - 0.25f * w[i], after[i], 1e-6f);
    }

    [Fact]
    public void AGroupMayLiftTheLargestNorm()
    {
        var fixture = Step(new SGD(0.001) { MaxNorm = 1e-3, Groups = [new() { Layers = ["dense1"], MaxNorm = double.PositiveInfinity }] });
        AssertMoved(fixture, "dense1.weight", 0.001f);
    }

    [Fact]
    public void AMisspeltNameIsRefused()
    {
        Refused("A group names 'dens1', but no trained parameter is of that name. Did you mean 'dense1'?", new() { Layers = ["dens1"] });
        Refused("A group names 'dense1.w', but no trained parameter is of that name. Did you mean 'dense1'?", new() { Layers = ["dense1.w"] });
        Refused("A group names 'batchnorm1', but no trained parameter is of that name. Did you mean 'batchnorm1'?", new() { Layers = ["dense1", "batchnorm1"] });
    }

    [Fact]
    public void ContradictionsAreRefused()
    {
        Refused("A group holds what is trained, and ParameterKind.State is not: leave it out of Kinds.", new() { Kinds = [ParameterKind.State] });
        Refused(
            "A group has a LearningRate of its own or a LearningRateFactor on the optimizer's: set one of them.",
            new() { LearningRate = 1, LearningRateFactor = 2 });
    }

    [Fact]
    public void AKindThatTheNetworkLacksIsNoMistake() => Step(new SGD(0.1) { Groups = [new() { Kinds = [ParameterKind.Norm], WeightDecay = 1 }] });

    private static OptimizerFixture Step(Optimizer optimizer)
    {
        OptimizerFixture fixture = new OptimizerFixture(optimizer).Filled();
        fixture.Apply();
        return fixture;
    }

    private static float[] Before(string name) => new OptimizerFixture(new SGD(0)).Filled().Parameters[name].ToArray();

    private static void AssertMoved(OptimizerFixture fixture, string name, float rate)
    {
        float[] w = Before(name), g = fixture.Gradient(name).ToArray(), after = fixture.Parameters[name].ToArray();
        for (int i = 0; i < w.Length; i++)
            Assert.Equal(w[i] - rate * g[i], after[i], 1e-6f);
    }

    private static void Refused(string message, ParameterGroup group) => Assert.Equal(
        message, Assert.Throws<InvalidOperationException>(() => new OptimizerFixture(new Adam { Groups = [group] })).Message);
}
