using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Certificates;
using Scoring.Api.Console.Weighing;
using Scoring.Api.Lists;
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
public sealed class MendModel(Desk desk, SecondPerson second, PersonalSeal seal, CertificateKeys keys, CertificateBatches desks, VenueAddress venue) : TradePage(desk)
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
    public Task<IActionResult> OnPostApply(
        string? name, string[]? members, string?[]? memberNumbers, string? organization, string? idNumber, string? reason)
    {
        // Where the papers already out send a phone; a first one goes where this browser came from.
        var printed = Open.Read(state => state.Trade(Trade)?.Publication.Certificates.LastOrDefault()?.Certificate.Qr);
        var address = Uri.TryCreate(printed, UriKind.Absolute, out var known) ? known : new Uri(venue.For(HttpContext));
        string Sign(CertificateFacts facts) => VerificationLink.Write(address, keys.Sign(facts));
        (List<WeighedChange>, List<PlannedCertificate>) Planned(CompetitionState state)
        {
            if (state.Entrant(new EntrantId(At ?? "")) is not { Trade: { } trade, Entrant: var from }
                || Read(state, from, name, members, memberNumbers, organization, idNumber) is not { To: { } to, Made: var made })
            {
                return ([], []);
            }

            return (Changes(state, trade, from, to, idNumber, memberNumbers, made),
                [.. CorrectEntrant.Replacements(state, trade, from, to, made).Select(r => new PlannedCertificate(from.Id, r.Facts, r.Revoked))]);
        }

        var (step, planned) = Open.Read(Planned);
        if (desks.Check(Open.Id, planned) is [var unprintable, ..])
        {
            return Task.FromResult(Refused(new(Refusal.NoGlyph, $"{unprintable.Message}")));
        }

        return Weigh(
            new WeighedStep("更正姓名和单位", "已更正", Always: true, step, new SecondNeed(second, "裁判长、监督或管理员，不能是同一人", Role.HeadJudge, Role.Supervisor, Role.Admin), PathFor(Trade)),
            (state, signed) =>
            {
                if (state.Entrant(new EntrantId(At ?? "")) is not { } found || found.Trade?.Definition.Id != Trade)
                {
                    return new Decision.Refuse(Refusal.NoSuchEntrant, $"找不到这位选手，请刷新后重选");
                }

                var (to, made, fault) = Read(state, found.Entrant, name, members, memberNumbers, organization, idNumber);
                return to is null ? new Decision.Refuse(Refusal.BadForm, $"{fault ?? "请刷新后重填"}")
                    : CorrectEntrant.Decide(state, Me.Actor, signed, found.Entrant.Id, to, reason ?? "", Sign, made);
            });
    }

    protected override object? Edited(CompetitionState state) => state.Entrant(new EntrantId(At ?? ""))?.Entrant;

    protected override bool Rewrites(LedgerEvent e) => e is EntrantCorrected corrected && corrected.Entrant.Value == At || e is EntrantsRegistered list && list.Entrants.Any(x => x.Id.Value == At);

    protected override IActionResult Refused(Decision.Refuse why)
    {
        Say(Words(why), bad: true);
        return LocalRedirect(At is null ? PathFor(Trade) : $"{PathFor(Trade)}?at={Uri.EscapeDataString(At)}");
    }

    /// <param name="organization">Its name or id; a new one is made.</param>
    private (Entrant? To, IReadOnlyList<Organization>? Made, string? Fault) Read(
        CompetitionState state, Entrant old, string? name, string[]? members, string?[]? memberNumbers, string? organization, string? idNumber)
    {
        var known = state.Organizations.Values.FirstOrDefault(o => o.Id.Value == organization || o.Name == organization?.Trim());
        var documents = (members ?? []).Select((_, i) => TypedEntrant.Blank(memberNumbers?.ElementAtOrDefault(i)) is { } typed ? DocumentNumber.Read(null, typed) : null).ToList();
        if (TypedEntrant.Read(state, name, members ?? [], known?.Name ?? organization, idNumber, out var fault) is not { } read
            || (fault = documents.Select(d => d?.Fault).FirstOrDefault(f => f is not null)) is not null)
        {
            return (null, null, fault);
        }

        // Written in other words it is another organization, however alike: that is what is being corrected.
        var made = known is null ? NewOrganizations.For(state, [OrganizationNames.Clean(organization!)]) : null; // not null: read
        var (people, document) = (read.Members, read.Document);
        var had = seal.Open(Open.Id, old.Sealed) ?? new PersonalData();
        var has = document is null ? had : had with { IdType = document.Type, IdNumber = document.Number };
        has = has.With(people.Select((p, i) =>
        {
            var was = had.Of(p, old.Members?.ElementAtOrDefault(i), people);
            return new MemberData(p, documents[i]?.Type ?? was?.IdType, documents[i]?.Number ?? was?.IdNumber, was?.Phone);
        }));
        return (old with
        {
            Name = read.Name, Members = old.Members is null ? null : people, Organization = known?.Id ?? made![0].Id,
            Sealed = has == had ? old.Sealed : seal.Seal(Open.Id, has.ToJson()),
        }, made, null);
    }

    private static List<WeighedChange> Changes(
        CompetitionState state, TradeState trade, Entrant from, Entrant to, string? idNumber, string?[]? memberNumbers, IReadOnlyList<Organization>? made)
    {
        string Of(OrganizationId id) => state.Organizations.GetValueOrDefault(id)?.Name ?? made?.FirstOrDefault(o => o.Id == id)?.Name ?? id.Value;
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
        foreach (var (member, number) in (to.Members ?? []).Zip(memberNumbers ?? []).Where(m => !string.IsNullOrWhiteSpace(m.Second)))
        {
            Add($"{member}的证件号码", "原号码", Wording.MaskedId(number!.Trim())); // not null by Where
        }

        changes.AddRange(CorrectEntrant.Replacements(state, trade, from, to, made).Select(r => new WeighedChange(
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
