namespace StaticNet.Data.Augmentation;

/// <summary>What changes of colour have in common.</summary>
internal static class Blend
{
    public static float Factor(double amount, ref RandomStream random) => (float)random.Uniform(Math.Max(0, 1 - amount), 1 + amount);

    // clamp(f·x + (1 − f)·other, 0, 1)
    public static float Of(float x, float other, float factor) => Math.Clamp(factor * x + (1 - factor) * other, 0, 1);

    /// <summary>How light a colour is (ITU-R BT.601, as torchvision rounds it).</summary>
    public static float Grey(float red, float green, float blue) => 0.2989f * red + 0.587f * green + 0.114f * blue;
}
