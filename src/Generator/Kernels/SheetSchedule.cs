using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// In which pass over a row (or a column) each value of a sheet is computed: a reduction is known when its pass ends, and what depends on it
/// belongs to a later pass. Between the passes lie stages, where values of one element a row (or column) are computed.
/// </summary>
internal sealed class SheetSchedule
{
    // The stage after the last row.
    private const int End = int.MaxValue;

    private readonly SheetStep _step;
    private readonly Dictionary<Value, Role> _roles = [];
    private readonly Dictionary<Value, int> _available = [];
    private readonly Dictionary<Value, int> _scratch = [];

    public SheetSchedule(SheetStep step)
    {
        _step = step;
        foreach (Node node in step.Nodes)
        {
            Value result = node.Results[0];
            int ready = node.Inputs.Select(v => v.Root()).Where(IsOwn).Select(v => _available[v]).DefaultIfEmpty(0).Max();
            _roles[result] = RoleOf(node);
            _available[result] = node.Op is not Reduce || ready == End ? ready : _roles[result] == Kernels.Role.Scalar ? End : ready + 1;
        }

        Passes = step.Nodes.Select(PassOf).DefaultIfEmpty(-1).Max() + 1;
        FindScratch();
    }

    /// <summary>How often a row (or column) is gone over.</summary>
    public int Passes { get; }

    /// <summary>Costly values that a later pass needs again: each gets a scratch row, in this order.</summary>
    public ImmutableArray<Value> Scratch => [.. _scratch.Keys];

    /// <summary>The reductions that go over all elements in a pass.</summary>
    public IEnumerable<Node> Reductions(int pass) => _step.Nodes.Where(n => n.Op is Reduce && Role(n) != Kernels.Role.Scalar && PassOf(n) == pass);

    /// <summary>The sums over all rows whose summand is known at a stage.</summary>
    public IEnumerable<Node> Totals(int stage) =>
        _step.Nodes.Where(n => n.Op is Reduce && Role(n) == Kernels.Role.Scalar && _available[n.Inputs[0].Root()] == stage);

    /// <summary>The maps of one element a row (or column) that are computed at a stage.</summary>
    public IEnumerable<Node> Maps(int stage) =>
        _step.Nodes.Where(n => n.Op is Map && Role(n) is Kernels.Role.Row or Kernels.Role.Column && _available[n.Results[0]] == stage);

    /// <summary>The maps of one element in all, computed after the last row, and those without operands of this step, before the first.</summary>
    public IEnumerable<Node> Finals => _step.Nodes.Where(n => n.Op is Map && Role(n) == Kernels.Role.Scalar);

    /// <summary>The full-size values that are stored in a pass.</summary>
    public IEnumerable<Value> Stores(int pass) => _step.Writes.Where(v => Role(v.Node) == Kernels.Role.Full && _available[v] == pass);

    /// <summary>The values that go to scratch in a pass.</summary>
    public IEnumerable<Value> ScratchStores(int pass) => _scratch.Where(p => p.Value == pass).Select(p => p.Key);

    public Role Role(Node node) => _roles[node.Results[0]];

    public bool IsOwn(Value value) => _step.Nodes.Contains(value.Node);

    /// <summary>True if a pass finds the value in a local or in memory; otherwise it computes it in place.</summary>
    public bool IsAtHand(Value value, int pass) =>
        !IsOwn(value)
        || _roles[value] != Kernels.Role.Full
        || (_step.Writes.Contains(value) && _available[value] < pass)
        || (_scratch.TryGetValue(value, out int made) && made < pass);

    /// <summary>The expressions of everything that a pass computes for each element.</summary>
    public IEnumerable<Value> Roots(int pass) =>
        [.. Reductions(pass).Select(n => n.Inputs[0].Root()), .. Stores(pass), .. ScratchStores(pass)];

    /// <summary>The values that a pass reads from memory or locals.</summary>
    public IReadOnlyList<Value> Leaves(int pass)
    {
        var inlining = new Inlining(v => IsAtHand(v, pass));
        foreach (Value root in Roots(pass))
            inlining.Of(root);
        return inlining.Leaves;
    }

    // The pass in which a node's work over all elements is done; −1 if it has none.
    private int PassOf(Node node) => node.Op switch
    {
        Reduce when Role(node) == Kernels.Role.Scalar => -1,
        Reduce => _available[node.Results[0]] - 1,
        _ => Role(node) == Kernels.Role.Full && _step.Writes.Contains(node.Results[0]) ? _available[node.Results[0]] : -1,
    };

    private Role RoleOf(Node node)
    {
        Access access = _step.Sheet.Accesses[node.Results[0]];
        return access.IsFull ? Kernels.Role.Full
            : _step.Sheet.Sweep == Sweep.Columns && access.Columns ? Kernels.Role.Column
            : access.IsRow ? Kernels.Role.Row
            : Kernels.Role.Scalar;
    }

    private void FindScratch()
    {
        var uses = new Dictionary<Value, SortedSet<int>>();
        for (int pass = 0; pass < Passes; pass++)
        {
            foreach (Value root in Roots(pass))
                Use(root, pass);
        }

        foreach (Node node in _step.Nodes.Where(n => n.Op is Map { Body.IsCostly: true } && !_step.Writes.Contains(n.Results[0])))
        {
            if (uses.TryGetValue(node.Results[0], out SortedSet<int>? passes) && passes.Count > 1)
                _scratch.Add(node.Results[0], passes.Min);
        }

        void Use(Value value, int pass)
        {
            if (IsAtHand(value, pass))
                return;
            if (!uses.TryGetValue(value, out SortedSet<int>? passes))
                uses.Add(value, passes = []);
            if (passes.Add(pass))
            {
                foreach (Value operand in value.Node.Inputs.Select(v => v.Root()))
                    Use(operand, pass);
            }
        }
    }
}
