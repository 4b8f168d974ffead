using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Passes;

/// <summary>
/// A scalar expression as one number times factors, above or below a line: <c>c·a·b/(n·d)</c>. Nested products, quotients and signs
/// are taken apart; equal factors above and below cancel.
/// </summary>
internal sealed class Product
{
    private readonly List<(Scalar Factor, bool Below)> _factors = [];
    private double _above = 1;
    private double _below = 1;

    private Product()
    {
    }

    /// <summary>The number in front.</summary>
    public double Coefficient => _above / _below;

    /// <summary>The factors, in the order in which they were written.</summary>
    public IReadOnlyList<(Scalar Factor, bool Below)> Factors => _factors;

    /// <summary>The product that <paramref name="s"/> is; what <paramref name="isShared"/> holds stays one factor, since it is computed once.</summary>
    public static Product Of(Scalar s, Func<Scalar, bool>? isShared = null)
    {
        var product = new Product();
        product.Add(s, false, isShared ?? (_ => false), true);
        return product;
    }

    /// <summary>This product with only the factors that <paramref name="keep"/> chooses, and with 1 in front unless <paramref name="coefficient"/>.</summary>
    public Product Where(Func<Scalar, bool> keep, bool coefficient)
    {
        var part = new Product { _above = coefficient ? _above : 1, _below = coefficient ? _below : 1 };
        part._factors.AddRange(_factors.Where(f => keep(f.Factor)));
        return part;
    }

    /// <summary>This product with another number in front.</summary>
    public Product With(double coefficient)
    {
        var product = new Product { _above = coefficient };
        product._factors.AddRange(_factors);
        return product;
    }

    /// <summary>This product with the other sign.</summary>
    public Product Opposite()
    {
        Product product = Copy();
        product._above = -_above;
        return product;
    }

    /// <summary>This product with one factor less.</summary>
    public Product Without(Scalar factor)
    {
        Product product = Copy();
        product._factors.Remove((factor, false));
        return product;
    }

    /// <summary>This product with another factor in the place of one.</summary>
    public Product Replace(Scalar factor, Scalar replacement)
    {
        Product product = Copy();
        product._factors[_factors.IndexOf((factor, false))] = (replacement, false);
        return product;
    }

    /// <summary>True if the same factors stand above and below.</summary>
    public bool HasFactorsOf(Product other)
    {
        var rest = new List<(Scalar, bool)>(other._factors);
        return _factors.Count == rest.Count && _factors.All(rest.Remove);
    }

    /// <summary>True if no operand and no column is mentioned: the same number for every element.</summary>
    public static bool IsUniform(Scalar s) => !s.Subexpressions().Any(e => e is OperandScalar or ColumnScalar);

    /// <summary>
    /// The expression: what varies, in its order, times what is the same for every element, which a loop computes once before it begins.
    /// </summary>
    public Scalar ToScalar()
    {
        // A third stays a divisor beside the batch: 1/(batch·3) reads better than 0.333…/batch.
        double quotient = _above / _below;
        bool exact = quotient * 1024 == Math.Round(quotient * 1024);
        Scalar above = _factors.Where(f => IsUniform(f.Factor) && !f.Below).Aggregate((Scalar)(exact ? quotient : _above), (p, f) => p * f.Factor);
        Scalar below = _factors.Where(f => IsUniform(f.Factor) && f.Below).Aggregate((Scalar)1, (p, f) => p * f.Factor) * (exact ? 1 : _below);
        Scalar uniform = above / below;
        var varying = _factors.Where(f => !IsUniform(f.Factor)).ToList();
        int first = varying.FindIndex(f => !f.Below);
        if (first < 0)
            return varying.Aggregate(uniform, (p, f) => p / f.Factor);
        Scalar result = varying[first].Factor;
        varying.RemoveAt(first);
        return varying.Aggregate(result, (p, f) => f.Below ? p / f.Factor : p * f.Factor) * uniform;
    }

    private Product Copy()
    {
        var product = new Product { _above = _above, _below = _below };
        product._factors.AddRange(_factors);
        return product;
    }

    private void Add(Scalar s, bool below, Func<Scalar, bool> isShared, bool root)
    {
        switch (s)
        {
            case NumberScalar { Value: not 0 } number:
                _above *= below ? 1 : number.Value;
                _below *= below ? number.Value : 1;
                return;
            case CallScalar { Function.Name: "mul" or "div" } call when root || !isShared(s):
                Add(call.Arguments[0], below, isShared, false);
                Add(call.Arguments[1], below ^ (call.Function.Name == "div"), isShared, false);
                return;
            case CallScalar { Function.Name: "neg" } call:
                _above = -_above;
                Add(call.Arguments[0], below, isShared, false);
                return;
        }

        // a / a → 1
        if (!_factors.Remove((s, !below)))
            _factors.Add((s, below));
    }
}
