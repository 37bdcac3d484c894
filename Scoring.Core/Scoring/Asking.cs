using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Scoring;

/// <summary>What every use case asks first: who, in which phase, with what reason.</summary>
internal static class Asking
{
    /// <summary>Characters of anything written down for the record.</summary>
    public const int LongestReason = 500;

    public static Decision.Refuse NoEntrant { get; } = new(Refusal.NoSuchEntrant, $"找不到这位选手，请刷新后重选");

    public static Decision.Refuse NoTrade(CompetitionState state) => new(Refusal.NoSuchTrade, $"找不到这个{state.TradeWord}，请刷新后重选");

    public static Decision.Refuse NoModule { get; } = new(Refusal.NoSuchModule, $"找不到这个模块，请刷新后重选");

    /// <summary>
    /// R-A4: the role, held in this contest and this trade. Someone the contest knows holds a seat of it; an account's office must cover both; who has neither is a stranger.
    /// </summary>
    public static Decision.Refuse? Role(TradeState trade, Actor by, params ReadOnlySpan<Role> roles)
    {
        if (roles.Contains(by.Role) && Holds(trade, by))
        {
            return null;
        }

        var names = new List<string>();
        foreach (var role in roles)
        {
            names.Add(RoleWords.Of(role));
        }

        return new(Refusal.WrongRole, $"这一步只能由{trade.Definition.Name}的{Saying.Join("或", names)}来做");
    }

    private static bool Holds(TradeState trade, Actor by)
    {
        var seats = trade.Competition.Judges.GetValueOrDefault(new JudgeId(by.Id))?.Seats;
        return (seats is null ? by.Office is not null : seats.Any(s => s.Role == by.Role && s.Trade == trade.Definition.Id))
            && by.Office?.Covers(by.Role, trade.Competition.Competition?.Id, trade.Definition.Id) != false;
    }

    /// <summary>R-A2, R-D1, R-D2, R-D5: two persons, and the second holds one of these offices here as the first does.</summary>
    public static Decision.Refuse? Second(TradeState trade, Actor first, Actor? second, params ReadOnlySpan<Role> roles) =>
        TwoPeople(first.Id, second?.Id) ?? Role(trade, second!, roles); // not null: asked in the line before

    public static Decision.Refuse? Reason(string? reason) => string.IsNullOrWhiteSpace(reason)
        ? new(Refusal.NoReason, $"请写明理由")
        : reason.Length > LongestReason ? new(Refusal.LongReason, $"理由最多 {LongestReason} 字") : null;

    public static Decision.Refuse? TwoPeople(string? first, string? second) => string.IsNullOrWhiteSpace(first) || string.IsNullOrWhiteSpace(second)
        ? new(Refusal.TwoPeople, $"须由两个人共同办理，请第二人在自己的设备上签名")
        : string.Equals(first.Trim(), second.Trim(), StringComparison.OrdinalIgnoreCase) ? new(Refusal.SamePerson, $"两次签名是同一个人，须由另一人签名") : null;

    public static Decision.Refuse? Between(TradeState trade, Phase first, Phase last) => trade.Phase >= first && trade.Phase <= last
        ? null
        : new(Refusal.WrongPhase, $"{trade.Definition.Name}现在是“{PhaseWords.Of(trade.Phase)}”，这一步只能在“{PhaseWords.Of(first)}”{(first == last
            ? (Saying)$"时做" : $"到“{PhaseWords.Of(last)}”之间做")}");
}
