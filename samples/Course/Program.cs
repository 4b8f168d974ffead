using System.CommandLine;
using System.CommandLine.Invocation;
using Course;

ParseResult command = CommandLine.Of(Console.Out).Parse(args);
if (command.Action is ParseErrorAction error)
    error.ShowHelp = false;
try
{
    return command.Invoke(new() { EnableDefaultExceptionHandler = false });
}
catch (Exception e) when (e is IOException or UnauthorizedAccessException or InvalidDataException)
{
    Console.Error.WriteLine(e.Message);
    return 1;
}
