using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Certificates;
using Scoring.Api.Console.Weighing;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Effects;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Console.Publishing;

/// <summary>更正姓名和单位 (R-K17): once a trade has left 评分, words of an entrant change only here, by two people, with certificates replaced in the same entry.</summary>
[Authorize(Policy = Policies.Publish)]
[ShowsPeople("选手更正")]
public sealed class MendModel(Desk desk, SecondPerson second, PersonalSeal seal, CertificateKeys keys, CertificateDesk desks, VenueAddress venue) : WeighingPage(desk)
{
    public sealed record Row(EntrantId Id, string? ExamNumber, string Name, IReadOnlyList<string> Members, string? Organization, int Certificates);

    protected override string PageName => "mend";

    /// <summary>Who is being mended; null: nobody is chosen.</summary>
    [BindProperty(SupportsGet = true, Name = "at")]
    public string? At { get; set; }

    public Phase Phase { get; private set; }

    public string TradeName { get; private set; } = "";

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public Entrant? Chosen { get; private set; }

    public IReadOnlyList<Organization> Organizations { get; private set; } = [];

    public bool Mends => Phase is >= Phase.Review and <= Phase.Final && Me.May(Policies.Publish, Trade);

    public IActionResult OnGet() => Show(Load);

    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostApply(string? name, string[]? members, string? organization, string? idNumber, string? reason)
    {
        // Where the papers already out send a phone; a first one goes where this browser came from.
        var printed = Open.Read(state => state.Trade(Trade)?.Publication.Certificates.LastOrDefault()?.Certificate.Qr);
        var address = Uri.TryCreate(printed, UriKind.Absolute, out var known) ? known : new Uri(venue.For(HttpContext));
        string Sign(CertificateFacts facts) => VerificationLink.Write(address, keys.Sign(facts));
        var (step, planned) = Open.Read(state => state.Entrant(new EntrantId(At ?? "")) is { Trade: { } trade } found && Read(found.Entrant, name, members, organization, idNumber) is { To: { } to }
            ? (Changes(state, trade, found.Entrant, to, idNumber),
                CorrectEntrant.Replacements(state, trade, found.Entrant, to).Select(r => new PlannedCertificate(found.Entrant.Id, r.Facts, r.Revoked)).ToList())
            : ([], []));
        if (desks.Check(Open.Id, planned) is [var unprintable, ..])
        {
            return Task.FromResult(Refused(new("no-glyph", unprintable.Message)));
        }

        return Weigh(
            new WeighedStep("更正姓名和单位", "已更正", Always: true, step, new SecondNeed(second, "裁判长、监督或管理员，不能是同一人", Role.HeadJudge, Role.Supervisor, Role.Admin), PathFor(Trade)),
            (state, signed) =>
            {
                if (state.Entrant(new EntrantId(At ?? "")) is not { } found || found.Trade?.Definition.Id != Trade)
                {
                    return new Decision.Refuse("no-such-entrant", "找不到这位选手，请刷新后重选");
                }

                var (to, fault) = Read(found.Entrant, name, members, organization, idNumber);
                return to is null ? new Decision.Refuse("bad-form", fault ?? "请刷新后重填")
                    : CorrectEntrant.Decide(state, Me.Actor, signed, found.Entrant.Id, to, reason ?? "", Sign);
            });
    }

    protected override object? Edited(CompetitionState state) => state.Entrant(new EntrantId(At ?? ""))?.Entrant;

    protected override bool Rewrites(LedgerEvent e) => e is EntrantCorrected corrected && corrected.Entrant.Value == At || e is EntrantsRegistered list && list.Entrants.Any(x => x.Id.Value == At);

    protected override IActionResult Refused(Decision.Refuse why)
    {
        Say(Words(why), bad: true);
        return LocalRedirect(At is null ? PathFor(Trade) : $"{PathFor(Trade)}?at={Uri.EscapeDataString(At)}");
    }

    private (Entrant? To, string? Fault) Read(Entrant old, string? name, string[]? members, string? organization, string? idNumber)
    {
        var typed = NameText.Clean(name ?? "");
        var people = (members ?? []).Select(m => NameText.Clean(m ?? "")).ToList();
        var document = string.IsNullOrWhiteSpace(idNumber) ? null : DocumentNumber.Read(null, idNumber);
        if ((people.Append(typed).Select(t => t.Fault).FirstOrDefault(f => f is not null) ?? document?.Fault) is { } fault)
        {
            return (null, fault);
        }

        var personal = document is null ? null : seal.Open(Open.Id, old.Sealed) ?? new PersonalData(null, null, null);
        return (old with
        {
            Name = typed.Text, Members = old.Members is null ? null : [.. people.Select(p => p.Text)], Organization = new OrganizationId(organization ?? ""),
            Sealed = personal is null ? old.Sealed : seal.Seal(Open.Id, (personal with { IdType = document!.Type, IdNumber = document.Number }).ToJson()),
        }, null);
    }

    private static List<WeighedChange> Changes(CompetitionState state, TradeState trade, Entrant from, Entrant to, string? idNumber)
    {
        string Of(OrganizationId id) => state.Organizations.GetValueOrDefault(id)?.Name ?? id.Value;
        List<WeighedChange> changes = [];
        void Add(string what, string before, string after)
        {
            if (before != after)
            {
                changes.Add(new(what, before, after));
            }
        }

        Add("姓名", from.Name, to.Name);
        foreach (var (before, after) in (from.Members ?? []).Zip(to.Members ?? []))
        {
            Add("成员", before, after);
        }

        Add("单位", Of(from.Organization), Of(to.Organization));
        Add("证件号码", "原号码", string.IsNullOrWhiteSpace(idNumber) ? "原号码" : Wording.MaskedId(idNumber.Trim()));
        changes.AddRange(CorrectEntrant.Replacements(state, trade, from, to).Select(r => new WeighedChange(
            "证书", $"{r.Revoked} 作废", $"换发 {r.Facts.Number} {r.Facts.Name}{(r.Facts.Organization is null ? "" : $"，{r.Facts.Organization}")}")));
        return changes;
    }

    private void Load(CompetitionState state, TradeState trade)
    {
        (TradeName, Phase) = (trade.Definition.Name, trade.Phase);
        Chosen = At is not null && state.Entrant(new EntrantId(At)) is { } found && found.Trade == trade ? found.Entrant : null;
        Organizations = [.. state.Organizations.Values.OrderBy(o => o.Name, ReadingOrder.Names)];
        Rows =
        [
            .. trade.Entrants.OrderBy(e => e.Entrant.ExamNumber ?? "", ReadingOrder.Names).ThenBy(e => e.Index).Select(e => new Row(
                e.Entrant.Id, e.Entrant.ExamNumber, e.Entrant.Name, e.Entrant.Names, state.Organizations.GetValueOrDefault(e.Entrant.Organization)?.Name,
                trade.Publication.Certificates.Count(c => c.RevokedBecause is null && c.Certificate.Entrant == e.Entrant.Id))),
        ];
    }
}
