using StaticNet.Generator.Lowering;
using StaticNet.Generator.Tests.Plan;

namespace StaticNet.Generator.Tests.Lowering;

public class ShareTests
{
    [Theory]
    [InlineData("Dense(5), Dense(5, Share = \"dense1\")", "SN0213: 'dense2' (Dense) needs a weight [5,5], but 'dense1', whose parameters it shares, has one of [5,3]; make the two layers and what they read alike")]
    [InlineData("Dense(3, Bias = false), Dense(3, Share = \"dense1\")", "SN0213: 'dense2' (Dense) needs a bias [3], but 'dense1', whose parameters it shares, has none; make")]
    [InlineData("Dense(3), Dense(3, Share = \"dense1\"), Tanh, Dense(4, Share = \"dense2\")", "SN0213: 'dense3' (Dense) needs a weight [4,3], but 'dense1', whose parameters it shares, has one of [3,3]")]
    [InlineData("Dense(3), Dense(3, Share = \"dense1\", Trainable = Trainable.Never)", "SN0028: 'dense2': Trainable must be left out beside Share, since the other layer tells it, but is Never")]
    public void What_does_not_fit_says_what_to_type(string layers, string text) =>
        Assert.StartsWith(text, Assert.Throws<LoweringError>(() => Planned.Graphs($"Input(3), {layers}")).Message);
}
