using StaticNet.Generator.Ir;

namespace StaticNet.Generator.Plan;

/// <summary>What the plan asks of the code that was chosen for a step.</summary>
internal interface IKernel
{
    /// <summary>Its name in tables.</summary>
    string Name { get; }

    /// <summary>True if it reads the value element by element, so that the value's rows need no padding.</summary>
    bool ReadsUnpadded(Step step, Value value);

    /// <summary>True if it can write the value in rows without padding.</summary>
    bool WritesUnpadded(Step step, Value value);

    /// <summary>True if it can add what it writes to what is there, as gradients are.</summary>
    bool CanAccumulate { get; }

    /// <summary>True if it has read each element of <paramref name="read"/> by the time that it writes the same element of <paramref name="written"/>.</summary>
    bool MayOverwrite(Step step, Value read, Value written);

    /// <summary>Working memory for the time of the step: rows of padded columns.</summary>
    ImmutableArray<Matrix> Scratch(Step step);

    /// <summary>How threads can do the step together.</summary>
    Division Divides(Step step);

    /// <summary>Whether they have a piece of its working memory together; else each has its own.</summary>
    bool SharesScratch(int index);
}

/// <summary>A step with its code and what it is called with.</summary>
internal sealed record PlannedStep(Step Step, IKernel Kernel);
