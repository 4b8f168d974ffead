namespace StaticNet;

/// <summary>
/// What precision, recall and F1 share: for each class the rows that predict it rightly, those that predict it wrongly, and those that miss it. Numbers
/// that stand for themselves are classes of their own, predicted where they exceed a threshold.
/// </summary>
internal struct ClassCounts(Averaging averaging)
{
    // right, wrong, missed of class 0, then of class 1, …
    private long[]? _counts;
    private long _rows;

    // A default instance has the default threshold.
    private double _above;

    public readonly Averaging Averaging => averaging;

    public double Threshold
    {
        readonly get => 0.5 + _above;
        set => _above = value - 0.5;
    }

    /// <summary>What reports call a metric of these counts.</summary>
    public readonly string Name(string metric) => averaging == Averaging.Macro ? metric : $"micro {metric}";

    public void Reset()
    {
        Array.Clear(_counts ??= []);
        _rows = 0;
    }

    public void Add(in Outcomes batch)
    {
        double threshold = Threshold;
        if (_counts is null || _counts.Length != 3 * batch.Width)
            _counts = new long[3 * batch.Width];
        for (int row = 0; row < batch.Count; row++)
        {
            if (batch.IsOneOfClasses)
            {
                int predicted = batch.PredictedClass(row), right = batch.Class(row);
                if (predicted == right)
                {
                    _counts[3 * right]++;
                    continue;
                }
                _counts[3 * predicted + 1]++;
                _counts[3 * right + 2]++;
                continue;
            }
            ReadOnlySpan<float> numbers = batch.Prediction(row), targets = batch.Target(row);
            for (int i = 0; i < numbers.Length; i++)
            {
                bool isPredicted = numbers[i] > threshold, isRight = targets[i] > threshold;
                if (isPredicted || isRight)
                    _counts[3 * i + (!isRight ? 1 : !isPredicted ? 2 : 0)]++;
            }
        }

        _rows += batch.Count;
    }

    /// <summary>One number of the counts of all classes, by a formula whose 0/0 is 0, as scikit-learn has it.</summary>
    public readonly double Value(Func<long, long, long, double> formula)
    {
        ReadOnlySpan<long> counts = _counts;
        if (_rows == 0)
            return double.NaN;
        double sum = 0;
        int classes = 0;
        long right = 0, wrong = 0, missed = 0;
        for (int i = 0; i < counts.Length; i += 3)
        {
            (right, wrong, missed) = (right + counts[i], wrong + counts[i + 1], missed + counts[i + 2]);
            if (counts[i] + counts[i + 1] + counts[i + 2] == 0)
                continue;
            sum += Finite(formula(counts[i], counts[i + 1], counts[i + 2]));
            classes++;
        }

        return averaging == Averaging.Micro ? Finite(formula(right, wrong, missed)) : classes == 0 ? 0 : sum / classes;
    }

    private static double Finite(double value) => double.IsNaN(value) ? 0 : value;
}
