using System.ComponentModel;
using System.Diagnostics;
using System.Text;

namespace Scoring.Api.Machine;

/// <summary>The window the program was started in, and the browser beside it.</summary>
public static class Terminal
{
    /// <summary>Chinese is right whatever the code page of a Windows console.</summary>
    public static void UseUtf8()
    {
        if (OperatingSystem.IsWindows())
        {
            System.Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        }
    }

    /// <summary>Started by a double-click on the program itself: nobody gave it a word, and the window closes with it.</summary>
    public static bool ByDoubleClick(IReadOnlyCollection<string> arguments) =>
        arguments.Count == 0 && OperatingSystem.IsWindows() && ProgramPlace.Package is not null && !System.Console.IsInputRedirected;

    /// <summary>Opens the address in whatever browser the system has.</summary>
    /// <returns>False: there is none to be found.</returns>
    public static bool Browse(string address)
    {
        try
        {
            using var browser = OperatingSystem.IsWindows()
                ? Process.Start(new ProcessStartInfo(address) { UseShellExecute = true })
                : Process.Start(new ProcessStartInfo("xdg-open", [address])
                {
                    UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
                });
            return true;
        }
        catch (Exception none) when (none is Win32Exception or PlatformNotSupportedException)
        {
            return false;
        }
    }

    /// <summary>A window that would close at once stays until somebody has read it.</summary>
    public static void WaitForReader()
    {
        if (!System.Console.IsInputRedirected)
        {
            System.Console.WriteLine("按回车键关闭这个窗口。");
            System.Console.ReadLine();
        }
    }
}
