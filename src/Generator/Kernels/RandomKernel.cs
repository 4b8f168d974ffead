using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;
using StaticNet.Generator.Text;

namespace StaticNet.Generator.Kernels;

/// <summary>Numbers from the counter-based generator: a function of seed, step, stream and element, whatever the width.</summary>
internal sealed class RandomKernel : Kernel
{
    public override string Name => "random numbers";

    public override bool Matches(Step step) => step.Nodes[0].Op is Draw;

    public override bool CanAccumulate => false;

    public override string Emit(StepCode code)
    {
        Value value = code.Step.Writes[0];
        Storage target = code[value];
        var draw = (Draw)value.Op;
        (string law, string fill) = draw.Distribution == Distribution.Normal ? ("N(0,1)", "FillNormal") : ("U[0,1)", "FillUniform");
        return CodeWriter.Text($$"""
            // {{target.Name}} ~ {{law}}
            internal static void {{code.Step.Name}}(ref float {{target.Name}}, int batch, ulong seed, uint step) =>
                Philox.{{fill}}(seed, {{draw.Stream}}, step, ref {{target.Name}}, {{StepCode.Rows(target.Rows)}}, {{target.Columns}}, {{target.Pitch}});
            """);
    }
}
