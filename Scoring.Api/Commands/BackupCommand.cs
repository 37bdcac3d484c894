using System.CommandLine;
using Microsoft.Data.Sqlite;
using Scoring.Api.Hosting;
using Scoring.Api.Storage;
using Scoring.Api.Verify;

namespace Scoring.Api.Commands;

/// <summary><c>backup</c>: copies every competition, or one, while the server may be at work, and checks each copy. Exit code 0 all well, 1 not, 2 nothing to copy.</summary>
public static class BackupCommand
{
    public static Command Create()
    {
        var id = new Argument<string?>("ID") { Description = "竞赛编号；不写则备份全部", Arity = ArgumentArity.ZeroOrOne };
        var data = new Option<string?>("--data") { Description = "数据文件夹（默认 SCORING_DATA 或 ./data）" };
        var reason = new Option<string>("--reason") { Description = "备份的原因，写进文件名", DefaultValueFactory = _ => "手动" };
        var command = new Command("backup", "备份竞赛账本并检查") { id, data, reason };
        command.SetAction(parsed => Run(
            ScoringOptions.From(parsed.GetValue(data), null, false).Data, parsed.GetValue(id), parsed.GetRequiredValue(reason), parsed.InvocationConfiguration));
        return command;
    }

    private static int Run(string data, string? id, string reason, InvocationConfiguration console)
    {
        var folder = DataFolder.CompetitionsIn(data);
        List<string> files = Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.db").Where(f => id is null || Path.GetFileNameWithoutExtension(f) == id).Order(StringComparer.Ordinal)]
            : [];
        if (files.Count == 0)
        {
            console.Error.WriteLine(id is null ? $"{folder} 里没有竞赛。请用 --data 指定数据文件夹。" : $"{folder} 里没有竞赛 {id}。请检查编号。");
            return 2;
        }

        return files.Count(file => !Made(file, data, reason, console)) == 0 ? 0 : 1;
    }

    private static bool Made(string file, string data, string reason, InvocationConfiguration console)
    {
        try
        {
            if (WalCheck.LostCommits(file))
            {
                throw new LostCommitsException(file);
            }

            var copy = Backups.Make(file, DataFolder.BackupsIn(data), reason, TimeProvider.System.GetUtcNow());
            var verification = VerifyLedger.Run(copy);
            console.Output.WriteLine(verification.Intact
                ? $"已备份 {copy}：{verification.Entries} 条，检查通过"
                : $"已备份 {copy}，但账本已损坏，共 {verification.Findings.Count} 处。请用 verify 查看，并保留更早的备份。");
            return verification.Intact;
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException or NotALedgerException or LostCommitsException)
        {
            console.Error.WriteLine($"没有能备份 {file}。{StorageFailure.ExplainOpening(failure)}");
            return false;
        }
    }
}
