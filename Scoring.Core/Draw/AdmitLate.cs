using System.Globalization;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Core.Scoring;

namespace Scoring.Core.Draw;

/// <summary>补报: an entrant who comes once 评分 has begun, by the admin and the 加密裁判. Nobody's code moves; the newcomer has the next free one
/// of every layer drawn.</summary>
public static class AdmitLate
{
    private const int LongestStation = 20;

    /// <param name="entrant">With an id nobody has had.</param>
    /// <param name="station">工位号 that goes with the code; null: none.</param>
    /// <param name="organizations">A new one the entrant belongs to; null: none.</param>
    public static Decision Decide(
        CompetitionState state, Actor by, Actor second, Entrant entrant, string? station, string reason,
            IReadOnlyList<Organization>? organizations = null)
    {
        if (state.Trade(entrant.Trade) is not { } trade)
        {
            return Asking.NoTrade(state);
        }

        var place = string.IsNullOrWhiteSpace(station) ? null : station.Trim();
        return Asking.Role(trade, by, Role.Admin, Role.CodingOfficer) ?? Asking.Second(trade, by, second, Role.CodingOfficer, Role.Admin)
            ?? (by.Role == second.Role ? new Decision.Refuse(Refusal.OneOffice, $"补报由管理员和加密裁判各签一次") : null)
            ?? Asking.Reason(reason)
            ?? (trade.Phase < Phase.Scoring ? new Decision.Refuse(Refusal.TooEarly, $"{trade.Definition.Name}还没有开始评分，请在名单导入里加人，再抽签") : null)
            ?? Asking.Between(trade, Phase.Scoring, Phase.Scoring)
            ?? (string.IsNullOrWhiteSpace(entrant.Name) ? new Decision.Refuse(Refusal.NoName, $"请填写姓名") : null)
            ?? (state.Known(entrant.Id) is not null ? new Decision.Refuse(Refusal.Taken, $"这位选手已在名单里") : null)
            ?? (!state.Organizations.ContainsKey(entrant.Organization) && organizations?.Any(o => o.Id == entrant.Organization) != true
                ? new Decision.Refuse(Refusal.NoSuchOrganization, $"请填写单位") : null)
            ?? (entrant.ExamNumber is { } number && state.Entrants.Values.FirstOrDefault(e => e.Entrant.ExamNumber == number) is not null
                ? new Decision.Refuse(Refusal.ExamNumber, $"准考证号 {number} 已有人用") : null)
            ?? (place?.Length > LongestStation ? new Decision.Refuse(Refusal.LongStation, $"工位号最多 {LongestStation} 字") : null)
            ?? (place is not null && trade.Entrants.Any(e => e.Station == place) ? new Decision.Refuse(Refusal.StationTaken, $"{place} 已有人")
                : null)
            ?? (trade.Modules.FirstOrDefault(m => m.Locked) is { } locked
                ? new Decision.Refuse(Refusal.Locked, $"{locked.Definition.Name}已签字锁定，加了人就评不全；请先由裁判长和监督解锁，再补报") : null)
            ?? Decision.Of(new LateEntrantAdmitted(entrant, NextCodes(trade, place), reason.Trim(), by.Id, second.Id, organizations));
    }

    /// <summary>The next free code of every layer drawn, first layer first; the station goes with the last.</summary>
    public static IReadOnlyList<GivenCode> NextCodes(TradeState trade, string? station = null)
    {
        var layers = Enumerable.Range(1, trade.Definition.CodeLayers).Where(l => trade.Entrants.Any(e => e.CodeOf(l) is not null)).ToList();
        return [.. layers.Select(l => new GivenCode(l, Next(trade, l), l == layers[^1] ? station : null))];
    }

    // One more than the greatest number among the codes that begin alike most often: A18 is followed by A19.
    private static string Next(TradeState trade, int layer)
    {
        var taken = trade.Entrants.Select(e => e.CodeOf(layer)).OfType<string>().ToHashSet(StringComparer.OrdinalIgnoreCase);
        var (prefix, numbers) = taken.Select(Split).Where(c => c.Digits is { Length: > 0 and < 10 })
            .GroupBy(c => c.Prefix, c => c.Digits, StringComparer.Ordinal)
            .OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => (g.Key, g.ToList()))
                .FirstOrDefault((Key: "补", []));
        var width = numbers.Count == 0 ? 2 : numbers.Max(n => n.Length);
        var number = numbers.Count == 0 ? 0 : numbers.Max(n => int.Parse(n, CultureInfo.InvariantCulture));
        string code;
        do
        {
            code = prefix + (++number).ToString(CultureInfo.InvariantCulture).PadLeft(width, '0');
        }
        while (taken.Contains(code));
        return code;
    }

    private static (string Prefix, string Digits) Split(string code)
    {
        var at = code.Length;
        while (at > 0 && char.IsAsciiDigit(code[at - 1]))
        {
            at--;
        }

        return (code[..at], code[at..]);
    }
}
