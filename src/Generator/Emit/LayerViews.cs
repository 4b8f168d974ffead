using StaticNet.Generator.Declaration;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Emit;

/// <summary>The members that lead to the tensors of each layer: <c>net.Dense1.Weight</c>, and through blocks <c>net.BasicBlock1.Conv1.Weight</c>.</summary>
internal static class LayerViews
{
    /// <summary>A member, with its type, for each layer that has tensors and for each block of such layers.</summary>
    /// <param name="network">The declaration.</param>
    /// <param name="tensors">The members of a layer's view; "" where it has none.</param>
    /// <param name="thrown">What each member does instead, of a network that cannot be built; else null.</param>
    public static IEnumerable<(string Name, string Text)> Of(NetworkDeclaration network, Func<LayerDeclaration, string> tensors, string? thrown)
    {
        ILookup<string, LayerDeclaration> inside = network.Named
            .Where(layer => layer.Member is not null)
            .ToLookup(layer => layer.IsInBlock ? layer.Name.Substring(0, layer.Name.LastIndexOf('.')) : "");
        HashSet<string> blocks = [.. network.Blocks.Select(block => block.Name)];
        return Level("", "Parameters");

        IEnumerable<(string Name, string Text)> Level(string block, string store)
        {
            foreach (LayerDeclaration layer in inside[block])
            {
                string members = blocks.Contains(layer.Name) ? string.Join("\n\n", Level(layer.Name, "parameters").Select(view => view.Text)) : tensors(layer);
                if (members.Length > 0)
                    yield return View(layer, members, store, thrown);
            }
        }
    }

    private static (string Name, string Text) View(LayerDeclaration layer, string members, string store, string? thrown)
    {
        string member = LayerNames.Last(layer.Member!);
        return (member, CodeWriter.Text($$"""
            /// <summary>The tensors of <c>{{layer.Name}}</c> ({{layer.Kind}}).</summary>
            public __{{member}} {{member}} => {{thrown ?? $"new({store})"}};

            /// <summary>The tensors of <c>{{layer.Name}}</c> ({{layer.Kind}}), in PyTorch's shapes and order.</summary>
            public readonly struct __{{member}}{{(thrown is null ? "(global::StaticNet.ParameterStore parameters)" : "")}}
            {
                {{members}}
            }
            """));
    }
}
