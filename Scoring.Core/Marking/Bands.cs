using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Sayings;

namespace Scoring.Core.Marking;

/// <summary>Bands of an aspect and what they are worth: no overlap, nothing above the full mark (R-B5, R-J5).</summary>
internal static class Bands
{
    public static Saying Words(int band) => band == 0 ? (Saying)$"不在任何一档" : $"落入第 {band} 档";

    public static void Check(IReadOnlyList<(decimal Edge, decimal Mark)> bands, string edge, bool zero, Aspect aspect, string path, Findings findings)
    {
        findings.Must(bands.Count > 0, $"{path}.bands", $"空列表", $"至少要有一档");
        foreach (var (index, band) in bands.Index())
        {
            var at = $"{path}.bands[{index}].{edge}";
            if (index == 0)
            {
                findings.Must(zero ? band.Edge >= 0 : band.Edge > 0, at, band.Edge, zero ? (Saying)$"应为 0 或以上" : $"应大于 0");
            }
            else if (findings.Readable($"{path}.bands[{index - 1}].{edge}"))
            {
                var before = bands[index - 1].Edge;
                findings.Must(band.Edge > before, at, band.Edge, $"各档应从小到大，应大于前一档的 {Findings.Figure(before)}；现在两档重叠");
            }
        }

        CheckMarks([.. bands.Select(b => b.Mark)], "档", aspect, $"{path}.bands", findings);
    }

    /// <summary>Marks of bands or steps, best first.</summary>
    public static void CheckMarks(IReadOnlyList<decimal> marks, string one, Aspect aspect, string list, Findings findings)
    {
        foreach (var (index, mark) in marks.Index())
        {
            CheckMark(mark, aspect, $"{list}[{index}].mark", findings);
            if (index > 0 && mark > marks[index - 1] && findings.Readable($"{list}[{index - 1}].mark"))
            {
                findings.Warn($"{list}[{index}].mark", $"{Findings.Figure(mark)}", $"得分比前一{one}还高，请核对");
            }
        }

        if (marks.Count > 0 && marks.Max() < aspect.FullMark && findings.Whole(list))
        {
            findings.Warn(list, $"{Findings.Figure(marks.Max())}", $"没有哪一{one}能得满分 {Findings.Figure(aspect.FullMark)}，请核对");
        }
    }

    public static void CheckMark(decimal mark, Aspect aspect, string at, Findings findings)
    {
        if (aspect.FullMark > 0)
        {
            findings.Must(mark >= 0 && mark <= aspect.FullMark, at, mark, $"得分应在 0 与满分 {Findings.Figure(aspect.FullMark)} 之间");
        }
        else
        {
            findings.Must(mark >= 0, at, mark, $"得分应为 0 或以上"); // the full mark is wrong or unreadable, which has been said
        }
    }
}
