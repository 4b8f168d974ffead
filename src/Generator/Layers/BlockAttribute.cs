namespace StaticNet;

/// <summary>
/// The base of a block: layers under one name, which are the attributes of a class and are used like a layer, with other sizes each time. The class's
/// constants have the names of its constructor's parameters and stand for the arguments of each use, in sums and products too; their own values only
/// let the class compile. Layers are named within the block; <see cref="Input"/> is what it reads. A block <c>basicblock1</c> has the tensor
/// <c>basicblock1.conv1.weight</c>, which is <c>net.BasicBlock1.Conv1.Weight</c>.
/// </summary>
/// <example>
/// <code>
/// [Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm, ReLU]
/// [Conv2D(Channels, 3, Padding = 1, Bias = false), BatchNorm(Name = "main")]
/// [Add("main", Input), ReLU]
/// public sealed class BasicBlockAttribute(int channels) : BlockAttribute(channels) { const int Channels = 1; }
///
/// [Network(MaxBatch = 16), Input(16, 8, 8), BasicBlock(16), BasicBlock(16), Flatten, Dense(10)]
/// public partial class Residual;
/// </code>
/// </example>
/// <param name="arguments">The arguments of the use.</param>
public abstract class BlockAttribute(params object[] arguments) : LayerAttribute
{
    /// <summary>The name, within a block, of what it reads: <c>[Add("main", Input)]</c>.</summary>
    protected internal const string Input = "input";

    /// <summary>The arguments of the use.</summary>
    public IReadOnlyList<object> Arguments { get; } = arguments;
}
