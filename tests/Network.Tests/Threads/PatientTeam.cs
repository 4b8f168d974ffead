using StaticNet.Threading;

namespace StaticNet.Network.Tests.Threads;

/// <summary>The tests that run networks on several threads come one after the other and get as many as they ask for, on a machine with one processor too.</summary>
[CollectionDefinition(nameof(PatientTeam))]
public sealed class PatientTeam : ICollectionFixture<PatientTeam>, IDisposable
{
    public PatientTeam() => Team.IsPatient = true;

    /// <summary>The last time that work was shared.</summary>
    public long Last => Team.Times;

    public void Dispose() => Team.IsPatient = false;
}
