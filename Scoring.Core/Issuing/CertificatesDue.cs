using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Core.Issuing;

/// <summary>Who is due a certificate, and for what (R-H1).</summary>
/// <param name="Holder">The entrant; of thanks <c>judge:</c> and the judge's id.</param>
/// <param name="Names">One certificate each (R-F4).</param>
/// <param name="Salutation">Empty: none; null: as the template says.</param>
internal sealed record CertificateDue(EntrantId Holder, IReadOnlyList<string> Names, string? Organization, string Award, string? Salutation, string? OtherName = null);

internal static class CertificatesDue
{
    /// <summary>Awards (R-E1) and single prizes (R-K12), ranks of those without either, approved honours (R-E5), judges of the trade; best first.</summary>
    public static IEnumerable<CertificateDue> Of(TradeState trade, CertificateKind kind) => kind switch
    {
        CertificateKind.Award => trade.Awards().Prizes().Select(won => Entrant(trade, won.Entrant, won.Prize)),
        CertificateKind.Participation => Participants(trade),
        CertificateKind.Honour => trade.Publication.Honours.Select(honour => Entrant(trade, honour.Entrant, honour.Title)),
        CertificateKind.Thanks => Judges(trade),
        _ => [],
    };

    // Took part with a full result, out of competition (R-K10).
    private const string Guest = "参赛（不计名次）";

    private static IEnumerable<CertificateDue> Participants(TradeState trade)
    {
        var awarded = trade.Awards().Prizes().Select(won => won.Entrant).ToHashSet();
        return trade.Standings().Rows
            .Where(row => row.Rank is not null || row.Result is { Guest: true, Total: not null })
            .Where(row => !awarded.Contains(row.Result.Entrant))
            .Select(row => Entrant(trade, row.Result.Entrant, row.Rank is { } rank ? $"第 {rank} 名" : Guest));
    }

    private static IEnumerable<CertificateDue> Judges(TradeState trade) => trade.Competition.Judges.Values
        .Select(judge => (Judge: judge, Role: Highest(judge, trade.Definition.Id)))
        .Where(seated => seated.Role is not null)
        .OrderBy(seated => seated.Role == "裁判长" ? 0 : 1)
        .Select(seated => new CertificateDue(
            new($"judge:{seated.Judge.Id}"), [seated.Judge.Name],
            seated.Judge.Organization is { } from ? trade.Competition.Organizations.GetValueOrDefault(from)?.Name : null, seated.Role!, // not null: chosen so
            Salutations.Of(trade.Competition.Competition!, null)));

    private static string? Highest(Judge judge, TradeId trade)
    {
        var roles = judge.Seats.Where(seat => seat.Trade == trade).Select(seat => seat.Role).ToHashSet();
        return roles.Contains(Role.HeadJudge) ? "裁判长" : roles.Contains(Role.Judge) || roles.Contains(Role.FloorJudge) ? "裁判员" : null;
    }

    private static CertificateDue Entrant(TradeState trade, EntrantId id, string award)
    {
        var entrant = trade.Competition.Entrant(id)!.Entrant; // ranked or honoured, so registered
        return new(id, entrant.Names, trade.Competition.Organizations.GetValueOrDefault(entrant.Organization)?.Name, award,
            Salutations.Of(trade.Competition.Competition!, entrant), // a contest, or nobody would have registered
            entrant.Members is { Count: > 0 } ? null : entrant.Tags?.GetValueOrDefault(Salutations.OtherNameTag));
    }
}
