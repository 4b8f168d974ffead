using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Lowering;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Tests.Pipeline;
using StaticNet.Generator.Tests.Plan;

namespace StaticNet.Generator.Tests.House;

/// <summary>README and the documents say what is there.</summary>
public partial class ReadmeTests
{
    [Fact]
    public void The_layer_table_has_every_layer() => Assert.Equal(Attributes(typeof(ILayer)), FirstColumn("## Layers"));

    [Fact]
    public void The_loss_table_has_every_loss() => Assert.Equal(Attributes(typeof(ILoss)), FirstColumn("## Losses"));

    [Fact]
    public void Each_layer_and_loss_leads_to_its_file() => Assert.Empty(
        from cells in Rows("## Layers").Concat(Rows("## Losses"))
        let file = $"src/Generator/Layers/{FirstName().Match(cells[1]).Groups[1].Value}.cs"
        where !cells[1].TrimEnd().EndsWith($"]({file})", StringComparison.Ordinal) || !SourceTree.Files.Contains(file)
        select file);

    // Each row's platform is a case of .ci/platforms, and a step of .ci/run.
    [Fact]
    public void The_platform_table_has_every_platform_that_is_checked()
    {
        string[] rows = [.. Section("## Platforms").Where(line => line.StartsWith('|')).Skip(2).Select(line => Quoted().Match(line.Split('|')[3]).Groups[1].Value)];
        Assert.Equal(rows, PlatformStep().Matches(SourceTree.Read(".ci/run")).Select(step => step.Groups[1].Value));
        Assert.Equal(rows.Order(), PlatformCase().Matches(SourceTree.Read(".ci/platforms")).Select(platform => platform.Groups[1].Value).Order());
    }

    /// <summary>Target, mean and link of each loss as it is built.</summary>
    [Fact]
    public void The_loss_table_says_what_is_built() => Assert.All(Rows("## Losses"), cells =>
    {
        NetworkGraphs graphs = Planned.Graphs($"Input(3), Dense(3), {FirstName().Match(cells[1]).Groups[1].Value}");
        Target target = graphs.Targets[0].Target;
        Assert.Equal(target.Element == Element.Int32 ? "int" : "float", FirstName().Match(cells[2]).Groups[1].Value);
        Assert.Equal(target.Shape.Rank == 1, cells[2].Contains("[n], class indices"));
        Assert.Equal(target.IsProbability, cells[2].Contains("in [0, 1]"));

        Node total = graphs.Train.Nodes.First(n => n.Op is Reduce { Axes.Text: "0,1" });
        Assert.Equal(total.Inputs[0].Shape[1].IsOne ? "samples" : "samples and elements", cells[4].Split(',')[0].Trim());

        Value[] output = [.. new[] { ResultKind.Output, ResultKind.Prediction }.Select(kind => graphs.Predict.Results.Single(r => r.Kind == kind).Value)];
        string link = output[0] == output[1] ? "none" : ((Map)output[1].Op).Body.ToString() switch { "sigmoid(a)" => "sigmoid", "exp(a)" => "exp", _ => "softmax" };
        Assert.Equal(link, cells[5].Trim());
    });

    [Fact]
    public async Task The_example_compiles()
    {
        UserProject project = UserProject.Of("using System.Linq;\n" + Code()[0]);
        project = project with { Compilation = project.Compilation.WithOptions(project.Compilation.Options.WithOutputKind(OutputKind.ConsoleApplication)) };
        Assert.DoesNotContain(await project.Build(), finding => finding.Severity >= DiagnosticSeverity.Warning);
    }

    // Of one number each: PReLU's slope is a parameter, and other losses are of all the numbers of a row.
    [Fact]
    public void The_course_draws_every_activation_and_every_loss_of_one_number()
    {
        string lesson = SourceTree.Read("samples/Course/Lessons/FunctionGraphs.cs");
        string[] activations = [.. typeof(ILayer).Assembly.GetTypes().Where(type => type.BaseType is { IsGenericType: true } && type.BaseType.GetGenericTypeDefinition() == typeof(Activation<>))
            .Select(type => type.Name).Append("PReLU").Order(StringComparer.Ordinal)];
        Assert.Equal(activations, String().Matches(Between(lesson, "Names =", ";")).Select(name => name.Groups[1].Value));
        Assert.Equal(
            Rows("## Losses").Where(cells => cells[4].Trim() == "samples and elements").Select(cells => FirstName().Match(cells[1]).Groups[1].Value).Order(StringComparer.Ordinal),
            LossGraph().Matches(lesson).Select(loss => loss.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_code_it_becomes_stands_in_the_sample() =>
        Assert.Contains(Unindented(Code()[1]), Unindented(SourceTree.Read("samples/Digits/Generated/Digits.DigitNet.g.cs")));

    [Fact]
    public void Documents_mention_files_that_exist() => Assert.Empty(
        from document in SourceTree.Written(".md")
        where !document.StartsWith("docs/diagnostics/", StringComparison.Ordinal)
        let text = SourceTree.Read(document)
        from path in Link().Matches(text).Select(link => Resolve(document, link.Groups[1].Value)).Concat(Mention().Matches(text).Select(mention => mention.Groups[1].Value))
        where !path.Contains("://") && !Exists(path)
        select $"{document}: {path}");

    private static string Between(string text, string first, string last)
    {
        int start = text.IndexOf(first, StringComparison.Ordinal);
        return text[start..text.IndexOf(last, start, StringComparison.Ordinal)];
    }

    private static string[] Code() => [.. CSharp().Matches(SourceTree.Read("README.md")).Select(block => block.Groups[1].Value)];

    private static string Unindented(string code) => string.Join("\n", code.Split('\n').Select(line => line.Trim()));

    // DenseAttribute is built by Dense: the name of the definition is the name in the table.
    private static IEnumerable<string> Attributes(Type definition) => typeof(ILayer).Assembly.GetTypes()
        .Where(type => !type.IsAbstract && definition.IsAssignableFrom(type))
        .Select(type => (Type)definition.GetProperty(nameof(ILayer.Attribute))!.GetValue(Activator.CreateInstance(type))!)
        .Select(attribute => $"`{attribute.Name[..^"Attribute".Length]}`").Order(StringComparer.Ordinal);

    private static IEnumerable<string> Section(string heading) => SourceTree.Read("README.md").Split('\n')
        .SkipWhile(line => line != heading).Skip(1).TakeWhile(line => !line.StartsWith("## ", StringComparison.Ordinal));

    private static IEnumerable<string> FirstColumn(string heading) => Rows(heading)
        .SelectMany(cells => FirstName().Matches(cells[1]).Select(name => $"`{name.Groups[1].Value}`")).Order(StringComparer.Ordinal);

    private static IEnumerable<string[]> Rows(string heading) => Section(heading)
        .Where(line => line.StartsWith("| `", StringComparison.Ordinal) || line.StartsWith("| [`", StringComparison.Ordinal))
        .Select(line => line.Split('|'));

    private static string Resolve(string document, string link) => link.Contains("://")
        ? link
        : Path.GetRelativePath(SourceTree.Root, Path.GetFullPath(Path.Combine(SourceTree.Root, Path.GetDirectoryName(document)!, link.Split('#')[0]))).Replace('\\', '/');

    private static bool Exists(string path)
    {
        var pattern = new Regex("^" + Regex.Escape(path.TrimEnd('/')).Replace(@"\*", "[^/]*") + "(/.*)?$");
        return path is "" or "." || SourceTree.Files.Any(pattern.IsMatch);
    }

    [GeneratedRegex(@"\]\(([^)#\s][^)\s]*)\)")]
    private static partial Regex Link();

    // `src/…`, `docs/…` and so on in running text or in commands; built files and names with a hole in them are none.
    [GeneratedRegex(@"(?<![\w/.])((?:src|docs|samples|tests|bench|\.ci)/[\w./*-]*[\w/*])(?![\w…<])")]
    private static partial Regex Mention();

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CSharp();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex String();

    [GeneratedRegex(@"new (\w+)Graph\.Trainer")]
    private static partial Regex LossGraph();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex(@"^step '.*' platform ([\w-]+)$", RegexOptions.Multiline)]
    private static partial Regex PlatformStep();

    [GeneratedRegex(@"^([\w-]+)\)$", RegexOptions.Multiline)]
    private static partial Regex PlatformCase();

    [GeneratedRegex(@"^\s*\[?`(\w+)")]
    private static partial Regex FirstName();
}
