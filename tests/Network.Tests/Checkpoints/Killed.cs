using System.Diagnostics;
using StaticNet.Network.Tests.Contract;
using StaticNet.Network.Tests.Widths;
using StaticNet.Storage;

namespace StaticNet.Network.Tests.Checkpoints;

// Its checkpoint is 120 KB: a write of thirty parts.
[Network(MaxBatch = 8), Input(3), Dense(128), ReLU, Dense(72), Dense(4), SoftmaxCrossEntropy]
public partial class KilledNet;

/// <summary>
/// Processes that die while they write a checkpoint: at a byte of it, or when all are written and the file is about to take the place of the last.
/// Whatever they leave is the last good checkpoint or the new one.
/// </summary>
internal static class Killed
{
    /// <summary>The word that has <see cref="Widths.Program"/> kill fifty of them.</summary>
    public const string Command = "checkpoints";

    /// <summary>The word that makes it one of them.</summary>
    public const string Victim = "checkpoint";

    private const int Kills = 50;

    // Steps from one checkpoint to the next.
    private const int Steps = 2;

    // Each fifth dies behind the last byte, up to so many ticks later: flush and rename take a few milliseconds.
    private const int Fifth = 5;
    private static readonly long LatestTicks = Stopwatch.Frequency / 200;

    /// <summary>Kills fifty processes, one after the other, and looks at what each leaves.</summary>
    public static async Task<int> Run()
    {
        string folder = Directory.CreateTempSubdirectory("staticnet-killed-").FullName, path = Path.Combine(folder, "run.safetensors");
        try
        {
            var expected = new Dictionary<uint, Frozen>();
            (KilledNet net, KilledNet.Trainer trainer) = New(1);
            trainer.SaveCheckpoint(path);
            uint last = 0;
            int renewed = 0;
            for (int kill = 0; kill < Kills; kill++)
            {
                while (trainer.Steps <= last + Steps)
                {
                    // A checkpoint has no gradients.
                    trainer.ZeroGradients();
                    expected[trainer.Steps] = Frozen.Of(net, trainer);
                    Step(trainer);
                }

                (int status, string output) = await Child.Run([], Victim, path, $"{kill}");
                if (status is 0 or 1)
                    throw new InvalidOperationException($"Process {kill} was not killed but ended with {status}: {output}");
                (KilledNet found, KilledNet.Trainer resumed) = New(9);
                resumed.LoadCheckpoint(path);
                if (resumed.Steps != last && (resumed.Steps != last + Steps || kill % Fifth != 0))
                    throw new InvalidOperationException($"Process {kill} left a checkpoint of step {resumed.Steps} in the place of that of step {last}.");
                expected[resumed.Steps].IsStill(Frozen.Of(found, resumed));
                renewed += resumed.Steps == last ? 0 : 1;
                last = resumed.Steps;
            }

            // What they left of temporaries goes with the next write, once it is old.
            string[] left = [.. Directory.GetFiles(folder).Where(file => file != path)];
            foreach (string file in left)
                File.SetLastWriteTimeUtc(file, DateTime.UtcNow.AddHours(-1));
            trainer.ZeroGradients();
            trainer.SaveCheckpoint(path);
            if (left.Length < Kills - Kills / Fifth || Directory.GetFiles(folder).Length != 1)
                throw new InvalidOperationException($"Of {left.Length} temporaries {Directory.GetFiles(folder).Length - 1} are still there.");
            Console.WriteLine($"{Kills} processes killed while they wrote a checkpoint: {Kills - renewed} left the last, {renewed} the new one, each whole");
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Goes on from the checkpoint, and dies while it writes the next.</summary>
    public static int Die(string path, int seed)
    {
        (_, KilledNet.Trainer trainer) = New(5);
        trainer.LoadCheckpoint(path);
        for (int i = 0; i < Steps; i++)
            Step(trainer);
        using var whole = new MemoryStream();
        TrainerState state = trainer.State(trainer.Optimizer.LearningRate);
        CheckpointFile.Write(whole, trainer, state, null, null);
        bool isBehind = seed % Fifth == 0;
        double share = Numbers.Uniform(1, (ulong)seed)[0];
        AtomicFile.Write(path, stream =>
        {
            CheckpointFile.Write(new Deadly(stream, isBehind ? long.MaxValue : (long)(share * whole.Length)), trainer, state, null, null);
            if (isBehind)
                new Thread(() => KillAt(Stopwatch.GetTimestamp() + (long)(share * LatestTicks))) { Priority = ThreadPriority.Highest }.Start();
        });
        if (isBehind)
            Thread.Sleep(Timeout.Infinite);
        return 1;
    }

    public static (KilledNet Net, KilledNet.Trainer Trainer) New(ulong seed)
    {
        var net = new KilledNet(seed);
        return (net, new KilledNet.Trainer(net, new Adam(0.01), seed));
    }

    public static void Step(KilledNet.Trainer trainer) =>
        trainer.Step(Numbers.Normal(24, trainer.Steps), Numbers.Classes(8, 4, trainer.Steps));

    private static void KillAt(long ticks)
    {
        while (Stopwatch.GetTimestamp() < ticks)
            Thread.SpinWait(1);
        Process.GetCurrentProcess().Kill();
    }

    // Passes bytes on up to a number of them, and there ends the process.
    private sealed class Deadly(Stream inner, long rest) : Stream
    {
        private long _rest = rest;

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => inner.Length;

        public override long Position
        {
            get => inner.Position;
            set => throw new NotSupportedException();
        }

        public override void Flush() => inner.Flush();

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (buffer.Length < _rest)
            {
                inner.Write(buffer);
                _rest -= buffer.Length;
                return;
            }
            inner.Write(buffer[..(int)_rest]);
            inner.Flush();
            KillAt(0);
            Thread.Sleep(Timeout.Infinite);
        }
    }
}
