namespace StaticNet.Generator.Declaration;

/// <summary>The names of the generated members, which neither a layer nor the user's part of the class may have.</summary>
internal static class Surface
{
    /// <summary>The generated constructor's entry in <see cref="NetworkDeclaration.Taken"/>.</summary>
    public const string Constructor = ".ctor";

    private const string InternalPrefix = "__";

    private static readonly HashSet<string> Members =
    [
        "Predict", "Forward", "Trainer", "Batches", "Save", "Load", "Parameters", "Share", "CopyFrom", "Evaluate", "Summary", "Stream", "Ir", "Input",
        "ParameterCount", "ArenaBytes", "TrainingBytes", "TrainingBytesWith", "ForwardFlops", "MaxBatch", "Threads", "InputLength", "OutputLength",
    ];

    // A class may override these, but a layer's property cannot share their name.
    private static readonly HashSet<string> OfObject =
    [
        "Equals", "GetHashCode", "ToString", "GetType", "MemberwiseClone", "Finalize", "ReferenceEquals",
    ];

    public static bool Reserves(string member) => Members.Contains(member) || member.StartsWith(InternalPrefix, StringComparison.Ordinal);

    public static bool ForbidsLayer(string member) => Reserves(member) || OfObject.Contains(member);
}
