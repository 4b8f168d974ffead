namespace StaticNet.Generator.Ir;

/// <summary>Prints a scalar expression: infix where the table has a symbol, <c>let t0 = …;</c> before it for each call that occurs twice.</summary>
internal static class ScalarPrinter
{
    public static string Print(Scalar body)
    {
        var uses = new Dictionary<Scalar, int>();
        foreach (Scalar argument in body.Subexpressions().OfType<CallScalar>().SelectMany(c => c.Arguments))
            uses[argument] = uses.TryGetValue(argument, out int count) ? count + 1 : 1;

        var names = new Dictionary<Scalar, string>();
        string text = "";
        foreach (Scalar shared in body.Subexpressions().Where(s => s is CallScalar && uses.TryGetValue(s, out int count) && count > 1))
        {
            string definition = Text(shared, names, 0);
            string name = $"t{names.Count}";
            text += $"let {name} = {definition}; ";
            names.Add(shared, name);
        }

        return text + Text(body, names, 0);
    }

    /// <summary>The name of operand <paramref name="index"/>: a, b, c, …, then x26, x27, …</summary>
    public static string Operand(int index) => index < 26 ? ((char)('a' + index)).ToString() : $"x{index}";

    /// <summary>The text of an expression in which what <paramref name="names"/> holds appears by name.</summary>
    public static string Text(Scalar s, IReadOnlyDictionary<Scalar, string> names, int precedence)
    {
        if (names.TryGetValue(s, out string? name))
            return name;
        switch (s)
        {
            case OperandScalar operand:
                return Operand(operand.Index);
            case NumberScalar number:
                return number.Text;
            case BatchScalar:
                return "batch";
            case ColumnScalar:
                return "column";
            case CallScalar { Function.Infix: { } infix } call:
                string left = Text(call.Arguments[0], names, infix.Precedence);
                string right = Text(call.Arguments[1], names, infix.Precedence + 1);
                string both = $"{left} {infix.Symbol} {right}";
                return infix.Precedence < precedence ? $"({both})" : both;
            default:
                var function = (CallScalar)s;
                return $"{function.Function.Name}({string.Join(", ", function.Arguments.Select(a => Text(a, names, 0)))})";
        }
    }
}
