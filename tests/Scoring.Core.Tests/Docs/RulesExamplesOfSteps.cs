using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Phases;
using Scoring.Core.Publication;
using Scoring.Core.Scoring;

namespace Scoring.Core.Tests.Docs;

/// <summary>Signing, publicity and appeals.</summary>
internal static partial class RulesExamples
{
    private static string Answer(Decision decision) => decision is Decision.Refuse refused ? refused.Message.ToString() : "可以";

    private static string Roles()
    {
        var contest = new Contest(entrants: 1);
        return Table("谁 | 想做 | 回答", new[]
        {
            $"管理员 | 录入理论成绩 | {Answer(EnterModuleMark.Decide(contest.State, new Actor(Role.Admin, "admin", Contest.Here), Contest.E(1), new("T"), 90m, 0))}",
            $"录入员 | 录入理论成绩 | {Answer(EnterModuleMark.Decide(contest.State, new Actor(Role.Clerk, "K1", Contest.Here), Contest.E(1), new("T"), 90m, 0))}",
            $"录入员 | 提交编码成绩 | {Answer(SubmitCodedResults.Decide(contest.State, new Actor(Role.Clerk, "K1", Contest.Here), Contest.TradeId))}",
        });
    }

    private static string Signing()
    {
        var contest = new Contest(entrants: 2).Sheet(1, 90m);
        string Sign(Role role, string id) => Answer(SignModule.Decide(contest.State, new Actor(role, id, Contest.Here), Contest.TradeId, new("P")));
        List<string> rows = [$"A02 还没有评，裁判长签字 | {Sign(Role.HeadJudge, "H1")}"];
        contest.Sheet(2, 80m);
        rows.Add($"A02 评完，裁判长签字 | {Sign(Role.HeadJudge, "H1")}");
        contest.Apply(new ModuleSigned(Contest.TradeId, new("P"), Role.HeadJudge, "H1"));
        rows.Add($"签字以后，裁判长退回一份 | {Answer(ReturnSheet.Decide(contest.State, new Actor(Role.HeadJudge, "H1", Contest.Here), Contest.E(1), new("P"), Contest.J(1), "重评"))}");
        rows.Add($"裁判长一人解锁 | {Answer(ReopenModule.Decide(contest.State, Contest.TradeId, new("P"), new Actor(Role.HeadJudge, "H1", Contest.Here), new Actor(Role.Supervisor, "H1", Contest.Here), "漏评"))}");
        rows.Add($"裁判长和监督解锁 | {Answer(ReopenModule.Decide(contest.State, Contest.TradeId, new("P"), new Actor(Role.HeadJudge, "H1", Contest.Here), new Actor(Role.Supervisor, "S1", Contest.Here), "漏评"))}");
        return Table("时候 | 回答", rows);
    }

    private static string Publicity()
    {
        var year = new Competition(new("x"), "x", Holidays: [new(2026, 5, 1), new(2026, 5, 4), new(2026, 5, 5)], ExtraWorkdays: [new(2026, 5, 9)]);
        static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return Table("公示自 | 工作日 | 不列假日，到 | 列出五一假日和 5 月 9 日上班，到", new[] { (new DateOnly(2026, 4, 23), 5), (new DateOnly(2026, 4, 28), 5), (new DateOnly(2026, 5, 8), 1) }
            .Select(x => $"{Day(x.Item1)} | {x.Item2} | {Day(WorkingDays.After(x.Item1, x.Item2))} | {Day(WorkingDays.After(x.Item1, x.Item2, year))}"));
    }

    private static string Appeals()
    {
        var contest = new Contest(entrants: 1).Apply(new PhaseChanged(Contest.TradeId, Phase.Review));
        var over = contest.Trade.Publication.Reached[Phase.Review].At;
        string File(TimeSpan after) => Answer(FileAppeal.Decide(
            contest.State, new Actor(Role.Supervisor, "S1", Contest.Here), Contest.TradeId, Contest.E(1), "李领队", "A1.2 漏记", over + after, over.AddDays(1)));
        return Table("赛后 | 回答", new[] { new TimeSpan(2, 0, 0), new TimeSpan(2, 0, 1) }.Select(t => $"{t:h\\:mm\\:ss} | {File(t)}"));
    }
}
