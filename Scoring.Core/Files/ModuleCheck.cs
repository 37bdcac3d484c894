using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>One module: full mark, who marks it, its sheet, panel and clock (R-B2 to R-B6).</summary>
internal static class ModuleCheck
{
    public static void Check(Module module, string path, Findings findings)
    {
        findings.Id($"{path}.id", module.Id.Value);
        findings.Name($"{path}.name", module.Name);
        FullMark(module.FullMark, $"{path}.fullMark", findings);
        findings.Must(module.SpreadLimit is null or (>= 0 and <= 100), $"{path}.spreadLimit", module.SpreadLimit ?? 0, "极差上限按百分制，应为 0 至 100；不检查写 null");
        Sheet(module, path, findings);
        Panel(module, path, findings);
        if (module.Time is { } time)
        {
            Time(time, $"{path}.time", findings);
        }
    }

    internal static void FullMark(decimal mark, string path, Findings findings) =>
        findings.Must(mark > 0 && decimal.Round(mark, 2) == mark, path, mark, "满分应大于 0，最多两位小数");

    private static void Sheet(Module module, string path, Findings findings)
    {
        var sheet = $"{path}.sheet";
        if (module.Marking == MarkingMethod.DoubleEntry)
        {
            findings.Must(module.Sheet.Count == 0, sheet, $"{module.Sheet.Count} 个评分项", "双录只录模块总分，评分表应为空 []");
            return;
        }

        if (module.Marking != MarkingMethod.Clerk && findings.Readable($"{path}.marking"))
        {
            findings.Must(module.Sheet.Count > 0, sheet, "空列表", "裁判打分的模块要有评分表，至少一个评分点");
        }

        SheetCheck.Check(module.Sheet, sheet, findings);
        if (!module.Aspects().Any() || !SheetCheck.FullMarksReadable(module.Sheet, sheet, findings) || !findings.Readable($"{path}.fullMark") || !findings.Readable($"{path}.panel.method"))
        {
            return;
        }

        var sum = module.Aspects().Sum(a => a.FullMark);
        if (module.Panel?.Method == PanelMethod.Sum)
        {
            Added(module, sum, path, findings);
            return;
        }

        findings.Must(sum == module.FullMark, sheet, sum, $"评分点满分合计应为模块满分 {Findings.Figure(module.FullMark)}{ComponentCheck.Off(sum, module.FullMark)}");
    }

    // R-J1: the sheet's full mark times the judges is the module's.
    private static void Added(Module module, decimal sum, string path, Findings findings)
    {
        var full = Findings.Figure(module.FullMark);
        if (sum <= 0 || module.FullMark % sum != 0)
        {
            findings.Error($"{path}.sheet", sum, $"各裁判相加时，评分表合计 × 裁判人数应为模块满分 {full}");
            return;
        }

        var judges = module.FullMark / sum;
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
            findings.Must(module.Panel is null, $"{path}.panel", "有", "只有裁判组（\"marking\": \"panel\"）才写合成办法");
            foreach (var at in SheetCheck.Aspects(module.Sheet, $"{path}.sheet").Where(a => a.Aspect is JudgementAspect))
            {
                findings.Error($"{at.Path}.kind", "judgement", "0 至 3 评判由三名裁判各自给出，模块的 marking 应为 panel（R-G2）");
            }

            return;
        }

        if (module.Panel is { } panel)
        {
            findings.Must(panel.DropEachSide is >= 0 and <= 100, $"{path}.panel.dropEachSide", panel.DropEachSide, "每边去掉的人数应为 0 至 100");
            findings.Must(panel.Smallest is >= 1 and <= 100, $"{path}.panel.smallest", panel.Smallest, "裁判组最少人数应为 1 至 100");
            var needed = (2m * panel.DropEachSide) + 1;
            if (panel.Method == PanelMethod.Trimmed && panel.Smallest < needed)
            {
                findings.Warn($"{path}.panel.smallest", Findings.Figure(panel.Smallest), $"每边去掉 {panel.DropEachSide} 人，裁判组不到 {Findings.Figure(needed)} 人就没有成绩，请核对");
            }
        }
    }

    private static void Time(TimeRule time, string path, Findings findings)
    {
        findings.Must(time.LimitSeconds is null or > 0, $"{path}.limitSeconds", time.LimitSeconds ?? 0, "限时应大于 0 秒；不限时就不写");
        var bands = time.Overtime ?? [];
        findings.Must(bands.Count == 0 || time.LimitSeconds is not null, $"{path}.overtime", $"{bands.Count} 段", "没有限时就不能有超时扣分，请写 limitSeconds");
        var before = 0;
        foreach (var (index, band) in bands.Index())
        {
            var at = $"{path}.overtime[{index}]";
            var last = index == bands.Count - 1;
            findings.Must(band.Deduction >= 0, $"{at}.deduction", band.Deduction, "扣分应为 0 或以上");
            if (band.UpToSeconds is not { } edge)
            {
                findings.Must(last, $"{at}.upToSeconds", "不设上限", "只有最后一段可以不设上限，后面的几段永远用不上");
            }
            else
            {
                findings.Must(edge > before, $"{at}.upToSeconds", edge, index == 0 ? "上限应大于 0 秒" : $"各段上限应从小到大，且大于 {before}；现在与前一段重叠");
                findings.Must(!last, $"{at}.upToSeconds", edge, "最后一段不设上限（不写 upToSeconds），否则超过以后没有扣分的规定");
            }

            before = band.UpToSeconds ?? before;
        }
    }
}
