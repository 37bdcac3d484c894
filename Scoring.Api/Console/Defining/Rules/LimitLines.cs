using System.Text;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining.Rules;

/// <summary>Limits as people write them (R-K11, R-K12): 每单位至多 3, 每单位一等奖至多 1, 每区县至多 2, 每人至多 1.</summary>
internal static class LimitLines
{
    public const string How = "限额请每行写“每单位至多 3”“每单位一等奖至多 1”“每区县至多 2”或“每人至多 1”";

    private const string Each = "每", AtMost = "至多", Organization = "单位", Person = "人";

    private static readonly string[] Persons = [Person, "位", "作者", "位作者", "个人", "名选手"];

    /// <param name="tiers">Names a limit may be of; none: it is of all places.</param>
    public static AwardLimit? Read(string line, IReadOnlyCollection<string> tiers)
    {
        var typed = line.Normalize(NormalizationForm.FormKC).Trim();
        if (!typed.StartsWith(Each, StringComparison.Ordinal) || typed[1..].Split(AtMost, 2) is not [var left, var right]
            || !int.TryParse(right.Trim().TrimEnd('个', '人', '名', '项').Trim(), out var most) || most is < 1 or > 9_999)
        {
            return null;
        }

        left = left.Trim();
        var tier = tiers.Where(t => left.EndsWith(t, StringComparison.Ordinal)).MaxBy(t => t.Length);
        var who = (tier is null ? left : left[..^tier.Length]).Trim().TrimStart('个').Trim();
        return who.Length is 0 or > 20 ? null
            : who == Organization ? new AwardLimit(most, LimitPer.Organization, null, tier)
            : Persons.Contains(who) ? new AwardLimit(most, LimitPer.Person, null, tier)
            : new AwardLimit(most, LimitPer.Tag, who, tier);
    }

    public static string Line(AwardLimit limit) => Each + limit.Per switch
    {
        LimitPer.Organization => Organization,
        LimitPer.Person => Person,
        LimitPer.Tag => limit.Tag,
    } + limit.Tier + $"{AtMost} {Words.Plain(limit.Most)}";
}
