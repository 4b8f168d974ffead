using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Passes;

/// <summary>Equal scalar expressions with fewer calls, applied from the operands up until nothing changes.</summary>
internal static class ScalarRules
{
    // Each round makes the expression smaller or moves a sign or a constant up; a few reach the end of any that was met.
    private const int MaxRounds = 8;

    public static Scalar Simplify(Scalar body)
    {
        for (int round = 0; round < MaxRounds; round++)
        {
            Scalar next = Round(body);
            if (next == body)
                break;
            body = next;
        }

        return body;
    }

    private static Scalar Round(Scalar body)
    {
        var uses = new Dictionary<Scalar, int>();
        foreach (Scalar argument in body.Subexpressions().OfType<CallScalar>().SelectMany(c => c.Arguments))
            uses[argument] = uses.TryGetValue(argument, out int count) ? count + 1 : 1;

        var done = new Dictionary<Scalar, Scalar>();
        var shared = new HashSet<Scalar>();
        foreach (Scalar s in body.Subexpressions())
        {
            Scalar result = s is CallScalar call ? Apply(call.Function.Of([.. call.Arguments.Select(a => done[a])]), shared.Contains) : s;
            done.Add(s, result);
            if (result is CallScalar && uses.TryGetValue(s, out int count) && count > 1)
                shared.Add(result);
        }

        return done[body];
    }

    private static Scalar Apply(Scalar s, Func<Scalar, bool> isShared) => s is not CallScalar call ? s : call.Function.Name switch
    {
        "mul" or "div" or "neg" => Multiplied(call, isShared),
        "add" or "sub" => Added(call, isShared),

        // max(a, b) > b  ⇔  a > b;   leakyrelu(a) > 0  ⇔  a > 0
        "ifgt" when call.Arguments[0] is CallScalar { Function.Name: "max" } max && max.Arguments[1] == call.Arguments[1] =>
            Scalar.IfGreater(max.Arguments[0], call.Arguments[1], call.Arguments[2], call.Arguments[3]),
        "ifgt" when call.Arguments[0] is CallScalar { Function.Name: "leakyrelu" } leaky && call.Arguments[1] is NumberScalar { Value: 0 } =>
            Scalar.IfGreater(leaky.Arguments[0], call.Arguments[1], call.Arguments[2], call.Arguments[3]),
        _ => s,
    };

    private static Scalar Multiplied(CallScalar call, Func<Scalar, bool> isShared)
    {
        Product product = Product.Of(call, isShared);
        foreach (var (factor, below) in product.Factors)
        {
            if (below || isShared(factor) || factor is not CallScalar { Function: var function, Arguments: var a })
                continue;
            Product rest = product.Without(factor);
            bool alone = rest.Factors.Count == 0;

            // (a > b ? x : 0)·y → a > b ? x·y : 0
            if (function == ScalarFunctions.IfGreater || function == ScalarFunctions.IfEqual)
            {
                bool zero = a[2] is NumberScalar { Value: 0 } || a[3] is NumberScalar { Value: 0 };
                bool numbers = a[2] is NumberScalar && a[3] is NumberScalar;
                if (zero || (alone && numbers))
                    return function.Of(a[0], a[1], Times(a[2], rest), Times(a[3], rest));
            }

            // −(a − b)·c → (b − a)·c
            if (function == ScalarFunctions.Subtract && product.Coefficient == -1)
                return product.Replace(factor, a[1] - a[0]).With(1).ToScalar();
        }

        return product.ToScalar();
    }

    private static Scalar Times(Scalar branch, Product rest) =>
        branch is NumberScalar { Value: 0 } ? branch : Product.Of(branch * rest.ToScalar()).ToScalar();

    private static Scalar Added(CallScalar call, Func<Scalar, bool> isShared)
    {
        var terms = new List<Product>();
        if (!Collect(call, 1, true))
            return Signed(call, isShared);
        terms.RemoveAll(t => t.Coefficient == 0);
        return terms.Aggregate((Scalar)0, (sum, term) => Signed(sum + term.ToScalar(), isShared));

        // a·x + b·x → (a + b)·x; true if any two terms were alike
        bool Collect(Scalar s, double sign, bool root)
        {
            if (s is CallScalar { Function.Name: "add" or "sub" } sum && (root || !isShared(s)))
            {
                bool left = Collect(sum.Arguments[0], sign, false);
                return Collect(sum.Arguments[1], sum.Function.Name == "sub" ? -sign : sign, false) | left;
            }

            Product term = Product.Of(s, isShared);
            term = sign < 0 ? term.Opposite() : term;
            int same = terms.FindIndex(t => t.HasFactorsOf(term));
            if (same < 0)
                terms.Add(term);
            else
                terms[same] = terms[same].With(terms[same].Coefficient + term.Coefficient);
            return same >= 0;
        }
    }

    // a + (−b) → a − b;   (−a) + b → b − a;   (−a) − b → −(a + b);   a − (−b) → a + b
    private static Scalar Signed(Scalar s, Func<Scalar, bool> isShared)
    {
        if (s is not CallScalar { Function.Name: "add" or "sub" } sum)
            return s;
        var (a, b) = (sum.Arguments[0], sum.Arguments[1]);
        bool minus = IsNegative(b, isShared) ^ (sum.Function.Name == "sub");
        Scalar second = IsNegative(b, isShared) ? Opposite(b, isShared) : b;
        if (!IsNegative(a, isShared))
            return minus ? a - second : a + second;
        Scalar first = Opposite(a, isShared);
        return minus ? -(first + second) : second - first;
    }

    private static bool IsNegative(Scalar s, Func<Scalar, bool> isShared) => !isShared(s) && Product.Of(s, isShared).Coefficient < 0;

    private static Scalar Opposite(Scalar s, Func<Scalar, bool> isShared) => Product.Of(s, isShared).Opposite().ToScalar();
}
