namespace Course;

/// <summary>One lesson: what it is called, what it is about, and how good its result is to be.</summary>
/// <param name="name">As on the command line.</param>
/// <param name="summary">One line for <c>--list</c>.</param>
/// <param name="measure">What the score is: <c>test accuracy</c>.</param>
/// <param name="quick">The least score of a quick run.</param>
/// <param name="full">The least score of a full run.</param>
/// <param name="data">What <c>--data</c> takes for this lesson.</param>
internal abstract class Lesson(string name, string summary, string measure, double quick, double full, OtherData data = OtherData.None)
{
    public string Name => name;

    public string Summary => summary;

    public string Measure => measure;

    public OtherData Data => data;

    /// <summary>The least score of a run.</summary>
    public double Floor(bool isQuick) => isQuick ? quick : full;

    /// <summary>Runs the lesson and returns its score; more is better.</summary>
    public abstract double Run(Session session);
}
