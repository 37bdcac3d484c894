using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>检录叫号: the floor calls entrants by code, and the hall's screens show whom. Changes no result.</summary>
public static class CallEntrants
{
    /// <summary>As many as a screen can show and a floor can take in.</summary>
    public const int Most = 60;

    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, IReadOnlyList<string> codes, DateTimeOffset at)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Asking.Role(found, by, Role.FloorJudge, Role.HeadJudge) ?? Asking.Between(found, Phase.Drawn, Phase.Scoring)) is { } refused)
        {
            return refused;
        }

        if (codes.Count is 0 or > Most)
        {
            return new Decision.Refuse(Refusal.BadCall, $"一次请呼叫 1 至 {Most} 人");
        }

        var entrants = new List<EntrantId>();
        foreach (var code in codes.Distinct(StringComparer.OrdinalIgnoreCase))
        {
            if (found.ByCode(code) is not { } entrant)
            {
                return new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到代号 {code}，请刷新后重选");
            }

            if (entrant.Status == EntrantStatus.Normal && entrant.ArrivedAt is null)
            {
                entrants.Add(entrant.Entrant.Id);
            }
        }

        return entrants.Count == 0
            ? new Decision.Refuse(Refusal.NoChange, $"要呼叫的人都已到场或不参加，不用呼叫")
            : Decision.Of(new EntrantsCalled(trade, entrants, at));
    }
}
