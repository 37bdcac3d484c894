using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Setup;

/// <summary>What stands beside an organization's name: the short name of screens, and its tags (R-K15). Tags decide limits, groups and
/// rankings, so they stand once a trade with its people has left 评分.</summary>
public static class DescribeOrganization
{
    /// <param name="shortName">Null: none.</param>
    /// <param name="tags">Null: none of its own.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, OrganizationId organization, string? shortName, IReadOnlyDictionary<string, string>? tags)
    {
        if (by.Role != Role.Admin)
        {
            return new Decision.Refuse(Refusal.WrongRole, $"单位的简称和标签由管理员改");
        }

        if (state.Organizations.GetValueOrDefault(organization) is not { } before)
        {
            return new Decision.Refuse(Refusal.NoSuchOrganization, $"找不到这个单位，请刷新");
        }

        var tagged = Tags.Same(before.Tags, tags);
        var late = tagged ? null
            : state.Entrants.Values.FirstOrDefault(e => e.Entrant.Organization == organization && e.Trade?.Phase > Phase.Scoring)?.Trade;
        return tagged && before.ShortName == shortName ? new Decision.Refuse(Refusal.NoChange, $"没有改动")
            : late is not null ? new Decision.Refuse(Refusal.TooLate, $"{late.Definition.Name}评分已经结束，单位的标签不能再改：它决定限额、分组和团体")
            : Decision.Of(new EntrantsRegistered([], [before with { ShortName = shortName, Tags = tags }]));
    }
}
