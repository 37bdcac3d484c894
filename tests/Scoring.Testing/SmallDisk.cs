using System.ComponentModel;
using System.Diagnostics;

namespace Scoring.Testing;

/// <summary>A disk of a few megabytes of its own, to be filled to the last byte. It is gone with everything on it when disposed.</summary>
public sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Ballast => Path.Combine(Folder, "ballast");

    /// <returns>Null: none can be mounted here.</returns>
    public static SmallDisk? Mount(int megabytes)
    {
        var folder = Directory.CreateTempSubdirectory("scoring-disk-").FullName;
        return Ran("mount", "-t", "tmpfs", "-o", $"size={megabytes}m", "none", folder) ? new SmallDisk(folder) : null;
    }

    /// <summary>What is left after large pieces is filled by small ones; once more, if something gave room back.</summary>
    public void Fill()
    {
        using var file = new FileStream(Ballast, FileMode.Append, FileAccess.Write, FileShare.None, bufferSize: 0);
        foreach (var size in new[] { 65536, 4096, 1 })
        {
            try
            {
                while (true)
                {
                    file.Write(new byte[size]);
                }
            }
            catch (IOException)
            {
                // smaller
            }
        }
    }

    /// <summary>A part of it, or all, from now on for reading only; nothing in it may be open for writing.</summary>
    public void Protect(string part)
    {
        if (part != Folder)
        {
            Must("mount", "--bind", part, part);
        }

        Must("mount", "-o", part == Folder ? "remount,ro" : "remount,ro,bind", part);
    }

    public void Unprotect(string part) => Must(part == Folder ? ["mount", "-o", "remount,rw", part] : ["umount", "-l", part]);

    public void MakeRoom() => File.Delete(Ballast);

    public void Dispose() => Ran("umount", "-l", Folder);

    private static void Must(params string[] command)
    {
        if (!Ran(command[0], command[1..]))
        {
            throw new InvalidOperationException($"refused: {string.Join(' ', command)}");
        }
    }

    private static bool Ran(string program, params string[] arguments)
    {
        try
        {
            var start = new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true };
            using var process = Process.Start(start)!; // not null without the shell
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (Win32Exception)
        {
            return false;
        }
    }
}
