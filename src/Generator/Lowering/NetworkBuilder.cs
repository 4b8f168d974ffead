using StaticNet.Generator.Autodiff;
using StaticNet.Generator.Declaration;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>From a declaration to graphs: builds each layer in order, once for inference, once for training and once for the loss in inference mode.</summary>
internal static class NetworkBuilder
{
    private const string Input = NetworkGraphs.InputName;
    private const string OutputGradient = "output_gradient";

    /// <exception cref="LoweringError">A layer cannot be built.</exception>
    public static NetworkGraphs Build(NetworkDeclaration network, CancellationToken cancel)
    {
        Trunk predict = Layers(network, training: false, withLoss: false, cancel);
        Trunk train = Layers(network, training: true, withLoss: true, cancel);
        return new()
        {
            Predict = Inference(predict),
            Train = Training(train, network.InputGradient),
            Evaluate = train.Loss is null ? null : Evaluation(Layers(network, training: false, withLoss: true, cancel)),
            SumsLoss = train.SumsLoss,
            Parameters = train.Net.Parameters,
            Input = train.Input.Shape,
            Output = train.Output.Shape,
            Target = train.Target,
            Layers = Summaries(network, predict),
            MinimumBatch = train.Net.MinimumBatch,
            MinimumBatchOf = train.Net.MinimumBatchOf,
            Warnings = train.Net.Warnings,
        };
    }

    private static Trunk Layers(NetworkDeclaration network, bool training, bool withLoss, CancellationToken cancel)
    {
        var builder = new GraphBuilder { Label = Input };
        var net = new Scope(builder, network, training);
        var shape = new Shape([Dim.N, .. network.Inputs[0].Shape.Select(extent => (Dim)extent)]);
        Value given = builder.Add(new Input(Input, Row(shape, network))), input = builder.Reshape(given, shape);
        var trunk = new Trunk(builder, net, given, input);
        Dictionary<string, Value> outputs = trunk.Outputs;
        outputs[Input] = input;
        string last = Input;
        foreach (LayerDeclaration layer in network.Layers)
        {
            cancel.ThrowIfCancellationRequested();
            ImmutableArray<string> sources = layer.Joined is { } joined ? [.. joined] : [layer.From ?? last];
            net.Enter(layer, sources);
            try
            {
                if (LayerCatalogue.Loss(layer.Type) is { } loss)
                    trunk.Close(loss, (LossAttribute)LayerCatalogue.Attribute(loss.Attribute, layer, net), outputs[sources[0]], net, withLoss);
                else
                    outputs[layer.Name] = Build(layer, [.. sources.Select(s => outputs[s])], net);
            }
            catch (ShapeError error)
            {
                throw net.Error(Descriptors.WrongRank, layer.Name, layer.Kind, error.Message, sources[0], outputs[sources[0]].Shape.ToString(), "change one of them");
            }
            catch (SizeError error)
            {
                throw net.Error(Descriptors.TooLarge, $"'{layer.Name}'", error.Message, "make it or what it reads smaller");
            }

            if (LayerCatalogue.Loss(layer.Type) is null)
                last = layer.Name;
        }

        trunk.Output ??= outputs[last];
        return trunk;
    }

    private static Value Build(LayerDeclaration layer, ImmutableArray<Value> inputs, Scope net)
    {
        ILayer definition = LayerCatalogue.Layer(layer.Type) ?? throw net.Error(Descriptors.UnknownLayer, layer.Kind);
        return definition.Build(LayerCatalogue.Attribute(definition.Attribute, layer, net), inputs, net);
    }

    private static Graph Inference(Trunk trunk) => trunk.Builder.Build(
    [
        new(ResultKind.Output, "output", InRows(trunk.Builder, trunk.Output)),
        new(ResultKind.Prediction, "prediction", InRows(trunk.Builder, trunk.Prediction ?? trunk.Output)),
    ]).Renumber();

    private static Graph Evaluation(Trunk trunk)
    {
        List<GraphResult> results = [new(ResultKind.Loss, NetworkGraphs.LossName, trunk.Loss!)];
        if (trunk.Divisor is { } divisor)
            results.Add(new(ResultKind.Loss, NetworkGraphs.DivisorName, divisor));
        return trunk.Builder.Build(results).Renumber();
    }

    // dL/dy is stored at the cut; from there on, the loss's gradient and one from the caller go the same way.
    private static Graph Training(Trunk trunk, bool inputGradient)
    {
        GraphBuilder builder = trunk.Builder;
        var trainable = trunk.Net.Trainable;
        Value seed;
        if (trunk.Loss is { } loss)
        {
            Value slope = Differentiate.By(builder, builder.Nodes, loss, builder.Number(1), [trunk.Output])[0];
            builder.Label = trunk.LossName;
            seed = builder.Cut(InRows(builder, slope));
        }
        else
        {
            builder.Label = OutputGradient;
            seed = builder.Cut(builder.Add(new Input(OutputGradient, Rows(trunk.Output.Shape))));
        }

        List<Value> wanted = [.. trainable.Select(p => p.Value)];
        if (inputGradient)
            wanted.Add(trunk.Given);
        Value output = InRows(builder, trunk.Output);
        ImmutableArray<Node> forward = [.. builder.Nodes.Where(n => n != seed.Node)];
        ImmutableArray<Value> gradients = Differentiate.By(builder, forward, output, seed, wanted);

        List<GraphResult> results = [new(ResultKind.Output, "output", output)];
        if (trunk.Loss is { } value)
            results.Add(new(ResultKind.Loss, NetworkGraphs.LossName, value));
        results.AddRange(trunk.Net.NextStates);
        results.Add(new(ResultKind.OutputGradient, "output", seed));
        results.AddRange(trainable.Select((p, i) => new GraphResult(ResultKind.Gradient, p.Declaration.Name, gradients[i])));
        if (inputGradient)
            results.Add(new(ResultKind.InputGradient, Input, gradients[gradients.Length - 1]));
        return builder.Build(results).Renumber();
    }

    private static Shape Row(Shape shape, NetworkDeclaration network)
    {
        try
        {
            return Rows(shape);
        }
        catch (SizeError error)
        {
            throw new LoweringError(new(Descriptors.TooLarge, network.Site, $"'{Input}'", error.Message, "make it smaller"));
        }
    }

    // Callers give and take a sample as one row.
    private static Shape Rows(Shape shape) => shape.Rank > 2 ? new(shape[0], shape.Span(1, shape.Rank)) : shape;

    private static Value InRows(GraphBuilder builder, Value value) => builder.Reshape(value, Rows(value.Shape));

    private static ImmutableArray<LayerSummary> Summaries(NetworkDeclaration network, Trunk trunk)
    {
        ILookup<string, Node> nodes = trunk.Builder.Nodes.ToLookup(n => n.Label);
        ILookup<string, ParameterDeclaration> parameters = trunk.Net.Parameters.Where(p => p.Kind != ParameterKind.State).ToLookup(p => p.Layer);
        return
        [
            .. network.Layers.Where(l => !l.IsLoss).Select(l => new LayerSummary(
                l.Name,
                l.Kind,
                trunk.Outputs[l.Name].Shape,
                parameters[l.Name].Sum(p => p.Count),
                nodes[l.Name].Sum(n => n.Flops))),
        ];
    }

    /// <summary>The layers as built so far.</summary>
    private sealed class Trunk(GraphBuilder builder, Scope net, Value given, Value input)
    {
        private Value? _output;

        public GraphBuilder Builder { get; } = builder;

        public Scope Net { get; } = net;

        /// <summary>The samples as the caller gives them.</summary>
        public Value Given { get; } = given;

        public Value Input { get; } = input;

        /// <summary>What each layer gives, by its name.</summary>
        public Dictionary<string, Value> Outputs { get; } = [];

        public Value Output
        {
            get => _output!;
            set => _output = value;
        }

        public Value? Prediction { get; private set; }

        public Value? Loss { get; private set; }

        /// <summary>What the loss's mean divides by, where that is not the number of samples.</summary>
        public Value? Divisor { get; private set; }

        /// <summary>Whether the loss is a sum.</summary>
        public bool SumsLoss { get; private set; }

        public string LossName { get; private set; } = "";

        public Target? Target { get; private set; }

        public void Close(ILoss loss, LossAttribute attribute, Value output, Scope net, bool withLoss)
        {
            Output = output;
            Target = loss.TargetOf(attribute, output, net);
            LossName = Builder.Label;
            SumsLoss = attribute.Reduction == Reduction.Sum;
            if (!withLoss)
            {
                Prediction = loss.Link(attribute, output, net);
                return;
            }

            Value target = Builder.Reshape(Builder.Add(new Input(NetworkGraphs.TargetName, Rows(Target.Shape), Target.Element)), Target.Shape);
            Value sampleWeights = Builder.Add(new Input(NetworkGraphs.SampleWeightsName, new(Dim.N)));
            Loss = loss.Value(attribute, output, target, sampleWeights, net);
            Divisor = net.Training ? null : loss.Divisor(attribute, output, target, net);
        }
    }
}
