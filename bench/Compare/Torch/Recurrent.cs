using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Compare;

/// <summary>A recurrent layer over [n,t,c] and a dense layer over its last state.</summary>
internal sealed class Recurrent<TLayer> : nn.Module<Tensor, Tensor>
    where TLayer : nn.Module
{
    private readonly Func<TLayer, Tensor, Tensor> _last;

    /// <param name="layer">The recurrent layer.</param>
    /// <param name="head">The dense one.</param>
    /// <param name="last">The states [1,n,units] after the last step.</param>
    public Recurrent(TLayer layer, Linear head, Func<TLayer, Tensor, Tensor> last)
        : base(nameof(Recurrent<TLayer>))
    {
        (Layer, Head, _last) = (layer, head, last);
        register_module("layer", layer);
        register_module("head", head);
    }

    public TLayer Layer { get; }

    public Linear Head { get; }

    public override Tensor forward(Tensor input) => Head.forward(_last(Layer, input).squeeze(0));
}
