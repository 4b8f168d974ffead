using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Ops;

/// <summary>
/// The derivative of a scan: a scan in the opposite direction over what the first one stacked. Its carries are the cotangents of the carries and
/// the gradients of what is the same for all steps, summed.
/// </summary>
internal sealed class ScanGradient
{
    private readonly Scan _scan;
    private readonly Pullback _outer;
    private readonly GraphBuilder _net = new();
    private readonly List<Value> _operands = [];

    private ScanGradient(Scan scan, Pullback outer) => (_scan, _outer) = (scan, outer);

    public static void Pull(Scan scan, Pullback p) => new ScanGradient(scan, p).Run();

    // The operands are added in the order of a scan: carries, sequences, what is the same for all steps.
    private void Run()
    {
        ImmutableArray<Value> inputs = [.. Enumerable.Range(0, _outer.InputCount).Select(_outer.Input)];
        int carries = _scan.Carries, behind = carries + _scan.Sequences;
        int[] weights = Floats(inputs, behind, inputs.Length), floats = Floats(inputs, carries, behind);

        // c̄ begins at the last step's cotangents, w̄ at zero.
        Value[] dCarries = [.. Enumerable.Range(0, carries).Select(i => Same(_outer.Cotangents[i] ?? Zeros(inputs[i].Shape)))];
        Value[] dWeights = [.. weights.Select(i => Same(Zeros(inputs[i].Shape)))];
        int lead = _operands.Count;

        Value? keep = _scan.Truncate is { } steps ? Element(Kept(steps)) : null;
        Value?[] dStacked = [.. _outer.Cotangents.Skip(carries).Select(d => d is null ? null : Element(d))];
        Value[] stacked = [.. _outer.Outputs.Skip(carries).Select(Element)];
        Value[] elements = [.. inputs.Skip(carries).Take(_scan.Sequences).Select(Element)];
        int sequences = _operands.Count - lead;
        Value[] arguments = [.. _scan.Leaves.Take(carries).Select(leaf => StackOf(leaf, stacked)), .. elements, .. inputs.Skip(behind).Select(Same)];

        Dictionary<Value, Value> copies = CopyCell(arguments);
        ImmutableArray<Value?> gradients = _outer.Differentiate(_net, _net.Nodes, Seeds(copies, dCarries, dStacked), arguments);
        Value Gradient(int i) => gradients[i] ?? _net.BroadcastTo(_net.Number(0), arguments[i].Shape);
        Value[] passed = [.. Enumerable.Range(0, carries).Select(Gradient).Select(d => keep is null ? d : _net.Map((a, k) => Scalar.IfGreater(k, 0, a, 0), d, keep))];
        Value[] sums = [.. weights.Select((i, k) => gradients[i] is { } d ? dWeights[k] + d : dWeights[k])];
        Graph body = _net.Build(Scan.Returned([.. passed, .. sums], [.. floats.Select(Gradient)]));

        var reversed = new Scan(ReadStacked(body, copies, stacked), _scan.Length, lead, sequences, !_scan.Reverse);
        ImmutableArray<Value> results = _outer.Add(reversed, [.. _operands]).Node.Results;
        int[] targets = [.. Enumerable.Range(0, carries), .. weights, .. floats];
        for (int k = 0; k < targets.Length; k++)
            _outer.Accumulate(targets[k], results[k]);
    }

    private static int[] Floats(ImmutableArray<Value> inputs, int start, int end) =>
        [.. Enumerable.Range(start, end - start).Where(i => inputs[i].Element == StaticNet.Element.Float32)];

    private Value Zeros(Shape shape) => _outer.BroadcastTo(_outer.Number(0), shape);

    // 0 where the carries' cotangents end: at the first of each run of steps, the first of all aside, whose carry is an operand.
    private Value Kept(int steps)
    {
        IEnumerable<double> kept = Enumerable.Range(0, _scan.Length).Select(step => step > 0 && step % steps == 0 ? 0.0 : 1);
        return _outer.Constant(_scan.Reverse ? kept.Reverse() : kept, new(_scan.Length));
    }

    private Value Same(Value operand) => Taken(operand, operand.Shape);

    private Value Element(Value operand) => Taken(operand, new(operand.Shape.Dims.RemoveAt(0)));

    private Value Taken(Value operand, Shape shape)
    {
        _operands.Add(operand);
        return _net.Add(new Argument(_operands.Count - 1, shape, operand.Element));
    }

    private Value StackOf(Value carry, Value[] stacked) => _scan.Stacked.IndexOf(carry) is >= 0 and var place
        ? stacked[place]
        : throw new InvalidOperationException($"{_scan.Text} does not stack its {carry.Op.Text}, which its derivative needs");

    // The step forward, for the walk back to go through.
    private Dictionary<Value, Value> CopyCell(Value[] arguments)
    {
        var copies = new Dictionary<Value, Value>();
        foreach (Node node in _scan.Cell.Nodes)
        {
            ImmutableArray<Value> results = node.Op is Argument argument
                ? [arguments[argument.Index]]
                : _net.AddNode(node.Op, [.. node.Inputs.Select(v => copies[v])]).Results;
            for (int i = 0; i < results.Length; i++)
                copies.Add(node.Results[i], results[i]);
        }

        return copies;
    }

    private Dictionary<Value, Value> Seeds(Dictionary<Value, Value> copies, Value[] dCarries, Value?[] dStacked)
    {
        var seeds = new Dictionary<Value, Value>();
        Value?[] cotangents = [.. dCarries, .. dStacked];
        for (int i = 0; i < cotangents.Length; i++)
        {
            Value root = copies[_scan.Cell.Results[i].Value];
            if (cotangents[i] is { } cotangent)
                seeds[root] = seeds.TryGetValue(root, out Value? sum) ? sum + cotangent : cotangent;
        }

        return seeds;
    }

    // What was stacked is read instead of computed again.
    private Graph ReadStacked(Graph body, Dictionary<Value, Value> copies, Value[] stacked)
    {
        var places = new Dictionary<Value, int>();
        for (int i = 0; i < stacked.Length; i++)
            places[copies[_scan.Stacked[i]]] = ((Argument)stacked[i].Op).Index;
        var arguments = new Dictionary<int, Value>();
        return body.Rewrite((net, node, inputs) =>
        {
            if (node.Op is not Argument && node.Results.All(places.ContainsKey))
                return [.. node.Results.Select(v => arguments[places[v]])];
            ImmutableArray<Value> results = net.AddNode(node.Op, inputs).Results;
            if (node.Op is Argument argument)
                arguments.Add(argument.Index, results[0]);
            return results;
        }).Renumber();
    }
}
