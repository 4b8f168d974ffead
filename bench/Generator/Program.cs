using GeneratorBench;

int rounds = args is ["--rounds", var text] && int.TryParse(text, out int given) && given > 0 ? given : 5;
if (args.Length > 0 && args is not ["--rounds", _])
{
    Console.Error.WriteLine("Expected nothing, or --rounds N.");
    return 1;
}

Project[] projects = [.. new[] { 5, 20, 100, 500 }.Select(Project.Chain), Project.Of("ResNet18"), Project.Of("MobileNetV2")];
Dictionary<Project, List<Round>> measured = projects.ToDictionary(p => p, _ => new List<Round>());
foreach (Project project in projects)
    project.Measure();   // warm
for (int round = 0; round < rounds; round++)
{
    foreach (Project project in projects)
        measured[project].Add(project.Measure());
}

Console.WriteLine($"{"",-14}{"generation",14}{"",12}{"edit elsewhere",16}{"",12}{"compilation",14}{"source",12}");
foreach (var (project, all) in measured)
{
    Cost whole = Median(all, r => r.Whole), keystroke = Median(all, r => r.Keystroke), compiled = Median(all, r => r.Compiled);
    Console.WriteLine($"{project.Name,-14}{whole.Milliseconds,11:F1} ms{whole.Megabytes,9:F1} MB{keystroke.Milliseconds,13:F2} ms{keystroke.Megabytes,9:F2} MB{compiled.Milliseconds,11:F0} ms{all[0].Characters / 1e3,9:F0} kB");
}

Console.WriteLine($"medians of {rounds} rounds");
return 0;

static Cost Median(List<Round> rounds, Func<Round, Cost> of) => new(
    Middle(rounds.Select(r => of(r).Milliseconds)), Middle(rounds.Select(r => of(r).Megabytes)));

static double Middle(IEnumerable<double> values) => values.Order().ElementAt(values.Count() / 2);
