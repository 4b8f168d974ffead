namespace StaticNet.Storage;

/// <summary>
/// Replaces a file by a whole new one or leaves it as it is: a temporary in the same folder, flushed to disk, renamed over the target. What a process
/// that was killed left of earlier ones goes first, since it may be what fills the disk.
/// </summary>
internal static class AtomicFile
{
    // A name of a file has at most 255 bytes: so much of the target's, in any alphabet, leaves room for the rest of the temporary's.
    private const int NameLength = 50;
    private const string Suffix = ".tmp";

    // From its creation until it is locked a temporary is nobody's, for microseconds: young ones are left alone.
    private static readonly TimeSpan Youth = TimeSpan.FromMinutes(1);

    /// <exception cref="SafetensorsException">
    /// The file system refused; nothing has changed. What <paramref name="write"/> throws otherwise passes through.
    /// </exception>
    public static void Write(string path, Action<Stream> write)
    {
        string target = Path.GetFullPath(path);
        string folder = Path.GetDirectoryName(target) ?? target;
        string name = Path.GetFileName(target), prefix = $".{name[..Math.Min(name.Length, NameLength)]}.";
        string temporary = Path.Combine(folder, $"{prefix}{Path.GetRandomFileName()}{Suffix}");
        bool created = false;
        try
        {
            RemoveLeftOver(folder, prefix);

            // It may be renamed while it is open, so that it is open, and told from what a killed process left, until it is the target.
            using var stream = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write, FileShare.Delete);
            created = true;
            write(stream);
            stream.Flush(flushToDisk: true);
            File.Move(temporary, target, overwrite: true);
        }
        catch (Exception e)
        {
            if (created)
                Remove(temporary);

            // More bytes than the file system gives a file come as an argument out of range.
            if (e is IOException or UnauthorizedAccessException or ArgumentOutOfRangeException { ParamName: "value" })
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
            ? $"{(e is ArgumentException ? "the file system has no room for so long a file" : e.Message.TrimEnd('.'))}. Give a path in a folder that you may write to, on a disk with room."
            : $"the folder '{folder}' does not exist. Create it first.";
    }

    private static void RemoveLeftOver(string folder, string prefix)
    {
        try
        {
            foreach (string path in Directory.EnumerateFiles(folder, $".*{Suffix}"))
            {
                if (Path.GetFileName(path).StartsWith(prefix, StringComparison.Ordinal) && DateTime.UtcNow - File.GetLastWriteTimeUtc(path) > Youth)
                    RemoveUnlessOpen(path);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // A folder that is not there, or may be written to and not read: the write itself says so where it matters.
        }
    }

    private static void RemoveUnlessOpen(string path)
    {
        try
        {
            new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None, bufferSize: 0, FileOptions.DeleteOnClose).Dispose();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Somebody writes it, or it is another user's.
        }
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
