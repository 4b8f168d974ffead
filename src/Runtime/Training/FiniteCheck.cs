using System.ComponentModel;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace StaticNet;

/// <summary>Looks for the first value of a training step that is not finite, in the order in which values are computed.</summary>
/// <remarks>Called by generated code while <see cref="NetworkTrainer.CheckFinite"/> is on, or an <see cref="Insight"/> looks. Allocates nothing until it finds something.</remarks>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class FiniteCheck
{
    // All bits of an exponent: what x is not finite by.
    private const uint Exponent = 0x7F80_0000;

    private readonly ParameterStore _parameters;

    /// <param name="parameters">The network's parameters.</param>
    /// <param name="looks">Whether it looks for such values; otherwise it only shows activations to the watch.</param>
    /// <param name="watch">Who looks at activations too.</param>
    internal FiniteCheck(ParameterStore parameters, bool looks, ActivationWatch? watch) => (_parameters, Looks, Watch) = (parameters, looks, watch);

    internal bool Looks { get; }

    internal NonFiniteKind Kind { get; private set; }

    internal ActivationWatch? Watch { get; }

    /// <summary>The layer, of several that run as one step the first; "" where the caller's own values are the first.</summary>
    internal string Layer { get; private set; } = "";

    /// <summary>What was found, as a sentence names it.</summary>
    internal string Name { get; private set; } = "";

    /// <summary>A forward pass over so many samples begins.</summary>
    internal void BeginPass(int batch)
    {
        Kind = NonFiniteKind.Unknown;
        Watch?.BeginPass(batch);
    }

    /// <summary>Looks at what the caller gave.</summary>
    public void Input(string name, ref readonly float first, int rows, int columns, int pitch)
    {
        if (IsFirst(in first, rows, columns, pitch))
            Found(NonFiniteKind.Input, "", $"'{name}', which the caller gave");
    }

    /// <summary>
    /// Looks at what a step of the forward pass stored; its layers are separated by commas. A parameter that is not finite was so before any value of
    /// the step, whichever layer first shows it. <paramref name="kind"/> is what the layer is whose value it is, if that is an activation that is watched. Rows of
    /// <paramref name="channels"/> lie one channel after the other; at 0 the columns are the channels.
    /// </summary>
    public void Activation(string layers, ref readonly float first, int rows, int columns, int pitch, string kind = "", int channels = 0)
    {
        Watch?.See(layers, kind, in first, rows, columns, pitch, channels);
        if (!IsFirst(in first, rows, columns, pitch))
            return;
        foreach (ParameterEntry entry in _parameters.Table.Entries)
        {
            if (IsFinite(in Unsafe.Add(ref _parameters.Origin, entry.Offset), entry.Length))
                continue;
            Found(NonFiniteKind.Parameter, entry.Layer, $"the parameter '{entry.Name}'");
            return;
        }
        string[] names = layers.Split(", ");
        Found(NonFiniteKind.Activation, names[0], $"the output of {Quoted(names)}");
    }

    /// <summary>Looks at the gradient that a step of the backward pass stored.</summary>
    public void Gradient(string layers, ref readonly float first, int rows, int columns, int pitch)
    {
        if (!IsFirst(in first, rows, columns, pitch))
            return;
        string[] names = layers.Split(", ");
        Found(NonFiniteKind.Gradient, names[0], $"a gradient of {Quoted(names)}");
    }

    /// <summary>Looks at the gradient of a parameter.</summary>
    public void ParameterGradient(string parameter, ref readonly float first, int rows, int columns, int pitch)
    {
        if (IsFirst(in first, rows, columns, pitch))
            Found(NonFiniteKind.Gradient, _parameters.Table[_parameters.Table.IndexOf(parameter)].Layer, $"the gradient of '{parameter}'");
    }

    private bool IsFirst(ref readonly float first, int rows, int columns, int pitch)
    {
        if (!Looks || Kind != NonFiniteKind.Unknown)
            return false;
        for (nint row = 0; row < rows; row++)
        {
            if (!IsFinite(in Unsafe.Add(ref Unsafe.AsRef(in first), row * pitch), columns))
                return true;
        }
        return false;
    }

    // |x|'s bits reach those of infinity: one comparison an element, no branch.
    private static bool IsFinite(ref readonly float first, int count)
    {
        uint largest = 0;
        foreach (uint bits in MemoryMarshal.Cast<float, uint>(MemoryMarshal.CreateReadOnlySpan(in first, count)))
            largest = Math.Max(largest, bits & 0x7FFF_FFFF);
        return largest < Exponent;
    }

    private void Found(NonFiniteKind kind, string layer, string name) => (Kind, Layer, Name) = (kind, layer, name);

    private static string Quoted(string[] layers) => layers.Length == 1
        ? $"'{layers[0]}'"
        : $"'{string.Join("', '", layers)}', which run as one step";
}
