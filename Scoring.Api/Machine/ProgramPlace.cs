namespace Scoring.Api.Machine;

/// <summary>Where the program lies, and with it where its data go when nobody says.</summary>
public static class ProgramPlace
{
    /// <summary>A file in every package, beside the folder of the program.</summary>
    public const string Mark = "PACKAGE";

    /// <summary>Folder the package was unpacked into; null: built from source.</summary>
    public static string? Package => PackageOf(AppContext.BaseDirectory);

    /// <summary>What starts this program again.</summary>
    public static string Executable =>
        Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "Scoring.Api.exe" : "Scoring.Api");

    /// <summary>Of this machine, for all versions of the program there will be.</summary>
    public static string MachineData =>
        OperatingSystem.IsWindows() ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "Scoring")
        : Environment.IsPrivilegedProcess ? "/var/lib/scoring"
        : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData), "scoring");

    /// <summary>The data folder when neither the command line nor the environment names one.</summary>
    public static string Data => DataOf(Package, MachineData);

    public static string? PackageOf(string program) =>
        Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(program)) is { } above && File.Exists(Path.Combine(above, Mark)) ? above
            : null;

    /// <summary>Built from source: <c>data</c> in the working folder. A package: a folder <c>data</c> beside it makes it portable, else the
    /// machine's own.</summary>
    public static string DataOf(string? package, string machine) =>
        package is null ? "data" : Path.Combine(package, "data") is var portable && Directory.Exists(portable) ? portable : machine;
}
