using System.Reflection;
using System.Runtime.CompilerServices;
using StaticNet.Generator.Plan;

namespace StaticNet.Network.Tests.Emitted;

/// <summary>Every step's method stays within what the JIT optimises, and each that loops asks for it at its first call.</summary>
public class BudgetTests
{
    private static readonly Assembly[] Assemblies =
    [
        typeof(BudgetTests).Assembly, typeof(GlobalNet).Assembly, typeof(Digits.MainJob).Assembly, typeof(DigitsNative.Classifier).Assembly,
    ];

    /// <summary>The methods of all networks of these tests, of the hostile project and of the samples.</summary>
    private static readonly (MethodInfo Method, Il Il)[] Methods =
    [
        .. Assemblies
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type.Namespace == "StaticNet.Generated" && type.Name.EndsWith("Steps", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly))
            .Select(method => (method, Il.Of(method))),
    ];

    [Fact]
    public void There_are_methods_and_loops_to_look_at()
    {
        Assert.All(Assemblies, assembly =>
        {
            int networks = assembly.GetTypes().Count(type => type.IsDefined(typeof(NetworkAttribute), false));
            var own = Methods.Where(m => m.Method.DeclaringType!.Assembly == assembly).ToArray();
            Assert.True(networks > 0);
            Assert.True(own.Select(m => m.Method.DeclaringType).Distinct().Count() >= networks);
            Assert.True(own.Count(m => m.Il.Loops) > 5 * networks);
        });
    }

    [Fact]
    public void Every_method_is_within_the_budgets() => Assert.Empty(Methods
        .Where(m => m.Il.Bytes > Limits.IlBytes || m.Il.Instructions > Limits.IlInstructions || m.Il.Blocks > Limits.IlBlocks || m.Il.Locals > Limits.Locals)
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
