using System.Runtime.CompilerServices;
using System.Text;

namespace StaticNet.Generator.Text;

/// <summary>
/// Writes templates as they appear. A hole of several lines keeps the column where it stands, and an empty hole alone on its line
/// removes the line. Line ends are <c>\n</c>.
/// </summary>
internal sealed class CodeWriter
{
    private readonly StringBuilder _text = new();

    /// <summary>The template's text, without a line end of its own.</summary>
    public static string Text(Template template)
    {
        template.Close();
        return template.ToString();
    }

    /// <summary>Writes the template, without ending its last line.</summary>
    public void Write([InterpolatedStringHandlerArgument("")] Template template) => template.Close();

    /// <summary>Writes the template and ends its last line; a template that is one empty hole writes nothing.</summary>
    public void Line([InterpolatedStringHandlerArgument("")] Template template)
    {
        if (template.Close())
            _text.Append('\n');
    }

    /// <summary>Writes an empty line.</summary>
    public void Line() => _text.Append('\n');

    public override string ToString() => _text.ToString();

    /// <summary>A template with holes. Numbers with a fraction go through <see cref="Literals"/>, so a hole takes none.</summary>
    [InterpolatedStringHandler]
    internal sealed class Template
    {
        private readonly StringBuilder _text;
        private readonly int _start;

        // True while the current line holds nothing but blanks and at least one empty hole.
        private bool _vanishing;

        public Template(int literalLength, int holeCount) => _text = new StringBuilder(literalLength + 16 * holeCount);

        public Template(int literalLength, int holeCount, CodeWriter writer)
        {
            _text = writer._text;
            _start = _text.Length;
            _text.EnsureCapacity(_start + literalLength + 16 * holeCount);
        }

        public void AppendLiteral(string value)
        {
            value = value.Replace("\r\n", "\n");
            if (_vanishing)
            {
                int end = value.IndexOf('\n');
                string rest = end < 0 ? value : value.Substring(0, end);
                if (rest.Trim().Length == 0 && end >= 0)
                {
                    _text.Length = LineStart();
                    value = value.Substring(end + 1);
                    _vanishing = false;
                }
                else if (rest.Trim().Length > 0)
                {
                    _vanishing = false;
                }
            }

            _text.Append(value);
        }

        public void AppendFormatted(string? value)
        {
            // A text that ends its last line fills the hole without that end: the template has its own.
            string text = (value ?? "").Replace("\r\n", "\n").TrimEnd('\n');
            int start = LineStart();
            bool blank = IsBlank(start);
            if (text.Length == 0)
            {
                _vanishing = blank;
                return;
            }

            _vanishing = false;
            string margin = new(' ', _text.Length - start);
            string[] lines = text.Split('\n');
            for (int i = 0; i < lines.Length; i++)
                _text.Append(i == 0 ? "" : "\n").Append(i == 0 || lines[i].Length == 0 ? "" : margin).Append(lines[i]);
        }

        public void AppendFormatted(string? value, int alignment) =>
            AppendFormatted(alignment < 0 ? (value ?? "").PadRight(-alignment) : (value ?? "").PadLeft(alignment));

        public void AppendFormatted(IEnumerable<string> lines) => AppendFormatted(string.Join("\n", lines));

        public void AppendFormatted(int value) => AppendFormatted(Literals.Of(value));

        public void AppendFormatted(int value, int alignment) => AppendFormatted(Literals.Of(value), alignment);

        public void AppendFormatted(Ir.Shape shape) => AppendFormatted(shape.ToString());

        /// <summary>Removes a last line that an empty hole left blank; false if nothing of the template remains.</summary>
        public bool Close()
        {
            if (!_vanishing)
                return true;
            _vanishing = false;
            int start = LineStart();
            bool more = start > _start;
            _text.Length = more ? start - 1 : start;
            return more;
        }

        public override string ToString() => _text.ToString();

        private int LineStart()
        {
            int start = _text.Length;
            while (start > 0 && _text[start - 1] != '\n')
                start--;
            return start;
        }

        private bool IsBlank(int from)
        {
            for (int i = from; i < _text.Length; i++)
            {
                if (_text[i] != ' ')
                    return false;
            }

            return true;
        }
    }
}
