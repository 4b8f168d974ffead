using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>A stored tensor's place among the parameters.</summary>
internal sealed record ParameterSlot(string Name, Storage Storage, int Offset, int Floats);

/// <summary>Where every parameter and state lies: parameters first, those that are trained first, so that an optimizer walks one range, then states.</summary>
internal sealed record ParameterPlan(ImmutableArray<ParameterSlot> Slots, int TrainableFloats, int Floats)
{
    private readonly IReadOnlyDictionary<string, int> _offsets = Slots.ToDictionary(s => s.Name, s => s.Offset);

    public int OffsetOf(string name) => _offsets[name];

    /// <param name="tensors">Name, shape, and whether it is trainable; trainable ones first.</param>
    /// <param name="orders">How they lie (<see cref="WeightOrders"/>).</param>
    public static ParameterPlan Of(
        IEnumerable<(string Name, Shape Shape, bool Trainable)> tensors, IReadOnlyDictionary<string, ImmutableArray<int>> orders)
    {
        var stored = tensors.Select(t => (Storage: Layouts.OfParameter(t.Name, t.Shape, orders, t.Name, Region.Parameters), t.Trainable)).ToArray();
        ArraySize.Require(stored.Sum(t => t.Storage.Exact(1)), "its parameters take");
        var slots = ImmutableArray.CreateBuilder<ParameterSlot>();
        int offset = 0, trainable = 0;
        foreach (var (storage, isTrainable) in stored)
        {
            int floats = storage.Floats(1);
            slots.Add(new(storage.Name, storage, offset, floats));
            offset += floats;
            trainable = isTrainable ? offset : trainable;
        }

        return new(slots.ToImmutable(), trainable, offset);
    }
}
