using System.Text.RegularExpressions;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Emitted;

/// <summary>What is emitted for layers that are not always trained.</summary>
public class TrainableTests
{
    [Fact]
    public void Below_the_first_trained_layer_there_is_no_backward_code()
    {
        string whole = Backward(""), half = Backward("Never");
        Assert.Matches("dense1\\w*Gradient", whole);
        Assert.DoesNotMatch("[Dd]ense1|[Tt]anh1Gradient", half);
        Assert.Contains("dense2WeightGradient", half);
    }

    [Fact]
    public void What_only_a_switchable_layer_needs_stands_behind_a_test()
    {
        string text = Backward("Switchable");
        Assert.Matches("if \\(!frozen\\[0\\]\\)\\s*\\{[^}]*Dense1", text);
        Assert.DoesNotMatch("if \\(!frozen\\[0\\]\\)\\s*\\{[^}]*dense2WeightGradient", text);
        Assert.DoesNotContain("frozen", Backward(""));
    }

    /// <summary>So that it can be declared what becomes of them. Attention has an attribute of its own, which its layers share.</summary>
    [Fact]
    public void Every_layer_with_parameters_has_the_option()
    {
        IEnumerable<string> without =
            from file in Directory.EnumerateFiles(Path.Combine(Diagnostics.Page.Root(), "src", "Generator", "Layers"), "*.cs")
            let text = File.ReadAllText(file)
            where text.Contains("net.Parameter(") && Regex.IsMatch(text, @"class \w+Attribute") && !text.Contains("ParameterLayerAttribute")
            select Path.GetFileName(file);
        Assert.Empty(without);
    }

    private static string Backward(string trainable)
    {
        string option = trainable.Length == 0 ? "" : $", Trainable = Trainable.{trainable}";
        UserProject project = UserProject.Of($"[Network(MaxBatch = 4), Input(3), Dense(5{option}), Tanh, Dense(2), MeanSquaredError] public partial class Net;");
        string text = project.Driver().RunGenerators(project.Compilation).GetRunResult().GeneratedTrees.Single().ToString();
        Match method = Regex.Match(text, @"static void TrainBackwardSteps<S, V>.*?\n        \}\n", RegexOptions.Singleline);
        Assert.True(method.Success);
        return method.Value;
    }
}
