using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Reference;

/// <summary>
/// Reads a scalar expression as it is printed: <c>let t0 = exp(a); t0 / (t0 + 1)</c>. Precedences and functions are those of
/// <see cref="ScalarFunctions"/>; the result is folded as any expression is.
/// </summary>
internal sealed class ScalarParser
{
    private static readonly ImmutableDictionary<char, ScalarFunction> Operators =
        ScalarFunctions.ByName.Values.Where(f => f.Infix is not null).ToImmutableDictionary(f => f.Infix!.Value.Symbol[0]);

    private static readonly ImmutableDictionary<string, Scalar> Constants = new Dictionary<string, Scalar>
    {
        ["batch"] = Scalar.Batch,
        ["column"] = Scalar.Column,
        ["NaN"] = double.NaN,
        ["Infinity"] = double.PositiveInfinity,
    }.ToImmutableDictionary();

    private readonly TextLine _line;
    private readonly Dictionary<string, Scalar> _names = [];

    private ScalarParser(TextLine line) => _line = line;

    public static Scalar Parse(string text)
    {
        var line = new TextLine(text, 1);
        Scalar body = Parse(line);
        return line.AtEnd ? body : throw line.Expected("an operator or the end");
    }

    public static Scalar Parse(TextLine line)
    {
        var parser = new ScalarParser(line);
        while (line.TryTake("let"))
        {
            string name = line.TakeName() ?? throw line.Expected("a name after 'let'");
            line.Expect('=');
            Scalar value = parser.Expression(0);
            line.Expect(';');
            parser._names[name] = value;
        }

        return parser.Expression(0);
    }

    // Operators of a precedence below the given one are left to the caller; those of one precedence associate to the left.
    private Scalar Expression(int precedence)
    {
        Scalar left = Primary();
        while (Operators.FirstOrDefault(o => o.Value.Infix!.Value.Precedence >= precedence && _line.TryTake(o.Key)).Value is { } function)
            left = function.Of(left, Expression(function.Infix!.Value.Precedence + 1));
        return left;
    }

    private Scalar Primary()
    {
        if (_line.TryTake('('))
        {
            Scalar inner = Expression(0);
            _line.Expect(')');
            return inner;
        }

        if (_line.TryTake('-'))
            return -Primary();
        if (_line.TakeNumber() is { } number)
            return number;
        string name = _line.TakeName() ?? throw _line.Expected("a number, an operand or a function");
        return _line.TryTake('(') ? Call(name) : Named(name);
    }

    private Scalar Call(string name)
    {
        if (!ScalarFunctions.ByName.TryGetValue(name, out ScalarFunction? function))
            throw _line.Unknown("scalar function", name, ScalarFunctions.ByName.Keys);
        var arguments = ImmutableArray.CreateBuilder<Scalar>();
        do
            arguments.Add(Expression(0));
        while (_line.TryTake(','));
        _line.Expect(')');
        return arguments.Count == function.Arity
            ? function.Of(arguments.ToImmutable())
            : throw _line.Error($"{name} takes {function.Arity} arguments, not {arguments.Count}");
    }

    private Scalar Named(string name)
    {
        if (_names.TryGetValue(name, out Scalar? value) || Constants.TryGetValue(name, out value))
            return value;
        if (name.Length == 1 && name[0] is >= 'a' and <= 'z')
            return Scalar.Operand(name[0] - 'a');
        if (name[0] == 'x' && int.TryParse(name.Substring(1), out int index) && ScalarPrinter.Operand(index) == name)
            return Scalar.Operand(index);
        throw _line.Unknown("name of an operand (a to z, x26, …), of a let or of a constant", name, [.. _names.Keys, .. Constants.Keys]);
    }
}
