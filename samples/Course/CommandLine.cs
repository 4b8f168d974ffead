using System.CommandLine;

namespace Course;

/// <summary>What the program may be told, and what it does with it.</summary>
internal static class CommandLine
{
    public static RootCommand Of(TextWriter output)
    {
        var lesson = new Argument<string?>("LESSON") { Description = "A lesson of --list.", Arity = ArgumentArity.ZeroOrOne };
        var list = new Option<bool>("--list") { Description = "Print the lessons, a line each, and nothing else." };
        var all = new Option<bool>("--all") { Description = "Run all lessons." };
        var quick = new Option<bool>("--quick") { Description = "Take seconds instead of minutes, for rougher results." };
        var folder = new Option<string>("--output") { Description = "The folder for pictures and models.", DefaultValueFactory = _ => Path.Combine("artifacts", "course") };
        var data = new Option<string?>("--data") { Description = "A file or folder to take instead of the lesson's own data: see the lesson." };
        data.Validators.Add(result =>
        {
            if (result.Tokens is [{ Value: var path }] && !File.Exists(path) && !Directory.Exists(path))
                result.AddError($"--data does not accept '{path}': there is no such file or folder.");
        });
        var command = new RootCommand("A course on neural networks, lesson by lesson.") { lesson, list, all, quick, folder, data };
        command.Validators.Add(result =>
        {
            string? name = result.GetResult(lesson)?.Tokens is [{ Value: var value }] ? value : null;
            int asked = (result.GetValue(list) ? 1 : 0) + (result.GetValue(all) ? 1 : 0) + (name is null ? 0 : 1);
            if (name is not null && LessonList.All.All(one => one.Name != name))
                result.AddError($"There is no {(name.StartsWith('-') ? "option" : "lesson")} '{name}'. There is {string.Join(", ", LessonList.All.Select(one => one.Name))}.");
            else if (asked != 1)
                result.AddError("Name one lesson, or give --all, or --list to see what there is.");
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
}
