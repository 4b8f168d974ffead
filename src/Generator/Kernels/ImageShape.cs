using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Kernels;

/// <summary>
/// The extents of a convolution with channels last and how its windows move, with a height of 1 where there is one spatial axis; distances are
/// in floats of x.
/// </summary>
internal sealed record ImageShape
{
    public ImageShape(Conv conv, Shape x, Shape y, Shape w, int pixel)
    {
        bool flat = conv.Axes.Count == 1;
        WindowAxis down = flat ? new() : conv.Axes[0], across = conv.Axes[conv.Axes.Count - 1];
        (Height, Width) = (flat ? 1 : y.Fixed(1), y.Fixed(y.Rank - 2));
        (WindowHeight, WindowWidth) = (flat ? 1 : w.Fixed(2), w.Fixed(w.Rank - 1));
        Samples = StepCode.Rows(x[0]);
        Channels = w.Fixed(1);
        Pixel = pixel;
        Line = checked(x.Fixed(x.Rank - 2) * pixel);
        Sample = checked((flat ? 1 : x.Fixed(1)) * Line);
        (PlaceRight, PlaceDown) = (across.Stride * pixel, down.Stride * Line);
        (ElementRight, ElementDown) = (across.Dilation * pixel, down.Dilation * Line);
    }

    /// <summary>The extents of a forward convolution of an image whose pixels lie so many floats apart.</summary>
    public static ImageShape Of(Node convolution, int pixel) =>
        new((Conv)convolution.Op, convolution.Inputs[0].Shape, convolution.Results[0].Shape, convolution.Inputs[1].Shape, pixel);

    /// <summary>The text of the number of images.</summary>
    public string Samples { get; }

    /// <summary>Places of the window in an image, down and across.</summary>
    public int Height { get; }

    public int Width { get; }

    public int WindowHeight { get; }

    public int WindowWidth { get; }

    /// <summary>The channels that each unit reads.</summary>
    public int Channels { get; }

    /// <summary>The products of a sum.</summary>
    public int Depth => checked(WindowHeight * WindowWidth * Channels);

    /// <summary>From one pixel of x, one line and one sample to the next.</summary>
    public int Pixel { get; }

    public int Line { get; }

    public int Sample { get; }

    /// <summary>From one place of the window to the next.</summary>
    public int PlaceRight { get; }

    public int PlaceDown { get; }

    /// <summary>From one element of the window to the next.</summary>
    public int ElementRight { get; }

    public int ElementDown { get; }

    /// <summary>True if the elements of a line of the window lie one behind the other with their channels.</summary>
    public bool IsRun => ElementRight == Channels;

    /// <summary>The body for each line of places of a share: <c>row</c> of its first place in y, <c>source</c> of its first element in x.</summary>
    public string Lines(ShareText share, string body) => share.Lines(
        Samples, Height, $"nint row = (sample * {Height} + line) * {Width}, source = sample * {Sample} + line * {PlaceDown};\n{body}");

    /// <summary>The lines that threads divide.</summary>
    public string AllLines => ShareText.AllLines(Samples, Height);
}
