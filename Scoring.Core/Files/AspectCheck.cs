using Scoring.Core.Definition;

namespace Scoring.Core.Files;

/// <summary>One aspect by its kind: steps, bands, keys, lines (R-B5, R-J1, R-J5).</summary>
internal static class AspectCheck
{
    public static void Check(Aspect aspect, string path, Findings findings)
    {
        findings.Id($"{path}.id", aspect.Id.Value);
        findings.Name($"{path}.text", aspect.Text);
        findings.Names($"{path}.reasons", aspect.Reasons);
        ModuleCheck.FullMark(aspect.FullMark, $"{path}.fullMark", findings);
        switch (aspect)
        {
            case PointsAspect points:
                findings.Must(points.Step > 0, $"{path}.step", points.Step, "步长应大于 0");
                break;
            case FaultsAspect faults:
                findings.Must(faults.Deduction > 0, $"{path}.deduction", faults.Deduction, "每处扣分应大于 0");
                findings.Name($"{path}.unit", faults.Unit);
                break;
            case ToleranceAspect tolerance:
                findings.Must(tolerance.Decimals is >= 0 and <= 6, $"{path}.decimals", tolerance.Decimals, "读数小数位应为 0 至 6");
                BandCheck.Check([.. tolerance.Bands.Select(b => (b.Within, b.Mark))], "within", zero: true, tolerance, path, findings);
                break;
            case CountAspect count:
                findings.Must(count.PointsEach > 0, $"{path}.pointsEach", count.PointsEach, "每个得分应大于 0");
                findings.Name($"{path}.unit", count.Unit);
                break;
            case TimeBandAspect time:
                BandCheck.Check([.. time.Bands.Select(b => ((decimal)b.UpToSeconds, b.Mark))], "upToSeconds", zero: false, time, path, findings);
                break;
            case JudgementAspect judgement:
                findings.Must(judgement.Benchmarks.Count == 4, $"{path}.benchmarks", $"{judgement.Benchmarks.Count} 条", "应为四条，依次说明 0、1、2、3 分的标准");
                findings.Names($"{path}.benchmarks", judgement.Benchmarks);
                break;
            case AnswerKeyAspect key:
                AnswerKeyCheck.Check(key, path, findings);
                break;
            case MetricAspect metric:
                MetricCheck.Check(metric, path, findings);
                break;
        }
    }
}
