using System.CommandLine;
using System.CommandLine.Parsing;

namespace Compare;

/// <summary>The options of the program and what they accept.</summary>
internal static class CommandLine
{
    public static RootCommand Of(Func<Settings, int> run)
    {
        Option<int> threads = Of("--threads", "Threads of StaticNet and its peers, 1 or 2.", text => text is "1" or "2", int.Parse);
        threads.DefaultValueFactory = _ => 1;
        Option<string> json = Of(
            "--json", "A file for one JSON object a line, in a folder that exists.",
            text => text.Length > 0 && !Directory.Exists(text) && Directory.Exists(Path.GetDirectoryName(Path.GetFullPath(text))), text => text);
        Option<bool> quick = new("--quick") { Description = "The same rows with fewer rounds, in at most four minutes." };
        Option<Workload[]> filter = new("--filter")
        {
            Description = "Only workloads whose name contains this text.",
            CustomParser = result =>
            {
                string text = result.Tokens[^1].Value;
                Workload[] chosen = [.. Workloads.All.Where(one => one.Name.Contains(text, StringComparison.OrdinalIgnoreCase))];
                if (chosen.Length == 0)
                    result.AddError($"No workload's name contains '{text}'. There are: {string.Join(", ", Workloads.All.Select(one => one.Name))}.");
                return chosen;
            },
        };

        var command = new RootCommand("Times StaticNet beside libtorch and ONNX Runtime.") { threads, filter, quick, json };
        command.SetAction(line => run(new(
            line.GetValue(threads), line.GetResult(filter) is null ? Workloads.All : line.GetValue(filter)!, line.GetValue(quick), line.GetValue(json))));
        return command;
    }

    private static Option<T> Of<T>(string name, string description, Func<string, bool> accepts, Func<string, T> parse) => new(name)
    {
        Description = description,
        CustomParser = (ArgumentResult result) =>
        {
            string text = result.Tokens[^1].Value;
            if (accepts(text))
                return parse(text);
            result.AddError($"{name} does not accept '{text}'. {description}");
            return default;
        },
    };
}
