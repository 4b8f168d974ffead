using Microsoft.CodeAnalysis;

namespace StaticNet.Generator.Diagnostics;

/// <summary>SN00xx: what the user declared. The comment above a descriptor lists its arguments.</summary>
internal static partial class Descriptors
{
    // class
    public static readonly DiagnosticDescriptor NotPartial = new(
        "SN0001",
        "A network is a partial class",
        "the network '{0}' is not partial; write 'partial class {0}'",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0001.md");

    // class
    public static readonly DiagnosticDescriptor IsStatic = new(
        "SN0002",
        "A network is not static",
        "the network '{0}' is static, but its parameters belong to an instance; remove 'static'",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0002.md");

    // class
    public static readonly DiagnosticDescriptor IsAbstract = new(
        "SN0003",
        "A network is not abstract",
        "the network '{0}' is abstract, so nobody can create it; remove 'abstract'",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0003.md");

    // type, type parameters
    public static readonly DiagnosticDescriptor IsGeneric = new(
        "SN0004",
        "A network and the types around it have no type parameters",
        "'{0}' has type parameters, but a network and the types around it have none; remove '{1}'",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0004.md");

    // class
    public static readonly DiagnosticDescriptor IsRecord = new(
        "SN0005",
        "A network is not a record",
        "the network '{0}' is a record, whose equality and copies do not fit parameters; write 'partial class {0}'",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0005.md");

    // class
    public static readonly DiagnosticDescriptor IsFileLocal = new(
        "SN0006",
        "A network is not local to a file",
        "the network '{0}' is local to its file, where generated code cannot extend it; write 'internal partial class {0}'",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0006.md");

    // outer type, class, keyword of the outer type
    public static readonly DiagnosticDescriptor NestingNotPartial = new(
        "SN0007",
        "The types around a network are partial",
        "'{0}', around the network '{1}', is not partial; write 'partial {2} {0}'",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0007.md");

    // class
    public static readonly DiagnosticDescriptor NoInput = new(
        "SN0008",
        "A network has an input",
        "the network '{0}' has no input; add one before the layers, for example [Input(784)]",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0008.md");

    // class, count
    public static readonly DiagnosticDescriptor SeveralInputs = new(
        "SN0009",
        "Of several inputs each has a name",
        "the network '{0}' has {1} inputs, but this one has no name; write for example Name = \"tokens\", or remove it",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0009.md");

    // class
    public static readonly DiagnosticDescriptor NoLayer = new(
        "SN0010",
        "A network has a layer",
        "the network '{0}' has no layer; add one after [Input], for example [Dense(10)]",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0010.md");

    // class
    public static readonly DiagnosticDescriptor SplitLayers = new(
        "SN0011",
        "The layers of a network stand on one declaration",
        "the layers of '{0}' stand on two partial declarations, which have no order; move this attribute to the declaration of the first",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0011.md");

    // name, layer type, what would do
    public static readonly DiagnosticDescriptor InvalidName = new(
        "SN0012",
        "A layer's name is a C# identifier",
        "'{0}' cannot name this {1}, since it is no C# identifier or a keyword; write for example {2}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0012.md");

    // name, layer type, earlier name, what both become
    public static readonly DiagnosticDescriptor DuplicateName = new(
        "SN0013",
        "Two layers have different names",
        "'{0}' ({1}) and the earlier layer '{2}' both become {3}; give one of them another Name",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0013.md");

    // name, layer type, class
    public static readonly DiagnosticDescriptor NameIsClass = new(
        "SN0014",
        "A layer's name is not that of the class",
        "'{0}' ({1}) becomes a member with the name of its class, '{2}'; give it another Name",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0014.md");

    // name, layer type, member, class
    public static readonly DiagnosticDescriptor NameTaken = new(
        "SN0015",
        "A layer's name is not that of a member",
        "'{0}' ({1}) becomes the member '{2}', which '{3}' already has; give the layer another Name or rename the member",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0015.md");

    // name, layer type, member
    public static readonly DiagnosticDescriptor NameReserved = new(
        "SN0016",
        "A layer's name is not reserved",
        "'{0}' ({1}) becomes the member '{2}', a name that is reserved; give the layer another Name",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0016.md");

    // class, member
    public static readonly DiagnosticDescriptor MemberReserved = new(
        "SN0017",
        "A member's name is not reserved",
        "the member '{1}' of '{0}' has a name that is reserved for generated members; rename it",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0017.md");

    // constructor, class, mend
    public static readonly DiagnosticDescriptor ConstructorClash = new(
        "SN0018",
        "A constructor does not clash with the generated one",
        "'{0}' clashes with the generated constructor '{1}(ulong seed = 0)'; {2}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0018.md");

    // constructor
    public static readonly DiagnosticDescriptor ConstructorUnchained = new(
        "SN0019",
        "A constructor calls the generated one",
        "'{0}' leaves the network without parameters; end its head with ': this(seed)', where seed is a ulong",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0019.md");

    // base class, class
    public static readonly DiagnosticDescriptor BaseConstructor = new(
        "SN0020",
        "The base class has a constructor without parameters",
        "the base class '{0}' has no constructor that '{1}' can call without arguments; add 'protected {0}()' to it",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0020.md");

    // name, layer type, the unknown name, mend
    public static readonly DiagnosticDescriptor UnknownFrom = new(
        "SN0021",
        "A layer reads a layer that exists",
        "'{0}' ({1}) reads '{2}', but no layer has that name; {3}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0021.md");

    // name, layer type, the later name, mend
    public static readonly DiagnosticDescriptor LaterFrom = new(
        "SN0022",
        "A layer reads an earlier layer",
        "'{0}' ({1}) reads '{2}', which does not stand before it; {3}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0022.md");

    // name, layer type
    public static readonly DiagnosticDescriptor UnusedBranch = new(
        "SN0023",
        "Every layer is read",
        "nothing reads '{0}' ({1}); name it in the From or in the join, such as [Add], of a later layer, or remove it",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0023.md");

    // name, layer type, what came
    public static readonly DiagnosticDescriptor JoinNames = new(
        "SN0024",
        "A join names the layers it joins",
        "'{0}' ({1}) has {2}; a join takes no From and names at least two earlier layers, for example [{1}(\"a\", \"b\")]",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0024.md");

    // count of extents
    public static readonly DiagnosticDescriptor InputRank = new(
        "SN0025",
        "An input has 1 to 3 extents",
        "an input has 1 to 3 extents, but this one has {0}; write for example [Input(1, 28, 28)] for one channel of 28×28",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0025.md");

    // position from 1, extent
    public static readonly DiagnosticDescriptor InputExtent = new(
        "SN0026",
        "An extent is at least 1",
        "extent {0} of this input must be at least 1, but is {1}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0026.md");

    // value
    public static readonly DiagnosticDescriptor MaxBatch = new(
        "SN0027",
        "MaxBatch is at least 1",
        "MaxBatch must be at least 1, but is {0}; write for example [Network(MaxBatch = 64)]",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0027.md");

    // most, value
    public static readonly DiagnosticDescriptor Threads = new(
        "SN0049",
        "Threads are 1 to 64",
        "Threads must be 1 to {0}, but are {1}; write for example [Network(MaxBatch = 64, Threads = 4)]",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0049.md");

    // layer, parameter, range, value
    public static readonly DiagnosticDescriptor ArgumentRange = new(
        "SN0028",
        "A layer's numbers are in range",
        "'{0}': {1} must be {2}, but is {3}",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0028.md");

    // name, layer type
    public static readonly DiagnosticDescriptor LossNotLast = new(
        "SN0029",
        "A loss is the last layer",
        "the loss '{0}' ({1}) is not the last layer; move it to the end",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0029.md");

    // name, layer type, another loss, output
    public static readonly DiagnosticDescriptor SeveralLosses = new(
        "SN0030",
        "Of several losses each names its output",
        "'{0}' ({1}) and '{2}' are losses of one output; write From = \"{3}\" in each, or remove one",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0030.md");

    // name, loss, layer type
    public static readonly DiagnosticDescriptor SoftmaxBeforeLoss = new(
        "SN0031",
        "SoftmaxCrossEntropy applies softmax itself",
        "'{0}' ({2}) stands before '{1}' (SoftmaxCrossEntropy), which applies softmax itself; remove [{2}]",
        "StaticNet.Declaration",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0031.md");

    // name, loss, layer type
    public static readonly DiagnosticDescriptor SigmoidBeforeLoss = new(
        "SN0032",
        "BinaryCrossEntropy applies the sigmoid itself",
        "'{0}' ({2}) stands before '{1}' (BinaryCrossEntropy), which applies the sigmoid itself; remove [{2}]",
        "StaticNet.Declaration",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0032.md");

    // attribute
    public static readonly DiagnosticDescriptor UnknownLayer = new(
        "SN0033",
        "A layer is one of StaticNet's",
        "'{0}' derives from LayerAttribute, but only StaticNet's own layers can be compiled; use one of them",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0033.md");

    // attribute
    public static readonly DiagnosticDescriptor Unreadable = new(
        "SN0034",
        "The attributes of a network compile",
        "'{0}' does not compile, so the network cannot be read; mend that first",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0034.md");

    // class, what it has
    public static readonly DiagnosticDescriptor NotANetwork = new(
        "SN0035",
        "A class with layers is a network",
        "'{0}' has {1}, but no [Network], so nothing is made of it; write for example [Network(MaxBatch = 64)] before them",
        "StaticNet.Declaration",
        DiagnosticSeverity.Error,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0035.md");

    // layer, layer type, samples it needs, class, its MaxBatch
    public static readonly DiagnosticDescriptor BatchTooSmall = new(
        "SN0060",
        "A network that learns takes as many samples as its layers need",
        "'{0}' ({1}) needs at least {2} samples in training, but '{3}' takes {4}, so it can never be trained; write for example [Network(MaxBatch = 64)]",
        "StaticNet.Declaration",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0060.md");

    // loss, loss type, source, shape of the source
    public static readonly DiagnosticDescriptor OneClass = new(
        "SN0061",
        "A loss over classes has at least two",
        "'{0}' ({1}) tells classes apart, but '{2}' produces {3}, which is one class of probability 1; give that layer a unit for each class, or use [BinaryCrossEntropy] for yes or no",
        "StaticNet.Declaration",
        DiagnosticSeverity.Warning,
        isEnabledByDefault: true,
        helpLinkUri: Pages + "SN0061.md");
}
