using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Publication;

namespace Scoring.Api.Console.Outcomes;

/// <summary>晋级与荣誉: who goes on (R-C3), and which titles and grades are proposed and approved (R-E5). By code until decoded (R-A2).</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class OutcomesModel(Desk desk) : TradePage(desk)
{
    public sealed record Person(string Code, string? Name, string? Organization, int? Rank, decimal? Total);

    /// <param name="Key">Entrant and title, as the form sends it.</param>
    public sealed record Honour(string Key, Person Person, string Title, string Words, bool Approved);

    public sealed record Held(Person Person, string Title, string Words);

    protected override string PageName => "outcomes";

    public string TradeName { get; private set; } = "";

    public Phase Phase { get; private set; }

    public bool Decoded { get; private set; }

    /// <summary>Of totals (R-K2).</summary>
    public int Decimals { get; private set; }

    /// <summary>Null: the trade has no advance rule.</summary>
    public AdvanceList? Advance { get; private set; }

    public IReadOnlyList<Person> Going { get; private set; } = [];

    public IReadOnlyList<Honour> Proposed { get; private set; } = [];

    public IReadOnlyList<Held> Withheld { get; private set; } = [];

    /// <summary>Approved before, but the ranks no longer give rise to them.</summary>
    public IReadOnlyList<Held> Stale { get; private set; } = [];

    /// <summary>Null: nobody approved yet.</summary>
    public string? ApprovedBy { get; private set; }

    public bool HasHonours { get; private set; }

    public bool Approves => Phase is Phase.Publicity or Phase.Final && Me.May(Policies.Publish, Trade);

    public IActionResult OnGet() => Show(Load);

    /// <summary>The ticked ones are approved, the others are not.</summary>
    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostApprove(string[] chosen) => Carry($"已批准 {chosen.Length} 项", state =>
        ApproveHonours.Decide(state, Me.Actor, Trade, [.. chosen.Select(c => c.Split('|', 2)).Where(c => c.Length == 2).Select(c => new ApprovedHonour(new EntrantId(c[0]), c[1]))]));

    private void Load(TradeState trade)
    {
        (TradeName, Phase, Decoded, Decimals) = (trade.Definition.Name, trade.Phase, trade.IsDecoded, trade.Definition.Decimals);
        var standings = trade.Standings();
        var rows = standings.Rows.ToDictionary(r => r.Result.Entrant);
        Person Of(EntrantId id)
        {
            var entrant = trade.Competition.Entrant(id);
            return new Person(
                entrant?.Code ?? "—", Decoded ? entrant?.Entrant.Name : null,
                Decoded && entrant is not null ? trade.Competition.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name : null,
                rows.GetValueOrDefault(id)?.Rank, rows.GetValueOrDefault(id)?.Result.Total);
        }

        Advance = trade.Advance();
        Going = [.. (Advance?.Entrants ?? []).Select(Of)];
        var list = ApproveHonours.Proposed(trade);
        var approved = trade.Publication.Honours.ToHashSet();
        HasHonours = trade.Definition.Honours is { Count: > 0 };
        Proposed = [.. list.Proposals.Select(p => new Honour($"{p.Entrant}|{p.Title}", Of(p.Entrant), p.Title, p.Words, approved.Contains(new ApprovedHonour(p.Entrant, p.Title))))];
        Withheld = [.. list.Withheld.Select(w => new Held(Of(w.Entrant), w.Title, w.Words))];
        Stale = [.. approved.Where(h => list.Proposals.All(p => p.Entrant != h.Entrant || p.Title != h.Title)).Select(h => new Held(Of(h.Entrant), h.Title, "名次或等级已变，不再符合；请重新批准"))];
        ApprovedBy = trade.Publication.HonoursBy is { } by ? trade.Competition.Judges.GetValueOrDefault(new JudgeId(by))?.Name ?? by : null;
    }
}
