using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// Gives a cut a place of its own where something else reads what it cuts: the caller may write another gradient there, which nobody but the backward
/// pass may see. Runs when nothing else is rewritten.
/// </summary>
internal static class CopySharedCuts
{
    // y = cut x, z = f(x)   →   y = cut.copy x, z = f(x)
    public static Graph Run(Graph graph)
    {
        ILookup<Value, Node> readers = graph.Readers();
        HashSet<Value> results = [.. graph.Results.Select(r => r.Value)];
        return graph.Rewrite((net, node, inputs) =>
            net.AddNode(node.Op is Cut && IsShared(node.Inputs[0]) ? new Cut(Copies: true) : node.Op, inputs).Results);

        // The value, or one whose elements it may be in the same places.
        bool IsShared(Value value)
        {
            while (readers[value].Count() == 1 && !results.Contains(value) && value.Op is not Constant)
            {
                if (value.Op is not (Cut or Stop or Ops.Reshape))
                    return false;
                value = value.Node.Inputs[0];
            }

            return true;
        }
    }
}
