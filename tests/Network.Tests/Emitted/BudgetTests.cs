using System.Reflection;
using System.Runtime.CompilerServices;

namespace StaticNet.Network.Tests.Emitted;

/// <summary>Every step's method stays within what the JIT optimises, and each that loops asks for it at its first call.</summary>
public class BudgetTests
{
    // Beyond any of the first four the JIT compiles without optimisation; over 512 locals it stops inlining.
    private const int IlBytes = 60_000, Instructions = 20_000, Blocks = 2_000, Locals = 512;

    /// <summary>The methods of all networks of these tests and of the hostile project.</summary>
    private static readonly (MethodInfo Method, Il Il)[] Methods =
    [
        .. new[] { typeof(BudgetTests).Assembly, typeof(GlobalNet).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace == "StaticNet.Generated" && type.Name.EndsWith("Steps", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (method, Il.Of(method))),
    ];

    [Fact]
    public void There_are_methods_and_loops_to_look_at()
    {
        int networks = typeof(BudgetTests).Assembly.GetTypes().Count(type => type.IsDefined(typeof(NetworkAttribute), false));
        Assert.True(Methods.Select(m => m.Method.DeclaringType).Distinct().Count() >= networks);
        Assert.True(Methods.Count(m => m.Il.Loops) > 5 * networks);
    }

    [Fact]
    public void Every_method_is_within_the_budgets() => Assert.Empty(Methods
        .Where(m => m.Il.Bytes > IlBytes || m.Il.Instructions > Instructions || m.Il.Blocks > Blocks || m.Il.Locals > Locals)
        .Select(m => $"{m.Method.DeclaringType} {m.Method.Name}: {m.Il}"));

    [Fact]
    public void Every_method_that_loops_is_optimised_at_once() => Assert.Empty(Methods
        .Where(m => m.Il.Loops && !m.Method.MethodImplementationFlags.HasFlag((MethodImplAttributes)MethodImplOptions.AggressiveOptimization))
        .Select(m => $"{m.Method.DeclaringType} {m.Method.Name}"));

    // Parts of a loop that stand in methods of their own have to be inlined into it, whose optimisation they cannot share otherwise.
    [Fact]
    public void Every_method_that_does_not_loop_is_inlined_or_called_once_a_step() => Assert.Empty(Methods
        .Where(m => !m.Il.Loops && m.Method.Name.EndsWith("Store", StringComparison.Ordinal) && !m.Method.MethodImplementationFlags.HasFlag(MethodImplAttributes.AggressiveInlining))
        .Select(m => $"{m.Method.DeclaringType} {m.Method.Name}"));

    [Fact]
    public void No_arithmetic_is_checked_whatever_the_project_says() => Assert.Empty(Methods
        .Where(m => m.Il.Checked)
        .Select(m => $"{m.Method.DeclaringType} {m.Method.Name}"));

    [Fact]
    public void Nothing_allocates_or_boxes()
    {
        // A step's code names no reference type, so nothing in it can be an object.
        Assert.Empty(Methods.SelectMany(m => m.Method.GetMethodBody()!.LocalVariables.Where(l => !l.LocalType.IsByRef && !l.LocalType.IsValueType && !l.LocalType.IsGenericParameter)
            .Select(l => $"{m.Method.Name}: {l.LocalType}")));
    }
}
