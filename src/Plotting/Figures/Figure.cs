using ScottPlot;
using SkiaSharp;
using StaticNet.Storage;

namespace StaticNet.Plotting;

/// <summary>A picture of one panel, or of several in rows.</summary>
public sealed class Figure
{
    private readonly int _columns;

    internal Figure(Plot plot, int width = 800, int height = 500)
        : this([plot], 1, width, height)
    {
    }

    private Figure(Plot[] panels, int columns, int panelWidth, int panelHeight) =>
        (Panels, _columns, PanelWidth, PanelHeight) = (panels, columns, panelWidth, panelHeight);

    /// <summary>The panels, row by row: ScottPlot's plots, for what is not here.</summary>
    public IReadOnlyList<Plot> Panels { get; }

    /// <summary>Pixels of the whole picture from left to right.</summary>
    public int Width => PanelWidth * Math.Min(_columns, Panels.Count);

    /// <summary>Pixels of the whole picture from top to bottom.</summary>
    public int Height => PanelHeight * ((Panels.Count + _columns - 1) / _columns);

    internal int PanelWidth { get; }

    internal int PanelHeight { get; }

    /// <summary>Several pictures in one, row by row; each panel has the size of the largest.</summary>
    /// <param name="columns">Panels of a row.</param>
    /// <param name="figures">The pictures.</param>
    public static Figure InGrid(int columns, params ReadOnlySpan<Figure> figures)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(columns, 1);
        if (figures.IsEmpty)
            throw new ArgumentException("There is no picture: pass at least one.", nameof(figures));
        List<Plot> panels = [];
        int width = 0, height = 0;
        foreach (Figure figure in figures)
        {
            panels.AddRange(figure.Panels);
            (width, height) = (Math.Max(width, figure.PanelWidth), Math.Max(height, figure.PanelHeight));
        }

        return new([.. panels], columns, width, height);
    }

    /// <summary>The same picture with panels of another size, in pixels.</summary>
    public Figure Sized(int panelWidth, int panelHeight)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(panelWidth, 50);
        ArgumentOutOfRangeException.ThrowIfLessThan(panelHeight, 50);
        return new([.. Panels], _columns, panelWidth, panelHeight);
    }

    /// <summary>The picture as a PNG file.</summary>
    public byte[] ToPng()
    {
        using SKSurface surface = SKSurface.Create(new SKImageInfo(Width, Height));
        surface.Canvas.Clear(SKColors.White);
        for (int i = 0; i < Panels.Count; i++)
        {
            // A plot clears all of the canvas that it is drawn on: each gets one of its own.
            using SKSurface panel = SKSurface.Create(new SKImageInfo(PanelWidth, PanelHeight));
            Panels[i].Render(panel.Canvas, PanelWidth, PanelHeight);
            surface.Canvas.DrawSurface(panel, i % _columns * PanelWidth, i / _columns * PanelHeight);
        }

        using SKImage image = surface.Snapshot();
        using SKData png = image.Encode(SKEncodedImageFormat.Png, 100);
        return png.ToArray();
    }

    /// <summary>Writes a PNG file, whole or not at all.</summary>
    /// <exception cref="IOException">It cannot be written.</exception>
    public void Save(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] png = ToPng();
        try
        {
            AtomicFile.Write(path, file => file.Write(png));
        }
        catch (SafetensorsException e)
        {
            throw new IOException(e.Message, e);
        }
    }
}
