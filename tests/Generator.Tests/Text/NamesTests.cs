using StaticNet.Generator.Text;

namespace StaticNet.Generator.Tests.Text;

public class NamesTests
{
    [Theory]
    [InlineData("dense1", "Dense1", "dense1")]
    [InlineData("running_mean", "RunningMean", "runningMean")]
    [InlineData("class", "Class", "@class")]
    [InlineData("1st", "_1st", "_1st")]
    [InlineData("basicblock1.conv1", "Basicblock1Conv1", "basicblock1Conv1")]
    public void Members_and_parameters(string name, string member, string parameter)
    {
        Assert.Equal(member, Names.Member(name));
        Assert.Equal(parameter, Names.Parameter(name));
    }

    [Fact]
    public void Joined_names() => Assert.Equal("Dense1Relu1", Names.Joined(["dense1", "relu1"]));

    [Fact]
    public void A_taken_name_gets_a_number()
    {
        HashSet<string> taken = ["x"];
        Assert.Equal(["x2", "x3", "y"], new[] { "x", "x", "y" }.Select(name => Names.Unique(name, taken)));
    }
}
