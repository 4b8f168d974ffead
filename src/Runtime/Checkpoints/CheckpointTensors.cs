using System.Security.Cryptography;
using System.Text;

namespace StaticNet.Storage;

/// <summary>The tensors of a checkpoint: the network's by their names, and behind a slash, which no layer's name has, what belongs to them.</summary>
internal static class CheckpointTensors
{
    private const char Separator = '/';

    /// <summary>A network's tensors, and each slot of its optimizer's.</summary>
    public static IEnumerable<NamedTensor> OfTraining(ParameterStore parameters, Optimizer optimizer)
    {
        for (int i = 0; i < parameters.Table.Count; i++)
            yield return new(parameters.Table[i].Name, parameters.Values, parameters.Base, parameters.Table[i]);
        Slot[] slots = [.. optimizer.State];
        for (int slot = 0; slot < slots.Length; slot++)
        {
            foreach (ParameterEntry entry in parameters.Table.Entries.ToArray().Where(entry => entry.IsTrained))
                yield return new($"optimizer{slot}{Separator}{entry.Name}", slots[slot].Values, slots[slot].Base, entry);
        }
    }

    /// <summary>The best epoch's.</summary>
    public static IEnumerable<NamedTensor> OfBest(ParameterStore best) =>
        best.Table.Entries.ToArray().Select(entry => new NamedTensor($"best{Separator}{entry.Name}", best.Values, best.Base, entry));

    /// <summary>The SHA-256 of names and shapes.</summary>
    public static string Schema(ParameterTable table)
    {
        string text = string.Join("\n", table.Entries.ToArray().Select(entry => $"{entry.Name} {ShapeText.Of(entry.Shape)}"));
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    /// <summary>How the tensors of the network that a file is of differ from a network's.</summary>
    public static IEnumerable<string> Differences(ParameterTable table, IReadOnlyCollection<SafetensorsTensor> tensors)
    {
        foreach (ParameterEntry entry in table.Entries.ToArray())
        {
            SafetensorsTensor? there = tensors.FirstOrDefault(tensor => tensor.Name == entry.Name);
            if (there is null)
                yield return $"'{entry.Name}' {ShapeText.Of(entry.Shape)} is missing there";
            else if (!there.Shape.SequenceEqual(entry.Shape))
                yield return $"'{entry.Name}' is {ShapeText.Of(there.Shape)} there and {ShapeText.Of(entry.Shape)} here";
        }
        foreach (SafetensorsTensor tensor in tensors.Where(tensor => !tensor.Name.Contains(Separator) && table.IndexOf(tensor.Name) < 0))
            yield return $"{NearestName.Quote(tensor.Name)} {ShapeText.Of(tensor.Shape)} is missing here";
    }
}
