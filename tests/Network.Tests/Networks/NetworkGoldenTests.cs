using System.Globalization;
using StaticNet.Oracle;

namespace StaticNet.Network.Tests.Networks;

/// <summary>Whole networks train as PyTorch trains them: the interpreter to its last digits, the emitted code as well as float32 can.</summary>
public class NetworkGoldenTests
{
    private const int Steps = 10;

    private static readonly Dictionary<string, (Type Full, Type Narrow, Func<string, int, Type, Samples> Batch)> Networks = new()
    {
        ["LeNet5"] = (typeof(LeNet5), typeof(NarrowLeNet5), Images),
        ["Vgg11"] = (typeof(Vgg11), typeof(NarrowVgg11), Images),
        ["ResNet18"] = (typeof(ResNet18), typeof(NarrowResNet18), Images),
        ["MobileNetV2"] = (typeof(MobileNetV2), typeof(NarrowMobileNetV2), Images),
        ["Autoencoder"] = (typeof(Autoencoder), typeof(NarrowAutoencoder), Regression),
        ["TwoLosses"] = (typeof(TwoLosses), typeof(TwoLosses), Both),
        ["Forecaster"] = (typeof(Forecaster), typeof(Forecaster), Regression),
        ["StackedForecaster"] = (typeof(StackedForecaster), typeof(StackedForecaster), Regression),
        ["BidirectionalForecaster"] = (typeof(BidirectionalForecaster), typeof(BidirectionalForecaster), Regression),
        ["GRUClassifier"] = (typeof(GRUClassifier), typeof(GRUClassifier), Texts),
        ["RNNClassifier"] = (typeof(RNNClassifier), typeof(RNNClassifier), Texts),
        ["CharTransformer"] = (typeof(CharTransformer), typeof(NarrowCharTransformer), Characters),
    };

    public static TheoryData<string> Names => [.. Networks.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_interpreter_is_PyTorch_in_float64(string name)
    {
        var (_, type, batch) = Networks[name];
        NetworkGolden golden = new(name);
        DoubleNetwork network = new(type, golden);
        for (int step = 0; step < Steps; step++)
        {
            Step taken = network.Pass(batch($"{golden.Salt}{{0}}{step}", golden.Samples, type));
            Assert.Equal(golden.NarrowLosses[step], taken.Loss!.Value, 1e-8 * golden.NarrowLosses[step]);
            network.Descend(taken);
        }

        Assert.Equal(golden.Names("narrowStored").Order(), network.Stored.Keys.Order());
        Assert.All(network.Stored, tensor => Assert.InRange(golden.Distance("narrowStored", tensor.Key, tensor.Value), 0, 1e-8));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void The_emitted_code_strays_no_further_than_float32_does(string name)
    {
        var (type, _, batch) = Networks[name];
        NetworkGolden golden = new(name);
        EmittedNetwork emitted = new(type, new SGD(golden.LearningRate), seed: 0);
        Formula.Start(emitted.Network.Parameters);
        double loss = 0;
        for (int step = 0; step < Steps; step++)
        {
            Step taken = emitted.Train(batch($"{golden.Salt}{{0}}{step}", golden.Samples, type));
            loss = taken.Loss!.Value;
            if (step == 0)
            {
                Assert.Equal(golden.Losses[0], loss, 1e-4 * golden.Losses[0]);
                Assert.Equal(golden.Names("gradients").Order(), taken.Gradients.Keys.Order());
                Assert.All(taken.Gradients, gradient => Assert.InRange(golden.Distance("gradients", gradient.Key, gradient.Value), 0, 1e-4));
            }

            emitted.Apply();
        }

        Assert.InRange(Math.Abs(loss - golden.Losses[^1]), 0, 4 * golden.LossDeviation);
        Assert.All(golden.Names("stored"), key => Assert.InRange(
            golden.Distance("stored", key, EmittedNetwork.Doubles(emitted.Network.Parameters[key].ToArray())), 0, 4 * golden.Deviation(key)));
    }

    private static Samples Images(string name, int n, Type type) =>
        new(n, [Formula.Uniform(Named(name, "input"), n * Length(type, "InputLength"))], [Formula.Classes(Named(name, "target"), n, 10)]);

    private static Samples Regression(string name, int n, Type type) => new(
        n,
        [Formula.Uniform(Named(name, "input"), n * Length(type, "InputLength"))],
        [Formula.Uniform(Named(name, "target"), n * Length(type, "OutputLength"))]);

    private static Samples Texts(string name, int n, Type type) =>
        new(n, [Formula.Classes(Named(name, "input"), n * Length(type, "InputLength"), 100)], [Formula.Classes(Named(name, "target"), n, 5)]);

    private static Samples Characters(string name, int n, Type type) => new(
        n,
        [Formula.Classes(Named(name, "input"), n * Length(type, "InputLength"), 65)],
        [Formula.Classes(Named(name, "target"), n * Length(type, "InputLength"), 65)]);

    private static Samples Both(string name, int n, Type type) => new(
        n,
        [Formula.Uniform(Named(name, "input"), n * 12), Formula.Uniform(Named(name, "second"), n * 5)],
        [Formula.Classes(Named(name, "target"), n, 3), Formula.Uniform(Named(name, "other"), n * 7)]);

    // The name with the word in its place: 0input7.
    private static string Named(string name, string word) => string.Format(CultureInfo.InvariantCulture, name, word);

    private static int Length(Type type, string constant) => (int)type.GetField(constant)!.GetRawConstantValue()!;
}
