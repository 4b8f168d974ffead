namespace StaticNet.Oracle;

/// <summary>How many results were compared, and how many of them were further off than <see cref="Agreement.Tolerance"/> and left to measured rounding.</summary>
public sealed class Tally
{
    public int Compared { get; private set; }

    public int LeftToRounding { get; private set; }

    public void Count(bool isRounding)
    {
        Compared++;
        LeftToRounding += isRounding ? 1 : 0;
    }
}
