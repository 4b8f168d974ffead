using System.Text.RegularExpressions;
using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Goldens;
using StaticNet.Network.Tests.Random;

namespace StaticNet.Network.Tests.Layers;

public partial class LayerCoverageTests
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

    /// <summary>Among a thousand random declarations every layer and loss occurs, of which a run takes the first.</summary>
    [Fact]
    public void Every_layer_and_loss_occurs_in_random_networks()
    {
        HashSet<string> kinds = [.. Enumerable.Range(0, 1000).SelectMany(seed => Kind().Matches(new Declaration(seed).Source)).Select(match => match.Value)];
        Assert.Empty(Coverage.OfKind<LayerAttribute>().Concat(Coverage.OfKind<LossAttribute>())
            .Select(layer => layer.Name[..^"Attribute".Length])
            .Except(kinds));
    }

    [GeneratedRegex("[A-Z]\\w*")]
    private static partial Regex Kind();
}
