namespace StaticNet;

/// <summary>
/// A safetensors file could not be read, does not fit the network, or could not be written.
/// Parameters and files are as they were before the call.
/// </summary>
/// <remarks>
/// Errors of the file system come as this type too, with the system's exception as <see cref="Exception.InnerException"/>.
/// </remarks>
public sealed class SafetensorsException : Exception
{
    public SafetensorsException(string message)
        : base(message)
    {
    }

    public SafetensorsException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
