using StaticNet.Generator.Autodiff;
using StaticNet.Generator.Declaration;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>From a declaration to graphs: builds each layer in order, once for inference, once for training, once for the losses in inference mode, and once for a step of a stream.</summary>
internal static class NetworkBuilder
{
    /// <exception cref="LoweringError">A layer cannot be built.</exception>
    public static NetworkGraphs Build(NetworkDeclaration network, CancellationToken cancel)
    {
        Trunk predict = Layers(network, training: false, withLosses: false, cancel);
        ImmutableArray<ParameterDeclaration> lying = predict.Net.Parameters;
        Trunk train = Layers(network, training: true, withLosses: true, cancel, lying);
        Trunk? stream = network.Stream ? Layers(network, training: false, withLosses: false, cancel, lying, StreamTimes.Of(network, predict)) : null;
        Trunk? evaluate = train.Loss is null ? null : Layers(network, training: false, withLosses: true, cancel, lying);
        return new()
        {
            Predict = Inference(predict),
            Train = Training(train, network.InputGradient),
            Evaluate = evaluate?.Builder.Build(evaluate.Evaluated).Renumber(),
            Stream = stream is null ? null : Inference(stream),
            Parameters = train.Net.Parameters,
            Inputs = [.. train.Inputs.Select(v => Given(((Input)v.Op).Name, train))],
            Outputs = [.. train.Outputs.Select(o => new GivenValue(o.Name, o.Value.Shape))],
            Targets = evaluate?.Targets ?? [],
            SampleWeights = train.SampleWeights,
            Layers = Summaries(network, predict),
            MinimumBatch = train.Net.MinimumBatch,
            MinimumBatchOf = train.Net.MinimumBatchOf,
            Warnings = train.Net.Warnings,
        };
    }

    private static GivenValue Given(string input, Trunk trunk) => new(input, trunk.Values[input].Shape, trunk.Values[input].Element)
    {
        Indices = trunk.Net.Indices.TryGetValue(input, out IndexRange? range) ? range : null,
    };

    // Parameters lie as they do in a trunk before.
    private static Trunk Layers(
        NetworkDeclaration network, bool training, bool withLosses, CancellationToken cancel, ImmutableArray<ParameterDeclaration>? lying = null, StreamTimes? stream = null)
    {
        var builder = new GraphBuilder();
        var trunk = new Trunk(builder, new Scope(builder, network, training, lying, stream), withLosses);
        foreach (InputDeclaration input in network.Inputs)
            trunk.AddInput(input);
        foreach (LayerDeclaration layer in network.Layers.Where(l => !l.IsLoss))
            At(layer, [.. layer.Sources], () => trunk.Values[layer.Name] = Layer(layer, [.. layer.Sources.Select(s => trunk.Values[s])], trunk.Net));
        trunk.AddOutputs(network);
        foreach (LayerDeclaration loss in network.Losses)
        {
            OutputDeclaration output = network.OutputOf(loss)!;
            At(loss, [output.Layer], () => Loss(loss, trunk.Outputs[network.Outputs.ToList().IndexOf(output)], trunk, network.Losses.Count() == 1));
        }

        return trunk;

        void At(LayerDeclaration layer, ImmutableArray<string> sources, Action build)
        {
            cancel.ThrowIfCancellationRequested();
            trunk.Net.Enter(layer, sources);
            try
            {
                build();
            }
            catch (ShapeError error)
            {
                throw trunk.Net.Error(
                    Descriptors.WrongRank, layer.Name, layer.Kind, error.Message, sources[0], trunk.Values[sources[0]].Shape.ToString(), "change one of them");
            }
            catch (SizeError error)
            {
                throw trunk.Net.Error(Descriptors.TooLarge, $"'{layer.Name}'", error.Message, "make it or what it reads smaller");
            }
        }
    }

    private static Value Layer(LayerDeclaration layer, ImmutableArray<Value> inputs, Scope net)
    {
        ILayer definition = LayerCatalogue.Layer(layer.Type) ?? throw net.Error(Descriptors.UnknownLayer, layer.Kind);
        LayerAttribute attribute = LayerCatalogue.Attribute(definition.Attribute, layer, net);
        for (int i = 0; i < inputs.Length && !definition.TakesIntegers; i++)
            net.RequireFloats(inputs[i], i);

        net.Stored = attribute as ParameterLayerAttribute;
        if (net.Streaming)
            RequireStreamable(definition, attribute, net);
        return definition.Build(attribute, inputs, net);
    }

    // A layer goes along all that it reads, or along the first and begins at the others. One that joins the steps of a stream with what is no sequence
    // needs all of them at once.
    private static void RequireStreamable(ILayer layer, LayerAttribute attribute, Scope net)
    {
        bool[] sequences = [.. net.Sources.Select(net.Stream!.IsSequence)];
        int source = Array.IndexOf(sequences, true);
        if (!layer.Streams(attribute) || (!layer.ReadsStates && Array.IndexOf(sequences, false) >= 0))
            throw net.CannotStream(source: source);
        for (int state = 1; layer.ReadsStates && state < sequences.Length; state++)
        {
            if (net.Stream.Changes(net.Sources[state]))
                throw net.CannotStream("all steps", source: state);
        }
    }

    private static void Loss(LayerDeclaration layer, TrunkOutput output, Trunk trunk, bool isOnly)
    {
        ILoss definition = LayerCatalogue.Loss(layer.Type) ?? throw trunk.Net.Error(Descriptors.UnknownLayer, layer.Kind);
        trunk.AddLoss(definition, (LossAttribute)LayerCatalogue.Attribute(definition.Attribute, layer, trunk.Net), output, isOnly);
    }

    private static Graph Inference(Trunk trunk) => trunk.Builder.Build(
    [
        .. trunk.Outputs.Select(o => new GraphResult(ResultKind.Output, o.Name, o.Row)),
        .. trunk.Outputs.Select(o => new GraphResult(ResultKind.Prediction, o.Name, InRows(trunk.Builder, o.Prediction ?? o.Value))),
        .. trunk.Net.NextStates,
    ]).Renumber();

    private static Graph Training(Trunk trunk, bool inputGradient)
    {
        GraphBuilder builder = trunk.Builder;
        var trainable = trunk.Net.TrainedLeaves;
        ImmutableArray<Value> seeds = Seeds(trunk);
        Value[] inputs = [.. trunk.Inputs.Where(v => inputGradient && v.Element == Element.Float32)];
        ImmutableArray<Node> forward = [.. builder.Nodes.Take(trunk.Layers)];
        ImmutableArray<Value> gradients = Differentiate.By(
            builder,
            forward,
            trunk.Outputs.Select((o, i) => (o.Row, Seed: seeds[i])).GroupBy(o => o.Row, o => o.Seed).ToDictionary(o => o.Key, o => o.Aggregate((a, b) => a + b)),
            [.. trainable.Select(p => p.Value), .. inputs]);

        List<GraphResult> results = [.. trunk.Outputs.Select(o => new GraphResult(ResultKind.Output, o.Name, o.Row))];
        if (trunk.Loss is { } value)
            results.Add(new(ResultKind.Loss, NetworkGraphs.LossName, value));
        results.AddRange(trunk.Net.NextStates);
        results.AddRange(trunk.Outputs.Select((o, i) => new GraphResult(ResultKind.OutputGradient, o.Name, seeds[i])));
        results.AddRange(trainable.Select((p, i) => new GraphResult(ResultKind.Gradient, p.Declaration.Name, gradients[i])));
        results.AddRange(inputs.Select((v, i) => new GraphResult(ResultKind.InputGradient, ((Input)v.Op).Name, gradients[trainable.Length + i])));
        return builder.Build(results).Renumber();
    }

    // dL/dy of each output is stored at its cut; from there on, the losses' gradients and those from the caller go the same way. By an output that
    // feeds another, only what its own losses say of it: the rest comes with the other's. An output without a loss has the caller's alone.
    private static ImmutableArray<Value> Seeds(Trunk trunk)
    {
        GraphBuilder builder = trunk.Builder;
        ImmutableArray<Node> losses = [.. builder.Nodes.Skip(trunk.Layers)];
        var seeds = ImmutableArray.CreateBuilder<Value>();
        foreach (TrunkOutput output in trunk.Outputs)
        {
            string name = trunk.Leaf($"{output.Name}_gradient");
            Value? slope = output.Loss is { } loss ? Differentiate.By(builder, losses, loss, builder.Number(1), [output.Value])[0] : null;
            builder.Label = output.Label ?? name;
            seeds.Add(builder.Cut(slope is not null ? InRows(builder, slope) : builder.Add(new Input(name, output.Row.Shape))));
        }

        return seeds.ToImmutable();
    }

    private static Value InRows(GraphBuilder builder, Value value) => builder.Reshape(value, Trunk.Row(value.Shape));

    private static ImmutableArray<LayerSummary> Summaries(NetworkDeclaration network, Trunk trunk)
    {
        ILookup<string, Node> nodes = trunk.Builder.Nodes.ToLookup(n => n.Label);
        ILookup<string, ParameterDeclaration> parameters = trunk.Net.Parameters.Where(p => p.Kind != ParameterKind.State).ToLookup(p => p.Layer);
        return
        [
            .. network.Layers.Where(l => !l.IsLoss).Select(l => new LayerSummary(
                l.Name,
                l.Kind,
                trunk.Values[l.Name].Shape,
                parameters[l.Name].Sum(p => p.Count),
                nodes[l.Name].Sum(n => n.Flops))),
        ];
    }
}
