using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Setup;

/// <summary>One entrant of the list mended by hand, as long as a list could mend it: until 评分 ends. Afterwards it is a correction with two
/// people (R-K17).</summary>
public static class EditEntrant
{
    /// <param name="entrant">As the entrant shall be.</param>
    /// <param name="organizations">Its organization, if it is a new one.</param>
    public static Decision Decide(CompetitionState state, Actor by, Entrant entrant, IReadOnlyList<Organization>? organizations)
    {
        if (by.Role != Role.Admin)
        {
            return new Decision.Refuse(Refusal.WrongRole, $"名单由管理员改");
        }

        if (state.Entrant(entrant.Id) is not { Trade: { } trade } found || trade.Definition.Id != entrant.Trade)
        {
            return new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到这位选手，请刷新");
        }

        var twin = entrant.ExamNumber is { } number
            ? state.Entrants.Values.FirstOrDefault(e => e.Entrant.Id != entrant.Id && e.Trade is not null
                && string.Equals(e.Entrant.ExamNumber, number, StringComparison.OrdinalIgnoreCase))
            : null;
        return trade.Phase > Phase.Scoring ? new Decision.Refuse(Refusal.TooLate, $"评分已经结束：姓名、单位和成员请在“更正姓名单位”里更正，要两人签名")
            : entrant.Members?.GroupBy(m => m).FirstOrDefault(g => g.Count() > 1)?.Key is { } twice
                ? new Decision.Refuse(Refusal.MemberTwice, $"成员里有两个{twice}，一人只写一次")
            : Unmarked(trade, found, entrant) is { } gone ? new Decision.Refuse(Refusal.MemberMarked, $"{gone}已经有成绩，不能从成员里去掉")
            : twin is not null ? new Decision.Refuse(Refusal.NumberTaken, $"准考证号 {entrant.ExamNumber} 已经是 {twin.Entrant.Name} 的")
            : Same(entrant, found.Entrant) ? new Decision.Refuse(Refusal.NoChange, $"没有改动")
            : Decision.Of(new EntrantsRegistered([entrant], organizations is { Count: > 0 } ? organizations : null));
    }

    // Marks of a module marked member by member hang on the names (R-K14).
    private static string? Unmarked(TradeState trade, EntrantState before, Entrant after) =>
        trade.Definition.Modules().Any(m => m.PerMember is not null) && trade.Phase >= Phase.Scoring
            ? before.Entrant.Members?.FirstOrDefault(m => after.Members?.Contains(m) != true) : null;

    private static bool Same(Entrant one, Entrant other) =>
        Plain(one) == Plain(other) && (one.Members ?? []).SequenceEqual(other.Members ?? [])
        && Roles(one).SequenceEqual(Roles(other)) && Tags.Same(one.Tags, other.Tags);

    private static Entrant Plain(Entrant entrant) => entrant with { Members = null, MemberRoles = null, Tags = null };

    private static IEnumerable<string> Roles(Entrant entrant) =>
        (entrant.Members ?? []).Select((_, i) => entrant.MemberRoles?.ElementAtOrDefault(i) ?? "");
}
