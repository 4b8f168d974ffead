namespace StaticNet;

/// <summary>
/// The area under the ROC curve: how likely a row of the class scores higher than one that is not, equal scores counted half (Mann and Whitney, 1947).
/// Of several classes each against the others, and the mean of the areas; a class that all rows or none are of does not count. As scikit-learn's
/// <c>roc_auc_score(average="macro", multi_class="ovr")</c>.
/// </summary>
/// <remarks>It keeps each score: its memory grows with the data of the first pass, and is used again by the next.</remarks>
public struct RocAuc : IMetric
{
    // Scores and whether the row is of the class, by class: those of class c begin at c·_capacity.
    private float[]? _scores;
    private bool[]? _isOf;
    private int _classes;
    private int _capacity;
    private int _rows;

    /// <inheritdoc/>
    public readonly string Name => "ROC AUC";

    /// <inheritdoc/>
    public readonly bool IsHigherBetter => true;

    /// <inheritdoc/>
    public readonly double Value
    {
        get
        {
            double sum = 0;
            int counted = 0;
            for (int c = 0; c < _classes; c++)
            {
                double area = Area(_scores.AsSpan(c * _capacity, _rows).ToArray(), _isOf.AsSpan(c * _capacity, _rows).ToArray());
                (sum, counted) = double.IsNaN(area) ? (sum, counted) : (sum + area, counted + 1);
            }

            return sum / counted;
        }
    }

    /// <inheritdoc/>
    public void Reset() => _rows = 0;

    /// <inheritdoc/>
    public void Add(in Outcomes batch)
    {
        if (_classes != batch.Width || _capacity < _rows + batch.Count)
            Grow(batch.Width, batch.Count);
        for (int row = 0; row < batch.Count; row++, _rows++)
        {
            ReadOnlySpan<float> p = batch.Prediction(row);
            int right = batch.IsOneOfClasses ? batch.Class(row) : -1;
            for (int c = 0; c < _classes; c++)
            {
                _scores![c * _capacity + _rows] = p[c];
                _isOf![c * _capacity + _rows] = batch.IsOneOfClasses ? c == right : batch.Target(row)[c] > 0.5f;
            }
        }
    }

    private void Grow(int classes, int more)
    {
        int capacity = Math.Max(2 * _capacity, _rows + more);
        var scores = new float[checked(classes * capacity)];
        var isOf = new bool[scores.Length];
        for (int c = 0; c < _classes && _rows > 0; c++)
        {
            _scores.AsSpan(c * _capacity, _rows).CopyTo(scores.AsSpan(c * capacity));
            _isOf.AsSpan(c * _capacity, _rows).CopyTo(isOf.AsSpan(c * capacity));
        }

        (_scores, _isOf, _classes, _capacity) = (scores, isOf, classes, capacity);
    }

    // U = Σ (ranks of those of the class) − m·(m + 1)/2, area = U/(m·(n − m)); equal scores share the mean of their ranks
    private static double Area(float[] scores, bool[] isOf)
    {
        Array.Sort(scores, isOf);
        double ranks = 0;
        long positives = 0;
        for (int first = 0, next; first < scores.Length; first = next)
        {
            int equal = 0;
            for (next = first; next < scores.Length && (scores[next] == scores[first] || next == first); next++)
                equal += isOf[next] ? 1 : 0;
            positives += equal;
            ranks += equal * ((first + 1 + next) / 2.0);
        }

        double negatives = scores.Length - positives;
        return (ranks - positives * (positives + 1) / 2.0) / (positives * negatives);
    }
}
