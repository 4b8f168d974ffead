using System.Reflection;

namespace StaticNet.Network.Tests.Contract;

/// <summary>The working memory of networks and trainers, which no public member shows.</summary>
internal static class Arenas
{
    public static Workspace Of(NetworkTrainer trainer) => (Workspace)OfTrainer.GetValue(trainer)!;

    public static Workspace Of(INetwork network) => (Workspace)OfNetwork(network).GetValue(TokenNetwork.Inner(network))!;

    public static FieldInfo OfTrainer => Field(typeof(NetworkTrainer), "_workspace");

    public static FieldInfo OfNetwork(INetwork network) => Field(TokenNetwork.Inner(network).GetType(), "__arena");

    private static FieldInfo Field(Type type, string name) => type.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!;
}
