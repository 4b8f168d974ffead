using StaticNet.Generator.Diagnostics;

namespace StaticNet.Generator.Declaration.Rules;

/// <summary>
/// The user's members beside the generated ones. What clashes with nothing leaves no trace; what a base class has is hidden, as C# hides it.
/// </summary>
internal static class MemberRules
{
    public static IEnumerable<NetworkError> Reserved(NetworkDeclaration network, NetworkSource source) => ReservedNames(network, source)
        .Select(name => new NetworkError(Descriptors.MemberReserved, Site.OfMember(name), network.Name, name));

    /// <summary>The generated members that cannot be emitted beside the user's.</summary>
    public static IEnumerable<string> Taken(NetworkDeclaration network, NetworkSource source) =>
        ConstructorRules.Forbid(network, source) ? ReservedNames(network, source).Append(Surface.Constructor) : ReservedNames(network, source);

    public static HashSet<string> Names(NetworkSource source) => [.. UserCode.Members(source.Type).Select(UserCode.NameOf)];

    // The class's own name counts: none of its members can have it.
    private static IEnumerable<string> ReservedNames(NetworkDeclaration network, NetworkSource source) => Names(source)
        .Append(source.Type.Name)
        .Where(name => Surface.Reserves(name) || network.LengthMembers.Contains(name))
        .Distinct()
        .OrderBy(name => name, StringComparer.Ordinal);
}
