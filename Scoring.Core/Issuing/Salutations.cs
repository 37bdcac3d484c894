using Scoring.Core.Definition;
using Scoring.Core.People;

namespace Scoring.Core.Issuing;

/// <summary>How a certificate addresses a person (R-H1): as their list has it, else by the contest's rule, else as the template
/// says.</summary>
public static class Salutations
{
    /// <summary>The tag (R-K15) a person's own stands in; a column of the list.</summary>
    public const string Tag = "称呼";

    /// <summary>The tag a name in another language stands in, e.g. 外文名: Alexander Montgomery beside 亚历山大.</summary>
    public const string OtherNameTag = "外文名";

    private static readonly string[] Nothing = ["无", "不写", "不称呼", "-", "—", "/"];

    /// <param name="entrant">Null: a judge, of whom no list says it.</param>
    /// <returns>Empty: the name alone; null: as the template says.</returns>
    public static string? Of(Competition competition, Entrant? entrant) =>
        entrant?.Tags?.GetValueOrDefault(Tag)?.Trim() is { Length: > 0 } own ? Nothing.Contains(own, StringComparer.Ordinal) ? "" : own
        : competition.Salutation switch
        {
            Salutation.None => "",
            Salutation.Student => "同学",
            Salutation.ByGender => entrant is not { Members: null or { Count: 0 } } ? ""
                : entrant.Gender switch { "男" => "先生", "女" => "女士", _ => "" },
            null => null,
            _ => throw new InvalidOperationException(competition.Salutation.ToString()),
        };
}
