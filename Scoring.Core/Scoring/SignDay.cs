using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Scoring;

/// <summary>One signature under the day (R-G6): every module begun and not signed, all of them complete; what has not begun stays open for another day.</summary>
public static class SignDay
{
    public static Decision Decide(CompetitionState state, Actor by, TradeId trade, string? signature = null)
    {
        if (state.Trade(trade) is not { } found)
        {
            return Asking.NoTrade(state);
        }

        if ((Asking.Role(found, by, Role.HeadJudge, Role.Supervisor) ?? Asking.Between(found, Phase.Scoring, Phase.Review)) is { } refused)
        {
            return refused;
        }

        var modules = Begun(found).Where(m => !m.Signatures.Any(s => s.As == by.Role && s.By == by.Id)).ToList();
        var lacking = modules.Select(m => SignModule.Everything(found, m) is { } open ? open with { Message = $"{m.Definition.Name}{open.Message}" } : null)
            .OfType<Decision.Refuse>().FirstOrDefault();
        return modules.Count == 0
            ? new Decision.Refuse(Refusal.NothingToSign, $"今天评过的模块都已签字")
            : lacking ?? Decision.Of(new DaySigned(trade, [.. modules.Select(m => m.Definition.Id)], by.Role, by.Id, signature));
    }

    /// <summary>Modules with at least one entry of judges or clerks.</summary>
    public static IReadOnlyList<ModuleState> Begun(TradeState trade) =>
        [.. trade.Modules.Where(m => trade.Entrants.Any(e => e.Entries(m.Definition.Id) is { } entries && entries.Sheets.Count + entries.ClerkMarks.Count > 0))];
}
