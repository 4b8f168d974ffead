using StaticNet.Generator.Passes;
namespace StaticNet.Generator.Tests.Passes;
public class ShowTests
{
    [Fact]
    public void Show()
    {
        string text = "";
        foreach (var g in new[] { Examples.SoftmaxCrossEntropy(), Examples.MeanSquaredError(), Examples.BinaryCrossEntropy(), Examples.BatchNorm() })
        {
            int rounds = 0;
            text += g + "\n=>\n" + PassList.Run(g, default, (n, _) => rounds++) + $"\n rounds {rounds / PassList.All.Length} -----------\n";
        }
        System.IO.File.WriteAllText("/tmp/show.txt", text);
    }
}
