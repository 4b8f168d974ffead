using System.Diagnostics;
using System.Globalization;
using DigitsNative;

const int LongestFile = 1 << 20;
if (args.Contains("--help"))
{
    Console.WriteLine(CommandLine.Usage);
    return 0;
}

if (!CommandLine.TryParse(args, out CommandLine? line, out string error))
    return Fail(error);
try
{
    float[] pixels = ImageFormat.Read(ReadFile(line.Path));
    var classifier = new Classifier();
    Console.WriteLine($"digit: {classifier.Classify(pixels)}");
    for (int digit = 0; digit < DigitNet.OutputLength; digit++)
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{digit}  {classifier.Probabilities[digit]:F6}"));
    if (line.Times > 0)
        Time(classifier, pixels, line.Times);
    return 0;
}
catch (InvalidDataException e)
{
    return Fail(e.Message);
}

static byte[] ReadFile(string path)
{
    try
    {
        using Stream file = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
        var bytes = new byte[LongestFile];
        int length = file.ReadAtLeast(bytes, LongestFile, throwOnEndOfStream: false);
        return length < LongestFile ? bytes[..length] : throw new InvalidDataException("The input has 1 MB or more: no image of 8×8 pixels has.");
    }
    catch (Exception e) when (e is IOException or UnauthorizedAccessException)
    {
        throw new InvalidDataException($"Cannot read '{path}': give a file that exists and that you may read.", e);
    }
}

static void Time(Classifier classifier, float[] pixels, int times)
{
    long allocated = GC.GetAllocatedBytesForCurrentThread();
    long start = Stopwatch.GetTimestamp();
    int sum = 0;
    for (int i = 0; i < times; i++)
        sum += classifier.Classify(pixels);
    TimeSpan time = Stopwatch.GetElapsedTime(start);
    allocated = GC.GetAllocatedBytesForCurrentThread() - allocated;
    Console.WriteLine(string.Create(
        CultureInfo.InvariantCulture, $"{times} predictions of {sum / times}: {time.TotalMicroseconds / times:F3} µs each, {allocated} bytes allocated"));
}

static int Fail(string message)
{
    Console.Error.WriteLine(message);
    return 1;
}
