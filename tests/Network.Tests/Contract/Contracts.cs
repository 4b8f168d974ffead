namespace StaticNet.Network.Tests.Contract;

/// <summary>The tests that inherit <see cref="LayerContract{TNetwork}"/>.</summary>
internal static class Contracts
{
    public static IEnumerable<Type> Tests => typeof(Contracts).Assembly.GetTypes().Where(type => Contract(type) is not null);

    public static IEnumerable<Type> Networks => Tests.Select(Network).Distinct();

    public static Type Network(Type test) => Contract(test)!.GetGenericArguments()[0];

    private static Type? Contract(Type test) =>
        test.BaseType is { IsGenericType: true } contract && contract.GetGenericTypeDefinition() == typeof(LayerContract<>) ? contract : null;
}
