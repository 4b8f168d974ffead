using System.Reflection;

namespace StaticNet.Network.Tests;

/// <summary>The working memory of networks and trainers, which no public member shows.</summary>
internal static class Arenas
{
    public static Workspace Of(NetworkTrainer trainer) => Field(trainer, typeof(NetworkTrainer), "_workspace");

    public static Workspace Of(INetwork network) => Field(network, network.GetType(), "__arena");

    private static Workspace Field(object owner, Type type, string name) =>
        (Workspace)type.GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(owner)!;
}
