using System.Globalization;
using System.Text.RegularExpressions;
using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Reference;

/// <summary>
/// A line of printed IR, read from left to right. Whatever does not fit is a <see cref="FormatException"/> with the line's number.
/// </summary>
internal sealed class TextLine(string text, int number)
{
    private static readonly Regex Word = new(@"\G[^\s\[\]%:=;,()]+");
    private static readonly Regex Name = new(@"\G[A-Za-z_][A-Za-z_0-9]*");
    private static readonly Regex Digits = new(@"\G[0-9]+");
    private static readonly Regex Number = new(@"\G[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?");

    private int _position;

    public bool AtEnd
    {
        get
        {
            while (_position < text.Length && char.IsWhiteSpace(text[_position]))
                _position++;
            return _position == text.Length;
        }
    }

    /// <summary>True if <paramref name="symbol"/> comes next.</summary>
    public bool Sees(char symbol) => !AtEnd && text[_position] == symbol;

    /// <summary>Reads <paramref name="symbol"/> if it comes next.</summary>
    public bool TryTake(char symbol)
    {
        bool sees = Sees(symbol);
        _position += sees ? 1 : 0;
        return sees;
    }

    /// <summary>Reads the word <paramref name="keyword"/> if it comes next.</summary>
    public bool TryTake(string keyword)
    {
        bool sees = Peek(Name) == keyword;
        _position += sees ? keyword.Length : 0;
        return sees;
    }

    /// <summary>Reads <paramref name="symbol"/> if it comes next without a space before it.</summary>
    public bool TryTakeAttached(char symbol)
    {
        bool sees = _position < text.Length && text[_position] == symbol;
        _position += sees ? 1 : 0;
        return sees;
    }

    public void Expect(char symbol)
    {
        if (!TryTake(symbol))
            throw Expected($"'{symbol}'");
    }

    /// <summary>Reads up to the next space: a keyword, a layer's or a tensor's name.</summary>
    public string TakeWord(string what) => Take(Word) ?? throw Expected(what);

    /// <summary>Reads a name of letters and digits; null if none comes next.</summary>
    public string? TakeName() => Take(Name);

    /// <summary>Reads a number without a sign; null if none comes next.</summary>
    public double? TakeNumber() => Take(Number) is { } digits ? double.Parse(digits, CultureInfo.InvariantCulture) : null;

    public int TakeInteger(string what) =>
        int.TryParse(Take(Digits), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : throw Expected(what);

    /// <summary>Reads an integer that may have a sign before it.</summary>
    public int TakeSigned(string what) => TryTake('-') ? -TakeInteger(what) : TakeInteger(what);

    /// <summary>Reads items with commas between them.</summary>
    public List<T> TakeList<T>(Func<T> item)
    {
        List<T> items = [item()];
        while (TryTake(','))
            items.Add(item());
        return items;
    }

    /// <summary>Reads <c>[2n,3]</c>.</summary>
    public Shape TakeShape()
    {
        Expect('[');
        var dims = ImmutableArray.CreateBuilder<Dim>();
        while (!TryTake(']'))
        {
            if (dims.Count > 0)
                Expect(',');
            int size = TryTake('n') ? -1 : TakeInteger("an extent such as 3, n or 3n");
            Dim dim = size < 0 ? Dim.N : new(size, TryTake('n'));
            dims.Add(dim.Size > 0 ? dim : throw Error($"the extent {dim} is not positive"));
        }

        return At(() => new Shape(dims.ToImmutable()));
    }

    /// <summary>The result of <paramref name="make"/>, whose error becomes one of this line.</summary>
    public T At<T>(Func<T> make)
    {
        try
        {
            return make();
        }
        catch (Exception error) when (error is ShapeError or SizeError)
        {
            throw Error(error.Message);
        }
    }

    public FormatException Error(string message) => new($"line {number}: {message}");

    public FormatException Expected(string what) =>
        Error($"expected {what}, but found {(AtEnd ? "the end of the line" : $"'{text.Substring(_position)}'")}");

    public FormatException Unknown(string kind, string name, IEnumerable<string> known) =>
        Error(NearestName.Of(name, known.OrderBy(n => n, StringComparer.Ordinal)) is { } nearest
            ? $"'{name}' is no {kind}; did you mean '{nearest}'?"
            : $"'{name}' is no {kind}");

    private string? Peek(Regex pattern) => !AtEnd && pattern.Match(text, _position) is { Success: true } match ? match.Value : null;

    private string? Take(Regex pattern)
    {
        string? value = Peek(pattern);
        _position += value?.Length ?? 0;
        return value;
    }
}
