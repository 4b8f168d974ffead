namespace StaticNet;

/// <summary>Whether training moves a layer's parameters.</summary>
public enum Trainable
{
    /// <summary>Every step does.</summary>
    Always,

    /// <summary>
    /// No step does: the layer has no gradient and no slot of an optimizer, and what lies below the first layer that is trained has no backward pass and
    /// keeps nothing for it. Running statistics of a normalisation move all the same.
    /// </summary>
    Never,

    /// <summary>Every step does, unless the trainer's <c>Freeze</c> forbids it, until its <c>Thaw</c>.</summary>
    Switchable,
}
