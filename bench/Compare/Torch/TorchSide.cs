using StaticNet;
using static TorchSharp.torch;
using Adam = StaticNet.Adam;
using Module = TorchSharp.torch.nn.Module<TorchSharp.torch.Tensor, TorchSharp.torch.Tensor>;
using TorchOptimizer = TorchSharp.torch.optim.Optimizer;

namespace Compare;

/// <summary>A module of libtorch with its data: classes as targets go with cross-entropy, numbers with the mean squared error.</summary>
internal sealed class TorchSide(Module module, Tensor input, Tensor target, Optimizer optimizer)
{
    private readonly TorchOptimizer _optimizer = optimizer switch
    {
        SGD => optim.SGD(module.parameters(), optimizer.LearningRate),
        Adam => optim.Adam(module.parameters(), optimizer.LearningRate),
        _ => throw new ArgumentException($"{optimizer.GetType().Name} has no counterpart here", nameof(optimizer)),
    };

    /// <summary>A whole step in training mode; returns the loss.</summary>
    public float Step()
    {
        using var scope = NewDisposeScope();
        _optimizer.zero_grad();
        Tensor y = module.forward(input);
        Tensor loss = target.dtype == ScalarType.Int64 ? nn.functional.cross_entropy(y, target) : nn.functional.mse_loss(y, target.reshape(y.shape));
        loss.backward();
        _optimizer.step();
        return loss.ReadCpuSingle(0);
    }

    /// <summary>The output without what training needs; returns its last number.</summary>
    public float Forward()
    {
        using var scope = NewDisposeScope();
        using var mode = inference_mode();
        Tensor y = module.forward(input);
        return y.ReadCpuSingle(y.numel() - 1);
    }

    /// <summary>The whole output.</summary>
    public float[] Output()
    {
        using var scope = NewDisposeScope();
        using var mode = inference_mode();
        return module.forward(input).data<float>().ToArray();
    }
}
