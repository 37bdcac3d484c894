using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Marking;

namespace Scoring.Core.Files.Computing;

/// <summary>A module's figure told: sheets aspect by aspect, what the panel dropped, spread, deductions.</summary>
internal static class ModuleWords
{
    public static IEnumerable<string> Of(CompetitionState state, ModuleState module, EntrantState entrant, ModuleResult result)
    {
        var definition = module.Definition;
        yield return $"模块 {definition.Id} {definition.Name}（满分 {Words.Plain(definition.FullMark)}）";
        foreach (var sheet in result.Sheets)
        {
            yield return $"　{Seat(state, sheet)}合计 {Words.Mark(sheet.Total)}{Use(sheet.Use)}：{string.Join("；", sheet.Aspects.Select(a => Aspect(module, a)))}。";
        }

        var entries = entrant.Entries(definition.Id);
        foreach (var figure in entries?.ClerkMarks ?? [])
        {
            yield return $"　录入员 {figure.Clerk} 录入 {Words.Mark(figure.Mark)}。";
        }

        if (entries?.Settled is { } settled)
        {
            yield return $"　{(settled.Correction ? "更正" : "第三人核定")}为 {Words.Mark(settled.Mark)}（{settled.By}）：{settled.Reason}。";
        }

        if (definition.Marking == MarkingMethod.Panel && result.Panel is { } panel)
        {
            yield return $"　{Panel(definition, result, panel)}。";
            if (Spread(definition, result, entries) is { } spread)
            {
                yield return $"　{spread}。";
            }
        }

        foreach (var deduction in result.Deductions)
        {
            yield return $"　{deduction.Because}，扣 {Words.Mark(deduction.Points)}。";
        }

        yield return result switch
        {
            { SetToZero: true } => "　违规，本模块记 0 分。",
            { Figure: { } figure } => $"　模块得分 {Exact(figure)}{(result.SecondsUsed is { } seconds ? $"，用时 {Words.Time(seconds)}" : "")}。",
            _ => $"　还没有成绩：{string.Join("，", result.Missing)}。",
        };
    }

    /// <summary>Two decimals, or four where a mean goes on.</summary>
    public static string Exact(decimal figure) =>
        decimal.Round(figure, 2) == figure ? Words.Mark(figure) : decimal.Round(figure, 4) == figure ? Words.Plain(figure) : $"{Words.Plain(decimal.Round(figure, 4))}…";

    private static string Seat(CompetitionState state, SheetResult sheet)
    {
        var name = state.Judges.GetValueOrDefault(sheet.Judge)?.Name ?? sheet.Judge.Value;
        return sheet.Seat > 0 ? $"{sheet.Seat} 号裁判 {name} " : $"{name} ";
    }

    private static string Use(SheetUse use) => use switch
    {
        SheetUse.DroppedHigh => "（去掉的最高分）",
        SheetUse.DroppedLow => "（去掉的最低分）",
        SheetUse.Recused => "（应回避，不计）",
        SheetUse.Returned => "（已退回，不计）",
        SheetUse.Incomplete => "（不完整，不计）",
        SheetUse.OffPanel => "（不在裁判组，不计）",
        _ => "",
    };

    private static string Aspect(ModuleState module, AspectResult result)
    {
        var text = module.Sheet.Aspect(result.Aspect)?.Text;
        return $"{result.Aspect} {text} {Words.Mark(result.Mark)}（{result.Because}）";
    }

    private static string Panel(Module definition, ModuleResult result, decimal panel)
    {
        var judged = (result.Judgements ?? []).Select(j => j.Aspect).ToHashSet();
        decimal Points(SheetResult s) => s.Total - s.Aspects.Where(a => judged.Contains(a.Aspect)).Sum(a => a.Mark);
        var used = result.Sheets.Where(s => s.Use is SheetUse.Counted or SheetUse.DroppedHigh or SheetUse.DroppedLow).ToList();
        var dropped = used.Where(s => s.Use != SheetUse.Counted)
            .Select(s => $"{(s.Use == SheetUse.DroppedHigh ? "最高" : "最低")} {Words.Mark(Points(s))}（{s.Seat} 号）").ToList();
        var left = used.Count - dropped.Count;
        var how = (definition.Panel?.Method ?? PanelMethod.Default) switch
        {
            PanelMethod.Median => "取中位数",
            PanelMethod.Sum => "相加",
            _ when dropped.Count > 0 => $"去掉{string.Join("、", dropped)}，其余 {left} 个平均",
            _ => $"{left} 个平均",
        };
        var judgements = (result.Judgements ?? []).Select(j => $"{j.Aspect} 评判 {string.Join("、", j.Scores.Select(Words.Plain))} 得 {Words.Mark(j.Mark)}").ToList();
        var points = used.Sum(Points) == 0 && judgements.Count > 0 ? "" : $"裁判组 {string.Join("、", used.Select(s => Words.Mark(Points(s))))}，{how}";
        return string.Join("；", new[] { points }.Concat(judgements).Where(p => p.Length > 0)) + $"，得 {Exact(panel)}";
    }

    private static string? Spread(Module definition, ModuleResult result, ModuleEntries? entries)
    {
        if (result.Spread is not { } spread || definition.SpreadLimit is not { } limit)
        {
            return null;
        }

        return (spread > limit, result.SpreadOpen) switch
        {
            (false, _) => $"极差（百分制）{Exact(spread)}，不超过 {Words.Plain(limit)}",
            (true, true) => $"极差（百分制）{Exact(spread)}，超过 {Words.Plain(limit)}，须重评或由裁判长确认，名次为暂定",
            _ => $"极差（百分制）{Exact(spread)}，超过 {Words.Plain(limit)}{(entries?.SpreadReason is { } reason ? $"，裁判长确认：{reason}" : "")}",
        };
    }
}
