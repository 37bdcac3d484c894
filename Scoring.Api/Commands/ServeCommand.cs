using System.CommandLine;
using System.Globalization;
using Microsoft.AspNetCore.Connections;
using Scoring.Api.Hosting;
using Scoring.Api.Machine;
using Scoring.Api.Storage;

namespace Scoring.Api.Commands;

/// <summary><c>serve</c>: console, tablets, screens and portal in one process.</summary>
public static class ServeCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "数据文件夹（默认 SCORING_DATA 或 ./data）" };
        var url = new Option<string?>("--url") { Description = "监听地址（默认 SCORING_URL 或 http://0.0.0.0:5080）" };
        var demo = new Option<bool>("--demo") { Description = "在空文件夹里载入演示比赛“殷都杯”" };
        var https = new Option<bool>("--https") { Description = "同时开启 https，用现场自己的证书；平板信任后断网也能刷新" };
        var httpsPort = new Option<int?>("--https-port") { Description = $"https 端口（默认 SCORING_HTTPS_PORT 或 {ScoringOptions.UsualHttpsPort}）" };
        var open = new Option<bool>("--open") { Description = "启动后打开浏览器；已经在运行就直接打开它" };
        var command = new Command("serve", "启动服务") { data, url, demo, https, httpsPort, open };
        command.SetAction((parsed, cancel) => Run(ScoringOptions.From(
            parsed.GetValue(data), parsed.GetValue(url), parsed.GetValue(demo), parsed.GetValue(https) ? parsed.GetValue(httpsPort) ?? UsualPort() : null,
            parsed.GetValue(open) || Terminal.ByDoubleClick(Environment.GetCommandLineArgs()[1..])), cancel));
        return command;
    }

    internal static int UsualPort() =>
        int.TryParse(Environment.GetEnvironmentVariable("SCORING_HTTPS_PORT"), CultureInfo.InvariantCulture, out var port) ? port : ScoringOptions.UsualHttpsPort;

    private static async Task<int> Run(ScoringOptions options, CancellationToken cancel)
    {
        await using var app = ScoringApp.Build(options);
        if (await Refusal(app, options, cancel) is { } why)
        {
            return await Refused(why, options, cancel);
        }

        using var window = new Window(app, options, System.Console.Out);
        await window.Show(cancel);
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }

    /// <summary>Null: it started.</summary>
    private static async Task<string?> Refusal(WebApplication app, ScoringOptions options, CancellationToken cancel)
    {
        try
        {
            app.Services.GetRequiredService<Catalog>(); // first of all, so that a folder in use, or a catalog that does not open, is one plain line
            if (options.Urls.Any(Addresses.IsTaken))
            {
                return Taken(options);
            }

            await app.StartAsync(cancel);
            return null;
        }
        catch (DataRefusedException refused)
        {
            return refused.Explanation;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            return Taken(options); // somebody was quicker
        }
    }

    private static string Taken(ScoringOptions options) =>
        $"端口被别的程序占用了：{string.Join("、", options.Urls)}。请关掉占用它的程序，或者用 --url http://0.0.0.0:5090 换一个端口。";

    private static async Task<int> Refused(string why, ScoringOptions options, CancellationToken cancel)
    {
        if (options.Open && await RunningOne.Find(options, cancel) is { } there)
        {
            System.Console.WriteLine(Terminal.Browse(there + "/console") ? $"评分系统已经在运行，已打开 {there}/console" : $"评分系统已经在运行，请打开 {there}/console");
            return 0;
        }

        await System.Console.Error.WriteLineAsync(why);
        if (options.Open)
        {
            Terminal.WaitForReader();
        }

        return 1;
    }
}
