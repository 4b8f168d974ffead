namespace StaticNet.Generator.Plan;

/// <summary>How threads can do a step together.</summary>
internal enum Division
{
    /// <summary>One of them does all of it.</summary>
    None,

    /// <summary>Each takes a part of the outermost loop; before and after the step they wait for each other.</summary>
    ByLoop,

    /// <summary>
    /// By that loop too, and if it is wanted so, each takes some samples: then it reads and writes nothing that belongs to another's, and steps that all are
    /// divided so may follow one another without waiting.
    /// </summary>
    BySample,
}
