using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Text;

/// <summary>An expression as people write it, in Unicode: <c>max(x·Wᵀ + b, 0)</c>.</summary>
/// <param name="Text">The text.</param>
/// <param name="Precedence">How tightly its outermost operator binds; <see cref="Atom"/> never needs parentheses.</param>
internal readonly record struct Formula(string Text, int Precedence)
{
    public const int Sum = 1, Term = 2, Atom = 4;

    // A sign binds tighter than a product on its right only, so −a·b reads as −(a·b).
    private const int Sign = 3;

    public static implicit operator Formula(string name) => new(name, Atom);

    /// <summary>The product of two formulas: <c>x·Wᵀ</c>.</summary>
    public static Formula Product(Formula a, Formula b) => new($"{a.In(Term)}·{b.In(Sign)}", Term);

    /// <summary>
    /// The formula of <paramref name="body"/> over the named operands. A call that occurs twice stands once, behind the rest:
    /// <c>t·(1 − t) where t = sigmoid(x)</c>.
    /// </summary>
    public static Formula Of(Scalar body, IReadOnlyList<Formula> operands)
    {
        var names = new Dictionary<Scalar, Formula>();
        var definitions = new List<string>();
        CallScalar[] calls = [.. body.Subexpressions().OfType<CallScalar>()];
        ILookup<Scalar, Scalar> uses = calls.SelectMany(c => c.Arguments).ToLookup(s => s);
        foreach (CallScalar call in calls.Where(c => uses[c].Count() > 1))
        {
            string name = $"t{Subscript(definitions.Count)}";
            definitions.Add($"{name} = {Write(call, operands, names).Text}");
            names.Add(call, name);
        }

        Formula formula = Write(body, operands, names);
        return definitions.Count == 0 ? formula : new($"{formula.Text} where {string.Join(", ", definitions)}", 0);
    }

    public override string ToString() => Text;

    /// <summary>The text as it stands inside an operator of this precedence.</summary>
    public string In(int precedence) => Precedence < precedence ? $"({Text})" : Text;

    private static Formula Write(Scalar s, IReadOnlyList<Formula> operands, IReadOnlyDictionary<Scalar, Formula> names)
    {
        if (names.TryGetValue(s, out Formula named))
            return named;
        if (s is not CallScalar call)
        {
            return s switch
            {
                OperandScalar operand => operands[operand.Index],
                NumberScalar number => Number(number),
                BatchScalar => "n",
                _ => "column",
            };
        }

        Formula[] a = [.. call.Arguments.Select(argument => Write(argument, operands, names))];
        return call.Function.Name switch
        {
            "add" => new($"{a[0].In(Sum)} + {a[1].In(Term)}", Sum),
            "sub" => new($"{a[0].In(Sum)} − {a[1].In(Term)}", Sum),

            // x·(2/(3·n)) reads better as 2·x / (3·n), and x·2 as 2·x.
            "mul" when call.Arguments[1] is CallScalar { Function.Name: "div" } share && share.Arguments[0] is NumberScalar { Value: > 0 } part
                && !names.ContainsKey(share) =>
                new($"{Times(part, a[0]).In(Term)} / {Write(share.Arguments[1], operands, names).In(Atom)}", Term),
            "mul" when call.Arguments[1] is NumberScalar { Value: > 0 } number => Times(number, a[0]),
            "mul" => Product(a[0], a[1]),
            "div" => new($"{a[0].In(Term)} / {a[1].In(Atom)}", Term),
            "neg" => new($"−{a[0].In(Term)}", Term),
            "abs" => $"|{a[0].Text}|",
            "sqrt" => new($"√{a[0].In(Atom)}", Atom),
            "ifgt" => Choice(call, a, ">", "≤"),
            "ifeq" => Choice(call, a, "=", "≠"),
            _ => $"{call.Function.Name}({string.Join(", ", a.Select(f => f.Text))})",
        };
    }

    // [a > b] is 1 where it holds and 0 elsewhere.
    private static Formula Choice(CallScalar call, Formula[] a, string holds, string fails)
    {
        Formula Bracket(string relation) => $"[{a[0].In(Sum)} {relation} {a[1].In(Sum)}]";
        return (call.Arguments[2], call.Arguments[3]) switch
        {
            (NumberScalar { Value: 1 }, NumberScalar { Value: 0 }) => Bracket(holds),
            (NumberScalar { Value: 0 }, NumberScalar { Value: 1 }) => Bracket(fails),
            (_, NumberScalar { Value: 0 }) => Product(Bracket(holds), a[2]),
            (NumberScalar { Value: 0 }, _) => Product(Bracket(fails), a[3]),
            _ => new($"{a[0].In(Sum)} {holds} {a[1].In(Sum)} ? {a[2].In(Sum)} : {a[3].In(Sum)}", 0),
        };
    }

    private static Formula Times(NumberScalar number, Formula x) => number.Value == 1 ? x : Product(Number(number), x);

    private static Formula Number(NumberScalar number) => number.Value < 0 ? new Formula($"−{Lower(number).Substring(1)}", Term) : Lower(number);

    private static string Lower(NumberScalar number) => number.Text.Replace('E', 'e');

    private static string Subscript(int index) =>
        index == 0 ? "" : string.Concat(Literals.Of(index + 1).Select(digit => (char)('₀' + (digit - '0'))));
}
