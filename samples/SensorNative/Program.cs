using System.Globalization;
using SensorNative;

// One measurement a line, the last of its columns; a line without one is passed over, as the heading is.
var trial = new SensorTrial();
while (Console.ReadLine() is { } line)
{
    if (float.TryParse(line.AsSpan(line.LastIndexOf(',') + 1), NumberStyles.Float, CultureInfo.InvariantCulture, out float measured) && float.IsFinite(measured))
        trial.Take(measured);
}

if (trial.Squares.Count == 0)
{
    Console.Error.WriteLine("There are no measurements: give two or more, one a line, as in SensorNative < samples/Course/data/co2-weekly.csv");
    return 1;
}

Console.WriteLine(trial);
return trial.IsAsPlanned ? 0 : 1;
