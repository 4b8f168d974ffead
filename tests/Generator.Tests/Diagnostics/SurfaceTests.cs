using Microsoft.CodeAnalysis;
using StaticNet.Generator.Tests.Pipeline;

namespace StaticNet.Generator.Tests.Diagnostics;

/// <summary>Code that uses a broken network meets no error of its own: the user reads the one finding that is to be mended.</summary>
public class SurfaceTests
{
    // C# itself forbids to use these as a network: a static and a file-local class, an attribute that does not compile; and a class that is none.
    private static readonly string[] Unusable = ["SN0002", "SN0006", "SN0034", "SN0035"];

    public static TheoryData<string> Ids => [.. Examples.OfDeclarations.Concat(Examples.OfStages).Select(row => (string)row[0]).Where(id => !Unusable.Contains(id))];

    [Theory]
    [MemberData(nameof(Ids))]
    public async Task Code_that_uses_a_broken_network_compiles(string id)
    {
        string failing = Page.Read(id).Failing.Replace("Network(", "Network(InputGradient = true, ");
        ImmutableArray<Diagnostic> found = await UserProject.Of(failing, Use(id, failing)).Build();
        Assert.Contains(found, finding => finding.Id == id);
        string[] errors = [.. found.Where(f => f.Severity == DiagnosticSeverity.Error && f.Id.StartsWith("CS", StringComparison.Ordinal) && f.Id != "CS0260").Select(f => f.ToString())];
        Assert.True(errors.Length == 0, string.Join("\n", errors));
    }

    [Fact]
    public async Task The_same_code_compiles_with_a_sound_network()
    {
        foreach (string loss in new[] { "MeanSquaredError", "SoftmaxCrossEntropy" })
        {
            string sound = $"[Network(MaxBatch = 8, InputGradient = true), Input(4), Dense(4), BatchNorm, Dense(2), {loss}] public partial class DigitNet;";
            string use = loss == "MeanSquaredError" ? Numbers : Classes;
            ImmutableArray<Diagnostic> found = await UserProject.Of(sound, Code("DigitNet", [Construction, Inference, Storage, Views, use])).Build();
            Assert.DoesNotContain(found, finding => finding.Severity == DiagnosticSeverity.Error);
        }
    }

    [Fact]
    public async Task Code_that_uses_the_stream_of_a_broken_network_compiles()
    {
        const string Broken = "[Network(MaxBatch = 8, Stream = true), Input(20, 3), LSTM(8, Bidirectional = true), Dense(1)] public partial class ForecastNet;";
        const string Use = """
            public static class Voice
            {
                public static void Speak(ForecastNet net, float[] x, float[] y)
                {
                    var stream = new ForecastNet.Stream(net);
                    stream.Reset();
                    stream.Step(x, y);
                }
            }
            """;
        ImmutableArray<Diagnostic> found = await UserProject.Of(Broken, Use).Build();
        Assert.Equal(["SN0220"], found.Where(f => f.Severity == DiagnosticSeverity.Error).Select(f => f.Id));
    }

    [Fact]
    public async Task Constants_of_a_broken_network_stand_in_constant_expressions()
    {
        const string Broken = "[Network(MaxBatch = 48), Input(4), Dense(0), MeanSquaredError] public partial class DigitNet;";
        const string Use = """
            public static class Plan
            {
                const int Batches = 1437 / DigitNet.MaxBatch, Rest = 1 / (DigitNet.MaxBatch == 48 ? 1 : 0);
                const long Other = 7 / DigitNet.InputLength / DigitNet.OutputLength / DigitNet.ParameterCount / DigitNet.ForwardFlops
                    / DigitNet.ArenaBytes / DigitNet.TrainingBytes;
            }
            """;
        ImmutableArray<Diagnostic> found = await UserProject.Of(Broken, Use).Build();
        Assert.Equal(["SN0028"], found.Where(f => f.Severity == DiagnosticSeverity.Error).Select(f => f.Id));
    }

    private const string Construction = "net = new {0}(); net = new {0}(seed: 7);";

    private const string Inference = """
        long sizes = {0}.MaxBatch + {0}.InputLength + {0}.OutputLength + {0}.ParameterCount + {0}.ForwardFlops + {0}.ArenaBytes + {0}.TrainingBytes + {0}.TrainingBytesWith(2);
        net.Predict(x, y); net.Forward(x.AsSpan(0, 2), y.AsSpan());
        INetwork<float> any = net; any.Predict(x, y);
        """;

    private const string Storage = """
        net.Save("file"); net.Load("file"); net.Load(new byte[8]); net.Load(new byte[8], new LoadOptions());
        net.Save(new System.IO.MemoryStream(), new SaveOptions {{ Element = SavedFloat.Float16 }}); net.Load(new System.IO.MemoryStream());
        {0} shared = net.Share(); shared.CopyFrom(net); string summary = {0}.Summary() + {0}.Summary(markdown: true);
        y = net.Parameters["dense1.weight"].ToArray();
        """;

    private const string Views = """
        net.Dense1.Weight[0, 0] = 1; net.Dense1.Bias.CopyFrom(y);
        """;

    private const string Training = """
        var trainer = new {0}.Trainer(net, new Adam(0.1) {{ Beta1 = 0.5 }}, seed: 3);
        trainer.Forward(x); trainer.CopyOutput(y); trainer.BackwardFrom(y); trainer.CopyInputGradient(x); trainer.Apply(); trainer.ZeroGradients();
        trainer.CheckFinite = true;
        trainer.Optimizer.LearningRate = trainer.Seed + trainer.Steps;
        y = trainer.Gradient("dense1.weight").ToArray(); y = trainer.Gradient(net.Parameters[0]).ToArray();
        NetworkTrainer common = trainer; ITrainer step = trainer; step.Apply();
        """;

    private const string Numbers = Training + """
        float loss = trainer.Step(x, y) + trainer.Backward(y);
        double mean = net.Evaluate({0}.Batches(x, y, 8)) + net.Evaluate(x, y);
        foreach (Batch batch in {0}.Batches(x, y, 8, seed: 1, shuffle: false, dropLast: true).Epoch(0)) loss += trainer.Step(batch);
        ITrainer<float, float> typed = trainer; Fit(trainer, x, y);
        """;

    private const string Classes = Training + """
        float loss = trainer.Step(x, labels) + trainer.Backward(labels);
        double mean = net.Evaluate({0}.Batches(x, labels, 8)) + net.Evaluate(x, labels);
        foreach (Batch batch in {0}.Batches(x, labels, size: 8).Epoch(0)) loss += trainer.Step(batch);
        ITrainer<float, int> typed = trainer; Fit(trainer, x, labels); Gather(trainer);
        """;

    // What the methods take where there are several inputs, outputs or losses, or an input of integers.
    private static readonly Dictionary<string, string> Several = new()
    {
        ["SN0009"] = "net.Predict(x, x, y); trainer.Forward(x, x); trainer.CopyInputGradient(x, x); float loss = trainer.Step(x, x, y) + trainer.Step(x, x, labels);",
        ["SN0030"] = "INetwork<float> any = net; float loss = trainer.Step(x, y, y) + trainer.Backward(y, y, x); Batches batches = DigitNet.Batches(x, y, y, size: 8);",
        ["SN0040"] = SideOutput,
        ["SN0041"] = SideOutput,
        ["SN0042"] = SideOutput,
        ["SN0211"] = "INetwork<int> any = net; net.Predict(labels, y); float loss = trainer.Step(labels, y); ITrainer<int, float> typed = trainer;",
    };

    private const string SideOutput =
        "net.Predict(x, y, y); trainer.CopyOutput(y, y); trainer.BackwardFrom(y, y); float loss = trainer.Step(x, y); Batches batches = DigitNet.Batches(x, y, size: 8);";

    // What an example's own members or names take away.
    private static string Use(string id, string failing)
    {
        if (Several.TryGetValue(id, out string? several))
            return Code("DigitNet", [Construction, Storage, "var trainer = new {0}.Trainer(net, new Adam(0.1));", several, "ITrainer step = trainer; step.Apply();"]);
        var parts = new List<string> { Inference };
        if (id is not ("SN0003" or "SN0018" or "SN0019" or "SN0020"))
            parts.Add(Construction);
        if (id != "SN0017")
            parts.Add(Storage);
        if (id != "SN0016")
            parts.Add(failing.Contains("SoftmaxCrossEntropy") || failing.Contains("NegativeLogLikelihood") ? Classes : Numbers);
        if (id != "SN0016" && failing.Contains("MeanSquaredError"))
            parts.Add("Gather(trainer); trainer.Step(x, default);");
        if (failing.Contains("Dense(") && !failing.Contains("Name =") && id is not "SN0053")
            parts.Add(Views);
        return Code(id switch { "SN0004" => "DigitNet<int>", "SN0007" => "Models.DigitNet", "SN0050" or "SN0054" => "SingleDigitNet", "SN0053" => "SmallDigitNet", _ => "DigitNet" }, parts);
    }

    private static string Code(string network, IEnumerable<string> parts) => $$"""
        public static class Use
        {
            public static void All({{network}} net, float[] x, float[] y, int[] labels)
            {
                {{string.Join("\n", parts.Select(part => string.Format(System.Globalization.CultureInfo.InvariantCulture, part, network)))}}
            }

            private static void Gather<TInput, TTarget>(ITrainer<TInput, TTarget> trainer)
                where TInput : unmanaged
                where TTarget : unmanaged => trainer.Forward(default);

            private static void Fit<TInput, TTarget>(ITrainer<TInput, TTarget> trainer, TInput[] inputs, TTarget[] targets)
                where TInput : unmanaged
                where TTarget : unmanaged => trainer.Step(inputs, targets);
        }
        """;
}
