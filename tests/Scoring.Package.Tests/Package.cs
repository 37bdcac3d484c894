using System.Diagnostics;
using System.IO.Compression;

namespace Scoring.Package.Tests;

/// <summary>A package as <c>deploy/package</c> made it, unpacked as an organizer does.</summary>
public sealed class Package : IDisposable
{
    private readonly string scratch = Directory.CreateTempSubdirectory("scoring-package-").FullName;

    private Package(string archive)
    {
        Archive = archive;
        var into = Directory.CreateDirectory(Path.Combine(scratch, "评分 系统")).FullName; // a blank and Chinese, as on somebody's desktop
        if (archive.EndsWith(".zip", StringComparison.Ordinal))
        {
            ZipFile.ExtractToDirectory(archive, into);
        }
        else
        {
            Assert.Equal(0, Tool("tar", "-xzf", archive, "-C", into).Code);
        }

        Root = Assert.Single(Directory.GetDirectories(into));
    }

    /// <summary>Where <c>scoring.sln</c> lies.</summary>
    public static string Repository { get; } = Above(AppContext.BaseDirectory);

    public string Archive { get; }

    /// <summary>The one folder in it.</summary>
    public string Root { get; }

    public string Scratch => scratch;

    /// <param name="system">E.g. win-x64.</param>
    public static Package Of(string system)
    {
        var folder = Environment.GetEnvironmentVariable("SCORING_PACKAGES");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "deploy/test makes the packages and names their folder in SCORING_PACKAGES");
        var made = Directory.GetFiles(folder, $"scoring-*-{system}.*");
        Assert.SkipWhen(made.Length == 0 && system == "linux-arm64", "only deploy/test --all makes the package for arm64");
        return new(Assert.Single(made));
    }

    public string Under(params string[] path) => Path.Combine([Root, .. path]);

    public static (int Code, string Said) Tool(string name, params string[] arguments) => Api.Machine.SystemTool.Run(name, arguments);

    public static bool Has(string tool) => Tool("which", tool).Code == 0;

    /// <summary>What it says, as it says it; ends with the test.</summary>
    public static Process Start(ProcessStartInfo start, Action<string> said)
    {
        (start.UseShellExecute, start.RedirectStandardOutput, start.RedirectStandardError, start.RedirectStandardInput) = (false, true,
            true, true);
        start.StandardOutputEncoding = start.StandardErrorEncoding = System.Text.Encoding.UTF8;
        var process = Process.Start(start)!; // not null: no shell
        process.OutputDataReceived += (_, line) => said(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => said(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    private static string Above(string folder) => File.Exists(Path.Combine(folder, "scoring.sln")) ? folder
        : Above(Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("scoring.sln not found above the tests"));

    public void Dispose() => Directory.Delete(scratch, recursive: true);
}
