using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Panels;
using Scoring.Core.Sayings;

namespace Scoring.Core.Files;

/// <summary>One module: full mark, who marks it, its sheet, panel and clock (R-B2 to R-B6).</summary>
internal static class ModuleCheck
{
    public static void Check(Module module, string path, Findings findings)
    {
        findings.Id($"{path}.id", module.Id.Value);
        findings.Name($"{path}.name", module.Name);
        FullMark(module.FullMark, $"{path}.fullMark", findings);
        findings.Must(module.SpreadLimit is null or (>= 0 and <= 100), $"{path}.spreadLimit", module.SpreadLimit ?? 0, $"极差上限按百分制，应为 0 至 100；不检查写 null");
        Sheet(module, path, findings);
        Panel(module, path, findings);
        Lifts(module, path, findings);
        Groups(module, path, findings);
        Runs(module, path, findings);
        if (module.Time is { } time)
        {
            Time(time, $"{path}.time", findings);
        }
    }

    internal static void FullMark(decimal mark, string path, Findings findings) =>
        findings.Must(mark > 0 && decimal.Round(mark, 2) == mark, path, mark, $"满分应大于 0，最多两位小数");

    private static void Sheet(Module module, string path, Findings findings)
    {
        var sheet = $"{path}.sheet";
        if (module.Marking == MarkingMethod.DoubleEntry)
        {
            findings.Must(module.Sheet.Count == 0, sheet, $"{module.Sheet.Count} 个评分项", $"双录只录模块总分，评分表应为空 []");
            return;
        }

        if (module.Marking != MarkingMethod.Clerk && findings.Readable($"{path}.marking"))
        {
            findings.Must(module.Sheet.Count > 0, sheet, $"空列表", $"裁判打分的模块要有评分表，至少一个评分点");
        }

        SheetCheck.Check(module.Sheet, sheet, findings);
        if (!module.Aspects().Any() || !SheetCheck.FullMarksReadable(module.Sheet, sheet, findings) || !findings.Readable($"{path}.fullMark") || !findings.Readable($"{path}.panel.method"))
        {
            return;
        }

        var sum = module.Aspects().Sum(a => a.Share());
        if (PanelFigure.AddsUp(module.Panel))
        {
            Added(module, sum, path, findings);
            return;
        }

        var full = module.FullMarkOfOne;
        findings.Must(
            sum == full, sheet, sum,
            $"评分点满分合计应为{(full == module.FullMark ? (Saying)$"模块" : $"每次的")}满分 {Findings.Figure(full)}{Sums.Off(sum, full)}");
    }

    // R-J1: the sheet's full mark times the judges is the module's.
    private static void Added(Module module, decimal sum, string path, Findings findings)
    {
        var full = Findings.Figure(module.FullMark);
        if (sum <= 0 || module.FullMarkOfOne % sum != 0)
        {
            findings.Error($"{path}.sheet", sum, $"各裁判相加时，评分表合计 × 裁判人数应为模块满分 {full}");
            return;
        }

        var judges = module.FullMarkOfOne / sum;
        findings.Must(
            module.Panel!.Smallest <= judges, $"{path}.panel.smallest", module.Panel.Smallest,
            $"各裁判相加时，评分表合计 {Findings.Figure(sum)}、模块满分 {full}，只能有 {Findings.Figure(judges)} 名裁判");
    }

    private static void Panel(Module module, string path, Findings findings)
    {
        if (!findings.Readable($"{path}.marking"))
        {
            return;
        }

        if (module.Marking != MarkingMethod.Panel)
        {
            findings.Must(module.Panel is null, $"{path}.panel", $"有", $"只有裁判组（\"marking\": \"panel\"）才写合成办法");
            foreach (var at in SheetCheck.Aspects(module.Sheet, $"{path}.sheet").Where(a => a.Aspect is JudgementAspect))
            {
                findings.Error($"{at.Path}.kind", $"judgement", $"0 至 3 评判由三名裁判各自给出，模块的 marking 应为 panel（R-G2）");
            }

            return;
        }

        if (module.Panel is { } panel)
        {
            findings.Must(panel.DropEachSide is >= 0 and <= 100, $"{path}.panel.dropEachSide", panel.DropEachSide, $"每边去掉的人数应为 0 至 100");
            findings.Must(panel.Smallest is >= 1 and <= 100, $"{path}.panel.smallest", panel.Smallest, $"裁判组最少人数应为 1 至 100");
            var needed = PanelKinds.Of(panel).Least(panel);
            if (needed > 1 && panel.Smallest < needed)
            {
                findings.Warn($"{path}.panel.smallest", $"{Findings.Figure(panel.Smallest)}", $"每边去掉 {panel.DropEachSide} 人，裁判组不到 {Findings.Figure(needed)} 人就没有成绩，请核对");
            }
        }
    }

    // R-K9, R-M8.
    private static void Lifts(Module module, string path, Findings findings)
    {
        findings.Must(module.Bonus is null or > 0, $"{path}.bonus", module.Bonus ?? 0, $"加分上限应大于 0；没有加分就不写");
        findings.Must(module.Bonus is null || decimal.Round(module.Bonus.Value, 2) == module.Bonus, $"{path}.bonus", module.Bonus ?? 0, $"加分上限最多两位小数");
        foreach (var (aspect, at) in SheetCheck.Aspects(module.Sheet, $"{path}.sheet"))
        {
            findings.Must(aspect is not BonusAspect || module.Bonus is not null, $"{at}.kind", $"bonus", $"模块没有加分上限，请在模块里写 bonus");
            findings.Must(
                aspect is not FactorAspect || !module.Aspects().Any(a => a is JudgementAspect), $"{at}.kind", $"factor", $"有 0 至 3 评判的模块不能再乘系数");
            findings.Must(
                aspect is not FactorAspect || !PanelKinds.Of(module.Panel).PerAspect, $"{at}.kind", $"factor", $"逐项去掉最高、最低分的模块不能再乘系数");
        }
    }

    // R-K3.
    private static void Groups(Module module, string path, Findings findings)
    {
        var groups = module.Panel?.Groups;
        findings.Must(groups is null or { Count: >= 2 }, $"{path}.panel.groups", $"{groups?.Count} 组", $"至少分两组；不分组就不写");
        findings.Unique(groups, g => g.Id, i => $"{path}.panel.groups[{i}].id", $"组的编号");
        foreach (var (index, group) in (groups ?? []).Index())
        {
            findings.Id($"{path}.panel.groups[{index}].id", group.Id);
            findings.Name($"{path}.panel.groups[{index}].name", group.Name);
        }

        if (module.Panel?.Levelling is { } levelling)
        {
            findings.Must(groups is not null, $"{path}.panel.levelling", $"有", $"不分组就没有可以拉平的，请写 groups");
            findings.Must(module.Attempts is null, $"{path}.panel.levelling", $"有", $"可以进行多次的模块不能拉平");
            if (module.BelowZero)
            {
                findings.Warn($"{path}.panel.levelling", $"有", $"本模块可以低于 0：有一组平均不大于 0 时不能拉平，全体都没有成绩，请核对");
            }

            findings.Must(levelling.LeaveOut is >= 0 and <= 100, $"{path}.panel.levelling.leaveOut", levelling.LeaveOut, $"每边不计入平均的人数应为 0 至 100");
            findings.Must(
                levelling.CoefficientDecimals is null or (>= 0 and <= 8), $"{path}.panel.levelling.coefficientDecimals", levelling.CoefficientDecimals ?? 0, $"系数的小数位应为 0 至 8");
        }

        foreach (var (aspect, at) in SheetCheck.Aspects(module.Sheet, $"{path}.sheet").Where(a => a.Aspect is FieldAspect))
        {
            findings.Must(aspect is FieldAspect { Field: FieldScope.Trade } || groups is not null, $"{at}.field", $"group",
                $"不分组的模块按全场计分，不写 field");
            findings.Must(module.Attempts is null, $"{at}.kind", $"field", $"可以进行多次的模块不能按全场成绩计分（R-M7）");
        }
    }

    // R-K14, R-M6.
    private static void Members(Module module, string path, Findings findings)
    {
        if (module.PerMember is not { } rule)
        {
            return;
        }

        findings.Must(module.Attempts is null, $"{path}.perMember", $"有", $"可以进行多次的模块不能按成员评分");
        findings.Must(module.Panel?.Levelling is null, $"{path}.perMember", $"有", $"按成员评分的模块不能拉平");
        findings.Must(!module.Aspects().Any(a => a is FieldAspect), $"{path}.perMember", $"有", $"按成员评分的模块不能按全场成绩计分（R-M7）");
        findings.Must(rule.Size is null or (>= 2 and <= 50), $"{path}.perMember.size", rule.Size ?? 0, $"每队人数应为 2 至 50");
        if (findings.Readable($"{path}.perMember.counts"))
        {
            findings.Must(rule.Counts != MemberCount.Sum || rule.Size is not null, $"{path}.perMember.size", $"缺少", $"成员相加时要写每队几人，模块满分是各人满分之和");
        }
    }

    // R-K7, R-M6.
    private static void Runs(Module module, string path, Findings findings)
    {
        Members(module, path, findings);
        if (module.Attempts is not { } rule)
        {
            return;
        }

        findings.Must(rule.Most is >= 2 and <= 20, $"{path}.attempts.most", rule.Most, $"次数应为 2 至 20；只进行一次就不写 attempts");
        if (!findings.Readable($"{path}.attempts.counts"))
        {
            return;
        }

        var some = rule.Counts == AttemptCount.SumOfBest;
        findings.Must(some == rule.Best is not null, $"{path}.attempts.best", rule.Best is null ? (Saying)$"缺少" : $"有", some ? (Saying)$"要写明几次最好的相加" : $"counts 为 sumOfBest 时才写 best");
        findings.Must(rule.Best is null || (rule.Best >= 1 && rule.Best <= rule.Most), $"{path}.attempts.best", rule.Best ?? 0, $"应为 1 至 {rule.Most}");
    }

    private static void Time(TimeRule time, string path, Findings findings)
    {
        findings.Must(time.LimitSeconds is null or (> 0 and <= Limits.LongestSeconds), $"{path}.limitSeconds", time.LimitSeconds ?? 0, $"限时应大于 0 秒、不超过 24 小时；不限时就不写");
        var bands = time.Overtime ?? [];
        findings.Must(bands.Count == 0 || time.LimitSeconds is not null, $"{path}.overtime", $"{bands.Count} 段", $"没有限时就不能有超时扣分，请写 limitSeconds");
        Steps(time, path, findings);
        var before = 0m;
        foreach (var (index, band) in bands.Index())
        {
            var at = $"{path}.overtime[{index}]";
            var last = index == bands.Count - 1;
            findings.Must(band.Deduction >= 0, $"{at}.deduction", band.Deduction, $"扣分应为 0 或以上");
            if (band.UpToSeconds is not { } edge)
            {
                findings.Must(last, $"{at}.upToSeconds", $"不设上限", $"只有最后一段可以不设上限，后面的几段永远用不上");
            }
            else
            {
                findings.Must(edge > before, $"{at}.upToSeconds", edge, index == 0 ? (Saying)$"上限应大于 0 秒" : $"各段上限应从小到大，且大于 {Findings.Figure(before)}；现在与前一段重叠");
                findings.Must(!last, $"{at}.upToSeconds", edge, $"最后一段不设上限（不写 upToSeconds），否则超过以后没有扣分的规定");
            }

            before = band.UpToSeconds ?? before;
        }
    }

    // R-K6.
    private static void Steps(TimeRule time, string path, Findings findings)
    {
        if (time.PerStep is { } steps)
        {
            findings.Must(time.LimitSeconds is not null, $"{path}.perStep", $"有", $"没有限时就不能有超时扣分，请写 limitSeconds");
            findings.Must(time.Overtime is null or { Count: 0 }, $"{path}.perStep", $"有", $"超时扣分要么分段 overtime，要么按步 perStep");
            findings.Must(steps.EverySeconds is > 0 and <= Limits.LongestSeconds, $"{path}.perStep.everySeconds", steps.EverySeconds, $"每步应大于 0 秒、不超过 24 小时");
            findings.Must(steps.Deduction > 0, $"{path}.perStep.deduction", steps.Deduction, $"每步扣分应大于 0");
            findings.Must(steps.AtMost is null or > 0, $"{path}.perStep.atMost", steps.AtMost ?? 0, $"扣分上限应大于 0；不设上限就不写");
        }

        if (time.Out is { } limit)
        {
            findings.Must(time.LimitSeconds is not null, $"{path}.out", $"有", $"没有限时就没有超时，请写 limitSeconds");
            findings.Must(limit.AboveSeconds is >= 0 and <= Limits.LongestSeconds, $"{path}.out.aboveSeconds", limit.AboveSeconds, $"超时淘汰的界限应为 0 秒或以上、不超过 24 小时");
        }
    }
}
