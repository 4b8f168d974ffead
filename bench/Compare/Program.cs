using System.CommandLine;
using System.CommandLine.Invocation;
using Compare;

ParseResult command = CommandLine.Of(Run).Parse(args);
if (command.Action is ParseErrorAction error)
    error.ShowHelp = false;
return command.Invoke();

static int Run(Settings settings)
{
    try
    {
        Comparison.Run(settings, Console.Out);
        return 0;
    }
    catch (DisagreementException e)
    {
        Console.Error.WriteLine(e.Message);
        return 1;
    }
}
