using System.CommandLine;
using Scoring.Api.Hosting;
using Scoring.Api.Machine;

namespace Scoring.Api.Commands;

/// <summary><c>install</c> and <c>uninstall</c>: the program as a service of Windows or systemd. Exit code 0 done, 1 not.</summary>
public static class InstallCommand
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "数据文件夹（默认：程序旁边的 data，没有就用本机的公共位置）" };
        var url = new Option<string?>("--url") { Description = "监听地址（默认 http://0.0.0.0:5080）" };
        var https = new Option<bool>("--https") { Description = "同时开启 https" };
        var print = new Option<bool>("--print") { Description = "只显示 systemd 单元文件，不安装" };
        var command = new Command("install", "装成系统服务，开机自动运行（要管理员权限）") { data, url, https, print };
        command.SetAction((parsed, cancel) => Run(
            ScoringOptions.From(parsed.GetValue(data), parsed.GetValue(url), demo: false, parsed.GetValue(https)
                ? ServeCommand.UsualPort() : null),
            parsed.GetValue(print), parsed.InvocationConfiguration, cancel));
        return command;
    }

    public static Command CreateUninstall()
    {
        var command = new Command("uninstall", "卸下系统服务；数据留着");
        command.SetAction(parsed =>
        {
            if (NotAllowed() is { } why)
            {
                parsed.InvocationConfiguration.Error.WriteLine(why);
                return 1;
            }

            var (done, lines) = OperatingSystem.IsWindows() ? WindowsService.Uninstall(SystemTool.Run)
                : SystemdUnit.Uninstall(SystemTool.Run);
            Firewall.OfThisMachine.Close();
            return Say(done, lines, parsed.InvocationConfiguration);
        });
        return command;
    }

    private static async Task<int> Run(ScoringOptions options, bool print, InvocationConfiguration console, CancellationToken cancel)
    {
        string[] arguments =
        [
            "--data", options.Data, "--url", options.Url, .. options.HttpsPort is { } port ? ["--https", "--https-port", $"{port}"]
                : Array.Empty<string>(),
        ];
        if (print)
        {
            await console.Output.WriteAsync(SystemdUnit.Text(ProgramPlace.Executable, arguments, options.Data));
            return 0;
        }

        if (NotAllowed() is { } why)
        {
            await console.Error.WriteLineAsync(why);
            return 1;
        }

        var firewall = Firewall.OfThisMachine;
        firewall.Open();
        var (done, lines) = OperatingSystem.IsWindows()
            ? WindowsService.Install(SystemTool.Run, ProgramPlace.Executable, arguments, options.Data)
            : SystemdUnit.Install(SystemTool.Run, ProgramPlace.Executable, arguments, options.Data);
        return Say(done, done ? [.. lines, .. await Shown(options, cancel)] : lines, console);
    }

    // A service has no window: what it would show, the one-time link among it, is said here.
    private static async Task<IReadOnlyList<string>> Shown(ScoringOptions options, CancellationToken cancel)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        late.CancelAfter(Patience);
        try
        {
            while (await RunningOne.Find(options, late.Token) is null || !File.Exists(RunningOne.FileIn(options.Data)))
            {
                await Task.Delay(TimeSpan.FromMilliseconds(500), late.Token);
            }

            return [.. File.ReadLines(RunningOne.FileIn(options.Data)).Skip(1)];
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return ["服务还没有回答。请过一会儿在浏览器里打开 " + Greeting.Here(options.Urls) + "/console"];
        }
    }

    private static string? NotAllowed() =>
        !Environment.IsPrivilegedProcess ? (OperatingSystem.IsWindows() ? "要管理员权限：请右键“命令提示符”，选“以管理员身份运行”，再试一次。" : "要管理员权限：请在前面加 sudo，再试一次。")
        : OperatingSystem.IsWindows() && UnderTheUser ? "程序还在个人文件夹里（下载、桌面），服务读不到。请先把整个文件夹移到 C:\\Scoring 之类的地方，再安装。"
        : !OperatingSystem.IsWindows() && !Directory.Exists("/run/systemd/system") ? "这台电脑没有用 systemd，不能装成服务。请用 serve 启动。"
        : null;

    private static bool UnderTheUser => Environment.GetFolderPath(Environment.SpecialFolder.UserProfile) is { Length: > 0 } home
        && ProgramPlace.Executable.StartsWith(home + Path.DirectorySeparatorChar, StringComparison.OrdinalIgnoreCase);

    private static int Say(bool done, IReadOnlyList<string> lines, InvocationConfiguration console)
    {
        foreach (var line in lines)
        {
            (done ? console.Output : console.Error).WriteLine(line);
        }

        return done ? 0 : 1;
    }
}
