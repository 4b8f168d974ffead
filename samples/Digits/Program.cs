using System.CommandLine;
using System.CommandLine.Invocation;
using Digits;
using StaticNet;

ParseResult command = CommandLine.Of(Run).Parse(args);
if (command.Action is ParseErrorAction error)
    error.ShowHelp = false;
return command.Invoke();

static int Run(Settings settings)
{
    try
    {
        MainJob.Run(settings, Console.Out, live: !Console.IsOutputRedirected);
        return 0;
    }
    catch (Exception e) when (e is NonFiniteLossException or SafetensorsException or InvalidDataException)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
}
