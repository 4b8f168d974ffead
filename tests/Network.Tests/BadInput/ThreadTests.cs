using System.Buffers;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.BadInput;

/// <summary>One instance serves one thread at a time: a call while another runs is refused, and the other ends as if nothing had been.</summary>
public class ThreadTests
{
    private const string Busy =
        "This instance is in use by another thread, and one instance serves one thread at a time: give each thread its own network or trainer.";

    [Fact]
    public void A_trainer_refuses_a_second_thread()
    {
        var (alone, disturbed) = (new Refusal(), new Refusal());
        alone.Trainer.Step(ClassNet.Batches(Refusal.Inputs, Refusal.Labels, 4).Epoch(0)[0]);

        // The data of the batch are read inside of the step: there, others call.
        using var data = new Interruption(Refusal.Inputs, () => OnAnotherThread(
            () => disturbed.Trainer.Step(Refusal.Inputs, Refusal.Labels),
            () => disturbed.Trainer.Forward(Refusal.Inputs),
            () => disturbed.Trainer.Backward(Refusal.Labels),
            () => disturbed.Trainer.BackwardFrom(new float[16]),
            () => disturbed.Trainer.CopyOutput(new float[16]),
            () => disturbed.Trainer.CopyInputGradient(new float[12]),
            disturbed.Trainer.Apply,
            disturbed.Trainer.ZeroGradients));
        disturbed.Trainer.Step(ClassNet.Batches(data.Memory, Refusal.Labels, 4).Epoch(0)[0]);

        Assert.Equal(1, data.Calls);
        Frozen.Of(alone.Net, alone.Trainer).IsStill(Frozen.Of(disturbed.Net, disturbed.Trainer));
    }

    [Fact]
    public void A_trainer_refuses_a_call_from_inside_its_own()
    {
        var refusal = new Refusal();
        using var data = new Interruption(Refusal.Inputs, () => Assert.Equal(
            Busy, Assert.Throws<InvalidOperationException>(() => refusal.Trainer.Step(Refusal.Inputs, Refusal.Labels)).Message));
        refusal.Trainer.Step(ClassNet.Batches(data.Memory, Refusal.Labels, 4).Epoch(0)[0]);
        Assert.Equal(1, data.Calls);
    }

    [Fact]
    public void A_network_refuses_a_second_thread()
    {
        var net = new ClassNet(1);
        var output = new float[16];
        Workspace arena = Arenas.Of(net);
        arena.Enter(); // as a prediction on this thread does
        OnAnotherThread(() => net.Predict(Refusal.Inputs, output), () => net.Forward(Refusal.Inputs, output));
        Assert.All(output, value => Assert.Equal(0f, value));
        arena.Exit();
        net.Predict(Refusal.Inputs, output);
        Assert.Equal(4, output.Sum(), 1e-5);
    }

    [Fact]
    public void After_a_refused_call_the_instance_is_free()
    {
        var net = new ClassNet(1);
        Assert.Throws<ArgumentException>(() => net.Predict(new float[3], new float[5]));
        net.Predict(new float[3], new float[4]);
    }

    private static void OnAnotherThread(params Action[] calls)
    {
        var thrown = new List<Exception?>();
        var thread = new Thread(() => thrown.AddRange(calls.Select(call => Record.Exception(call))));
        thread.Start();
        thread.Join();
        Assert.Equal(calls.Length, thrown.Count);
        Assert.All(thrown, exception => Assert.Equal(Busy, Assert.IsType<InvalidOperationException>(exception).Message));
    }

    /// <summary>Memory that calls back where it is read for the first time.</summary>
    private sealed class Interruption(float[] values, Action callback) : MemoryManager<float>
    {
        public int Calls { get; private set; }

        public override Memory<float> Memory => CreateMemory(values.Length);

        public override Span<float> GetSpan()
        {
            if (Calls++ == 0)
                callback();
            return values;
        }

        public override MemoryHandle Pin(int elementIndex = 0) => throw new NotSupportedException();

        public override void Unpin()
        {
        }

        protected override void Dispose(bool disposing)
        {
        }
    }
}
