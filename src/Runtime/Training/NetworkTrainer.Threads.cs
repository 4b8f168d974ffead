using StaticNet.Threading;

namespace StaticNet;

/// <summary>The phases of a step, and the threads that work on each together.</summary>
public abstract partial class NetworkTrainer
{
    private readonly Work _work;
    private int _threads;

    private enum Phase
    {
        Forward,
        Head,
        Backward,
        Update,
    }

    /// <summary>
    /// How many threads work on a step, the caller's among them: at first as many as the network declares, <c>[Network(Threads = 4)]</c>. Results are the same,
    /// bit for bit, for any number. Fewer work where the processor has fewer, where a step is too small, or while they work for another caller.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">Less than 1, or more than the network declares.</exception>
    public int Threads
    {
        get => _threads;
        set => _threads = Check.Threads(value, MaxThreads);
    }

    /// <summary>Emitted where the network declares threads: how many.</summary>
    protected virtual int MaxThreads => 1;

    /// <summary>Emitted where the network declares threads: the operations of a sample from input to output.</summary>
    protected virtual long SampleFlops => 0;

    /// <summary>Emitted where the network declares threads: the operations of a batch from which on several are worth it.</summary>
    protected virtual long LeastFlops => long.MaxValue;

    private void RunPhase(PhaseCall call)
    {
        _work.Call = call;
        _work.RunOn(_threads, call.Batch * SampleFlops, LeastFlops);
    }

    private void Update(double factor)
    {
        Optimizer.BeginStep();
        _work.Call = new(Phase.Update, Factor: factor);

        // As many threads as the pass before it had: each has the gradients at hand that it has computed.
        _work.RunOn(_threads, _lastBatch * SampleFlops, LeastFlops);
    }

    /// <summary>What the threads are to do.</summary>
    private readonly record struct PhaseCall(Phase Phase, int Batch = 0, bool Accumulates = false, double Factor = 1);

    private sealed class Work(NetworkTrainer trainer) : TeamWork
    {
        public PhaseCall Call { get; set; }

        protected override void Run(Share share)
        {
            switch (Call.Phase)
            {
                case Phase.Forward:
                    trainer.RunForward(Call.Batch, trainer.Seed, trainer.Steps, share);
                    break;
                case Phase.Head:
                    trainer.RunHead(Call.Batch, share);
                    break;
                case Phase.Backward:
                    trainer.RunBackward(Call.Batch, Call.Accumulates, share);
                    break;
                case Phase.Update:
                    trainer.Optimizer.Move(in trainer.Gradients, Call.Factor, share);
                    break;
            }
        }
    }
}
