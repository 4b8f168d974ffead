using System.Buffers;
using StaticNet.Network.Tests.Contract;

namespace StaticNet.Network.Tests.BadInput;

/// <summary>One instance serves one thread at a time: a call while another runs is refused, and the other ends as if nothing had been.</summary>
public class ThreadTests
{
    private const string Busy =
        "This instance is in use by another thread, and one instance serves one thread at a time: give each thread its own network or trainer.";

    private const string Read =
        "These parameters are in use by another thread, and this call writes them: call it while no other thread predicts, trains or loads with them, "
        + "or train a network of its own and copy the values.";

    private const string Written =
        "These parameters are being written by another thread, in a training step or while they are loaded: call this before or after that, "
        + "or give the thread that writes a network of its own.";

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
            () => disturbed.Trainer.CheckFinite = true,
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
        OnAnotherThread(
            () => net.Predict(Refusal.Inputs, output),
            () => net.Forward(Refusal.Inputs, output),
            () => net.Save("never.safetensors"),
            () => net.Save(new MemoryStream()),
            () => net.Load("never.safetensors"),
            () => net.Load(new MemoryStream()),
            () => net.Load([]),
            () => net.CopyFrom(new ClassNet(2)),
            () => net.Evaluate(Refusal.Inputs, Refusal.Labels),
            () => net.Evaluate(ClassNet.Batches(Refusal.Inputs, Refusal.Labels, 4)));
        Assert.All(output, value => Assert.Equal(0f, value));
        arena.Exit();
        net.Predict(Refusal.Inputs, output);
        Assert.Equal(4, output.Sum(), 1e-5);
    }

    [Fact]
    public void Instances_that_share_parameters_serve_a_thread_each()
    {
        var net = new ClassNet(1);
        Workspace arena = Arenas.Of(net);
        arena.Enter();
        ClassNet shared = null!;
        var output = new float[16];
        var thread = new Thread(() =>
        {
            shared = net.Share();
            shared.Predict(Refusal.Inputs, output);
        });
        thread.Start();
        thread.Join();
        arena.Exit();
        var expected = new float[16];
        net.Predict(Refusal.Inputs, expected);
        Assert.Equal(expected, output);
        Assert.Same(net.Parameters, shared.Parameters);
    }

    /// <summary>Each trainer has gradients and optimizer state of its own, and steps on its own thread while no other does.</summary>
    [Fact]
    public void Shared_parameters_have_several_trainers_one_at_a_time()
    {
        var net = new ClassNet(1);
        ClassNet.Trainer first = new(net, new Adam(0.01)), second = new(net.Share(), new SGD(0.1));
        using var data = new Interruption(Refusal.Inputs, () => OnAnotherThread(Read, () => second.Step(Refusal.Inputs, Refusal.Labels)));
        first.Step(ClassNet.Batches(data.Memory, Refusal.Labels, 4).Epoch(0)[0]);
        Assert.Equal(1, data.Calls);

        // One after the other they do what two trainers of one network do.
        var alone = new ClassNet(1);
        ClassNet.Trainer third = new(alone, new Adam(0.01)), fourth = new(alone, new SGD(0.1));
        third.Step(ClassNet.Batches(Refusal.Inputs, Refusal.Labels, 4).Epoch(0)[0]);
        second.Step(Refusal.Inputs, Refusal.Labels);
        fourth.Step(Refusal.Inputs, Refusal.Labels);
        Frozen.Of(net, second).IsStill(Frozen.Of(alone, fourth));
    }

    [Fact]
    public void What_instances_share_is_not_written_while_one_of_them_predicts()
    {
        var refusal = new Refusal();
        ClassNet shared = refusal.Net.Share(), other = new(3);
        byte[] file = Saved(other);
        Frozen before = Frozen.Of(refusal.Net, refusal.Trainer);
        Workspace arena = Arenas.Of(shared);
        var thread = new Thread(arena.Enter);
        thread.Start();
        thread.Join();
        foreach (Action call in new Action[] { () => refusal.Trainer.Step(Refusal.Inputs, Refusal.Labels), () => refusal.Net.Load(file), () => refusal.Net.CopyFrom(other) })
            Assert.Equal(Read, Assert.Throws<InvalidOperationException>(call).Message);
        other.CopyFrom(refusal.Net); // which reads them too
        before.IsStill(Frozen.Of(refusal.Net, refusal.Trainer));
        arena.Exit();
        refusal.Net.CopyFrom(other);
    }

    [Fact]
    public void Parameters_are_not_written_while_another_thread_reads_them()
    {
        var refusal = new Refusal();
        byte[] file = Saved(refusal.Net);
        Workspace arena = Arenas.Of(refusal.Net);
        Frozen before = Frozen.Of(refusal.Net, refusal.Trainer);
        var thread = new Thread(arena.Enter); // as a prediction on that thread does
        thread.Start();
        thread.Join();
        foreach (Action call in new Action[] { () => refusal.Trainer.Step(Refusal.Inputs, Refusal.Labels), refusal.Trainer.Apply, () => refusal.Net.Parameters.Load(file) })
            Assert.Equal(Read, Assert.Throws<InvalidOperationException>(call).Message);
        before.IsStill(Frozen.Of(refusal.Net, refusal.Trainer));
        arena.Exit();
        refusal.Trainer.Step(Refusal.Inputs, Refusal.Labels);
    }

    [Fact]
    public void Parameters_are_not_read_while_another_thread_writes_them()
    {
        var refusal = new Refusal();
        ParameterStore parameters = refusal.Net.Parameters;
        parameters.EnterWrite(); // as a step on this thread does
        OnAnotherThread(
            Written,
            () => refusal.Net.Predict(Refusal.Inputs, new float[16]),
            () => refusal.Net.Forward(Refusal.Inputs, new float[16]),
            () => refusal.Net.Save(new MemoryStream()),
            () => new ClassNet(2).CopyFrom(refusal.Net),
            () => refusal.Trainer.Step(Refusal.Inputs, Refusal.Labels));
        OnAnotherThread(Read, () => parameters.Load([]));
        refusal.Net.Predict(Refusal.Inputs, new float[16]); // one after the other
        parameters.ExitWrite();
        OnAnotherThreadWell(() => refusal.Net.Predict(Refusal.Inputs, new float[16]));
    }

    [Fact]
    public void Averages_are_not_swapped_or_copied_while_another_thread_reads_the_parameters()
    {
        var net = new ClassNet(1);
        var trainer = new ClassNet.Trainer(net, new Adam(0.01) { EmaDecay = 0.9 });
        trainer.Step(Refusal.Inputs, Refusal.Labels);
        Workspace arena = Arenas.Of(net);
        Frozen before = Frozen.Of(net, trainer);
        var thread = new Thread(arena.Enter); // as a prediction on that thread does
        thread.Start();
        thread.Join();
        foreach (Action call in new Action[] { trainer.Average.Swap, () => trainer.Average.CopyTo(net.Parameters) })
            Assert.Equal(Read, Assert.Throws<InvalidOperationException>(call).Message);
        Assert.False(trainer.Average.IsSwapped);
        before.IsStill(Frozen.Of(net, trainer));
        arena.Exit();
        trainer.Average.Swap();
    }

    [Fact]
    public void After_a_refused_call_the_instance_is_free()
    {
        var net = new ClassNet(1);
        Assert.Throws<ArgumentException>(() => net.Predict(new float[3], new float[5]));
        net.Predict(new float[3], new float[4]);
    }

    private static byte[] Saved(ClassNet net)
    {
        string path = Path.GetTempFileName();
        try
        {
            net.Save(path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static void OnAnotherThreadWell(Action call)
    {
        Exception? thrown = null;
        var thread = new Thread(() => thrown = Record.Exception(call));
        thread.Start();
        thread.Join();
        Assert.Null(thrown);
    }

    private static void OnAnotherThread(params Action[] calls) => OnAnotherThread(Busy, calls);

    private static void OnAnotherThread(string message, params Action[] calls)
    {
        var thrown = new List<Exception?>();
        var thread = new Thread(() => thrown.AddRange(calls.Select(call => Record.Exception(call))));
        thread.Start();
        thread.Join();
        Assert.Equal(calls.Length, thrown.Count);
        Assert.All(thrown, exception => Assert.Equal(message, Assert.IsType<InvalidOperationException>(exception).Message));
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
