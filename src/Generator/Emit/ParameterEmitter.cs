using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The table of stored tensors, the store, and a view of each layer's tensors.</summary>
internal static class ParameterEmitter
{
    public static string Emit(CompiledNetwork network)
    {
        string store = network.Declaration.Taken.Contains("Parameters") ? "" : CodeWriter.Text($$"""
            /// <summary>Every parameter and state, by name: <c>net.Parameters["{{network.Parameters.Select(p => p.Name).FirstOrDefault() ?? "dense1.weight"}}"]</c>.</summary>
            public global::StaticNet.ParameterStore Parameters { get; }
            """);
        string table = CodeWriter.Text($$"""
            // name, shape, offset and length in floats, strides by logical axis
            private static class __Table
            {
                internal static readonly global::StaticNet.ParameterTable Value = new(
                [
                    {{string.Join(",\n", network.Parameters.Select(p => Entry(p, network.Plan.Slots.First(s => s.Name == p.Name))))}}
                ]);
            }
            """);
        return string.Join("\n\n", new[] { store, table }.Concat(Layers(network)).Where(t => t.Length > 0));
    }

    private static string Entry(ParameterDeclaration p, ParameterSlot slot)
    {
        string shape = string.Join(", ", p.Shape.Dims);
        return $"new({Literals.Of(p.Name)}, [{shape}], {slot.Offset}, {slot.Floats}, new({Layout(p, slot)}), global::StaticNet.ParameterKind.{p.Kind}, "
            + $"global::StaticNet.Init.{p.Init}, {Literals.Of(p.Scale)}, {p.FanIn}, {p.FanOut}"
            + (p.ZeroRow is { } row ? $", zeroRow: {Literals.Of(row)}" : "")
            + (p.Trainable == Trainable.Always ? "" : $", trainable: global::StaticNet.Trainable.{p.Trainable}")
            + (p.Leaf.IndexOf('.') < 0 ? ")" : $", layer: {Literals.Of(p.Layer)})");
    }

    // Of an image's elements [C·P] that lie as [P·C], the places are apart by all channels, and blocks of them, the channels, by one.
    private static string Layout(ParameterDeclaration p, ParameterSlot slot)
    {
        long[] strides = [.. slot.Storage.Strides(p.Shape).Select(s => s.Floats)];
        int last = strides.Length - 1;
        long channel = strides[last];
        strides[last] *= p.Channels;
        return $"[{string.Join(", ", strides)}]{(p.Channels == 1 ? "" : $", {last}, {p.Shape.FromEnd(1).Size / p.Channels}, {channel}")}";
    }

    private static IEnumerable<string> Layers(CompiledNetwork network)
    {
        ILookup<string, ParameterDeclaration> parameters = network.Parameters.ToLookup(p => p.Layer);
        return LayerViews.Of(
            network.Declaration,
            layer => string.Join("\n\n", parameters[layer.Name].Select(p => CodeWriter.Text($$"""
                /// <summary><c>{{p.Name}} {{p.Shape}}</c>.</summary>
                public global::StaticNet.ParameterView {{Names.Member(p.Leaf)}} => parameters[{{network.Parameters.IndexOf(p)}}];
                """))),
            thrown: null).Select(view => view.Text);
    }
}
