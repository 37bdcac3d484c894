using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Ranking;

namespace Scoring.Core.Files.Computing;

/// <summary>An entrant's result told from the aspects to the award, in sentences a head judge can read out.</summary>
internal static class EntrantWords
{
    public static IReadOnlyList<string> Of(CompetitionState state, TradeState trade, EntrantState entrant, Standing row, AwardRow? award)
    {
        var lines = new List<string>();
        foreach (var (index, component) in row.Result.Components.Index())
        {
            var definition = trade.Definition.Components[index];
            foreach (var module in component.Modules)
            {
                if (trade.Module(module.Module) is { } m)
                {
                    lines.AddRange(ModuleWords.Of(state, m, entrant, module));
                }
            }

            lines.Add(Component(definition, component));
        }

        lines.Add(Total(trade.Definition, entrant, row.Result));
        if (row.Rank is { } rank)
        {
            lines.Add($"第 {rank} 名：{row.Reason?.Words ?? "总分最高"}。");
        }

        if (award is not null)
        {
            lines.Add($"{award.Tier ?? "不获奖"}：{award.Words}。");
        }

        return lines;
    }

    private static string Component(Component definition, ComponentResult result)
    {
        if (result.Figure is not { } figure)
        {
            return $"{definition.Name}：还没有成绩。";
        }

        var modules = result.Modules.Select(m => $"{m.Module} {ModuleWords.Exact(m.Figure ?? 0)}").ToList();
        return modules.Count == 1
            ? $"{definition.Name} {Words.Mark(figure)} 分。"
            : $"{definition.Name} = {string.Join(" + ", modules)} = {Words.Mark(figure)} 分。";
    }

    private static string Total(Trade trade, EntrantState entrant, EntrantResult result)
    {
        if (result.Status != EntrantStatus.Normal)
        {
            var because = entrant.Violations.FirstOrDefault(v => v.Outcome == Ledger.Events.ViolationOutcome.Disqualified)?.What ?? entrant.StatusReason;
            return $"{StatusName(result.Status)}，不计总分、不排名{(string.IsNullOrWhiteSpace(because) ? "" : $"：{because}")}。";
        }

        if (result.Total is not { } total)
        {
            return "成绩不全，没有总分，暂不排名。";
        }

        var raw = trade.Scoring == ScoringMode.RawSum;
        var parts = trade.Components.Zip(result.Components, (d, r) =>
            raw ? $"{d.Name} {Words.Mark(r.Figure ?? 0)}" : $"{d.Name} {Words.Mark(r.Figure ?? 0)} × {Words.Plain(d.Weight)}%");
        return $"总分 = {string.Join(" + ", parts)} = {Words.Mark(total)} 分{(trade.Rounding == RoundingMode.HalfEven ? "（四舍六入五成双）" : "")}。";
    }

    public static string StatusName(EntrantStatus status) => status switch
    {
        EntrantStatus.Absent => "缺考",
        EntrantStatus.Withdrawn => "弃赛",
        EntrantStatus.Disqualified => "取消资格",
        _ => "正常",
    };
}
