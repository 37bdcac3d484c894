using System.CommandLine;
using System.Globalization;
using Scoring.Api.Verify;

namespace Scoring.Api.Commands;

/// <summary><c>verify FILE.db</c>: exit code 0 intact, 1 damaged, 2 nothing to verify.</summary>
public static class VerifyCommand
{
    private const int MostShown = 50;

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "竞赛账本文件，例如 data/competitions/ydb.db" };
        var command = new Command("verify", "检查账本：哈希链、缺号，并全部重新计算") { file };
        command.SetAction(parsed => Run(parsed.GetRequiredValue(file), parsed.InvocationConfiguration.Output, parsed.InvocationConfiguration.Error));
        return command;
    }

    private static int Run(string file, TextWriter output, TextWriter error)
    {
        try
        {
            var verification = VerifyLedger.Run(file);
            Write(file, verification, output);
            return verification.Intact ? 0 : 1;
        }
        catch (NotALedgerException nothing)
        {
            error.WriteLine(nothing.Message);
            return 2;
        }
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
