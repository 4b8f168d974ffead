namespace StaticNet;

/// <summary>What a training over epochs keeps and brings back.</summary>
public abstract partial class NetworkTrainer
{
    /// <summary>The network's parameters and state.</summary>
    internal ParameterStore Store => _parameters;
}
