using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.Results;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Ranking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files.Computing;

/// <summary>An entrant's result told from the aspects to the award, in sentences a head judge can read out.</summary>
internal static class EntrantWords
{
    public static IReadOnlyList<Saying> Of(
        CompetitionState state, TradeState trade, EntrantState entrant, Standing row, AwardRow? award, IReadOnlyList<TierUse> tiers)
    {
        var lines = new List<Saying>();
        foreach (var (index, component) in row.Result.Components.Index())
        {
            var definition = trade.Definition.Components[index];
            foreach (var module in component.Modules)
            {
                if (trade.Module(module.Module) is { } m && (row.Result.Status == EntrantStatus.Normal || HasSomething(entrant, module)))
                {
                    lines.AddRange(ModuleWords.Of(state, m, entrant, module));
                }
            }

            if (row.Result.Status == EntrantStatus.Normal || component.Figure is not null)
            {
                lines.Add(Component(trade.Definition, definition, component));
            }
        }

        lines.Add(Total(trade.Definition, entrant, row.Result));
        if (row.Result is { Guest: true, Total: not null })
        {
            lines.Add($"不计名次：成绩列在有名次的选手之后，不占奖项和晋级名额，不计入团体。");
        }

        if (row.Rank is { } rank)
        {
            lines.Add($"第 {rank} 名：{row.Reason?.Words ?? (Saying)$"总分最高"}。");
        }

        if (award is not null)
        {
            lines.Add($"{(award.Tier is { } tier ? $"{tier}" : (Saying)$"不获奖")}：{Award(row, award, tiers)}。");
        }

        return lines;
    }

    // The reason of the rank says why this one is before the next, not why the rank is enough for a tier.
    private static Saying Award(Standing row, AwardRow award, IReadOnlyList<TierUse> tiers) =>
        award.Tier is not null && award.Words == row.Reason?.Words && tiers.FirstOrDefault(t => t.Name == award.Tier) is { } tier
            ? (Saying)$"第 {row.Rank} 名，在{tier.Name}的 {tier.Quota} 个名额内" : award.Words;

    // Of someone who is not ranked, what nobody has marked is not missing (R-B8).
    private static bool HasSomething(EntrantState entrant, ModuleResult module) =>
        module.SetToZero || Enumerable.Range(1, module.Attempts?.Count ?? 1)
            .Any(n => entrant.Entries(module.Module)?.Attempt(n) is { IsEmpty: false });

    private static Saying Component(Trade trade, Component definition, ComponentResult result)
    {
        if (result.Figure is not { } figure)
        {
            return $"{definition.Name}：还没有成绩。";
        }

        var stopped = result.Raw < 0 && figure == 0 ? (Saying)$"，不足 0 按 0 计" : null;

        var modules = result.Modules.Select(m => (Saying)$"{m.Module} {ModuleWords.Exact(m.Figure ?? 0, trade.Decimals)}").ToList();
        var scaled = result is { ScaledFrom: { } full, Raw: not null } ? (Saying)$"，满分 {Words.Plain(full)} 折算为 100" : null;
        var sum = modules.Count > 1 && scaled is not null ? (Saying)$" = {ModuleWords.Exact(result.Raw ?? 0, trade.Decimals)}" : null;
        return modules.Count == 1 && stopped is null && scaled is null
            ? (Saying)$"{definition.Name} {Words.Mark(figure, trade.Decimals)} 分。"
            : $"{definition.Name} = {Saying.Join(" + ", modules)}{sum}{scaled}{stopped} = {Words.Mark(figure, trade.Decimals)} 分。";
    }

    private static Saying Total(Trade trade, EntrantState entrant, EntrantResult result)
    {
        if (result.Status != EntrantStatus.Normal)
        {
            var typed = entrant.Violations.FirstOrDefault(v => v.Outcome == Ledger.Events.ViolationOutcome.Disqualified)?.What ?? entrant.StatusReason;
            var because = result.Status == EntrantStatus.Eliminated ? Late(trade, result) : string.IsNullOrWhiteSpace(typed) ? null : (Saying)$"{typed}";
            return $"{StatusWords.Of(result.Status)}，不计总分、不排名{(because is null ? null : (Saying)$"：{because}")}。";
        }

        if (result.Total is not { } total)
        {
            return $"成绩不全，没有总分，暂不排名。";
        }

        var raw = trade.Scoring == ScoringMode.RawSum;
        var parts = trade.Components.Zip(result.Components, (d, r) =>
            raw ? (Saying)$"{d.Name} {Words.Mark(r.Figure ?? 0, trade.Decimals)}" : $"{d.Name} {Words.Mark(r.Figure ?? 0, trade.Decimals)} × {Words.Plain(d.Weight)}%");
        var off = Saying.Join("", (result.Deductions ?? []).Select(d => d.Percent > 0 ? (Saying)$" − {Words.Plain(d.Percent)}%（{d.Because}）" : $" − {Words.Mark(d.Points)}（{d.Because}）"));
        var sum = EntrantResults.After(result.Components.Sum(c => c.Weighted ?? 0), result.Deductions ?? []);
        var stopped = sum < 0 && total == 0 ? (Saying)$"，不足 0 按 0 计" : null;
        return $"总分 = {Saying.Join(" + ", parts)}{off}{stopped} = {Words.Mark(total, trade.Decimals)} 分{Mode(trade.Rounding)}。";
    }

    private static Saying? Late(Trade trade, EntrantResult result)
    {
        var module = result.Modules().FirstOrDefault(m => m.Out);
        var limit = trade.Modules().FirstOrDefault(m => m.Id == module?.Module)?.Time?.LimitSeconds;
        return module?.SecondsUsed is { } used && used > limit ? (Saying)$"{module.Module} 超时 {Words.Time(used - limit.Value)}" : null;
    }

    private static Saying? Mode(RoundingMode mode) => mode switch
    {
        RoundingMode.HalfUp => null,
        RoundingMode.HalfEven => $"（四舍六入五成双）",
        RoundingMode.Truncate => $"（去尾）",
    };
}
