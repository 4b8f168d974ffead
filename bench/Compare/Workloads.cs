using StaticNet;

namespace Compare;

/// <summary>What is compared: a row here, a declaration and a module in Networks.</summary>
internal static class Workloads
{
    public static readonly Workload[] All =
    [
        new Pairing<TinyMlp, int>("mlp 4-16-3", 1, 32)
        {
            Input = [4], ForwardFlops = TinyMlp.ForwardFlops, FirstFlops = 2 * 4 * 16, Tensors = true,
            Network = () => new(), Trainer = (net, rule) => new TinyMlp.Trainer(net, rule), Module = MlpModules.Tiny,
        },
        new Pairing<Mlp, int>("mlp 784-128-10", 1, 32, 128)
        {
            Input = [784], ForwardFlops = Mlp.ForwardFlops, FirstFlops = 2 * 784 * 128, Onnx = true, Tensors = true,
            Network = () => new(), Trainer = (net, rule) => new Mlp.Trainer(net, rule), Module = MlpModules.Mlp,
        },
        new Pairing<DeepMlp, int>("mlp 784-512-256-10 adam", 128)
        {
            Input = [784], ForwardFlops = DeepMlp.ForwardFlops, FirstFlops = 2 * 784 * 512, Optimizer = () => new Adam(1e-4),
            Network = () => new(), Trainer = (net, rule) => new DeepMlp.Trainer(net, rule), Module = MlpModules.Deep,
        },
        new Pairing<LeNet5, int>("lenet5", 1, 64)
        {
            Input = [1, 28, 28], ForwardFlops = LeNet5.ForwardFlops, FirstFlops = 2 * 28 * 28 * 6 * 25, Onnx = true,
            Network = () => new(), Trainer = (net, rule) => new LeNet5.Trainer(net, rule), Module = SmallConvolutionModules.LeNet5,
        },
        new Pairing<Cnn, int>("cnn 32-64-128", 1, 32)
        {
            Input = [3, 32, 32], ForwardFlops = Cnn.ForwardFlops, FirstFlops = 2 * 32 * 32 * 32 * 27, Onnx = true,
            Network = () => new(), Trainer = (net, rule) => new Cnn.Trainer(net, rule), Module = SmallConvolutionModules.Cnn,
        },
        new Pairing<ResNet18, int>("resnet18", 1, 16)
        {
            Input = [3, 32, 32], ForwardFlops = ResNet18.ForwardFlops, FirstFlops = 2 * 32 * 32 * 64 * 27, Onnx = true,
            Network = () => new(), Trainer = (net, rule) => new ResNet18.Trainer(net, rule), Module = ResNetModules.ResNet18,
        },
        new Pairing<MobileNetV2, int>("mobilenetv2 0.35", 1, 16)
        {
            Input = [3, 32, 32], ForwardFlops = MobileNetV2.ForwardFlops, FirstFlops = 2 * 32 * 32 * 16 * 27, Onnx = true,
            Network = () => new(), Trainer = (net, rule) => new MobileNetV2.Trainer(net, rule), Module = MobileNetModules.MobileNetV2,
        },
        new Pairing<SmallLstm, float>("lstm 6-30", 1, 200)
        {
            Input = [50, 6], ForwardFlops = SmallLstm.ForwardFlops, FirstFlops = 50 * 2 * 6 * 120, Onnx = true,
            Network = () => new(), Trainer = (net, rule) => new SmallLstm.Trainer(net, rule), Module = () => RecurrentModules.Lstm(6, 30),
        },
        new Pairing<LargeLstm, float>("lstm 32-128", 64)
        {
            Input = [50, 32], ForwardFlops = LargeLstm.ForwardFlops, FirstFlops = 50 * 2 * 32 * 512,
            Network = () => new(), Trainer = (net, rule) => new LargeLstm.Trainer(net, rule), Module = () => RecurrentModules.Lstm(32, 128),
        },
        new Pairing<SmallGru, float>("gru 6-30", 1, 200)
        {
            Input = [50, 6], ForwardFlops = SmallGru.ForwardFlops, FirstFlops = 50 * 2 * 6 * 90,
            Network = () => new(), Trainer = (net, rule) => new SmallGru.Trainer(net, rule), Module = () => RecurrentModules.Gru(6, 30),
        },
        new Pairing<LargeGru, float>("gru 32-128", 64)
        {
            Input = [50, 32], ForwardFlops = LargeGru.ForwardFlops, FirstFlops = 50 * 2 * 32 * 384,
            Network = () => new(), Trainer = (net, rule) => new LargeGru.Trainer(net, rule), Module = () => RecurrentModules.Gru(32, 128),
        },
        new Pairing<SmallRnn, float>("rnn 6-30", 1, 200)
        {
            Input = [50, 6], ForwardFlops = SmallRnn.ForwardFlops, FirstFlops = 50 * 2 * 6 * 30,
            Network = () => new(), Trainer = (net, rule) => new SmallRnn.Trainer(net, rule), Module = () => RecurrentModules.Rnn(6, 30),
        },
        new Pairing<LargeRnn, float>("rnn 32-128", 64)
        {
            Input = [50, 32], ForwardFlops = LargeRnn.ForwardFlops, FirstFlops = 50 * 2 * 32 * 128,
            Network = () => new(), Trainer = (net, rule) => new LargeRnn.Trainer(net, rule), Module = () => RecurrentModules.Rnn(32, 128),
        },
        new Pairing<TransformerNet, float>("transformer 64", 16)
        {
            Input = [32, 64], ForwardFlops = TransformerNet.ForwardFlops, FirstFlops = 32 * 2 * 64 * 192,
            Network = () => new(), Trainer = (net, rule) => new TransformerNet.Trainer(net, rule), Module = () => new TransformerModule(),
        },
        new Dcgan(),
        new Streaming("dense 16-64-64-1")
        {
            SequenceFlops = DenseStream.ForwardFlops, Network = () => Of(new DenseStream(), net => new DenseStream.Stream(net).Step),
        },
        new Streaming("lstm 1-16 dense")
        {
            SequenceFlops = SmallLstmStream.ForwardFlops, Network = () => Of(new SmallLstmStream(), net => new SmallLstmStream.Stream(net).Step),
        },
        new Streaming("lstm 1-40 dense")
        {
            SequenceFlops = LargeLstmStream.ForwardFlops, Network = () => Of(new LargeLstmStream(), net => new LargeLstmStream.Stream(net).Step),
        },
        new Streaming("gru 1-24 dense")
        {
            SequenceFlops = GruStream.ForwardFlops, Network = () => Of(new GruStream(), net => new GruStream.Stream(net).Step),
        },
    ];

    private static (INetwork<float>, Streaming.Step) Of<TNet>(TNet net, Func<TNet, Streaming.Step> stream)
        where TNet : INetwork<float> => (net, stream(net));
}
