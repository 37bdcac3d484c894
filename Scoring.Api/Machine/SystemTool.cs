using System.ComponentModel;
using System.Diagnostics;

namespace Scoring.Api.Machine;

/// <summary>Runs a program of the system.</summary>
/// <returns>Its exit code and everything it said; <see cref="SystemTool.Missing"/> if there is none of that name.</returns>
public delegate (int Code, string Said) Tool(string name, params string[] arguments);

public static class SystemTool
{
    public const int Missing = -1;

    /// <summary>Waits until it ends.</summary>
    public static (int Code, string Said) Run(string name, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(name, arguments)
            {
                UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true, CreateNoWindow = true,
            });
            if (process is null)
            {
                return (Missing, "");
            }

            var error = process.StandardError.ReadToEndAsync();
            var said = process.StandardOutput.ReadToEnd() + error.GetAwaiter().GetResult();
            process.WaitForExit();
            return (process.ExitCode, said.Trim());
        }
        catch (Win32Exception)
        {
            return (Missing, "");
        }
    }
}
