using StaticNet;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Compare;

[Network(Threads = 2, MaxBatch = 16), Input(32, 64), TransformerEncoderLayer(4, hidden: 256, Dropout = 0), MeanSquaredError]
internal sealed partial class TransformerNet;

/// <summary>The same block in libtorch, over its fused attention: h = norm(x + attention(x)), y = norm(h + dense(ReLU(dense(h)))).</summary>
internal sealed class TransformerModule : Module<Tensor, Tensor>
{
    private const int Features = 64, Heads = 4, Hidden = 256;

    private readonly Linear _gather = Linear(Features, 3 * Features), _merge = Linear(Features, Features);
    private readonly Linear _wide = Linear(Features, Hidden), _narrow = Linear(Hidden, Features);
    private readonly LayerNorm _norm1 = LayerNorm(Features), _norm2 = LayerNorm(Features);

    public TransformerModule()
        : base(nameof(TransformerModule))
    {
        // In the order of StaticNet's parameters.
        register_module("gather", _gather);
        register_module("merge", _merge);
        register_module("norm1", _norm1);
        register_module("wide", _wide);
        register_module("narrow", _narrow);
        register_module("norm2", _norm2);
    }

    public override Tensor forward(Tensor input)
    {
        long n = input.shape[0], t = input.shape[1];
        // [n,t,3·f] → three of [n,heads,t,f/heads]
        Tensor[] parts = _gather.forward(input).view(n, t, 3, Heads, Features / Heads).permute(2, 0, 3, 1, 4).unbind();
        Tensor attention = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2], null, 0, false);
        Tensor h = _norm1.forward(input + _merge.forward(attention.transpose(1, 2).reshape(n, t, Features)));
        return _norm2.forward(h + _narrow.forward(functional.relu(_wide.forward(h))));
    }
}
