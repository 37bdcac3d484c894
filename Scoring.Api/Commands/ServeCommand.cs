using System.CommandLine;
using Scoring.Api.Console;
using Scoring.Api.Hosting;
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
        var command = new Command("serve", "启动服务") { data, url, demo, https, httpsPort };
        command.SetAction((parsed, cancel) => Run(ScoringOptions.From(parsed.GetValue(data), parsed.GetValue(url), parsed.GetValue(demo), parsed.GetValue(https) ? parsed.GetValue(httpsPort) ?? UsualPort() : null), cancel));
        return command;
    }

    private static int UsualPort() =>
        int.TryParse(Environment.GetEnvironmentVariable("SCORING_HTTPS_PORT"), System.Globalization.CultureInfo.InvariantCulture, out var port) ? port : ScoringOptions.UsualHttpsPort;

    private static async Task<int> Run(ScoringOptions options, CancellationToken cancel)
    {
        await using var app = ScoringApp.Build(options);
        try
        {
            app.Services.GetRequiredService<Catalog>(); // first of all, so that a folder in use, or a catalog that does not open, is one plain line
            await app.StartAsync(cancel);
        }
        catch (DataFolderInUseException inUse)
        {
            await System.Console.Error.WriteLineAsync(inUse.Explanation);
            return 1;
        }
        catch (DataFolderRefusedException refused)
        {
            await System.Console.Error.WriteLineAsync(refused.Explanation);
            return 1;
        }
        catch (CatalogUnusableException unusable)
        {
            await System.Console.Error.WriteLineAsync(unusable.Explanation);
            return 1;
        }

        var trouble = app.Services.GetRequiredService<Cautions>().All();
        System.Console.WriteLine(Greeting.Text(app.Urls, [.. trouble, .. await ScoringApp.Prepare(app, options, cancel)]));
        await app.WaitForShutdownAsync(cancel);
        return 0;
    }
}
