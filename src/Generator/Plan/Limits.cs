namespace StaticNet.Generator.Plan;

/// <summary>The numbers that bound emitted code and storage, each with its reason.</summary>
internal static class Limits
{
    /// <summary>Rows are padded to 16 floats: one 512-bit vector, two of 256 bits, four of 128 bits, one cache line.</summary>
    public const int Block = 16;

    /// <summary>Weights have their rows padded to 4, so that the product with their transpose always finishes four columns together.</summary>
    public const int WeightRows = 4;

    /// <summary>A product of at most this many multiply-adds a row and vector is written out without a loop over its depth.</summary>
    public const int UnrolledDepth = 32;

    /// <summary>Wider results than this are not written out: the loop over their columns would repeat the body too often.</summary>
    public const int UnrolledColumns = 64;

    /// <summary>Beyond these three, or 2,000 locals, the JIT compiles a method without optimisation.</summary>
    public const int IlBytes = 60_000, IlInstructions = 20_000, IlBlocks = 2_000;

    /// <summary>Over 512 locals the JIT stops inlining, and a kernel is nothing but inlined calls.</summary>
    public const int Locals = 512;

    /// <summary>
    /// Calls and operands behind a product. They are inlined for each of the 24 accumulators of the tallest tile: with 14 of them nothing left the registers,
    /// with 18 some did.
    /// </summary>
    public const int StoreSize = 16;

    /// <summary>
    /// Calls in a loop over rows or columns, polynomials as 8. The loop is written twice where rows have padding, and cheap values once more for
    /// each pass; from about 15 polynomials on the JIT's locals ran out.
    /// </summary>
    public const int SheetSize = 64;

    /// <summary>
    /// From this many products a sum on, the maps behind a convolution are a pass of their own over each line of its results. With 288 products a sum that
    /// takes 3 % longer than maps in registers, so less than 2 % from here on.
    /// </summary>
    public const int FinishDepth = 512;

    /// <summary>
    /// What many rows read again and again takes half of the second cache at most, 512 KB on the smallest processors that this is for; the other half is
    /// for what streams past it.
    /// </summary>
    public const int CacheBytes = 256 * 1024;

    /// <summary>Half of the first cache, of 32 KB.</summary>
    public const int FirstCacheBytes = 16 * 1024;

    /// <summary>
    /// Threads work together on a batch of so many operations from input to output, some 120 µs, and of so many a step: they wait for each other after each, and
    /// read what the others wrote. With 21 million two threads took 98 µs for one thread's 120; with 12 million they took as long as one, a step with 6 longer.
    /// </summary>
    public const long FlopsTogether = 20_000_000, FlopsOfStep = 1_000_000;

    /// <summary>The number of floats that <paramref name="columns"/> take when padded.</summary>
    public static int Pad(int columns) => checked((columns + Block - 1) / Block * Block);

    /// <summary>
    /// The floats from one row of a weight to the next: from 512 bytes on an odd number of cache lines, since the rows under a few columns would share a few sets
    /// of the caches if they lay a power of two apart.
    /// </summary>
    public static int PadWeight(int columns)
    {
        int padded = Pad(columns);
        return padded >= 128 && padded / Block % 2 == 0 ? checked(padded + Block) : padded;
    }

    /// <summary>The rows that a weight of <paramref name="rows"/> inputs takes when padded.</summary>
    public static int PadRows(int rows) => checked((rows + WeightRows - 1) / WeightRows * WeightRows);
}
