using StaticNet.Generator.Plan;

namespace StaticNet.Generator.Kernels;

/// <summary>How an operand repeats over the matrix that a step sweeps over.</summary>
internal enum Role
{
    /// <summary>One element for each of the matrix.</summary>
    Full,

    /// <summary>One element for each row.</summary>
    Row,

    /// <summary>One element for each column.</summary>
    Column,

    /// <summary>One element.</summary>
    Scalar,
}

internal static class Roles
{
    public static Role Of(Matrix value, Matrix domain) =>
        value == domain ? Role.Full
        : value.IsScalar ? Role.Scalar
        : value == new Matrix(domain.Rows, 1) ? Role.Row
        : value == new Matrix(1, domain.Columns) ? Role.Column
        : throw new NotSupportedException($"{value} does not repeat over {domain}");

    /// <summary>The vector of an operand's elements at <c>row</c> and <c>column</c>.</summary>
    public static string Load(Storage storage, Element element, Role role)
    {
        string row = storage.Pitch == 1 ? "row" : $"row * {storage.Pitch}";

        // One number a row without padding: what follows it belongs to the next rows.
        if (role == Role.Full && storage.Pitch == 1)
            role = Role.Row;
        return (role, element) switch
        {
            (Role.Full, Element.Float32) => $"S.Load(in {storage.Name}, {row} + column)",
            (Role.Full, _) => $"S.LoadInt32(in {storage.Name}, {row} + column)",
            (Role.Column, Element.Float32) => $"S.Load(in {storage.Name}, column)",
            (Role.Column, _) => $"S.LoadInt32(in {storage.Name}, column)",
            (Role.Row, Element.Float32) => $"S.Broadcast(in {storage.Name}, {row})",
            (Role.Row, _) => $"S.BroadcastInt32(in {storage.Name}, {row})",
            (_, Element.Float32) => $"S.Broadcast(in {storage.Name}, 0)",
            _ => $"S.BroadcastInt32(in {storage.Name}, 0)",
        };
    }
}
