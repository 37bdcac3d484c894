using Scoring.Core.Sayings;

namespace Scoring.Core.Awards;

/// <summary>职业技能等级 from lowest to highest: promotion is one step up it (R-E5).</summary>
internal sealed class GradeLadder(IReadOnlyList<string>? grades)
{
    private const string Place = "{等级}";
    private static readonly IReadOnlyList<string> Usual = ["初级工", "中级工", "高级工", "技师", "高级技师"];
    private readonly IReadOnlyList<string> ladder = grades ?? Usual;

    /// <summary>Null: no recorded grade, not on the ladder, or already at its top (R-J10).</summary>
    public (string From, string To)? StepFrom(string? recorded) =>
        IndexOf(recorded) is { } i && i + 1 < ladder.Count ? (ladder[i], ladder[i + 1]) : null;

    public Saying WhyNoStep(string? recorded) => (IndexOf(recorded), string.IsNullOrWhiteSpace(recorded)) switch
    {
        (_, true) => $"现等级未登记，不提出晋升；请在名册中补登后再看",
        (null, _) => $"现等级“{recorded}”不在等级序列（{Saying.Join("、", ladder)}）中，不提出晋升；请核对名册",
        _ => $"现等级已是最高的{ladder[^1]}，不再晋升",
    };

    /// <summary>The wording with the grade in its place: 晋升{等级} or 晋升 become 晋升技师.</summary>
    public static string TitleOf(string wording, string grade) =>
        wording.Contains(Place, StringComparison.Ordinal) ? wording.Replace(Place, grade, StringComparison.Ordinal) : wording + grade;

    /// <summary>The title of a promotion by this rule, to whichever grade.</summary>
    public static bool Reaches(Definition.HonourRule rule, string title) => (rule.Grades ?? Usual).Any(grade => TitleOf(rule.Title,
        grade) == title);

    public static string TitleWithout(string wording) => wording.Replace(Place, "上一等级", StringComparison.Ordinal);

    /// <summary>高级工（三级） is 高级工; of 技师 and 高级技师 the longer one that fits.</summary>
    private int? IndexOf(string? recorded)
    {
        if (string.IsNullOrWhiteSpace(recorded))
        {
            return null;
        }

        var fits = ladder.Where(grade => recorded.Contains(grade, StringComparison.Ordinal)).MaxBy(grade => grade.Length);
        return fits is null ? null : ladder.ToList().IndexOf(fits);
    }
}
