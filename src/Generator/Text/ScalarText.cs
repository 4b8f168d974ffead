using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Text;

/// <summary>
/// Scalar expressions as C# over vectors, for code that is generic in <c>S : ISimd&lt;V&gt;</c>. What occurs twice and what nests deeper
/// than <see cref="MaxDepth"/> gets a local; a product that is only added becomes a fused multiply-add.
/// </summary>
internal sealed class ScalarText
{
    // Three nested calls are read at one glance.
    private const int MaxDepth = 3;

    private readonly Func<Scalar, string?> _leaf;
    private readonly Func<string> _newName;
    private readonly Dictionary<Scalar, int> _uses = [];
    private readonly Dictionary<Scalar, Piece> _written = [];
    private readonly ImmutableArray<string>.Builder _statements = ImmutableArray.CreateBuilder<string>();

    private ScalarText(Func<Scalar, string?> leaf, Func<string> newName) => (_leaf, _newName) = (leaf, newName);

    /// <summary>An expression and how many calls deep it is.</summary>
    private readonly record struct Piece(string Text, int Depth);

    /// <summary>
    /// The code of <paramref name="roots"/>. <paramref name="leaf"/> is asked first for every expression: an operand, the batch, the column,
    /// or anything that the caller already holds in a local; null where it has none. Locals are <paramref name="prefix"/> with a number from 0.
    /// </summary>
    public static ScalarCode Write(IReadOnlyList<Scalar> roots, Func<Scalar, string?> leaf, string prefix = "t")
    {
        int count = 0;
        return Write(roots, leaf, () => prefix + Literals.Of(count++));
    }

    /// <summary>As above, with the names of locals from <paramref name="newName"/>.</summary>
    public static ScalarCode Write(IReadOnlyList<Scalar> roots, Func<Scalar, string?> leaf, Func<string> newName)
    {
        var text = new ScalarText(leaf, newName);
        foreach (Scalar root in roots)
            text.Count(root);
        string[] results = [.. roots.Select(root => text.Text(root).Text)];
        return new(text._statements.ToImmutable(), [.. results]);
    }

    /// <summary>A constant vector: <c>S.Splat(0.5f)</c>.</summary>
    public static string Number(double value) =>
        BitConverter.DoubleToInt64Bits(value) == 0 ? "S.Zero" : $"S.Splat({Literals.Of((float)value)})";

    private void Count(Scalar s)
    {
        bool known = _uses.TryGetValue(s, out int count);
        _uses[s] = count + 1;
        if (known || s is not CallScalar call || _leaf(s) is not null)
            return;
        foreach (Scalar argument in call.Arguments)
            Count(argument);
    }

    private Piece Text(Scalar s)
    {
        if (_written.TryGetValue(s, out Piece known))
            return known;
        Piece piece = _leaf(s) is { } given ? new(given, 0) : s switch
        {
            NumberScalar number => new(Number(number.Value), 0),
            CallScalar call when _uses[s] > 1 => Local(Call(call)),
            CallScalar call => Call(call),
            _ => throw new ArgumentException($"'{s}' has no text: the caller names operands, the batch and the column"),
        };
        _written.Add(s, piece);
        return piece;
    }

    private Piece Local(Piece piece)
    {
        if (piece.Depth == 0)
            return piece;
        string name = _newName();
        _statements.Add($"V {name} = {piece.Text};");
        return new(name, 0);
    }

    private Piece Call(CallScalar call)
    {
        ImmutableArray<Scalar> a = call.Arguments;
        return call.Function.Name switch
        {
            // a·b + c and c + a·b
            "add" when Product(a[0]) is { } p => Fused(p.A, p.B, a[1], false, false),
            "add" when Product(a[1]) is { } p => Fused(p.A, p.B, a[0], false, false),

            // a·b − c = a·b + (−c)   and   c − a·b = (−a)·b + c
            "sub" when Product(a[0]) is { } p => Fused(p.A, p.B, a[1], false, true),
            "sub" when Product(a[1]) is { } p => Fused(p.A, p.B, a[0], true, false),

            // The SIMD maximum keeps a NaN of its second operand, so a constant stands first.
            "max" or "min" when a[1] is NumberScalar or BatchScalar or ColumnScalar => Invoke(call.Function.Vector, [Text(a[1]), Text(a[0])]),
            _ => Invoke(call.Function.Vector, [.. a.Select(Text)]),
        };
    }

    // A product that nothing else reads.
    private (Scalar A, Scalar B)? Product(Scalar s) =>
        s is CallScalar { Function.Name: "mul" } product && _uses[s] == 1 && _leaf(s) is null ? (product.Arguments[0], product.Arguments[1]) : null;

    private Piece Fused(Scalar a, Scalar b, Scalar c, bool negateProduct, bool negateSum)
    {
        // The sign goes where it is free: into a constant.
        if (negateProduct && b is NumberScalar && a is not NumberScalar)
            (a, b) = (b, a);
        return Invoke("S.FusedMultiplyAdd", [Signed(a, negateProduct), Text(b), Signed(c, negateSum)]);
    }

    private Piece Signed(Scalar s, bool negate) => (negate, s) switch
    {
        (false, _) => Text(s),
        (true, NumberScalar number) when _leaf(s) is null => new(Number(-number.Value), 0),
        (true, CallScalar { Function.Name: "neg" } call) when _leaf(s) is null => Text(call.Arguments[0]),
        _ => Invoke("S.Negate", [Text(s)]),
    };

    private Piece Invoke(string member, Piece[] arguments)
    {
        string target = member.StartsWith("S.", StringComparison.Ordinal) ? member : $"global::StaticNet.Numerics.{member}<S, V>";
        string[] texts = [.. arguments.Select(a => (a.Depth >= MaxDepth ? Local(a) : a).Text)];
        int depth = 1 + arguments.Max(a => a.Depth >= MaxDepth ? 0 : a.Depth);
        return new($"{target}({string.Join(", ", texts)})", depth);
    }
}
