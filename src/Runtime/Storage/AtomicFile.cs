namespace StaticNet.Storage;

/// <summary>
/// Replaces a file by a whole new one or leaves it as it is: a temporary in the same folder, flushed to disk, renamed over the target.
/// </summary>
internal static class AtomicFile
{
    /// <exception cref="SafetensorsException">
    /// The file system refused; nothing has changed. What <paramref name="write"/> throws otherwise passes through.
    /// </exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(target) ?? target;
        string temporary = Path.Combine(folder, $".{Path.GetRandomFileName()}.tmp");
        bool created = false;
        try
        {
            using (var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.None))
            {
                created = true;
                write(stream);
                stream.Flush(flushToDisk: true);
            }
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e)
        {
            if (created)
                Remove(temporary);
            if (e is IOException or UnauthorizedAccessException)
                throw new SafetensorsException($"Cannot save to '{path}': {Reason(e, folder, target)}", e);
            throw;
        }
    }

    private static string Reason(Exception e, string folder, string target)
    {
        if (Directory.Exists(target))
            return "it is a folder. Add a file name.";
        for (string? above = folder; above is not null; above = Path.GetDirectoryName(above))
        {
            if (File.Exists(above))
                return $"'{above}' is a file, not a folder. Give a path in a folder that you may write to.";
        }
        return Directory.Exists(folder)
            ? $"{e.Message} Give a path in a folder that you may write to, on a disk with room."
            : $"the folder '{folder}' does not exist. Create it first.";
    }

    private static void Remove(string temporary)
    {
        try
        {
            File.Delete(temporary);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // The first error is the one to report.
        }
    }
}
