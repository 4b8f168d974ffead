using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Declaration;

/// <summary>The numbers that scale bytes are looked at as the floats that they become.</summary>
public class InputScalingTests
{
    [Theory]
    [InlineData("Scale = 1e-60", "Scale needs a finite number other than 0, but got 1E-60")]
    [InlineData("Scale = double.NaN", "Scale needs a finite number other than 0, but got NaN")]
    [InlineData("Mean = new[] { 1e300 }", "Mean needs finite numbers, but got 1E+300")]
    [InlineData("Std = new[] { 1e-60 }", "Std needs finite numbers other than 0, but got 1E-60")]
    [InlineData("Std = new[] { 1e300 }", "Std needs finite numbers other than 0, but got 1E+300")]
    [InlineData("Scale = 1e-30, Std = new[] { 1e30 }", "Std needs numbers by which Scale and Mean can be divided in single precision, but got 1E+30")]
    [InlineData("Mean = new[] { 1e20 }, Std = new[] { 1e-30 }", "Std needs numbers by which Scale and Mean can be divided in single precision, but got 1E-30")]
    public void What_cannot_scale_is_refused(string scaling, string message) => Assert.Equal(
        $"SN0055: the input's {message}; bytes become (x·Scale − Mean)/Std",
        Assert.Single(UserProject.Of($"[Network, Input(4, {scaling}), Dense(2)] public partial class Net;").Read("Net").Errors).Text);
}
