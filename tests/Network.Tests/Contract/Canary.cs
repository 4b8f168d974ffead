using System.Reflection;

namespace StaticNet.Network.Tests.Contract;

/// <summary>
/// A larger arena in the place of a network's or trainer's, filled with one NaN: whoever reads what nobody wrote computes NaN, and what
/// still has the NaN's bits has not been written.
/// </summary>
internal sealed class Canary
{
    // Beyond the plan there is room for a write that goes astray.
    private const int Guard = 4096;
    private const int Block = 16;

    private static readonly float Mark = BitConverter.Int32BitsToSingle(0x7fc0dead);

    private readonly Workspace _workspace;
    private readonly int _planned;

    private Canary(object owner, FieldInfo field, int kept)
    {
        _planned = ((Workspace)field.GetValue(owner)!).Floats;
        _workspace = new Workspace(_planned + Guard);
        _workspace.Values.AsSpan().Fill(Mark);
        _workspace.Values.AsSpan(_workspace.Base, kept).Clear();
        field.SetValue(owner, _workspace);
    }

    public long PlannedBytes => sizeof(float) * (long)_planned;

    public static Canary In(INetwork network) => new(TokenNetwork.Inner(network), Arenas.OfNetwork(network), 0);

    /// <summary>In a trainer's arena the padding of the gradients stays zero; what a gradient itself was before a pass is of no account.</summary>
    public static Canary In(NetworkTrainer trainer, ParameterTable table)
    {
        var canary = new Canary(trainer, Arenas.OfTrainer, table.TrainableLength);
        foreach (ParameterEntry entry in table.Entries)
        {
            if (entry.IsTrained)
                trainer.Gradient(entry.Name).Fill(Mark);
        }

        return canary;
    }

    public void IsUntouchedBeyondThePlan()
    {
        Assert.DoesNotContain(_workspace.Values[.._workspace.Base], IsWritten);
        Assert.DoesNotContain(_workspace.Values[(_workspace.Base + _planned)..], IsWritten);
    }

    /// <summary>Some float of the last block of 16 is written: values begin at blocks.</summary>
    public void IsTouchedToTheEnd()
    {
        if (_planned > 0)
            Assert.Contains(_workspace.Values[(_workspace.Base + _planned - Block)..(_workspace.Base + _planned)], IsWritten);
    }

    private static bool IsWritten(float value) => BitConverter.SingleToInt32Bits(value) != BitConverter.SingleToInt32Bits(Mark);
}
