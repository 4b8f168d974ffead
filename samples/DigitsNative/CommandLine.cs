using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace DigitsNative;

/// <summary>What the program is asked for.</summary>
/// <param name="Path">The image's file; <c>-</c> is standard input.</param>
/// <param name="Times">Predictions to time after the one that is printed.</param>
internal sealed record CommandLine(string Path, int Times)
{
    public const string Usage = """
        DigitsNative [FILE] [--time N]

        Tells which digit an image of 8×8 pixels shows. FILE holds 64 numbers from 0 (paper) to 16 (ink),
        with whitespace or commas between them, or a PGM image (P2 or P5) of bright strokes on black.
        Without FILE, or with -, the image comes from standard input.

        --time N   predicts N more times; says how long one takes and how much memory all of them allocate
        """;

    public static bool TryParse(string[] arguments, [NotNullWhen(true)] out CommandLine? parsed, out string error)
    {
        string? path = null;
        int times = 0;
        (parsed, error) = (null, "");
        for (int i = 0; i < arguments.Length; i++)
        {
            if (arguments[i] == "--time")
            {
                string count = ++i < arguments.Length ? arguments[i] : "";
                if (!int.TryParse(count, NumberStyles.None, CultureInfo.InvariantCulture, out times) || times == 0)
                    error = $"--time does not accept '{count}': give a whole number from 1 up.";
            }
            else if (arguments[i].StartsWith('-') && arguments[i] != "-")
            {
                error = $"There is no option '{arguments[i]}'. Options: --time N, --help.";
            }
            else if (path is not null)
            {
                error = $"Expected one file, but got '{path}' and '{arguments[i]}'.";
            }
            else
            {
                path = arguments[i];
            }

            if (error.Length > 0)
                return false;
        }

        parsed = new(path ?? "-", times);
        return true;
    }
}
