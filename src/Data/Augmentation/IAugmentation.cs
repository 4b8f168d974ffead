namespace StaticNet.Data.Augmentation;

/// <summary>A change of an image that is drawn anew each time; a value that is composed with others and allocates nothing.</summary>
public interface IAugmentation
{
    /// <summary>Refuses settings that are none, and images that it cannot change.</summary>
    /// <exception cref="ArgumentException">It cannot change such images; the message tells what it takes.</exception>
    void Check(ImageShape shape);

    /// <summary>Changes an image in place.</summary>
    /// <param name="canvas">The image, and room to work.</param>
    /// <param name="random">What it draws from.</param>
    void Apply(Canvas canvas, ref RandomStream random);
}
