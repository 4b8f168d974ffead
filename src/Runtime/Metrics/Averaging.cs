namespace StaticNet;

/// <summary>How a metric of several classes becomes one number.</summary>
public enum Averaging
{
    /// <summary>The mean of the classes' values; classes that are neither predicted nor right do not count.</summary>
    Macro,

    /// <summary>The value of all classes' counts together.</summary>
    Micro,
}
