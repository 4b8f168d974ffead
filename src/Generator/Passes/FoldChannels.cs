using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Passes;

/// <summary>
/// In inference, computes once for each channel what a map does alike at every place: a normalisation by running statistics and the bias before it become
/// one factor and one summand behind the product. Training keeps <c>x − μ</c> apart, whose digits the gradients need. Runs when nothing else is rewritten.
/// </summary>
internal static class FoldChannels
{
    // y = f(((x + b) − μ)·s·γ + β)   →   c₁ = s·γ, c₀ = (b − μ)·c₁ + β, y = f(x·c₁ + c₀)
    public static Graph Run(Graph graph) => graph.Results.Any(r => r.Kind is ResultKind.OutputGradient or ResultKind.Gradient or ResultKind.InputGradient)
        ? graph
        : graph.Rewrite((net, node, inputs) => node.Op is Map map
            ? [new Fold(net, inputs, node.Results[0].Shape).Of(map.Body)]
            : net.AddNode(node.Op, inputs).Results);

    private sealed class Fold(GraphBuilder net, ImmutableArray<Value> inputs, Shape shape)
    {
        private readonly List<Value> _operands = [.. inputs];

        public Value Of(Scalar body) => net.Map(body.Replace(Folded), _operands, shape);

        // The largest expressions come first; what has a shorter form is not looked into any more.
        private Scalar? Folded(Scalar s)
        {
            if (s is not CallScalar || LinearForm.Of(s, Varies) is not { Slopes.IsEmpty: false } form)
                return null;
            Scalar[] coefficients = [ScalarRules.Simplify(form.Constant), .. form.Slopes.Values.Select(ScalarRules.Simplify)];
            Shape[] shapes = [.. coefficients.SelectMany(Channels).Select(o => inputs[o].Shape).Distinct()];
            if (shapes.Length != 1)
                return null;

            // What is computed for each channel costs nothing at each place.
            Scalar Short(Scalar c) => c is CallScalar ? Scalar.Operand(_operands.Count) : c;
            Scalar Sum(Func<Scalar, Scalar> write) => form.Slopes.Keys
                .Select((x, i) => write(coefficients[i + 1]) * Scalar.Operand(x))
                .Aggregate(write(coefficients[0]), (sum, term) => sum + term);
            if (ScalarRules.Simplify(Sum(Short)).Size >= s.Size)
                return null;
            return ScalarRules.Simplify(Sum(c => c is CallScalar ? Made(c, shapes[0]) : c));
        }

        private Scalar Made(Scalar coefficient, Shape channels)
        {
            _operands.Add(net.Map(coefficient, inputs, channels));
            return Scalar.Operand(_operands.Count - 1);
        }

        private static IEnumerable<int> Channels(Scalar s) => s.Subexpressions().OfType<OperandScalar>().Select(o => o.Index);

        private bool Varies(Scalar s) => s.Subexpressions().Any(part =>
            part == Scalar.Column || part == Scalar.Batch
            || (part is OperandScalar o && (inputs[o.Index].Shape.PerSample || inputs[o.Index].Element != Element.Float32 || inputs[o.Index].Shape.Equals(shape))));
    }
}
