using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using StaticNet.Generator.Declaration;
using StaticNet.Generator.Diagnostics;
using StaticNet.Generator.Infrastructure;
using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;

namespace StaticNet.Generator.Lowering;

/// <summary>What a layer may call while it is built: primitives, its parameters and states, the mode, and checks that report at the layer.</summary>
/// <param name="builder">The graph.</param>
/// <param name="network">The declaration.</param>
/// <param name="training">Whether it is for training.</param>
/// <param name="lying">The parameters of a graph of the network that was built before, which lie as there; null for the first.</param>
/// <param name="stream">The sequences of one step of a stream; null for whole sequences.</param>
internal sealed class Scope(
    GraphBuilder builder, NetworkDeclaration network, bool training, IEnumerable<ParameterDeclaration>? lying = null, StreamTimes? stream = null) : IBuilder
{
    private readonly List<ParameterDeclaration> _parameters = [];
    private readonly Dictionary<string, Value> _leaves = [];
    private readonly IReadOnlyDictionary<string, int>? _channels = lying?.ToDictionary(p => p.Name, p => p.Channels);
    private readonly List<GraphResult> _nextStates = [];
    private readonly Dictionary<Value, string> _states = [];
    private readonly List<NetworkError> _warnings = [];
    private readonly Dictionary<string, IndexRange> _indices = [];
    private LayerDeclaration? _layer;
    private int _streams;

    /// <summary>True while the graph for training is built, false for inference.</summary>
    public bool Training { get; } = training;

    /// <summary>The sequences of the graph of one step of a stream, while that is built; null for whole sequences.</summary>
    public StreamTimes? Stream { get; } = stream;

    /// <summary>Whether the layer being built reads the steps of a stream.</summary>
    public bool Streaming => Stream is not null && Sources.Any(Stream.IsSequence);

    /// <summary>Every parameter and state declared so far.</summary>
    public ImmutableArray<ParameterDeclaration> Parameters => [.. _parameters];

    /// <summary>What the states become after a training step.</summary>
    public ImmutableArray<GraphResult> NextStates => [.. _nextStates];

    /// <summary>The leaf of each trainable parameter, in declaration order.</summary>
    public ImmutableArray<(ParameterDeclaration Declaration, Value Value)> TrainedLeaves =>
        [.. _parameters.Where(p => p.IsTrained).Select(p => (p, _leaves[p.Name]))];

    /// <summary>The fewest samples that a training step needs.</summary>
    public int MinimumBatch { get; private set; } = 1;

    /// <summary>The first layer that needs as many; "" where one is enough.</summary>
    public string MinimumBatchOf { get; private set; } = "";

    /// <summary>The inputs whose elements name rows of tables, by name.</summary>
    public IReadOnlyDictionary<string, IndexRange> Indices => _indices;

    /// <summary>What is odd, but can be built.</summary>
    public ImmutableArray<NetworkError> Warnings => [.. _warnings];

    /// <summary>The names of the layers that the layer being built reads.</summary>
    public ImmutableArray<string> Sources { get; private set; } = [];

    /// <summary>The name of the layer being built.</summary>
    public string Name => Layer.Name;

    /// <summary>What the layer being built says of its parameters; null of a layer that can have none.</summary>
    public ParameterLayerAttribute? Stored { private get; set; }

    /// <summary>The layer whose parameters and states the layer being built uses.</summary>
    private string Owner
    {
        get
        {
            string owner = Layer.Name;
            while (network.Layers.First(layer => layer.Name == owner).Share is { } next)
                owner = next;
            return owner;
        }
    }

    private LayerDeclaration Layer => _layer ?? throw new InvalidOperationException("no layer is being built");

    public void Enter(LayerDeclaration layer, ImmutableArray<string> sources)
    {
        (_layer, Sources) = (layer, sources);
        builder.Label = layer.Name;
    }

    public Value Add(Op op, params ReadOnlySpan<Value> inputs) => builder.Add(op, inputs);

    /// <summary>A trainable tensor of this layer, named as PyTorch names it.</summary>
    /// <param name="name">The name within the layer.</param>
    /// <param name="shape">Its shape, units first.</param>
    /// <param name="init">How it starts.</param>
    /// <param name="scale">A factor on its initial values, as the attribute's parameter: <c>layer.WeightsScale</c>.</param>
    /// <param name="kind">What it is to the layer.</param>
    /// <param name="inputs">How many inputs a unit has, where the shape does not tell: of a bias those of its weight.</param>
    /// <param name="zeroRow">The row that starts as zeros.</param>
    /// <param name="channels">The channels of the image that the last axis is, which the graph then has innermost; 1 for no image.</param>
    /// <param name="scaleText">The compiler's: the expression for <paramref name="scale"/>, whose last part the user knows.</param>
    public Value Parameter(
        string name, Shape shape, Init init, double scale = 1, ParameterKind kind = ParameterKind.Weight, int? inputs = null, int? zeroRow = null,
        int channels = 1, [CallerArgumentExpression(nameof(scale))] string scaleText = "")
    {
        RequireRange(scaleText.Substring(scaleText.LastIndexOf('.') + 1), scale, Number.IsFinite, "finite");
        if (init is Init.Orthogonal or Init.Sparse && shape.Rank < 2)
            throw Error(Descriptors.ArgumentRange, Layer.Name, $"the initialiser of '{name}'", "one for vectors", init.ToString());
        if (Stored is { Share: not null, Trainable: not Trainable.Always and var trainable })
            throw OutOfRange("Trainable", "left out beside Share, since the other layer tells it", $"{trainable}");
        channels = _channels?.TryGetValue($"{Layer.Name}.{name}", out int known) == true ? known : channels;
        return Declare(
            new($"{Layer.Name}.{name}", shape, kind, init, scale, inputs) { Layer = Layer.Name, ZeroRow = zeroRow, Trainable = Stored?.Trainable ?? default, Channels = channels },
            (full, s) => new Parameter(full, s, channels));
    }

    /// <summary>A tensor of this layer that a training step replaces; where the layer shares another's, what that has made of it.</summary>
    public Value State(string name, Shape shape, Init init)
    {
        Value leaf = Declare(new($"{Layer.Name}.{name}", shape, ParameterKind.State, init, 1) { Layer = Layer.Name }, (full, s) => new State(full, s));
        string full = ((State)leaf.Op).Name;
        Value state = _nextStates.Find(next => next.Name == full)?.Value ?? leaf;
        _states[state] = full;
        return state;
    }

    /// <summary>Says what <paramref name="state"/> becomes after a training step.</summary>
    public void Next(Value state, Value next)
    {
        string full = _states[state];
        _nextStates.RemoveAll(other => other.Name == full);
        _nextStates.Add(new(ResultKind.NextState, full, next));
    }

    /// <summary>What a stream keeps of this layer from step to step, 0 before the first.</summary>
    public Value Before(string name, Shape shape) => this.Reshape(Add(new Input($"{Layer.Name}.{name}", Trunk.Row(shape))), shape);

    /// <summary>Says what <see cref="Before"/> becomes after a step of a stream.</summary>
    public void After(string name, Value after) => _nextStates.Add(new(ResultKind.NextState, $"{Layer.Name}.{name}", this.Reshape(after, Trunk.Row(after.Shape))));

    /// <summary>The error for a layer that a network which streams cannot have.</summary>
    public LoweringError CannotStream(
        string need = "the whole sequence", string mend = "remove Stream = true from [Network], or this layer", int source = 0) =>
        Error(Descriptors.CannotStream, Layer.Name, Layer.Kind, need, Sources[source], mend);

    /// <summary>Reports a layer that makes of a whole sequence not one step for each <paramref name="stride"/>.</summary>
    public void RequireWholeSteps(int stride)
    {
        int given = Stream!.Whole(Sources[0]), made = Stream.Whole(Layer.Name);
        if ((long)made * stride != given)
            throw Error(Descriptors.UnevenSteps, Layer.Name, Layer.Kind, Number.Text(made), Number.Text(given), Sources[0], Number.Text(stride));
    }

    /// <summary>Random numbers of this layer, new at each training step.</summary>
    public Value Random(Shape shape, Distribution distribution = Distribution.Uniform) => Add(new Draw(shape, _streams++, distribution));

    /// <summary>States that a training step with fewer samples means nothing here; warns where the network never has as many, unless another is trained in its place.</summary>
    public void RequireBatch(int samples)
    {
        if (samples > MinimumBatch)
            (MinimumBatch, MinimumBatchOf) = (samples, Layer.Name);
        if (samples > network.MaxBatch && !network.IsTwin)
            Warn(Descriptors.BatchTooSmall, Layer.Name, Layer.Kind, Number.Text(samples), network.Name, Number.Text(network.MaxBatch));
    }

    /// <summary>The width of <c>[n,width]</c>; reports any other shape, with what is needed and the mend.</summary>
    public int RequireVector(Value x, string need = "one feature axis", string mend = "add [Flatten] between them") => x.Shape.Rank == 2
        ? x.Shape[1].Size
        : throw Error(Descriptors.WrongRank, Layer.Name, Layer.Kind, need, Sources[0], x.Shape.ToString(), mend);

    /// <summary>The width of the last axis of <c>[n,f]</c> or of a sequence <c>[n,t,f]</c>; reports any other shape.</summary>
    public int RequireFeatures(Value x) => x.Shape.Rank is 2 or 3
        ? x.Shape[x.Shape.Rank - 1].Size
        : throw Error(
            Descriptors.WrongRank, Layer.Name, Layer.Kind, "one feature axis", Sources[0], x.Shape.ToString(), "add [Flatten] between them");

    /// <summary>The number of classes of a loss's output <c>[n,classes]</c> or <c>[n,t,classes]</c>; reports any other shape, and warns of a single class.</summary>
    /// <param name="output">The output.</param>
    /// <param name="what">What the loss wants for each class.</param>
    public int RequireClasses(Value output, string what)
    {
        if (output.Shape.Rank is not (2 or 3))
            throw Misfit(output, $"one {what} for each class", "add [Flatten] before it");
        int classes = output.Shape[output.Shape.Rank - 1].Size;
        if (classes == 1)
            Warn(Descriptors.OneClass, Layer.Name, Layer.Kind, Sources[0], output.Shape.ToString());
        return classes;
    }

    /// <summary>Reports weights that are not one for each class, or out of range, or all 0.</summary>
    public void RequireClassWeights(double[]? weights, int classes)
    {
        if (weights is not null && weights.Length != classes)
            throw Error(Descriptors.ClassWeights, Layer.Name, Layer.Kind, Number.Text(weights.Length), Sources[0], Number.Text(classes));
        foreach (double weight in weights ?? [])
            RequireRange("ClassWeights", weight, w => w >= 0 && Number.IsFinite(w), "finite and not negative");
        if (weights?.All(weight => (float)weight == 0) == true)
            throw OutOfRange("ClassWeights", "above 0 for some class", "0 for each");
    }

    /// <summary>The channels of an image <c>[n,C,H,W]</c>; reports any other shape.</summary>
    public int RequireImage(Value x) => x.Shape.Rank == 4
        ? x.Shape[1].Size
        : throw Error(
            Descriptors.WrongRank, Layer.Name, Layer.Kind, "an image [n,C,H,W]", Sources[0], x.Shape.ToString(), "read a layer that gives one, or add [Reshape] between them");

    /// <summary>The channels of a sequence <c>[n,t,c]</c>; reports any other shape, and which option would give one.</summary>
    public int RequireSequence(Value x)
    {
        if (x.Shape.Rank == 3)
            return x.Shape[2].Size;
        LayerDeclaration? ending = network.Layers.FirstOrDefault(
            layer => layer.Name == Sources[0] && LayerCatalogue.Layer(layer.Type)?.Attribute.IsSubclassOf(typeof(RecurrentAttribute)) == true);
        string mend = ending is null ? "read a layer that gives one" : $"set ReturnSequences = true on '{ending.Name}'";
        throw Error(
            ending is { IsInBlock: false } ? ending.Site : null,
            Descriptors.WrongRank, Layer.Name, Layer.Kind, "a sequence [n,t,c]", Sources[0], x.Shape.ToString(), $"{mend}, or add [Reshape] between them");
    }

    /// <summary>The channels of an image <c>[n,C,H,W]</c> or of a sequence <c>[n,t,c]</c>; reports any other shape.</summary>
    public int RequireChannels(Value x) => x.Shape.Rank switch
    {
        4 => x.Shape[1].Size,
        3 => x.Shape[2].Size,
        _ => throw Misread(0, x, "an image [n,C,H,W] or a sequence [n,t,c]", "read a layer that gives one, or add [Reshape] between them"),
    };

    /// <summary>The error for a source, by its place among them, that is not what the layer needs.</summary>
    public LoweringError Misread(int source, Value x, string need, string mend) =>
        Error(Descriptors.WrongRank, Layer.Name, Layer.Kind, need, Sources[source], x.Shape.ToString(), mend);

    /// <summary>Reports int32 in a source of the layer, by its place among them.</summary>
    public void RequireFloats(Value x, int source = 0)
    {
        if (x.Element == Element.Int32)
            throw Error(Descriptors.Integers, Layer.Name, Layer.Kind, Sources[source]);
    }

    /// <summary>Reports what does not hold int32, and has every call check that each element is from 0 to <paramref name="count"/> − 1.</summary>
    public void RequireIndices(Value x, int count)
    {
        InputDeclaration? input = network.Inputs.FirstOrDefault(input => input.Name == Sources[0]);
        if (x.Element != Element.Int32)
        {
            throw Error(
                input?.Site,
                Descriptors.Floats, Layer.Name, Layer.Kind, Sources[0],
                input is not null ? "write Type = Element.Int32 in its [Input]" : "read an [Input] of such: write From = \"tokens\" and [Input(…, Type = Element.Int32, Name = \"tokens\")]");
        }

        Value given = x;
        while (given.Op is not Input)
            given = given.Node.Inputs[0];
        string name = ((Input)given.Op).Name;
        if (!_indices.TryGetValue(name, out IndexRange? known) || count < known.Count)
            _indices[name] = new(count, Layer.Name);
    }

    /// <summary>How the window of a pool over an image or a sequence moves; reports what is out of range.</summary>
    public WindowAxis RequireWindow(Value x, int kernel, int stride, int padding)
    {
        RequireRange("kernel", kernel, k => k >= 1, "at least 1");
        RequireRange("Stride", stride, s => s >= 0, "not negative (0 for the window's size)");
        RequireRange("Padding", padding, p => p >= 0 && 2 * p <= kernel, $"from 0 to half of the window, {kernel / 2}");
        var window = new WindowAxis(stride == 0 ? kernel : stride, padding, padding);
        foreach (int axis in x.Shape.Rank == 3 ? [1] : new[] { 2, 3 })
            RequireFit(x.Shape.Fixed(axis), kernel, window);
        return window;
    }

    /// <summary>Reports a window larger than what it goes over. In a stream it goes over steps that have been too.</summary>
    public void RequireFit(int extent, int kernel, WindowAxis window)
    {
        int all = extent + window.Before + window.After, most = (all - 1) / window.Dilation + 1;
        if (!Streaming)
            RequireRange("kernel", kernel, k => k <= most, $"at most {Number.Text(most)}, to fit into the {Number.Text(all)} elements of '{Sources[0]}' and its padding");
    }

    /// <summary>Reports a value of an attribute's parameter that is out of range as the float that the generated code uses.</summary>
    public void RequireRange(string parameter, double value, Func<double, bool> holds, string range)
    {
        float used = (float)value;
        if (holds(used))
            return;
        bool isItsRounding = holds(value) || (float.IsInfinity(used) && !double.IsInfinity(value));
        throw OutOfRange(parameter, range, Number.Text(value) + (isItsRounding ? $", which is {Number.Text(used)} in single precision" : ""));
    }

    /// <summary>Reports a value that something is divided by and that is not positive, or that has no reciprocal in single precision.</summary>
    public void RequireDivisor(string parameter, double value)
    {
        RequireRange(parameter, value, v => v > 0 && Number.IsFinite(v), "positive and finite");
        RequireRange(parameter, value, Number.IsDivisor, "large enough for a finite reciprocal");
    }

    /// <summary>The error for an argument of the layer being built.</summary>
    public LoweringError OutOfRange(string parameter, string range, string value) =>
        Error(Descriptors.ArgumentRange, Layer.Name, parameter, range, value);

    /// <summary>Reports what is odd at the layer being built, which is built all the same.</summary>
    public void Warn(DiagnosticDescriptor descriptor, params string[] arguments) => _warnings.Add(new(descriptor, Layer.Site, arguments));

    /// <summary>The error to throw: a finding at the layer being built.</summary>
    public LoweringError Error(DiagnosticDescriptor descriptor, params string[] arguments) => Error(null, descriptor, arguments);

    /// <summary>The error for an output that the loss being built cannot take.</summary>
    public LoweringError Misfit(Value output, string need, string mend) =>
        Error(Descriptors.LossMisfit, Layer.Name, Layer.Kind, need, Sources[0], output.Shape.ToString(), mend);

    /// <summary>Reports two sources of a join whose shapes differ, at another axis than one that may.</summary>
    public void RequireEqualShapes(ImmutableArray<Value> inputs, int? except = null)
    {
        Shape first = inputs[0].Shape;
        string need = except is null ? "their shapes must be equal" : $"they may differ along axis {except} alone";
        for (int i = 1; i < inputs.Length; i++)
        {
            Shape other = inputs[i].Shape, wanted = except is { } free && other.Rank == first.Rank ? first.With(free, other[free]) : first;
            if (!other.Equals(wanted))
                throw Error(Descriptors.ShapesDiffer, Layer.Name, Layer.Kind, Sources[0], $"{first}", Sources[i], $"{other}", need, Alike(i, first, other, wanted, except));
        }
    }

    // Sources that differ along one axis alone are joined along that, if the layer joins along one.
    private string Alike(int source, Shape first, Shape other, Shape wanted, int? except)
    {
        int[] axes = other.Rank == first.Rank ? [.. Enumerable.Range(1, first.Rank - 1).Where(axis => other[axis] != first[axis])] : [];
        string mend = $"make '{Sources[source]}' {wanted}";
        return except is not null && axes.Length == 1 ? $"{mend}, or write Axis = {axes[0]}" : mend;
    }

    /// <summary>The error for a source, by its place, that has another shape than the layer needs.</summary>
    public LoweringError Misshaped(int source, string need, Value x) =>
        Error(Descriptors.WrongRank, Layer.Name, Layer.Kind, need, Sources[source], x.Shape.ToString(), "change one of them");

    /// <summary>The error for a source whose elements the extents of a reshape do not hold.</summary>
    public LoweringError CountsDiffer(IEnumerable<int> extents, bool multiple, double given, Value x, int elements)
    {
        string held = (multiple ? "a multiple of " : "") + Number.Text(given);
        return Error(
            Descriptors.CountsDiffer, Layer.Name, Layer.Kind, $"[n,{string.Join(",", extents.Select(e => Number.Text(e)))}]", held, Sources[0], x.Shape.ToString(), Number.Text(elements));
    }

    private LoweringError Error(Site? cause, DiagnosticDescriptor descriptor, params string[] arguments) =>
        new(new NetworkError(descriptor, Layer.Site, arguments) { Cause = cause });

    private Value Declare(ParameterDeclaration declaration, Func<string, Shape, Op> leaf)
    {
        if (Layer.Share is not null)
            return Shared(declaration);
        _ = declaration.Count; // a size that no int can hold is an error of this layer
        _parameters.Add(declaration);
        Value value = Add(leaf(declaration.Name, declaration.Shape));
        _leaves.Add(declaration.Name, value);
        return value;
    }

    private Value Shared(ParameterDeclaration own)
    {
        string owner = Owner;
        ParameterDeclaration? other = _parameters.Find(p => p.Layer == owner && p.Leaf == own.Leaf);
        return other is not null && other.Shape.Equals(own.Shape)
            ? _leaves[other.Name]
            : throw Error(
                Descriptors.ShareOfOtherShape, Layer.Name, Layer.Kind, own.Leaf, own.Shape.ToString(), owner, other is null ? "none" : $"one of {other.Shape}");
    }
}
