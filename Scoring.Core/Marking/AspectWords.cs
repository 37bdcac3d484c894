using Scoring.Core.Definition;

namespace Scoring.Core.Marking;

/// <summary>How an entry became its mark, in words that can be read out.</summary>
public static class AspectWords
{
    public static string Because(Aspect aspect, Entry entry)
    {
        var n = entry.Number ?? 0m;
        return aspect switch
        {
            PointsAspect => $"评 {Words.Plain(n)} 分",
            BinaryAspect => n == 1 ? "是，得满分" : "否，不得分",
            FaultsAspect a => n == 0 ? "没有失误，得满分" : $"{Words.Plain(n)} {a.Unit}，每{a.Unit}扣 {Words.Plain(a.Deduction)} 分",
            CountAspect a => $"{Words.Plain(n)} {a.Unit}，每{a.Unit} {Words.Plain(a.PointsEach)} 分",
            ToleranceAspect a => $"偏差 {Words.Plain(decimal.Abs(n - a.Nominal))} {a.Unit}，{Band(AspectMarks.BandOf(a, n))}",
            TimeBandAspect a => $"用时 {Words.Time((int)n)}，{Band(AspectMarks.BandOf(a, n))}",
            JudgementAspect => $"评 {Words.Plain(n)} 分（0 至 3）",
            AnswerKeyAspect a => string.Join("，", a.Fields.Select((f, i) => Answer(f, i < (entry.Answers?.Count ?? 0) ? entry.Answers![i] : ""))),
            MetricAspect a => $"结果 {Words.Plain(n)} {a.Unit}，按{(a.Line is null ? "分档" : "折线")}换算",
            _ => "",
        };
    }

    private static string Band(int band) => band == 0 ? "不在任何一档" : $"落入第 {band} 档";

    private static string Answer(AnswerField field, string answer) =>
        string.IsNullOrWhiteSpace(answer) ? $"{field.Name}未答" : $"{field.Name}答“{answer.Trim()}”，{(AnswerKeys.IsRight(field, answer) ? "对" : "错")}";
}
