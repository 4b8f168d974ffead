namespace Course;

/// <summary>What a lesson takes instead of its own data.</summary>
internal enum OtherData
{
    /// <summary>Nothing.</summary>
    None,

    /// <summary>A table of numbers.</summary>
    File,

    /// <summary>A folder with the four files of Fashion-MNIST or of images like them.</summary>
    Folder,
}
