namespace StaticNet.Data;

/// <summary>Which rows of a data set are trained on, which decide between settings, and which test the end. A row is in one part.</summary>
/// <param name="Training">Rows to train on, and to fit scalers and encoders on.</param>
/// <param name="Validation">Rows that decide when to stop and what to choose; none if they have no share.</param>
/// <param name="Test">Rows that decide nothing.</param>
public sealed record DataSplit(int[] Training, int[] Validation, int[] Test)
{
    /// <summary>Rows by chance, the same for the same seed.</summary>
    /// <param name="count">Rows.</param>
    /// <param name="test">The test part's share, from 0 to below 1.</param>
    /// <param name="validation">The validation part's share.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentException">A share is out of range, or a part with a share would be empty.</exception>
    public static DataSplit Random(int count, double test, double validation = 0, ulong seed = 0) =>
        Cut(Shuffled(count, seed, 0), test, validation);

    /// <summary>Rows by chance, so that every class has the same share of each part, to one row.</summary>
    /// <param name="labels">The class of each row.</param>
    /// <param name="test">The test part's share, from 0 to below 1.</param>
    /// <param name="validation">The validation part's share.</param>
    /// <param name="seed">The seed.</param>
    /// <exception cref="ArgumentException">As of <see cref="Random"/>, or a class has too few rows.</exception>
    public static DataSplit Stratified(ReadOnlySpan<int> labels, double test, double validation = 0, ulong seed = 0)
    {
        Check(labels.Length, test, validation);
        int[] all = labels.ToArray();
        List<int> training = [], chosen = [], held = [];
        uint stratum = 0;
        foreach (IGrouping<int, int> rows in Enumerable.Range(0, all.Length).GroupBy(row => all[row]).OrderBy(rows => rows.Key))
        {
            int[] members = [.. rows];
            int[] order = [.. Shuffled(members.Length, seed, stratum++).Select(place => members[place])];
            (int[] a, int[] b, int[] c) = Parts(order, test, validation);
            if (a.Length == 0)
                throw new ArgumentException(
                    $"Class {rows.Key} has {Plural.Of(members.Length, "row")}, too few to train on any beside the other parts: add rows, or leave the class out.", nameof(labels));
            training.AddRange(a);
            chosen.AddRange(b);
            held.AddRange(c);
        }

        // The classes lie one behind the other up to here; a part is read in the order of the data.
        return Filled(new([.. training.Order()], [.. chosen.Order()], [.. held.Order()]), test, validation);
    }

    /// <summary>The first rows to train on, the next to choose by, the last to test with: what is learned never lies behind what it is tested with.</summary>
    /// <param name="count">Rows, in the order of time.</param>
    /// <param name="test">The test part's share, from 0 to below 1.</param>
    /// <param name="validation">The validation part's share.</param>
    /// <param name="gap">Rows left out between parts: of windows that look <c>h</c> steps ahead, <c>h − 1</c>, so that no target is in two parts.</param>
    /// <exception cref="ArgumentException">As of <see cref="Random"/>.</exception>
    public static DataSplit ByTime(int count, double test, double validation = 0, int gap = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(gap);
        DataSplit split = Cut([.. Enumerable.Range(0, count)], test, validation);
        split = split with
        {
            Training = split.Validation.Length + split.Test.Length > 0 ? split.Training[..^Math.Min(gap, split.Training.Length)] : split.Training,
            Validation = split.Test.Length > 0 ? split.Validation[..^Math.Min(gap, split.Validation.Length)] : split.Validation,
        };
        return Filled(split, test, validation);
    }

    /// <summary>As <see cref="ByTime(int, double, double, int)"/>, of rows that do not lie in the order of time.</summary>
    /// <param name="times">When each row was taken.</param>
    /// <param name="test">The test part's share, from 0 to below 1.</param>
    /// <param name="validation">The validation part's share.</param>
    /// <param name="gap">Rows left out between parts.</param>
    /// <exception cref="ArgumentException">As of <see cref="Random"/>.</exception>
    public static DataSplit ByTime(ReadOnlySpan<DateTime> times, double test, double validation = 0, int gap = 0)
    {
        DateTime[] all = times.ToArray();
        int[] order = [.. Enumerable.Range(0, all.Length).OrderBy(row => all[row])];
        DataSplit places = ByTime(all.Length, test, validation, gap);
        return new(Rows(places.Training), Rows(places.Validation), Rows(places.Test));

        int[] Rows(int[] part) => [.. part.Select(place => order[place])];
    }

    private static int[] Shuffled(int count, ulong seed, uint stratum)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var order = new int[count];
        Shuffle.Fill(order, seed, stratum);
        return order;
    }

    private static DataSplit Cut(int[] order, double test, double validation)
    {
        Check(order.Length, test, validation);
        (int[] training, int[] chosen, int[] held) = Parts(order, test, validation);
        return Filled(new(training, chosen, held), test, validation);
    }

    private static (int[] Training, int[] Validation, int[] Test) Parts(int[] order, double test, double validation)
    {
        int held = (int)Math.Round(order.Length * test), chosen = (int)Math.Round(order.Length * (test + validation)) - held;
        return (order[..^(held + chosen)], order[^(held + chosen)..^held], order[^held..]);
    }

    private static void Check(int count, double test, double validation)
    {
        if (!(test >= 0 && validation >= 0 && test + validation < 1))
            throw new ArgumentException($"The shares test: {test} and validation: {validation} must be from 0 on and leave something to train on: give shares that add up to less than 1.");
        if (count == 0)
            throw new ArgumentException("There are no rows to split: pass at least one.");
    }

    private static DataSplit Filled(DataSplit split, double test, double validation)
    {
        if (split.Training.Length == 0 || (split.Validation.Length == 0 && validation > 0) || (split.Test.Length == 0 && test > 0))
            throw new ArgumentException(
                $"{split.Training.Length} rows to train on, {split.Validation.Length} to choose by and {split.Test.Length} to test with: no part may be empty. Give larger shares, or more rows.");
        return split;
    }
}
