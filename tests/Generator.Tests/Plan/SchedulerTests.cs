using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Tests.Plan;

public class SchedulerTests
{
    [Fact]
    public void What_frees_most_runs_first()
    {
        // The narrow branch's end comes before the wide one begins, although it is written behind it.
        Program program = Planned.Program("""
            %0 = input x [n,16]
            %1 = param w [64,16]
            %2 = matmul.tb %0 %1 [n,64] wide1
            %3 = param v [16,16]
            %4 = matmul.tb %0 %3 [n,16] narrow1
            %5 = param u [1,64]
            %6 = matmul.tb %2 %5 [n,1] wide2
            %7 = param t [1,16]
            %8 = matmul.tb %4 %7 [n,1] narrow2
            output y %6
            output z %8
            """);
        Assert.Equal(["Narrow1", "Narrow2", "Wide1", "Wide2"], program.Steps.Select(s => s.Step.Name));
    }

    [Fact]
    public void A_weight_gradient_runs_as_soon_as_it_frees_the_activation()
    {
        Program program = Planned.Program(Planned.Network("Input(4), Dense(16), Tanh, Dense(16), Tanh, Dense(3), SoftmaxCrossEntropy").Train);
        string[] backward = [.. program.In(Phase.Backward).Select(s => s.Step.Name)];
        Assert.Equal(
            ["Dense3Gradient", "Dense3WeightGradient", "Dense3Tanh2InputGradient", "Dense2Gradient", "Dense2WeightGradient", "Dense2Tanh1InputGradient"],
            backward.Take(6));
    }

    [Fact]
    public void Phases_stand_in_order()
    {
        Program program = Planned.Program(Planned.Network("Input(4), Dense(3), BatchNorm, Dropout(0.5), Dense(2), BinaryCrossEntropy").Train);
        Phase[] phases = [.. program.Steps.Select(s => s.Step.Phase)];
        Assert.Equal(phases.Order(), phases);
    }
}
