using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;
using StaticNet.CodeFixes;
using StaticNet.Generator.Tests.Diagnostics;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.CodeFixes;

/// <summary>Source with a mistake, what the editor offers, and the source after it, which builds.</summary>
public class MendTests
{
    private static readonly ImmutableArray<Mend> Mends =
    [
        .. typeof(Mend).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Mend))).Select(type => (Mend)Activator.CreateInstance(type)!),
    ];

    public static TheoryData<string, string, string, string> Cases => new()
    {
        {
            "Make the class partial", "SN0001",
            "/// <summary>Digits.</summary>\n[Network, Input(4), Dense(2)]\npublic class DigitNet;",
            "/// <summary>Digits.</summary>\n[Network, Input(4), Dense(2)]\npublic partial class DigitNet;"
        },
        {
            "Make the class partial", "SN0001",
            "[Network, Input(4), Dense(2)]\n// ten of them\nclass DigitNet { }",
            "[Network, Input(4), Dense(2)]\n// ten of them\npartial class DigitNet { }"
        },
        {
            "Make the types around the class partial", "SN0007",
            "static class Nets\n{\n    public struct Inner\n    {\n        [Network, Input(4), Dense(2)]\n        public partial class DigitNet;\n    }\n}",
            "static partial class Nets\n{\n    public partial struct Inner\n    {\n        [Network, Input(4), Dense(2)]\n        public partial class DigitNet;\n    }\n}"
        },
        {
            "Insert [Flatten]", "SN0201",
            "[Network, Input(1, 8, 8), Dense(2)]\npublic partial class DigitNet;",
            "[Network, Input(1, 8, 8), Flatten, Dense(2)]\npublic partial class DigitNet;"
        },
        {
            "Insert [Flatten]", "SN0201",
            "[Network]\n[Input(1, 8, 8)]\n[Dense(2), ReLU] // first\npublic partial class DigitNet;",
            "[Network]\n[Input(1, 8, 8)]\n[Flatten, Dense(2), ReLU] // first\npublic partial class DigitNet;"
        },
        {
            "Insert [Flatten]", "SN0201",
            "[Network, Input(1, 8, 8), Tanh, ReLU(From = \"tanh1\"), Dense(2, From = \"relu1\")]\npublic partial class DigitNet;",
            "[Network, Input(1, 8, 8), Tanh, ReLU(From = \"tanh1\"), Flatten(From = \"relu1\"), Dense(2)]\npublic partial class DigitNet;"
        },
        {
            "Set ReturnSequences = true on [LSTM]", "SN0201",
            "[Network, Input(20, 3), LSTM(8), GRU(4), Dense(2)]\npublic partial class DigitNet;",
            "[Network, Input(20, 3), LSTM(8, ReturnSequences = true), GRU(4), Dense(2)]\npublic partial class DigitNet;"
        },
        {
            "Set ReturnSequences = true on [RNN]", "SN0201",
            "[Network, Input(20, 3)]\n[RNN(8, ReturnSequences = false, Bidirectional = true, Name = \"steps\")]\n[Conv1D(4, 3), Flatten, Dense(2)]\npublic partial class DigitNet;",
            "[Network, Input(20, 3)]\n[RNN(8, ReturnSequences = true, Bidirectional = true, Name = \"steps\")]\n[Conv1D(4, 3), Flatten, Dense(2)]\npublic partial class DigitNet;"
        },
        {
            "Write Type = Element.Int32 in [Input]", "SN0212",
            "[Network, Input(20), Embedding(100, 4), Flatten, Dense(2)]\npublic partial class DigitNet;",
            "[Network, Input(20, Type = Element.Int32), Embedding(100, 4), Flatten, Dense(2)]\npublic partial class DigitNet;"
        },
        {
            "Write Type = Element.Int32 in [Input]", "SN0212",
            "[Network]\n[StaticNet.Input(20, Name = \"words\", Type = StaticNet.Element.Float32)]\n[Input(4, Name = \"numbers\"), Dense(8), Embedding(100, 4, From = \"words\"), GRU(8), Add(\"dense1\", \"gru1\")]\npublic partial class DigitNet;",
            "[Network]\n[StaticNet.Input(20, Name = \"words\", Type = StaticNet.Element.Int32)]\n[Input(4, Name = \"numbers\"), Dense(8), Embedding(100, 4, From = \"words\"), GRU(8), Add(\"dense1\", \"gru1\")]\npublic partial class DigitNet;"
        },
        {
            "Remove [Softmax]", "SN0031",
            "[Network, Input(4), Dense(2), Softmax, SoftmaxCrossEntropy]\npublic partial class DigitNet;",
            "[Network, Input(4), Dense(2), SoftmaxCrossEntropy]\npublic partial class DigitNet;"
        },
        {
            "Remove [Softmax]", "SN0031",
            "[Network, Input(4)]\n[Dense(2)]\n[Softmax]\n[SoftmaxCrossEntropy]\npublic partial class DigitNet;",
            "[Network, Input(4)]\n[Dense(2)]\n[SoftmaxCrossEntropy]\npublic partial class DigitNet;"
        },
        {
            "Remove [Sigmoid]", "SN0032",
            "[Network, Input(4)]\n[Dense(1), Sigmoid]\n[BinaryCrossEntropy]\npublic partial class DigitNet;",
            "[Network, Input(4)]\n[Dense(1)]\n[BinaryCrossEntropy]\npublic partial class DigitNet;"
        },
        {
            "Name the layer 'hidden2'", "SN0013",
            "[Network, Input(4), Dense(4, Name = \"hidden\"), ReLU, Dense(2, Name = \"hidden\")]\npublic partial class DigitNet;",
            "[Network, Input(4), Dense(4, Name = \"hidden\"), ReLU, Dense(2, Name = \"hidden2\")]\npublic partial class DigitNet;"
        },
        {
            "Name the layer 'dense3'", "SN0013",
            "[Network, Input(4), Dense(4, Name = \"dense2\"), ReLU, Dense(2)]\npublic partial class DigitNet;",
            "[Network, Input(4), Dense(4, Name = \"dense2\"), ReLU, Dense(2, Name = \"dense3\")]\npublic partial class DigitNet;"
        },
        {
            "Name the layer 'tanh2'", "SN0013",
            "[Network, Input(4), Dense(4, Name = \"tanh1\"), Tanh]\npublic partial class DigitNet;",
            "[Network, Input(4), Dense(4, Name = \"tanh1\"), Tanh(Name = \"tanh2\")]\npublic partial class DigitNet;"
        },
        {
            "Read 'dense1'", "SN0021",
            "[Network, Input(4), Dense(4), ReLU(From = \"dens1\")]\npublic partial class DigitNet;",
            "[Network, Input(4), Dense(4), ReLU(From = \"dense1\")]\npublic partial class DigitNet;"
        },
        {
            "Read 'tanh1'", "SN0021",
            "[Network, Input(4), Dense(4), Tanh, Add(\"dense1\", \"tahn1\")]\npublic partial class DigitNet;",
            "[Network, Input(4), Dense(4), Tanh, Add(\"dense1\", \"tanh1\")]\npublic partial class DigitNet;"
        },
        {
            "Share the parameters of 'dense1'", "SN0037",
            "[Network, Input(4), Dense(4), Dense(4, Share = \"dens1\")]\npublic partial class DigitNet;",
            "[Network, Input(4), Dense(4), Dense(4, Share = \"dense1\")]\npublic partial class DigitNet;"
        },
        {
            "Compare 'mask'", "SN0041",
            "[Network, Input(4), Dense(4), Output(\"mask\"), Tanh, MeanSquaredError(From = \"masc\")]\npublic partial class DigitNet;",
            "[Network, Input(4), Dense(4), Output(\"mask\"), Tanh, MeanSquaredError(From = \"mask\")]\npublic partial class DigitNet;"
        },
    };

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_mistake_is_mended(string title, string id, string before, string after)
    {
        Diagnostic[] errors = [.. (await UserProject.Of(before).Build()).Where(finding => finding.Id == id)];
        Assert.NotEmpty(errors);
        string mended = "";
        foreach (Diagnostic error in errors)
        {
            (string offered, mended) = Assert.Single(await Offered(before, error));
            Assert.Equal(title, offered);
            Assert.Equal(after, mended);
        }

        Assert.DoesNotContain(await UserProject.Of(mended).Build(), finding => finding.Id.StartsWith("SN") || finding.Severity == DiagnosticSeverity.Error);
    }

    // Others may read the layer that would go; a constant may name more than this layer; these shapes have no one mend.
    [Theory]
    [InlineData("SN0031", "[Network, Input(4), Dense(2), Softmax(Name = \"p\"), SoftmaxCrossEntropy]\npublic partial class DigitNet;")]
    [InlineData("SN0021", "[Network, Input(4), Dense(4), ReLU(From = Source)]\npublic partial class DigitNet { const string Source = \"dens1\"; }")]
    [InlineData("SN0201", "[Network, Input(4), GRU(2)]\npublic partial class DigitNet;")]
    [InlineData("SN0212", "[Network, Input(4), ReLU, Embedding(9, 2)]\npublic partial class DigitNet;")]
    [InlineData("SN0041", "[Network, Input(4), Dense(4), ReLU, MeanSquaredError(From = \"dense1\")]\npublic partial class DigitNet;")]
    public async Task Offers_nothing_where_a_mend_would_be_a_guess(string id, string before)
    {
        Diagnostic error = Assert.Single(await UserProject.Of(before).Build(), finding => finding.Id == id);
        Assert.Empty(await Offered(before, error));
    }

    [Fact]
    public void Every_mend_is_exported_and_tested()
    {
        Assert.All(Mends, mend => Assert.NotNull(mend.GetType().GetCustomAttribute<ExportCodeFixProviderAttribute>()));
        Assert.Equal(
            Mends.SelectMany(mend => mend.FixableDiagnosticIds).Distinct().Order(),
            Cases.Select(row => (string)row[1]).Distinct().Order());
    }

    // A page says what an editor offers.
    [Fact]
    public void Pages_tell_the_mend() => Assert.All(
        Mends.SelectMany(mend => mend.FixableDiagnosticIds), id => Assert.Contains("\nAn editor offers", Page.Read(id).Text));

    private static async Task<List<(string Title, string Source)>> Offered(string source, Diagnostic error)
    {
        using var workspace = new AdhocWorkspace();
        Document document = workspace.AddProject("UserProject", LanguageNames.CSharp).AddDocument("File0.cs", source);
        var actions = new List<CodeAction>();
        foreach (Mend mend in Mends.Where(mend => mend.FixableDiagnosticIds.Contains(error.Id)))
            await mend.RegisterCodeFixesAsync(new(document, error, (action, _) => actions.Add(action), default));
        var offered = new List<(string, string)>();
        foreach (CodeAction action in actions)
        {
            ApplyChangesOperation change = (await action.GetOperationsAsync(default)).OfType<ApplyChangesOperation>().Single();
            offered.Add((action.Title, (await change.ChangedSolution.GetDocument(document.Id)!.GetTextAsync()).ToString()));
        }

        return offered;
    }
}
