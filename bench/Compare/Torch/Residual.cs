using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Compare;

/// <summary>y = after(main(x) + shortcut(x)), where no shortcut is x itself.</summary>
internal sealed class Residual : nn.Module<Tensor, Tensor>
{
    public Residual(Sequential main, Sequential? shortcut = null, ReLU? after = null)
        : base(nameof(Residual))
    {
        (Main, Shortcut, After) = (main, shortcut, after);
        register_module("main", main);
        if (shortcut is not null)
            register_module("shortcut", shortcut);
    }

    public Sequential Main { get; }

    public Sequential? Shortcut { get; }

    public ReLU? After { get; }

    public override Tensor forward(Tensor input)
    {
        Tensor y = Main.forward(input) + (Shortcut?.forward(input) ?? input);
        return After?.forward(y) ?? y;
    }
}
