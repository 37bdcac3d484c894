using System.Diagnostics;

namespace Scoring.Package.Tests;

/// <summary>Debian's wine64 with a Windows of its own.</summary>
public sealed class Wine : IDisposable
{
    private const string Program = "/usr/lib/wine/wine64", Server = "/usr/lib/wine/wineserver64";

    private readonly string prefix;

    public Wine(string scratch)
    {
        Assert.SkipUnless(File.Exists(Program), "wine64 is not installed (Debian: apt install wine64)");
        prefix = Path.Combine(scratch, "wine");
        Assert.Equal(0, Run("wineboot", "-i").Code);
    }

    /// <summary>A file of this machine as Windows programs name it.</summary>
    public static string PathOf(string file) => "Z:" + file.Replace('/', '\\');

    public ProcessStartInfo Command(params string[] arguments)
    {
        var start = new ProcessStartInfo(Program, arguments);
        start.Environment["WINEPREFIX"] = prefix;
        start.Environment["WINEDEBUG"] = "-all";
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0"; // wine maps no page twice
        start.Environment["LANG"] = "C.UTF-8";
        return start;
    }

    public (int Code, string Said) Run(params string[] arguments)
    {
        var said = new System.Collections.Concurrent.ConcurrentQueue<string>();
        using var process = Package.Start(Command(arguments), said.Enqueue);
        process.StandardInput.Close();
        process.WaitForExit();
        return (process.ExitCode, string.Join('\n', said));
    }

    public void Dispose()
    {
        var end = new ProcessStartInfo(Server, ["-k"]);
        end.Environment["WINEPREFIX"] = prefix;
        using var ended = Process.Start(end);
        ended!.WaitForExit(); // not null: no shell
    }
}
