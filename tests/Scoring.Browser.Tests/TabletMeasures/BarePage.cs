using System.Diagnostics;

namespace Scoring.Browser.Tests.TabletMeasures;

/// <summary>A bare Vue and SignalR page, built now and served beside the tablet app by the same server.</summary>
internal static class BarePage
{
    /// <summary>Builds it into the program's folder; gone again when disposed.</summary>
    public static async Task<IDisposable> Build()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "scoring.sln")))
        {
            root = root.Parent!;
        }

        // Where the packages are found from.
        var source = Directory.CreateDirectory(Path.Combine(root.FullName, "node_modules", ".bare-page"));
        foreach (var file in Directory.EnumerateFiles(Path.Combine(root.FullName, "tests", "Scoring.Browser.Tests", "TabletMeasures", "bare")))
        {
            File.Copy(file, Path.Combine(source.FullName, Path.GetFileName(file)), overwrite: true);
        }

        var target = Path.Combine(AppContext.BaseDirectory, "web", "judge", "bare");
        using var vite = Process.Start(new ProcessStartInfo("npx", ["vite", "build", "--logLevel", "error", "--outDir", target]) { WorkingDirectory = source.FullName })!;
        await vite.WaitForExitAsync();
        Assert.Equal(0, vite.ExitCode);
        source.Delete(recursive: true);
        return new Folder(target);
    }

    private sealed class Folder(string path) : IDisposable
    {
        public void Dispose() => Directory.Delete(path, recursive: true);
    }
}
