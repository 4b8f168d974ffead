using System.CommandLine;
using System.CommandLine.Invocation;
using StaticNet;

namespace Course;

/// <summary>What the program may be told, and what it does with it.</summary>
internal static class CommandLine
{
    /// <summary>Does what a line says; what is wrong with it, or with a file, is one line.</summary>
    /// <returns>The exit status.</returns>
    public static int Run(string[] line, TextWriter output, TextWriter error)
    {
        ParseResult command = Of(output).Parse(line);
        if (command.Action is ParseErrorAction help)
            help.ShowHelp = false;
        try
        {
            return command.Invoke(new() { EnableDefaultExceptionHandler = false, Output = output, Error = error });
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException or SafetensorsException)
        {
            error.WriteLine(e.Message);
            return 1;
        }
    }

    private static RootCommand Of(TextWriter output)
    {
        var lesson = new Argument<string?>("LESSON") { Description = "A lesson of --list.", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = "Print the lessons, a line each, and nothing else." };
        var all = new Option<bool>("--all") { Description = "Run all lessons." };
        var quick = new Option<bool>("--quick") { Description = "Take seconds instead of minutes, for rougher results." };
        var folder = new Option<string>("--output") { Description = "The folder for pictures and models.", DefaultValueFactory = _ => Path.Combine("artifacts", "course") };
        var data = new Option<string?>("--data") { Description = "A file or folder to take instead of the lesson's own data: see the lesson." };
        var command = new RootCommand("A course on neural networks, lesson by lesson.") { lesson, list, all, quick, folder, data };
        command.Validators.Add(result =>
        {
            string? name = result.GetResult(lesson)?.Tokens is [{ Value: var value }] ? value : null;
            int asked = (result.GetValue(list) ? 1 : 0) + (result.GetValue(all) ? 1 : 0) + (name is null ? 0 : 1);
            if (name is not null && LessonList.All.All(one => one.Name != name))
                result.AddError($"There is no {(name.StartsWith('-') ? "option" : "lesson")} '{name}'. There is {string.Join(", ", LessonList.All.Select(one => one.Name))}.");
            else if (asked != 1)
                result.AddError("Name one lesson, or give --all, or --list to see what there is.");
            else if (result.GetResult(data)?.Tokens is [{ Value: var path }] && Misfit(path, LessonList.All.FirstOrDefault(one => one.Name == name)) is { } misfit)
                result.AddError(misfit);
        });
        command.SetAction(line =>
        {
            if (line.GetValue(list))
            {
                foreach (Lesson one in LessonList.All)
                    output.WriteLine($"{one.Name.PadRight(LessonList.All.Max(other => other.Name.Length))}  {one.Summary}");
                return 0;
            }

            string? name = line.GetValue(lesson);
            bool[] reached = [.. LessonList.All.Where(one => name is null || one.Name == name)
                .Select(one => LessonList.Run(one, line.GetValue(quick), line.GetValue(folder)!, line.GetValue(data), output))];
            if (name is null)
                output.WriteLine($"{reached.Count(one => one)} of {reached.Length} lessons reached their floors");
            return reached.All(one => one) ? 0 : 1;
        });
        return command;
    }

    // What is wrong with other data for a lesson, or null.
    private static string? Misfit(string path, Lesson? lesson) => lesson?.Data switch
    {
        _ when !Path.Exists(path) => $"--data does not accept '{path}': there is no such file or folder.",
        OtherData.File when Directory.Exists(path) => $"--data does not accept '{path}' for {lesson.Name}: it is a folder. Give a file.",
        OtherData.Folder when File.Exists(path) => $"--data does not accept '{path}' for {lesson.Name}: it is a file. Give the folder with the four files of images and labels.",
        OtherData.File or OtherData.Folder => null,
        _ => $"--data is for one of these lessons: {Taking(OtherData.File)} (a file), {Taking(OtherData.Folder)} (a folder). Name one of them, or leave --data out.",
    };

    private static string Taking(OtherData data) => string.Join(", ", LessonList.All.Where(one => one.Data == data).Select(one => one.Name));
}
