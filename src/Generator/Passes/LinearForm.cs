using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Passes;

/// <summary>A scalar expression as a sum of operands, each times an expression that does not vary: <c>c₀ + Σᵢ cᵢ·xᵢ</c>.</summary>
internal sealed class LinearForm
{
    private LinearForm(Scalar constant, ImmutableSortedDictionary<int, Scalar> slopes) => (Constant, Slopes) = (constant, slopes);

    /// <summary><c>c₀</c>.</summary>
    public Scalar Constant { get; }

    /// <summary><c>cᵢ</c> for each operand that varies.</summary>
    public ImmutableSortedDictionary<int, Scalar> Slopes { get; }

    /// <summary>The linear form of <paramref name="s"/>; null if it has none.</summary>
    public static LinearForm? Of(Scalar s, Func<Scalar, bool> varies)
    {
        if (!varies(s))
            return new(s, ImmutableSortedDictionary<int, Scalar>.Empty);
        if (s is OperandScalar operand)
            return new(0, ImmutableSortedDictionary<int, Scalar>.Empty.Add(operand.Index, 1));
        if (s is not CallScalar { Function.Name: "add" or "sub" or "neg" or "mul" or "div" } call)
            return null;

        LinearForm?[] parts = [.. call.Arguments.Select(a => Of(a, varies))];
        if (parts.Any(p => p is null))
            return null;
        LinearForm a = parts[0]!;
        if (call.Function.Name == "neg")
            return a.Scaled(-1);
        LinearForm b = parts[1]!;
        return call.Function.Name switch
        {
            "add" => a.Plus(b),
            "sub" => a.Plus(b.Scaled(-1)),
            "mul" when a.Slopes.IsEmpty => b.Scaled(a.Constant),
            "mul" when b.Slopes.IsEmpty => a.Scaled(b.Constant),
            "div" when b.Slopes.IsEmpty => a.Scaled(1 / b.Constant),
            _ => null,
        };
    }

    private LinearForm Scaled(Scalar factor) =>
        new(Constant * factor, Slopes.ToImmutableSortedDictionary(p => p.Key, p => p.Value * factor));

    private LinearForm Plus(LinearForm other) => new(
        Constant + other.Constant,
        other.Slopes.Aggregate(Slopes, (sum, p) => sum.SetItem(p.Key, sum.TryGetValue(p.Key, out Scalar? known) ? known + p.Value : p.Value)));
}
