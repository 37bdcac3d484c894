using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>Marks: of known entrants, modules and judges, whole sheets of legal entries, figures within the full mark (R-B2, R-B5, R-B7, R-J5).</summary>
internal static class MarksCheck
{
    public static void Check(CompetitionFile file, FileIds ids, Findings findings)
    {
        var marks = file.Marks ?? [];
        findings.Unique(marks, m => m.Entrant.Value, i => $"$.marks[{i}].entrant", $"一名选手的成绩");
        var violations = marks.Index().SelectMany(m => (m.Item.Violations ?? []).Index().Select(v => (v.Item.Number, Path: $"$.marks[{m.Index}].violations[{v.Index}].number"))).ToList();
        findings.Unique(violations, v => v.Number.ToString(), i => violations[i].Path, $"违规编号");
        foreach (var (index, entry) in marks.Index())
        {
            var path = $"$.marks[{index}]";
            if (findings.Known($"{path}.entrant", entry.Entrant.Value, ids.Entrants.Keys, $"选手")
                && ids.Modules.TryGetValue(ids.Entrants[entry.Entrant.Value].Trade.Value, out var modules))
            {
                Check(entry, ids.Entrants[entry.Entrant.Value], modules, ids, path, findings);
            }
        }
    }

    private static void Check(EntrantMarks entry, FileEntrant entrant, Dictionary<string, Module> modules, FileIds ids, string path, Findings findings)
    {
        findings.Unique(entry.Modules, m => m is { Attempt: 1, Member: null } ? m.Module.Value : $"{m.Module.Value} {m.Member}{m.Attempt}", i => $"{path}.modules[{i}].module", $"一名选手的模块");
        foreach (var (index, marks) in (entry.Modules ?? []).Index())
        {
            var at = $"{path}.modules[{index}]";
            if (findings.Known($"{at}.module", marks.Module.Value, modules.Keys, $"模块"))
            {
                Check(marks, modules[marks.Module.Value], entrant, ids, at, findings);
            }
        }

        foreach (var (index, violation) in (entry.Violations ?? []).Index())
        {
            Violation(violation, modules, $"{path}.violations[{index}]", findings);
        }
    }

    private static void Check(ModuleMarks marks, Module module, FileEntrant entrant, FileIds ids, string path, Findings findings)
    {
        var most = module.Attempts?.Most ?? 1;
        findings.Must(
            marks.Attempt >= 1 && marks.Attempt <= most, $"{path}.attempt", marks.Attempt, most == 1 ? (Saying)$"这个模块只进行一次，不写 attempt" : $"应为 1 至 {most}");
        Member(marks, module, entrant, path, findings);
        findings.Must(
            marks.Waived is null || most > 1 || module.PerMember is not null, $"{path}.waived", $"有", $"只进行一次的模块没有弃试；缺考、弃赛写在选手的 status");
        findings.Must(
            marks.Waived is null || marks is { Sheets: null or { Count: 0 }, Figures: null or { Count: 0 }, Resolved: null, Time: null }, $"{path}.waived", $"有",
            $"弃试的一次不能有成绩和用时");
        findings.ReasonIfAny($"{path}.waived", marks.Waived);
        findings.ReasonIfAny($"{path}.panelConfirmed", marks.PanelConfirmed);
        findings.Must(marks.PanelConfirmed is null || module.Marking == MarkingMethod.Panel, $"{path}.panelConfirmed", $"有", $"只有裁判组打分才确认人数");
        var byJudges = module.Marking is MarkingMethod.Judge or MarkingMethod.Panel;
        var sheets = byJudges || module.Marking == MarkingMethod.Clerk && module.Aspects().Any();
        var (sheetCount, figureCount) = (marks.Sheets?.Count ?? 0, marks.Figures?.Count ?? 0);
        findings.Must(sheets || sheetCount == 0, $"{path}.sheets", $"{sheetCount} 张", $"这个模块由录入员录总分，请写 figures");
        findings.Must(!byJudges || figureCount == 0, $"{path}.figures", $"{figureCount} 个", $"这个模块由裁判逐项打分，请写 sheets");
        findings.Must(marks.SpreadConfirmed is null || module.Marking == MarkingMethod.Panel, $"{path}.spreadConfirmed", $"有", $"只有裁判组打分才有极差");
        findings.ReasonIfAny($"{path}.spreadConfirmed", marks.SpreadConfirmed);
        if (sheets)
        {
            findings.Unique(marks.Sheets, s => s.Judge.Value, i => $"{path}.sheets[{i}].judge", $"一名裁判的评分表");
            foreach (var (index, sheet) in (marks.Sheets ?? []).Index())
            {
                SheetEntryCheck.Check(sheet, module, entrant, ids, $"{path}.sheets[{index}]", findings);
            }
        }

        Figures(marks, module, path, findings);
        if (marks.Time is { } time)
        {
            findings.Must(module.Time is not null, $"{path}.time", $"有", $"这个模块不记用时；要记，请在模块里写 time");
            Seconds(time.UsedSeconds, $"{path}.time.usedSeconds", "用时", findings);
            Seconds(time.ExtensionSeconds, $"{path}.time.extensionSeconds", "补时", findings);
        }
    }

    // R-K14.
    private static void Member(ModuleMarks marks, Module module, FileEntrant entrant, string path, Findings findings)
    {
        var members = entrant.Members is { Count: > 0 } several ? several : [entrant.Name];
        if (module.PerMember is null)
        {
            findings.Must(marks.Member is null, $"{path}.member", $"{marks.Member}", $"这个模块不按成员评分，不写 member");
        }
        else if (marks.Member is { } member)
        {
            findings.Known($"{path}.member", member, [.. members], $"成员");
        }
        else
        {
            findings.Error($"{path}.member", $"缺少", $"这个模块按成员评分，要写是谁的成绩：{Saying.Join("、", members)}");
        }
    }

    private static void Seconds(decimal seconds, string path, string what, Findings findings) => findings.Must(
        seconds is >= 0 and <= Limits.LongestSeconds && decimal.Round(seconds, 2) == seconds, path, seconds, $"{what}应为 0 至 {Limits.LongestSeconds} 秒（24 小时），最多两位小数");

    private static void Figures(ModuleMarks marks, Module module, string path, Findings findings)
    {
        var figures = marks.Figures ?? [];
        var twice = module.Marking == MarkingMethod.DoubleEntry;
        var byClerk = module.Marking == MarkingMethod.Clerk;
        findings.Must(!byClerk || figures.Count <= 1, $"{path}.figures", $"{figures.Count} 个", $"录入员录入只有一个；两人分别录入请用 doubleEntry");
        findings.Must(!twice || figures.Count <= 2, $"{path}.figures", $"{figures.Count} 个", $"双录由两名录入员各录一个；不一致时由第三人裁定，写 resolved");
        findings.Unique(figures, f => f.Clerk, i => $"{path}.figures[{i}].clerk", $"双录的录入员");
        foreach (var (index, figure) in figures.Index())
        {
            findings.Name($"{path}.figures[{index}].clerk", figure.Clerk);
            Figure(figure.Mark, module, $"{path}.figures[{index}].mark", findings);
        }

        if (marks.Resolved is { } resolved)
        {
            findings.Must(resolved.Correction ? byClerk || twice : twice && figures.Count == 2, $"{path}.resolved", $"有", $"只有双录的两个分都在，才由第三人裁定；更正请写 \"correction\": true");
            var agree = !resolved.Correction && figures.Count == 2 && figures[0].Mark == figures[1].Mark;
            findings.Must(!agree || !findings.Whole($"{path}.figures"), $"{path}.resolved", $"有", $"两名录入员录入一致，没有要第三人核定的；要改成绩请写 \"correction\": true");
            findings.Name($"{path}.resolved.by", resolved.By);
            findings.Reason($"{path}.resolved.reason", resolved.Reason);
            findings.Must(resolved.Correction || figures.All(f => f.Clerk != resolved.By), $"{path}.resolved.by", Findings.Quote(resolved.By), $"应由两名录入员以外的人裁定（R-J13）");
            Figure(resolved.Mark, module, $"{path}.resolved.mark", findings);
        }
    }

    private static void Figure(decimal mark, Module module, string path, Findings findings) =>
        findings.Must(
            module.Allows(mark), path, mark, module.BelowZero ? (Saying)$"应不超过 {Findings.Figure(module.MostOfOne)}" : $"应为 0 至 {Findings.Figure(module.MostOfOne)}");

    private static void Violation(FileViolation violation, Dictionary<string, Module> modules, string path, Findings findings)
    {
        findings.Must(violation.Number >= 1, $"{path}.number", violation.Number, $"违规编号从 1 起");
        findings.Name($"{path}.person", violation.Person);
        findings.Name($"{path}.personRole", violation.PersonRole);
        findings.Reason($"{path}.what", violation.What);
        findings.ReasonIfAny($"{path}.withdrawn", violation.Withdrawn);
        var deducts = violation.Outcome == ViolationOutcome.Deduction;
        if (violation.Percent is { } percent)
        {
            findings.Must(
                deducts && violation is { Module: null, Deduction: 0 } && percent is > 0 and <= 100 && decimal.Round(percent, 2) == percent, $"{path}.percent", percent,
                $"按百分比扣总分：outcome 为 deduction，大于 0、不超过 100，最多两位小数，不写 module 和 deduction");
            return;
        }

        findings.Must(!deducts || violation.Deduction > 0 && decimal.Round(violation.Deduction, 2) == violation.Deduction, $"{path}.deduction", violation.Deduction, $"扣分应大于 0，最多两位小数");
        findings.Must(deducts || violation.Deduction == 0 || !findings.Readable($"{path}.outcome"), $"{path}.deduction", violation.Deduction, $"outcome 为 deduction 时才写扣分");
        findings.Must(
            violation.Outcome != ViolationOutcome.ModuleToZero || violation.Module is not null, $"{path}.module", $"缺少", $"模块记零要写明是哪个模块");
        if (violation.Module is { } module && findings.Known($"{path}.module", module.Value, modules.Keys, $"模块"))
        {
            var full = modules[module.Value].FullMark;
            findings.Must(!deducts || violation.Deduction <= full, $"{path}.deduction", violation.Deduction, $"扣分不能超过模块满分 {Findings.Figure(full)}");
        }
    }
}
