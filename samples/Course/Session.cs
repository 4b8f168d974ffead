using StaticNet.Plotting;

namespace Course;

/// <summary>One run of a lesson: how long it may take, where it writes.</summary>
/// <param name="Quick">Whether a rough result in seconds is wanted.</param>
/// <param name="Folder">The folder for pictures and models.</param>
/// <param name="Data">A file or folder to take instead of the lesson's own data; null for none.</param>
/// <param name="Output">Where text goes.</param>
internal sealed record Session(bool Quick, string Folder, string? Data, TextWriter Output)
{
    /// <summary>Whether the lesson takes other data than those that its floors are of.</summary>
    public bool HasOtherData { get; set; } = Data is not null;

    /// <summary>The folder of Fashion-MNIST, whether it is there or not.</summary>
    public string Clothes { get; init; } = CourseData.Clothes;

    /// <summary>One of two settings.</summary>
    public T Pick<T>(T quick, T full) => Quick ? quick : full;

    public void Say(string line) => Output.WriteLine(line);

    /// <summary>A path in the folder.</summary>
    public string File(string name) => Path.Combine(Folder, name);

    /// <summary>Writes a picture and says where it is.</summary>
    public void Draw(string name, Figure figure)
    {
        figure.Save(File(name));
        Say($"picture: {File(name)}");
    }
}
