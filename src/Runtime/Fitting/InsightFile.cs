using System.Text;
using StaticNet.Storage;

namespace StaticNet;

/// <summary>A file with a line an epoch, which is whole whenever the process ends.</summary>
internal sealed class InsightFile(string path)
{
    /// <summary>Leaves the lines of so many epochs.</summary>
    /// <exception cref="IOException">The file cannot be read or written; it is as it was.</exception>
    public void Begin(int epochs)
    {
        string[] lines = epochs > 0 && File.Exists(path) ? File.ReadAllLines(path) : [];

        // Lines of later epochs are of a process that ended before its next checkpoint.
        string before = string.Concat(lines.TakeWhile(line => EpochInsight.EpochOf(line) <= epochs).Select(line => $"{line}\n"));
        try
        {
            AtomicFile.Write(path, stream => stream.Write(Encoding.UTF8.GetBytes(before)));
        }
        catch (SafetensorsException e)
        {
            throw new IOException(e.Message, e);
        }
    }

    /// <summary>Adds an epoch's line, in one write.</summary>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public void Append(EpochInsight epoch)
    {
        try
        {
            File.AppendAllBytes(path, Encoding.UTF8.GetBytes($"{epoch}\n"));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new IOException($"Cannot add epoch {epoch.Epoch} to '{path}': {e.Message.TrimEnd('.')}. Give a path in a folder that you may write to, on a disk with room.", e);
        }
    }
}
