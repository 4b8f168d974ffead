using System.Text.RegularExpressions;

namespace StaticNet.Generator.Tests.House;

/// <summary>What holds of every file.</summary>
public partial class FileTests
{
    private const int LongestFile = 400;
    private const int LongestLesson = 100;

    [Fact]
    public void A_file_has_fewer_than_400_lines() => Assert.DoesNotContain(
        SourceTree.Written(".cs"), file => SourceTree.Read(file).Split('\n').Length > LongestFile);

    [Fact]
    public void A_lesson_is_one_file_of_100_lines_at_most() => Assert.DoesNotContain(
        SourceTree.Written(".cs"),
        file => file.StartsWith("samples/Course/Lessons/", StringComparison.Ordinal) && SourceTree.Read(file).TrimEnd().Split('\n').Length > LongestLesson);

    [Fact]
    public void Nothing_is_left_to_do() => Assert.Empty(
        SourceTree.Written(".cs").SelectMany(file => Leftover().Matches(SourceTree.Read(file)).Select(match => $"{file}: {match.Value}")));

    [Fact]
    public void No_file_names_a_machine_that_it_was_written_on() => Assert.Empty(
        from file in SourceTree.Files
        where Texts().IsMatch(file)
        from match in MachinePath().Matches(SourceTree.Read(file))
        select $"{file}: {match.Value}");

    // Their last bits differ from platform to platform: Numerics has its own.
    [Fact]
    public void The_library_calls_no_elementary_function_of_the_platform() => Assert.Empty(
        from file in SourceTree.Written(".cs")
        where file.StartsWith("src/Runtime/", StringComparison.Ordinal)
        from match in Elementary().Matches(SourceTree.Read(file))
        select $"{file}: {match.Value}");

    [Fact]
    public void A_type_has_a_name_that_says_what_it_is() => Assert.DoesNotContain(
        SourceTree.Written(".cs"), file => EmptyName().IsMatch(Path.GetFileNameWithoutExtension(file)));

    [GeneratedRegex(@"\b(TO[D]O|FIX[M]E|HA[C]K|NotImplemented[E]xception)\b|Ski[p]\s*=\s*""")]
    private static partial Regex Leftover();

    [GeneratedRegex(@"\bMathF?\.(Pow|Exp|Log\w*|Sin\w*|Cos\w*|Tan\w*|A(sin|cos|tan)\w*|Cbrt)\(")]
    private static partial Regex Elementary();

    // Absolute paths below the folders where people and services keep their work, and paths out of the repository.
    [GeneratedRegex(@"(?<![\w.~/:<*-])/(work|home|root|Users|mnt|farm)/[\w.]|\.\./share[d]|\.librar[y]/")]
    private static partial Regex MachinePath();

    [GeneratedRegex("(Helper|Manager|Utils|Utilities|Common|Info)s?$")]
    private static partial Regex EmptyName();

    [GeneratedRegex(@"\.(cs|md|csproj|props|targets|json|py|sln|yml)$|^\.ci/run$")]
    private static partial Regex Texts();
}
