using System.CommandLine;
using Scoring.Api.Doctor;
using Scoring.Api.Hosting;
using Scoring.Display.Certificates.Fonts;

namespace Scoring.Api.Commands;

/// <summary><c>doctor</c>: looks at this machine and the data folder, and says what to do. Exit code 0 nothing is in the way, 1
/// trouble.</summary>
public static class DoctorCommand
{
    public static Command Create()
    {
        var data = new Option<string?>("--data") { Description = "数据文件夹（默认 SCORING_DATA 或 ./data）" };
        var url = new Option<string?>("--url") { Description = "监听地址（默认 SCORING_URL 或 http://0.0.0.0:5080）" };
        var command = new Command("doctor", "检查这台电脑：磁盘、时钟、字体、端口、防火墙、网络、证书、备份") { data, url };
        command.SetAction((parsed, cancel) =>
            Run(ScoringOptions.From(parsed.GetValue(data), parsed.GetValue(url), false), parsed.InvocationConfiguration.Output, cancel));
        return command;
    }

    private static async Task<int> Run(ScoringOptions options, TextWriter output, CancellationToken cancel)
    {
        var (now, running) = (TimeProvider.System.GetUtcNow(), await RunningOne.Find(options, cancel));
        var port = BindingAddress.Parse(options.Urls[0]).Port;
        var fonts = FontBook.Load(FontBook.UsualPlaces(options.Data));
        var findings = Examination.WorstFirst(
            [.. Examination.OfMachine(options.Data, fonts, port, running is not null, now), .. Examination.OfFiles(options.Data, now)]);
        foreach (var finding in findings)
        {
            await output.WriteLineAsync($"{Sign(finding.Grade)} {finding.Name}：{finding.What}");
            if (finding.Do is { } what)
            {
                await output.WriteLineAsync($"     {what}");
            }
        }

        await output.WriteLineAsync(running is null ? "程序没有在运行：平板的信号要启动以后在控制台的“检查”页看。" : $"程序在运行。平板的信号和第二份备份请看 {running}/console/doctor");
        return findings.Any(f => f.Grade == Grade.Trouble) ? 1 : 0;
    }

    private static string Sign(Grade grade) => grade switch { Grade.Trouble => "[问题]", Grade.Caution => "[注意]", Grade.Well => "[正常]" };
}
