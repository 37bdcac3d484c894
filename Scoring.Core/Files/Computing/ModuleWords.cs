using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files.Computing;

/// <summary>A module's figure told: sheets aspect by aspect, what the panel dropped, spread, deductions.</summary>
internal static class ModuleWords
{
    public static IEnumerable<Saying> Of(CompetitionState state, ModuleState module, EntrantState entrant, ModuleResult result)
    {
        var definition = module.Definition;
        var decimals = entrant.Trade?.Definition.Decimals ?? 2;
        var lift = definition.Bonus is { } bonus ? (Saying)$"，加分至多 {Words.Plain(bonus)}" : null;
        yield return $"模块 {definition.Id} {definition.Name}（满分 {Words.Plain(definition.FullMark)}{lift}）";
        var entries = entrant.Entries(definition.Id);
        var awaited = entrant.Status == EntrantStatus.Normal; // of nobody else is anything still to come (R-B8)
        if (result.Attempts is { } attempts)
        {
            foreach (var attempt in attempts.Where(a => awaited || a.Figure is not null || a.Waived is not null || a.Out))
            {
                yield return Attempt(attempt, entries?.Attempt(attempt.Number)?.Time, decimals);
            }

            // One of the two, or it had no runs.
            yield return $"　{(definition.Attempts is { } runs ? Counts(runs) : Counts(definition.PerMember!))}。";
        }

        foreach (var sheet in result.Sheets)
        {
            yield return $"　{Seat(state, sheet)}合计 {Words.Mark(sheet.Total)}{Use(sheet.Use)}：{Saying.Join("；", sheet.Aspects.Select(a => Aspect(module, a)))}。";
        }

        IEnumerable<AttemptResult?> each = result.Attempts ?? [];
        foreach (var line in each.DefaultIfEmpty().SelectMany(run => Clerks(run?.Name, entries?.Attempt(run?.Number ?? 1))))
        {
            yield return line;
        }

        // Why spread and panel stand was said of the run that counts.
        var counted = result.Attempts?.Where(a => a.Counts).ToList() is [var one] ? entries?.Attempt(one.Number) : entries;

        if (definition.Marking == MarkingMethod.Panel && result.Panel is { } panel)
        {
            yield return $"　{Panel(module, result, panel, decimals)}。";
            if (Spread(definition, result, counted) is { } spread)
            {
                yield return $"　{spread}。";
            }
        }

        if (result.PanelOpen is { } reduced)
        {
            yield return $"　{reduced}，须由裁判长确认。";
        }
        else if (counted?.PanelReason is { } confirmed)
        {
            yield return $"　裁判人数由裁判长确认：{confirmed}。";
        }

        if (result.Levelled is { } level)
        {
            yield return $"　{Levelled(level, definition, decimals)}。";
        }

        if (definition.Time is { } rule && entries?.Time is { } time && result.Attempts is null)
        {
            yield return $"　{Time(rule, time, result)}。";
        }

        foreach (var deduction in result.Deductions.Where(d => !d.ForTime))
        {
            yield return $"　{deduction.Because}，扣 {Words.Mark(deduction.Points)}。";
        }

        if (!awaited && result is { SetToZero: false, Figure: null })
        {
            yield break;
        }

        yield return result switch
        {
            { SetToZero: true } => $"　{Zero(entrant, definition)}，本模块记 0 分。",
            { Figure: { } figure } => $"　模块得分 {Exact(figure, decimals)}{(result.Provisional is { } provisional ? (Saying)$"，{provisional}" : null)}。",
            _ => $"　还没有成绩：{Saying.Join("，", result.Missing)}。",
        };
    }

    /// <summary>At most as many decimals as the trade has, but two; … where the figure goes on.</summary>
    public static string Exact(decimal figure, int decimals)
    {
        var shown = Math.Max(2, decimals);
        var rounded = Rounding.Round(figure, RoundingMode.HalfUp, shown);
        return $"{Words.Mark(rounded, shown)}{(rounded == figure ? "" : "…")}";
    }

    private static IEnumerable<Saying> Clerks(Saying? run, ModuleEntries? entries)
    {
        var whose = run is null ? null : (Saying)$"{run}：";
        foreach (var figure in entries?.ClerkMarks ?? [])
        {
            yield return $"　{whose}录入员 {figure.Clerk} 录入 {Words.Mark(figure.Mark)}。";
        }

        if (entries?.Settled is { } settled)
        {
            yield return $"　{whose}{(settled.Correction ? (Saying)$"更正" : $"第三人核定")}为 {Words.Mark(settled.Mark)}（{settled.By}）：{settled.Reason}。";
        }
    }

    private static Saying Attempt(AttemptResult attempt, RecordedTime? time, int decimals)
    {
        var late = Saying.Join("", attempt.Deductions.Select(d => (Saying)$"，{d.Because}，扣 {Words.Mark(d.Points)}"));
        return attempt switch
        {
            { Waived: { } why } => $"　{attempt.Name}{attempt.LeftOut}：{why}。",
            { Out: true } => $"　{attempt.Name.Spaced()}{Clock(time)}，超时过限，记 0 分。",
            { Figure: { } figure } => $"　{attempt.Name} {Exact(figure, decimals)} 分"
                + $"{(time is null ? null : (Saying)$"，{Clock(time)}")}{late}{(attempt.Counts ? (Saying)$"，计入" : null)}。",
            _ => $"　{attempt.Name}还没有成绩。",
        };
    }

    private static Saying Counts(AttemptRule rule) => rule.Counts switch
    {
        AttemptCount.Best => $"取最好的一次",
        AttemptCount.Last => $"取最后一次",
        AttemptCount.Sum => $"各次相加",
        AttemptCount.SumOfBest => $"取最好的 {rule.Best} 次相加",
    };

    private static Saying Counts(MemberRule rule) => rule switch
    {
        { Counts: MemberCount.Sum } => $"成员相加",
        { Absent: AbsentMember.LeaveOut } => $"成员平均，缺考的不计",
        _ => $"成员平均，缺考的记 0 分",
    };

    // From the clock on the wall to what comes off, so that it can be checked (R-B6, R-J6).
    private static Saying Time(TimeRule rule, RecordedTime time, ModuleResult result)
    {
        var words = Clock(time);
        if (rule.LimitSeconds is not { } limit)
        {
            return words;
        }

        var over = result.Out
            ? $"，超时 {Words.Time(time.NetSeconds - limit)}，{(rule.Out!.Then == OutMeans.Entrant ? (Saying)$"淘汰" : $"本模块记 0 分")}" // not null: it is out
            : time.NetSeconds <= limit ? null
            : result.Deductions.FirstOrDefault(d => d.ForTime) is { } late ? (Saying)$"，{late.Because}，扣 {Words.Mark(late.Points)}"
            : $"，超时 {Words.Time(time.NetSeconds - limit)}，不扣分";
        return $"{words}，限时 {Words.Time(limit)}{over}";
    }

    private static Saying Clock(RecordedTime? time) => time switch
    {
        null => $"",
        { ExtensionSeconds: > 0 } =>
            $"用时 {Words.Time(time.UsedSeconds)}，补时 {Words.Time(time.ExtensionSeconds)}，净用时 {Words.Time(time.NetSeconds)}",
        _ => $"用时 {Words.Time(time.UsedSeconds)}",
    };

    private static Saying Levelled(LevelledFigure level, Module module, int decimals)
    {
        var coefficient = Words.Plain(decimal.Round(level.Coefficient, 6));
        var capped = level.Raw * level.Coefficient > module.FullMark + (module.Bonus ?? 0m) ? (Saying)$"，超过满分的按满分计" : null;
        return $"{level.Group}平均 {Exact(level.Mean, decimals)}，拉平到 {Exact(level.Common, decimals)}，系数 {coefficient}："
            + $"{Exact(level.Raw, decimals)} × {coefficient}{capped}";
    }

    private static Saying Zero(EntrantState entrant, Module module) => Saying.Join("；", entrant.Violations
        .Where(v => v.Module == module.Id && v.Outcome == Ledger.Events.ViolationOutcome.ModuleToZero).Select(v => (Saying)$"违规第 {v.Number} 号：{v.What}"));

    private static Saying Seat(CompetitionState state, SheetResult sheet)
    {
        var name = state.Judges.GetValueOrDefault(sheet.Judge)?.Name ?? sheet.Judge.Value;
        return sheet.Seat > 0 ? (Saying)$"{sheet.Seat} 号裁判 {name} " : $"{name} ";
    }

    private static Saying? Use(SheetUse use) => use switch
    {
        SheetUse.DroppedHigh => $"（去掉的最高分）",
        SheetUse.DroppedLow => $"（去掉的最低分）",
        SheetUse.Recused => $"（应回避，不计）",
        SheetUse.Returned => $"（已退回，不计）",
        SheetUse.Incomplete => $"（不完整，不计）",
        SheetUse.OffPanel => $"（不在裁判组，不计）",
        SheetUse.Trainee => $"（影子裁判，不计）",
        SheetUse.Counted => null,
    };

    private static Saying Aspect(ModuleState module, AspectResult result)
    {
        var aspect = module.Sheet.Aspect(result.Aspect);
        return aspect is FactorAspect
            ? (Saying)$"{result.Aspect} {aspect.Text}（{result.Because}）"
            : $"{result.Aspect} {aspect?.Text} {Words.Mark(result.Mark)}（满分 {Words.Plain(aspect?.FullMark ?? 0)}，{result.Because}）";
    }

    private static Saying Panel(ModuleState module, ModuleResult result, decimal panel, int decimals)
    {
        var judged = (result.Judgements ?? []).Select(j => j.Aspect).ToHashSet();
        decimal Points(SheetResult s) => s.Total - s.Aspects.Where(a => judged.Contains(a.Aspect)).Sum(a => a.Mark);
        var used = result.Sheets.Where(s => s.Use is SheetUse.Counted or SheetUse.DroppedHigh or SheetUse.DroppedLow).ToList();
        var dropped = used.Where(s => s.Use != SheetUse.Counted)
            .Select(s => (Saying)$"{(s.Use == SheetUse.DroppedHigh ? (Saying)$"最高" : $"最低")} {Words.Mark(Points(s))}（{s.Seat} 号）").ToList();
        var left = used.Count - dropped.Count;
        var rule = module.Definition.Panel ?? new PanelRule();
        var how = PanelKinds.Of(rule).Told(rule, dropped, left);
        var judgements = (result.Judgements ?? []).Select(j => (Saying)$"{j.Aspect} {module.Sheet.Aspect(j.Aspect)?.Text} 评判 {Saying.Join("、", j.Scores.Select(Words.Plain))} 得 {Words.Mark(j.Mark)}").ToList();
        var points = used.Sum(Points) == 0 && judgements.Count > 0 ? null : (Saying)$"裁判组 {Saying.Join("、", used.Select(s => Words.Mark(Points(s))))}，{how}";
        return $"{Saying.Join("；", points is null ? judgements : [points, .. judgements])}，得 {Exact(panel, decimals)}";
    }

    /// <summary>Two decimals, unless they would say that it is just the limit.</summary>
    public static string Per100(decimal spread, decimal limit) =>
        Rounding.Aspect(spread) is var rounded && (rounded != limit || spread == limit) ? Words.Mark(rounded) : Words.Plain(decimal.Round(spread, 6));

    private static Saying? Spread(Module definition, ModuleResult result, ModuleEntries? entries)
    {
        if (result.Spread is not { } spread || definition.SpreadLimit is not { } limit)
        {
            return null;
        }

        return (spread > limit, result.SpreadOpen) switch
        {
            (false, _) => $"极差（百分制）{Per100(spread, limit)}，不超过 {Words.Plain(limit)}",
            (true, true) => $"极差（百分制）{Per100(spread, limit)}，超过 {Words.Plain(limit)}，须重评或由裁判长确认，名次为暂定",
            _ => $"极差（百分制）{Per100(spread, limit)}，超过 {Words.Plain(limit)}{(entries?.SpreadReason is { } reason ? (Saying)$"，裁判长确认：{reason}" : null)}",
        };
    }
}
