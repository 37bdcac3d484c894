using System.CommandLine;
using System.Globalization;
using Scoring.Api.Verify;

namespace Scoring.Api.Commands;

/// <summary><c>verify FILE</c>, a ledger or a sealed archive: exit code 0 intact, 1 damaged, 2 nothing to verify.</summary>
public static class VerifyCommand
{
    private const int MostShown = 50;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "竞赛账本（例如 data/competitions/ydb.db）或归档包（.zip）" };
        var head = new Option<string?>("--head") { Description = "回执上的“序号:校验码”（校验码至少 8 位），例如 7606:1a2b3c4d；账本里没有这一条就算损坏" };
        var key = new Option<string?>("--key") { Description = "主办方公布的公钥指纹；归档包不是用它签的就算损坏" };
        var command = new Command("verify", "检查账本：哈希链、缺号，并全部重新计算") { file, head, key };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.GetValue(head), parsed.GetValue(key), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string file, string? head, string? key, TextWriter output, TextWriter error)
    {
        try
        {
            var wanted = Wanted(head);
            if (VerifyArchive.IsArchive(file))
            {
                return RunArchive(file, wanted, key, output);
            }

            var verification = VerifyLedger.Run(file, wanted);
            Write(file, verification, output);
            return verification.Intact ? 0 : 1;
        }
        catch (Exception nothing) when (nothing is NotALedgerException or NotAnArchiveException)
        {
            error.WriteLine($"{file}：{nothing.Message}");
            return 2;
        }
    }

    private static LastEntry? Wanted(string? head) => head is null ? null
        : LastEntry.Read(head) ?? throw new NotALedgerException("--head 要写成“序号:校验码”，校验码至少 8 位，例如 7606:1a2b3c4d。");

    private static int RunArchive(string file, LastEntry? head, string? key, TextWriter output)
    {
        var verification = VerifyArchive.Run(file, head, key);
        if (verification.Manifest is { } manifest)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"归档包 {file}：{manifest.Name}，{manifest.MadeAt:yyyy-MM-dd HH:mm:ss} UTC 制作，{manifest.Files.Count} 个文件，公钥指纹 {manifest.KeyPrint}（请与主办方公布的核对）"));
        }

        if (verification.Ledger is { } ledger)
        {
            Write(ArchiveManifest.LedgerName, ledger, output);
        }

        WriteAll("发现", verification.Findings, output);
        output.WriteLine(verification.Intact ? "归档包：完整。每个文件、签名、台账和比赛文件都对得上。" : $"归档包：已损坏，共 {verification.Findings.Count} 处。");
        return verification.Intact ? 0 : 1;
    }

    private static void Write(string file, Verification verification, TextWriter output)
    {
        output.WriteLine($"账本 {file}：读到 {verification.Entries} 条");
        if (verification.Last is { } last)
        {
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"最后一条：第 {last.Sequence} 条，{last.At:yyyy-MM-dd HH:mm:ss} UTC，校验码 {last.Hash[..8]}（请与最后一张回执核对）"));
        }

        WriteAll("重新计算", verification.Recomputed, output);
        WriteAll("公布", verification.Notes, output);
        if (verification.Intact)
        {
            output.WriteLine("结论：完整。哈希链没有断，没有缺号，重新计算没有出入。");
            return;
        }

        WriteAll("发现", [.. verification.Findings.Take(MostShown).Select(f => $"{f.Where}：{f.What}")], output);
        output.WriteLine($"结论：已损坏，共 {verification.Findings.Count} 处。请保留这个文件作证据，改用最近一份通过检查的备份。");
    }

    private static void WriteAll(string heading, IReadOnlyList<string> lines, TextWriter output)
    {
        foreach (var line in lines)
        {
            output.WriteLine($"{heading}　{line}");
        }
    }
}
