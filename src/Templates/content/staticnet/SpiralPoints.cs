namespace StaticNetApp;

/// <summary>Points on spirals around each other, a little off: a data set that no straight line divides.</summary>
public static class SpiralPoints
{
    public const int Count = 3;

    public static (float[] Points, int[] Labels) Draw(int points, int seed)
    {
        var random = new Random(seed);
        var drawn = new float[2 * points];
        var labels = new int[points];
        for (int i = 0; i < points; i++)
        {
            labels[i] = i % Count;
            double radius = random.NextDouble();
            double angle = 4 * radius + 2 * Math.PI * labels[i] / Count + 0.1 * (random.NextDouble() - 0.5);
            drawn[2 * i] = (float)(radius * Math.Cos(angle));
            drawn[2 * i + 1] = (float)(radius * Math.Sin(angle));
        }

        return (drawn, labels);
    }
}
