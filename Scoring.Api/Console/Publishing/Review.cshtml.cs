using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Publication;
using Scoring.Core.Review;

namespace Scoring.Api.Console.Publishing;

/// <summary>复核 (R-D1): the sample, a worksheet to print, ticks, two signatures.</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class ReviewModel(Desk desk, SecondPerson second) : TradePage(desk)
{
    public sealed record Row(string Code, int? Rank, bool Sampled, IReadOnlyList<decimal?> Figures, decimal? Total, bool? Right, bool WasWrong, string? Remark);

    protected override string PageName => "review";

    public string TradeName { get; private set; } = "";

    public Phase Phase { get; private set; }

    public IReadOnlyList<BoardHead> Columns { get; private set; } = [];

    public ReviewState? Review { get; private set; }

    public ReviewProgress? Progress { get; private set; }

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public sealed record BoardHead(string Name);

    /// <summary>Whose sheets are looked at again (R-D1, R-K16).</summary>
    public ReviewRule Rule { get; private set; } = new();

    /// <summary>Of figures and totals (R-K2).</summary>
    public int Decimals { get; private set; } = 2;

    /// <summary>前 10 名, or 前 30%.</summary>
    public string Best => Rule.First is { } first ? $"前 {first} 名" : $"前 {Rule.TopPercent.Plain()}%";

    public bool Acts => Phase == Phase.Review && Review?.Signed is null && Me.May(Policies.Sign, Trade);

    public IActionResult OnGet() => Show(Load);

    [Needs(Policies.Sign)]
    public Task<IActionResult> OnPostDraw()
    {
        var seed = RandomNumberGenerator.GetHexString(16, lowercase: true);
        return Carry("复核样本已抽取", state => DrawReview.Decide(state, Me.Actor, Trade, seed));
    }

    [Needs(Policies.Sign)]
    public Task<IActionResult> OnPostTick(string code, bool right, string? remark) =>
        Carry($"{code} 已核对", state => state.Trade(Trade)?.ByCode(code) is { } entrant
            ? TickReview.Decide(state, Me.Actor, Trade, entrant.Entrant.Id, right, remark)
            : new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到代号 {code}，请刷新后重选"));

    [Needs(Policies.Sign)]
    public async Task<IActionResult> OnPostSign(string? secondLogin, string? secondPassword)
    {
        var other = Me.Role == Role.HeadJudge ? Role.Supervisor : Role.HeadJudge;
        var (signed, fault) = await second.Check(Me, Open, secondLogin, secondPassword, Trade, other);
        if (signed is null)
        {
            Say(fault!, bad: true); // one of the two is always there
            return LocalRedirect(Request.Path);
        }

        var (head, supervisor) = Me.Role == Role.HeadJudge ? (Me.Actor, signed) : (signed, Me.Actor);
        return await Carry("复核已由裁判长和监督签字", state => SignReview.Decide(state, Trade, head, supervisor));
    }

    private void Load(TradeState trade)
    {
        (TradeName, Phase, Review) = (trade.Definition.Name, trade.Phase, trade.Publication.Review);
        (Rule, Decimals) = (trade.Definition.Review ?? new ReviewRule(), trade.Definition.Decimals);
        Columns = [.. trade.Definition.Components.Select(c => new BoardHead(c.Name))];
        if (Review is not { } review)
        {
            return;
        }

        Progress = SignReview.Progress(trade, review);
        var wanted = review.Chosen.Concat(review.Ticks.Keys).Concat(Progress.Remaining).Distinct().ToHashSet();
        Rows =
        [
            .. trade.Standings().Rows.Where(r => wanted.Contains(r.Result.Entrant)).Select(r => new Row(
                trade.Competition.Entrant(r.Result.Entrant)?.Code ?? "", r.Rank, review.Drawn.Sample.Contains(r.Result.Entrant),
                [.. r.Result.Components.Select(c => c.Figure)], r.Result.Total,
                review.Ticks.TryGetValue(r.Result.Entrant, out var tick) ? tick.Right : null, review.Faults.ContainsKey(r.Result.Entrant),
                review.Faults.GetValueOrDefault(r.Result.Entrant)?.Remark ?? review.Ticks.GetValueOrDefault(r.Result.Entrant)?.Remark)),
        ];
    }
}
