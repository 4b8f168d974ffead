namespace StaticNet;

/// <summary>An option of a rule that the compiler decides: a rule with it and one without are two loops, neither with a test inside.</summary>
internal interface IOption
{
    static abstract bool Is { get; }
}

/// <summary>The option is taken.</summary>
internal readonly struct On : IOption
{
    public static bool Is => true;
}

/// <summary>The option is not taken.</summary>
internal readonly struct Off : IOption
{
    public static bool Is => false;
}
