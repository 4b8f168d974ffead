using System.CommandLine;
using Digits;

namespace StaticNet.Network.Tests.DigitSamples;

public class CommandLineTests
{
    [Fact]
    public void Options_reach_the_run()
    {
        Assert.Equal(new Settings(), Parse("").Settings);
        Assert.Equal(
            new Settings(5, 16, 0.01, "adamw", 7, "weights.safetensors", "."),
            Parse("--epochs 5 --batch-size 16 --learning-rate 1e-2 --optimizer adamw --seed 7 --output weights.safetensors --data .").Settings);
    }

    [Theory]
    [InlineData("--epochs 0", "--epochs does not accept '0'. Passes over the training part, 1 to 10000.")]
    [InlineData("--epochs many", "--epochs does not accept 'many'.")]
    [InlineData("--batch-size 65", "--batch-size does not accept '65'. Samples of one step, 1 to 64.")]
    [InlineData("--learning-rate nan", "--learning-rate does not accept 'nan'.")]
    [InlineData("--learning-rate -1", "--learning-rate does not accept '-1'.")]
    [InlineData("--optimizer rprop", "--optimizer does not accept 'rprop'. What updates the weights: sgd, adam, adamw.")]
    [InlineData("--seed -1", "--seed does not accept '-1'.")]
    [InlineData("--output missing/weights.safetensors", "in a folder that exists")]
    [InlineData("--data missing", "--data does not accept 'missing'. A folder with the four idx files")]
    [InlineData("--epochs", "--epochs")]
    [InlineData("--layers 3", "--layers")]
    public void Bad_values_are_refused_with_what_is_accepted(string line, string expected)
    {
        (Settings? settings, int status, string error) = Parse(line);
        Assert.Null(settings);
        Assert.Equal(1, status);
        Assert.Contains(expected, error);
    }

    private static (Settings? Settings, int Status, string Error) Parse(string line)
    {
        Settings? settings = null;
        var error = new StringWriter();
        RootCommand command = Digits.CommandLine.Of(given =>
        {
            settings = given;
            return 0;
        });
        int status = command.Parse(line).Invoke(new InvocationConfiguration { Error = error, Output = TextWriter.Null });
        return (settings, status, error.ToString());
    }
}
