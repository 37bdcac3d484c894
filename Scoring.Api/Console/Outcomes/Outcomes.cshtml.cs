using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Certificates;
using Scoring.Api.Feed;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Phases;
using Scoring.Core.Publication;

namespace Scoring.Api.Console.Outcomes;

/// <summary>晋级与荣誉: who goes on (R-C3), and which titles and grades are proposed and approved (R-E5). By code until decoded (R-A2).</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class OutcomesModel(Desk desk, CertificateKeys keys, PersonalSeal seal, EarlierTitles earlier) : TradePage(desk)
{
    public sealed record Person(string Id, string Code, string? Name, string? Organization, int? Rank, decimal? Total);

    /// <param name="Key">Entrant and title, as the form sends it.</param>
    /// <param name="Had">Where the same title was given before, in sentences; empty: nobody knows of it, or names are not open yet.</param>
    public sealed record Honour(string Key, Person Person, string Title, string Words, bool Approved, IReadOnlyList<string> Had);

    /// <param name="Words">Why not, and who moves up.</param>
    public sealed record Over(Person Person, string Words, bool Declined);

    /// <summary>Who is about to give a place up, or to take it back (R-K11).</summary>
    /// <param name="Effect">What the list would be, in sentences.</param>
    public sealed record Giving(string Id, Person Person, bool Back, IReadOnlyList<string> Effect);

    public sealed record Held(Person Person, string Title, string Words);

    protected override string PageName => "outcomes";

    public string TradeName { get; private set; } = "";

    public Phase Phase { get; private set; }

    public bool Decoded { get; private set; }

    /// <summary>Of totals (R-K2).</summary>
    public int Decimals { get; private set; }

    /// <summary>Null: the trade has no advance rule.</summary>
    public AdvanceList? Advance { get; private set; }

    /// <summary>Whose place the page asks about; null: nobody's.</summary>
    [BindProperty(SupportsGet = true, Name = "decline")]
    public string? Decline { get; set; }

    public Giving? Declining { get; private set; }

    public IReadOnlyList<Person> Reserves { get; private set; } = [];

    /// <summary>Better placed than the last who goes on, and not on the list.</summary>
    public IReadOnlyList<Over> PassedOver { get; private set; } = [];

    /// <summary>Who goes on, who was passed over and who would move up, as the page lists them: words are empty for who goes on.</summary>
    public IEnumerable<(Person Person, string Words, bool Declined)> Rows =>
        Going.Select(p => (p, "", false)).Concat(PassedOver.Select(o => (o.Person, o.Words, o.Declined))).OrderBy(r => r.Item1.Rank)
            .Concat(Reserves.Select((p, i) => (p, $"递补第 {i + 1}", false)));

    public bool MayDecline => Phase is >= Phase.Review and <= Phase.Final && Me.May(Policies.Publish, Trade);

    public IReadOnlyList<Person> Going { get; private set; } = [];

    public IReadOnlyList<Honour> Proposed { get; private set; } = [];

    public IReadOnlyList<Held> Withheld { get; private set; } = [];

    /// <summary>Approved before, but the ranks no longer give rise to them.</summary>
    public IReadOnlyList<Held> Stale { get; private set; } = [];

    /// <summary>Null: nobody approved yet.</summary>
    public string? ApprovedBy { get; private set; }

    public bool HasHonours { get; private set; }

    public bool Approves => Phase is Phase.Publicity or Phase.Final && Me.May(Policies.Publish, Trade);

    public IActionResult OnGet()
    {
        var asked = Open.Read(state => state.Trade(Trade) is { Definition.Honours.Count: > 0 } trade
            ? trade.Entrants.Select(e => (e.Entrant, state.Organizations.GetValueOrDefault(e.Entrant.Organization)?.Name ?? ""))
                .ToList() : null);
        if (asked is not null)
        {
            given = earlier.Before(Open.Id, asked, Me.MayEnter); // looks at other contests: not while this one is held
        }

        return Show(Load);
    }

    private Func<Core.People.Entrant, string, string, IReadOnlyList<string>> given = (_, _, _) => [];

    /// <summary>The ticked ones are approved, the others are not.</summary>
    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostApprove(string[] chosen) => Carry($"已批准 {chosen.Length} 项", state =>
        ApproveHonours.Decide(state, Me.Actor, Trade, [.. chosen.Select(c => c.Split('|', 2)).Where(c => c.Length == 2).Select(c => new ApprovedHonour(new EntrantId(c[0]), c[1]))]));

    /// <summary>Only what is public goes to another contest, by who may have everybody's numbers.</summary>
    public bool HandsOut => Phase >= Phase.Final && Advance is not null && Me.May(Policies.Organize);

    /// <summary>The trade's advance list, signed, for the next contest to read (R-K11).</summary>
    public IActionResult OnGetSigned()
    {
        if (!Me.May(Policies.Organize))
        {
            return Forbid();
        }

        var list = Open.Read(state => AdvancePaper.Make(
            new PaperSource(state, Open.HeadHash, Desk.Local(Desk.Now), boxed => seal.Open(Open.Id, boxed)), Trade, masked: false));
        if (list.IsEmpty)
        {
            return NotFound();
        }

        Desk.Access.Write(Me, Open.Id, "导出晋级名单（签名）", $"{list.Tables[0].Rows.Count} 人，含完整证件号码");
        return File(
            SignedList.Write(list, Desk.Now, keys.PublicKeys[keys.CurrentId], keys.SignBytes), "application/json",
            $"晋级名单 {Open.Read(s => s.Trade(Trade)?.Definition.Name)}{SignedList.Extension}");
    }

    /// <summary>放弃晋级, or taken back, with the reason (R-K11).</summary>
    [Needs(Policies.Publish)]
    public async Task<IActionResult> OnPostDecline(string entrant, string? reason)
    {
        var done = await Ask("已登记，晋级名单重新排过", state => DeclineAdvance.Decide(state, Me.Actor, Trade, new EntrantId(entrant), reason ?? ""));
        return LocalRedirect(done ? Request.Path : $"{Request.Path}?decline={Uri.EscapeDataString(entrant)}");
    }

    private void Load(TradeState trade)
    {
        (TradeName, Phase, Decoded, Decimals) = (trade.Definition.Name, trade.Phase, trade.IsDecoded, trade.Definition.Decimals);
        var standings = trade.Standings();
        var rows = standings.Rows.ToDictionary(r => r.Result.Entrant);
        Person Of(EntrantId id)
        {
            var entrant = trade.Competition.Entrant(id);
            return new Person(
                id.Value, entrant?.Code ?? "—", Decoded ? entrant?.Entrant.Name : null,
                Decoded && entrant is not null ? trade.Competition.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name : null,
                rows.GetValueOrDefault(id)?.Rank, rows.GetValueOrDefault(id)?.Result.Total);
        }

        Advance = trade.Advance();
        Going = [.. (Advance?.Entrants ?? []).Select(Of)];
        var declined = trade.Publication.Declined;
        Reserves = [.. (Advance?.Reserves ?? []).Select(Of)];
        PassedOver = [.. (Advance?.PassedOver ?? []).Select(o => new Over(
            Of(o.Entrant), trade.CodedWords(o.Entrant, o.Words.ToString()), declined.ContainsKey(o.Entrant)))];
        var asked = MayDecline && Advance is not null ? trade.Competition.Entrant(new EntrantId(Decline ?? "")) : null;
        Declining = asked?.Trade == trade ? GivingOf(trade, Of(asked.Entrant.Id), Of) : null;
        var list = ApproveHonours.Proposed(trade);
        var approved = trade.Publication.Honours.ToHashSet();
        HasHonours = trade.Definition.Honours is { Count: > 0 };
        Proposed = [.. list.Proposals.Select(p => new Honour($"{p.Entrant}|{p.Title}", Of(p.Entrant), p.Title, p.Words.ToString(), approved.Contains(new ApprovedHonour(p.Entrant, p.Title)), Had(trade, p.Entrant, p.Title)))];
        Withheld = [.. list.Withheld.Select(w => new Held(Of(w.Entrant), w.Title, w.Words.ToString()))];
        Stale = [.. approved.Where(h => list.Proposals.All(p => p.Entrant != h.Entrant || p.Title != h.Title)).Select(h => new Held(Of(h.Entrant), h.Title, "名次或等级已变，不再符合；请重新批准"))];
        ApprovedBy = trade.Publication.HonoursBy is { } by ? trade.Competition.Judges.GetValueOrDefault(new JudgeId(by))?.Name ?? by : null;
    }

    private IReadOnlyList<string> Had(TradeState trade, EntrantId id, string title) =>
        Decoded && trade.Competition.Entrant(id)?.Entrant is { } entrant
            ? given(entrant, trade.Competition.Organizations.GetValueOrDefault(entrant.Organization)?.Name ?? "", title) : [];

    private Giving GivingOf(TradeState trade, Person person, Func<EntrantId, Person> of)
    {
        var id = new EntrantId(person.Id);
        var back = trade.Publication.Declined.ContainsKey(id);
        LedgerEvent said = back ? new AdvanceAccepted(Trade, id, "") : new AdvanceDeclined(Trade, id, "");
        var before = Advance?.Entrants ?? [];
        var after = WhatIf.Advance(trade.Competition, Trade, said)?.Entrants ?? [];
        string Named(EntrantId e) => of(e) is var p ? $"第 {p.Rank} 名 {p.Name ?? p.Code}" : "";
        var (up, down) = (after.Except(before).Select(Named).ToList(), before.Except(after).Select(Named).ToList());
        return new(person.Id, person, back,
        [
            .. down.Count == 0 ? Array.Empty<string>() : [$"不再晋级：{string.Join('、', down)}"],
            up.Count == 0 ? "没有人递补：名额仍然是满的，或没有别人符合条件" : $"{(back ? "恢复晋级" : "递补晋级")}：{string.Join('、', up)}",
            "名次和奖项不变",
        ]);
    }
}
