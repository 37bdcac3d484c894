using System.CommandLine;
using System.Text;
using Scoring.Core.Files.Computing;

namespace Scoring.Api.Commands;

/// <summary><c>compute FILE</c>: a competition file with marks in, results with explanations out; no server, no database. Exit code 2: the file has errors.</summary>
public static class ComputeCommand
{
    // Characters: each write to standard output is a call of the system.
    private const int AtOnce = 64 * 1024;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "竞赛文件（JSON，见 docs/competition-file.md）；- 为标准输入" };
        var text = new Option<bool>("--text") { Description = "输出可以宣读的中文页面" };
        var json = new Option<bool>("--json") { Description = "输出 JSON（默认）" };
        var command = new Command("compute", "由竞赛文件计算成绩、名次和奖项，逐项说明依据") { file, text, json };
        command.Validators.Add(result =>
        {
            if (result.GetValue(text) && result.GetValue(json))
            {
                result.AddError("--text 和 --json 只能选一个。");
            }
        });
        command.SetAction((parsed, cancel) => Run(
            parsed.GetRequiredValue(file), parsed.GetValue(text), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error, cancel));
        return command;
    }

    private static async Task<int> Run(string path, bool text, TextWriter output, TextWriter error, CancellationToken cancel)
    {
        if (await CompetitionFiles.Read(path, error, cancel) is not { } file)
        {
            return CompetitionFiles.Unusable;
        }

        var computed = Computation.Of(file);
        var gathered = new StringBuilder();
        foreach (var piece in text ? ComputedPage.Pieces(computed).Select(p => p.AsMemory()) : ComputedJson.Of(computed))
        {
            gathered.Append(piece);
            if (gathered.Length >= AtOnce)
            {
                await output.WriteAsync(gathered, cancel);
                gathered.Clear();
            }
        }

        await output.WriteAsync(gathered, cancel);
        return 0;
    }
}
