using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Widths;

namespace StaticNet.Network.Tests.Checkpoints;

/// <summary>A process that finds no room for a checkpoint: it is told so, keeps the last one and trains on.</summary>
internal static class FullDisk
{
    /// <summary>The word that has <see cref="Widths.Program"/> start one.</summary>
    public const string Command = "full-disk";

    /// <summary>The word that makes it one.</summary>
    public const string Victim = "without-room";

    // Of 512 bytes each: less than half of a checkpoint of 120 KB.
    private const int Blocks = 100;

    public static async Task<int> Run()
    {
        string folder = Directory.CreateTempSubdirectory("staticnet-full-").FullName, path = Path.Combine(folder, "run.safetensors");
        try
        {
            var (net, trainer) = Killed.New(1);
            Killed.Step(trainer);
            trainer.SaveCheckpoint(path);
            byte[] good = File.ReadAllBytes(path);
            (int status, string output) = await Child.RunWithRoom(Blocks, Victim, path);
            if (status != 0 || !good.AsSpan().SequenceEqual(File.ReadAllBytes(path)) || Directory.GetFiles(folder).Length != 1)
                throw new InvalidOperationException($"The process without room ended with {status} and left {string.Join(", ", Directory.GetFiles(folder))}: {output}");
            Console.Write(output);
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Takes a step from the checkpoint, has no room for the next one, and takes another.</summary>
    public static int Write(string path)
    {
        var (net, trainer) = Killed.New(5);
        trainer.LoadCheckpoint(path);
        Killed.Step(trainer);
        Frozen before = Frozen.Of(net, trainer);
        string message = Assert.Throws<SafetensorsException>(() => trainer.SaveCheckpoint(path)).Message;
        Assert.StartsWith($"Cannot save to '{path}': ", message);
        Assert.EndsWith(" Give a path in a folder that you may write to, on a disk with room.", message);
        before.IsStill(Frozen.Of(net, trainer));
        Killed.Step(trainer);
        trainer.LoadCheckpoint(path);
        Assert.Equal(1u, trainer.Steps);
        Console.WriteLine($"no room for a checkpoint, the last one is whole: {message}");
        return 0;
    }
}
