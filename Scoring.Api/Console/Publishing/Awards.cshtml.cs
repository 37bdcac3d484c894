using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Phases;
using Scoring.Core.Publication;

namespace Scoring.Api.Console.Publishing;

/// <summary>奖项预览: who would get what now, which boundary is tied, who fails the gate (R-E1 to R-E4).</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class AwardsModel(Desk desk) : TradePage(desk)
{
    protected override string PageName => "awards";

    [BindProperty(SupportsGet = true, Name = "all")]
    public bool All { get; set; }

    /// <summary>Whose lines alone are shown, e.g. 组别=学生组.</summary>
    [BindProperty(SupportsGet = true, Name = "tag")]
    public string? Tag { get; set; }

    public AwardsView? View { get; private set; }

    /// <summary>Prizes over all trades as they stand now; empty: there is one trade only.</summary>
    public IReadOnlyList<TierUse> Totals { get; private set; } = [];

    /// <summary>Trades whose boundary is tied, e.g. 电工一等奖 2 人.</summary>
    public IReadOnlyList<string> Ties { get; private set; } = [];

    public IActionResult OnGet()
    {
        (Totals, Ties) = Open.Read(Over);
        return Show(trade => View = AwardsView.Of(trade, TagFilter.Read(Tag)));
    }

    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostPolicy(BoundaryPolicy policy) => Carry("末位并列的处理办法已改", state => ChooseBoundary.Decide(state, Me.Actor, Trade, policy));

    /// <summary>The committee's choice of who of the equals gets the tier (R-E2 c).</summary>
    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostBoundary(string tier, string[] chosen, string? reason) => Carry("组委会议定已记录", state =>
        Entrants(state, chosen) is { } entrants
            ? DecideBoundary.Decide(state, Me.Actor, Trade, tier, entrants, reason ?? "")
            : new Decision.Refuse(Refusal.NoSuchEntrant, $"代号有误，请刷新后重选"));

    /// <summary>The committee's order of a tied group (R-C2).</summary>
    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostTie(string? order, string? reason) => Carry("并列的先后已记录", state =>
        Entrants(state, (order ?? "").Split([' ', ',', '，', '、'], StringSplitOptions.RemoveEmptyEntries)) is { } entrants
            ? DecideTie.Decide(state, Me.Actor, Trade, entrants, reason ?? "")
            : new Decision.Refuse(Refusal.NoSuchEntrant, $"代号有误，请按先后写全这一组的代号"));

    [Needs(Policies.HeadJudge)]
    public Task<IActionResult> OnPostConfirm() => Carry("奖项方案已核对", state => ConfirmAwards.Decide(state, Me.Actor, Trade));

    public bool MayChange => View is { Phase: <= Phase.Review } && Me.May(Policies.Publish, Trade);

    private static (IReadOnlyList<TierUse>, IReadOnlyList<string>) Over(Core.Fold.State.CompetitionState state)
    {
        var trades = state.TradesInOrder.Select(t => (t.Definition.Name, Awards: t.Awards())).ToList();
        return trades.Count < 2 ? ([], []) : (
            [.. trades.SelectMany(t => t.Awards.Tiers).GroupBy(t => t.Name).Select(g => new TierUse(g.Key, g.Sum(t => t.Quota), g.Sum(t => t.Given)))],
            [.. trades.SelectMany(t => t.Awards.Boundaries.Select(b => $"{t.Name}{b.Tier} {b.Tied.Count} 人"))]);
    }

    private List<EntrantId>? Entrants(Core.Fold.State.CompetitionState state, IEnumerable<string> codes)
    {
        var found = codes.Select(c => state.Trade(Trade)?.ByCode(c)?.Entrant.Id).ToList();
        return found.Exists(e => e is null) ? null : [.. found.OfType<EntrantId>()];
    }
}
