using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Goldens;

namespace StaticNet.Network.Tests.Layers;

public class LayerCoverageTests
{
    /// <summary>A layer's test is named after it, inherits the contract, and its network uses the layer.</summary>
    [Fact]
    public void Every_layer_and_loss_has_its_contract()
    {
        ILookup<string, Type> tests = Contracts.Tests.ToLookup(type => type.Name);
        Assert.All(Coverage.OfKind<LayerAttribute>().Concat(Coverage.OfKind<LossAttribute>()), layer =>
        {
            Type test = Assert.Single(tests[layer.Name[..^"Attribute".Length] + "Tests"]);
            Assert.NotEmpty(Contracts.Network(test).GetCustomAttributes(layer, false));
        });
    }
}
