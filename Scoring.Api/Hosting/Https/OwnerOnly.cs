namespace Scoring.Api.Hosting.Https;

/// <summary>Files that nobody but the owner may read (mode 600; on Windows the folder's rights hold). Whole or not at all.</summary>
internal static class OwnerOnly
{
    public static void Write(string path, byte[] bytes)
    {
        var fresh = path + ".new";
        File.Delete(fresh);
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        using (var file = new FileStream(fresh, options))
        {
            file.Write(bytes);
            file.Flush(flushToDisk: true);
        }

        File.Move(fresh, path, overwrite: true);
    }
}
