using System.CommandLine;
using Scoring.Api.Commands;

namespace Scoring.Api.Tests.Commands;

/// <summary>The program's commands, run as from a terminal.</summary>
internal static class CommandRun
{
    public static async Task<(int Code, string Output, string Error)> Of(params string[] args)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Cli.Root().Parse(args).InvokeAsync(new InvocationConfiguration { Output = output, Error = error });
        return (code, output.ToString(), error.ToString());
    }

    public static string Example(string name)
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "scoring.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("scoring.sln not found above the tests");
        }

        return Path.Combine(folder, "examples", name);
    }
}
