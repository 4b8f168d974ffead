using StaticNet.Generator.Ir;
using StaticNet.Generator.Ops;
using static StaticNet.Generator.Tests.Autodiff.VjpCheck;

namespace StaticNet.Generator.Tests.Autodiff;

/// <summary>
/// Each op once against finite differences, alone between two maps; the tests beside this one draw its shapes and options at random. An op that is
/// not here fails.
/// </summary>
public class EveryOpTests
{
    private static readonly Dictionary<Type, Func<GraphBuilder, Value, Value>> Uses = new()
    {
        [typeof(Conv)] = (net, x) => net.Conv(net.Reshape(x, new(Dim.N, 2, 6)), Parameter(net, 'w', new(3, 2, 2)), [new(Stride: 2, Before: 1)]),
        [typeof(Cut)] = (net, x) => net.Cut(x),
        [typeof(Gather)] = (net, x) => x * net.Gather(Parameter(net, 't', new(3, 12)), net.Add(new Input("i", new(Dim.N), Element.Int32))),
        [typeof(Map)] = (net, x) => net.Map((a, b) => a * b + Scalar.Tanh(b), x, Parameter(net, 'w', new(12))),
        [typeof(MatMul)] = (net, x) => net.MatMul(x, Parameter(net, 'w', new(12, 5))),
        [typeof(Pad)] = (net, x) => net.Pad(x, 1, 2, 1, 2),
        [typeof(Permute)] = (net, x) => net.Permute(net.Reshape(x, new(Dim.N, 3, 4)), [2, 0, 1]),
        [typeof(Pool)] = (net, x) => net.AveragePool(net.Reshape(x, new(Dim.N, 2, 6)), [3], [new(Stride: 2, Before: 1)], false, true),
        [typeof(PoolGradient)] = (net, x) =>
        {
            Value y = net.AveragePool(net.Reshape(x, new(Dim.N, 2, 6)), [3], [new(Stride: 2, Before: 1)], false, true);
            return net.Add(new PoolGradient((Pool)y.Op, y.Node.Inputs[0].Shape), net.Map(a => a * a, y));
        },
        [typeof(Reduce)] = (net, x) => net.Max(net.Reshape(x, new(Dim.N, 3, 4)), 2),
        [typeof(Generator.Ops.Reshape)] = (net, x) => net.Reshape(x, new(Dim.N, 4, 3)),
        [typeof(Scan)] = (net, x) => net.Scan(
            3,
            [Parameter(net, 'h', new(Dim.N, 4))],
            [net.Permute(net.Reshape(x, new(Dim.N, 3, 4)), [1, 0, 2])],
            [],
            (cell, carries, elements, _) => ([cell.Map((h, a) => Scalar.Tanh(h * a + a), carries[0], elements[0])], [])).Last[0],
        [typeof(ScatterAdd)] = (net, x) => net.ScatterAdd(net.Add(new Input("i", new(Dim.N), Element.Int32)), x, 3),
        [typeof(Slice)] = (net, x) => net.Slice(x, 1, 9, 4, -2),
    };

    // Three samples of twelve numbers; a maximum may leave some at a kink.
    private const int Least = 30;

    // They read nothing that has a gradient, or let none through, which a test of differentiation says.
    private static readonly Type[] WithoutGradient = [typeof(Argument), typeof(Constant), typeof(Draw), typeof(Input), typeof(Parameter), typeof(State), typeof(Stop)];

    public static TheoryData<string> Names => [.. Ops().Except(WithoutGradient).Select(op => op.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void The_gradient_is_the_slope(string name)
    {
        Type kind = Ops().Single(op => op.Name == name);
        Assert.True(Uses.ContainsKey(kind), $"{name} has no gradient check: add a line here, and a test over random shapes");
        var used = new HashSet<Type>();
        int compared = GradientCheck.Check(net =>
        {
            Value y = Uses[kind](net, net.Map(a => a * a + a, Parameter(net, 'a', new(Dim.N, 12))));
            used.UnionWith(net.Nodes.Select(node => node.Op.GetType()));
            return net.Map(a => a * a, y);
        });
        Assert.Contains(kind, used);
        Assert.True(compared >= Least, $"{compared} elements");
    }

    private static IEnumerable<Type> Ops() => typeof(Op).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Op)) && !type.IsAbstract);
}
