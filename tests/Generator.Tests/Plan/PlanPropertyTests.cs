using CsCheck;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Tests.Plan;

/// <summary>Random networks: their programs run on a memory that knows which value each of its floats belongs to.</summary>
public class PlanPropertyTests
{
    private static readonly Gen<string> Layer = Gen.OneOf(
        Gen.Int[1, 20].Select(units => $"Dense({units})"),
        OneOf("ReLU", "LeakyReLU", "Tanh", "Sigmoid", "Softmax", "Dropout(0.5)", "BatchNorm", "Residual", "Branches", "Recurrent"));

    private static readonly Gen<(string, bool)> Networks = Gen.Select(
        Layer.List[1, 8],
        OneOf("", ", MeanSquaredError", ", BinaryCrossEntropy", ", SoftmaxCrossEntropy"),
        Gen.Bool,
        (layers, loss, simplify) => ($"Input(7), {string.Join(", ", layers.Select(Expanded))}, Dense(3){loss}", simplify));

    [Fact]
    public void Every_value_is_where_it_was_left_when_it_is_read() => Cases.Check(Networks, (layers, simplify) =>
    {
        var (predict, train) = Planned.Network(layers, simplify);
        Program inference = Planned.Program(predict, stageInputs: false);
        new Memory(inference).Give().Run(Phase.Forward).Expect(ResultKind.Output);
        new Memory(inference).Give().Run(Phase.Forward).Run(Phase.Head).Expect(ResultKind.Prediction).IsFull();

        Program training = Planned.Program(train);
        new Memory(training).Give().Run(Phase.Forward).Expect(ResultKind.Output)
            .Run(Phase.Head).Expect(ResultKind.Loss, ResultKind.NextState, ResultKind.OutputGradient)
            .Run(Phase.Backward).Expect(ResultKind.Output, ResultKind.Gradient, ResultKind.InputGradient).IsFull();

        // The caller's gradient takes the place of the head's.
        new Memory(training).Give().Run(Phase.Forward).Write(ResultKind.OutputGradient).Expect(ResultKind.NextState)
            .Run(Phase.Backward).Expect(ResultKind.Output, ResultKind.Gradient, ResultKind.InputGradient);
    }, count: 60);

    private static Gen<string> OneOf(params string[] texts) => Gen.Int[0, texts.Length - 1].Select(i => texts[i]);

    private static string Expanded(string layer, int i) => layer switch
    {
        "Residual" => $"Dense(6, Name = \"a{i}\"), ReLU, Dense(6, Name = \"b{i}\"), Add(\"a{i}\", \"b{i}\")",
        "Branches" => $"Dense(5, Name = \"a{i}\"), Dense(6, Name = \"b{i}\"), Dense(6, Name = \"c{i}\", From = \"a{i}\"), Add(\"b{i}\", \"c{i}\")",
        "Recurrent" => "Dense(6), Reshape(2, 3), LSTM(5, Layers = 2)",
        _ => layer,
    };

    private sealed class Memory(Program program)
    {
        private const int Batch = 8;
        private readonly object?[] _owners = new object?[program.Arena.Floats];
        private int _end;

        /// <summary>Inputs and targets, in their places before the first step.</summary>
        public Memory Give()
        {
            foreach (Value value in program.Storages.Keys.Where(v => v.Op is Input))
                Write(value);
            return this;
        }

        public Memory Write(ResultKind kind)
        {
            Write(program.Result(kind)!);
            return this;
        }

        public Memory Run(Phase phase)
        {
            foreach (PlannedStep planned in program.In(phase))
            {
                Step step = planned.Step;
                foreach (Value value in step.Reads)
                    Read(value, step.Name);
                ImmutableArray<Matrix> scratch = planned.Kernel.Scratch(step);
                for (int i = 0; i < scratch.Length; i++)
                    Fill(program.Arena.Scratch[step][i], scratch[i].Rows.At(Batch) * Limits.Pad(scratch[i].Columns), step);

                // What the step reads is there until its end, but for what it writes over.
                foreach (Value value in step.Reads.Where(v => !step.Writes.Any(w => InPlace(v, w))))
                    Read(value, step.Name);
                foreach (Value value in step.Writes)
                    Write(value);
                foreach (Value value in step.Writes)
                    Read(value, step.Name);
            }

            return this;
        }

        public Memory Expect(params ResultKind[] kinds)
        {
            foreach (GraphResult result in program.Graph.Results.Where(r => kinds.Contains(r.Kind)))
                Read(result.Value.Root(), result.ToString());
            return this;
        }

        /// <summary>The arena is as long as it must be for this placement.</summary>
        public void IsFull() => Assert.Equal(_end, program.Arena.Floats);

        private bool InPlace(Value read, Value written) =>
            program.Arena.Offsets.TryGetValue(read, out int a) && program.Arena.Offsets.TryGetValue(written, out int b) && a == b;

        private void Read(Value value, string reader)
        {
            if (!program.Arena.Offsets.TryGetValue(value, out int offset))
                return;
            int floats = program.Storages[value].Floats(Batch);
            Assert.True(_owners.AsSpan(offset, floats).IndexOfAnyExcept(value) < 0, $"{reader} reads {value}, but finds another value in its place");
        }

        private void Write(Value value)
        {
            if (program.Arena.Offsets.TryGetValue(value, out int offset))
                Fill(offset, program.Storages[value].Floats(Batch), value);
        }

        private void Fill(int offset, int floats, object owner)
        {
            Assert.Equal(0, offset % Limits.Block);
            _owners.AsSpan(offset, floats).Fill(owner);
            _end = Math.Max(_end, offset + floats);
        }
    }
}
