using StaticNet.Generator.Ir;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>A way to run a step: when it applies, what it asks of the plan, and its code.</summary>
internal abstract class Kernel : IKernel
{
    public abstract string Name { get; }

    public abstract bool Matches(Step step);

    public virtual bool ReadsUnpadded(Step step, Value value) => false;

    public virtual bool WritesUnpadded(Step step, Value value) => false;

    public virtual bool CanAccumulate => true;

    public virtual bool MayOverwrite(Step step, Value read, Value written) => false;

    public virtual ImmutableArray<Matrix> Scratch(Step step) => [];

    public virtual Division Divides(Step step) => Division.None;

    public virtual bool SharesScratch(int index) => false;

    /// <summary>Whether results depend on how many lanes a vector has, because something is summed across them or goes by how many vectors there are.</summary>
    public virtual bool GoesAcrossLanes(Step step) => false;

    /// <summary>Whether its method calls other steps, which have the widths that they need.</summary>
    public virtual bool CallsSteps => false;

    /// <summary>The methods that run the step; the one named like the step is called.</summary>
    public abstract string Emit(StepCode code);
}
