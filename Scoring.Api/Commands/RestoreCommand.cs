using System.CommandLine;
using Microsoft.Data.Sqlite;
using Scoring.Api.Files;
using Scoring.Api.Hosting;
using Scoring.Api.Storage;
using Scoring.Api.Verify;

namespace Scoring.Api.Commands;

/// <summary>
/// <c>restore FILE.db --as ID</c>: a checked copy becomes a competition of its own; nothing is replaced. <c>restore FOLDER</c>: the whole installation, on an empty machine.
/// Exit code 0 done, 1 damaged, 2 not possible.
/// </summary>
public static class RestoreCommand
{
    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "备份文件，例如 data/backups/ydb-20260423T120000Z-公布前.db；或者放备份的文件夹：恢复整套" };
        var id = new Option<string>("--as") { Description = "恢复成的竞赛编号（不能已存在）；恢复整套时不写" };
        var password = new Option<string?>("--password-file") { Description = "第一行是整套备份口令的文件；不写则现在输入" };
        var data = new Option<string?>("--data") { Description = "数据文件夹（默认 SCORING_DATA 或 ./data）" };
        var damaged = new Option<bool>("--damaged") { Description = "账本已损坏也复制，只能查看到损坏处" };
        var command = new Command("restore", "从备份恢复成一个新的竞赛") { file, id, data, damaged, password };
        command.SetAction(parsed => Directory.Exists(parsed.GetRequiredValue(file))
            ? Whole(parsed.GetRequiredValue(file), ScoringOptions.From(parsed.GetValue(data), null, false).Data, parsed.GetValue(password), parsed.InvocationConfiguration)
            : Run(
            parsed.GetRequiredValue(file), new(parsed.GetValue(id) ?? ""), ScoringOptions.From(parsed.GetValue(data), null, false).Data,
            parsed.GetValue(damaged), parsed.InvocationConfiguration));
        return command;
    }

    private static int Whole(string backups, string data, string? passwordFile, InvocationConfiguration console)
    {
        try
        {
            var (done, lines) = InstallationRestore.Run(backups, data, Password(passwordFile, console));
            foreach (var line in lines)
            {
                (done ? console.Output : console.Error).WriteLine(line);
            }

            return done ? 0 : 2;
        }
        catch (DataRefusedException refused)
        {
            console.Error.WriteLine(refused.Explanation);
            return 2;
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"没有能恢复 {backups}。{StorageFailure.ExplainOpening(failure)}");
            return 2;
        }
    }

    private static string Password(string? file, InvocationConfiguration console)
    {
        if (file is not null)
        {
            return File.ReadLines(file).FirstOrDefault() ?? "";
        }

        console.Output.WriteLine("请输入整套备份的口令，然后按回车：");
        return System.Console.In.ReadLine() ?? "";
    }

    private static int Run(string file, Core.Definition.CompetitionId id, string data, bool damaged, InvocationConfiguration console)
    {
        if (!DataFolder.CanMake(id))
        {
            console.Error.WriteLine("竞赛编号只能用小写英文字母、数字和 -，最多 64 个字。请换一个编号。");
            return 2;
        }

        try
        {
            using var folder = DataFolder.Take(data);
            var target = folder.FileOf(id);
            if (File.Exists(target))
            {
                console.Error.WriteLine($"竞赛 {id} 已经存在，恢复不会覆盖它。请用 --as 换一个编号。");
                return 2;
            }

            var verification = VerifyLedger.Run(file);
            if (!verification.Intact && !damaged)
            {
                console.Error.WriteLine($"{file} 已损坏，共 {verification.Findings.Count} 处，没有恢复。请先用 verify 查看，或换一份更早的备份。");
                return 1;
            }

            Backups.RestorePapers(file, target);
            Backups.Copy(file, target);
            console.Output.WriteLine($"已恢复为竞赛 {id}，共 {verification.Entries} 条。启动服务后即可使用。");
            return 0;
        }
        catch (DataRefusedException refused)
        {
            console.Error.WriteLine(refused.Explanation);
            return 2;
        }
        catch (NotALedgerException nothing)
        {
            console.Error.WriteLine(nothing.Message);
            return 2;
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException)
        {
            console.Error.WriteLine($"没有能恢复 {file}。{StorageFailure.ExplainOpening(failure)}");
            return 2;
        }
    }
}
