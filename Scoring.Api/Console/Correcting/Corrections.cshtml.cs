using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Console.Weighing;
using Scoring.Api.Hubs;
using Scoring.Api.Security;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Issuing;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Console.Correcting;

/// <summary>更正记录 (R-D2): every correction of a trade, old beside new, who asked and who approved; and which papers have to come back.</summary>
[Authorize(Policy = Policies.SeeResults)]
public sealed class CorrectionsModel(Desk desk) : TradePage(desk)
{
    public sealed record Row(long Sequence, string When, string Code, string? Name, string Module, string Sheet, IReadOnlyList<WeighedChange> Changes, string Reason, string Asked, string Approved);

    /// <param name="Because">Null: it is still valid and says what is no longer so.</param>
    public sealed record Paper(string Number, string Name, string? Organization, string Award, string? Because, string? Replacement);

    public sealed record Choice(ModuleId Id, string Name);

    protected override string PageName => "corrections";

    public string TradeName { get; private set; } = "";

    public Phase Phase { get; private set; }

    public IReadOnlyList<Choice> Modules { get; private set; } = [];

    public IReadOnlyList<string> Codes { get; private set; } = [];

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Paper> Papers { get; private set; } = [];

    public bool Acts => Phase is >= Phase.Scoring and <= Phase.Final && Me.May(Policies.Sign, Trade);

    public IActionResult OnGet() => Show(Load);

    /// <summary>To the sheet that is to be corrected.</summary>
    [Needs(Policies.Sign)]
    public IActionResult OnPostStart(string? code, string? module)
    {
        var found = Open.Read(state => state.Trade(Trade)?.ByCode(code ?? "") is { Code: { } known } entrant && state.Trade(Trade)?.Module(new ModuleId(module ?? "")) is { } m
            ? CorrectForm.Of(state.Trade(Trade)!, m, entrant, null, null) is null ? "" : known : null); // Trade was found in the same state
        if (string.IsNullOrEmpty(found))
        {
            Say(found is null ? $"找不到代号 {code}，请重填" : $"{code} 的这个模块还没有评分表，没有可更正的", bad: true);
            return LocalRedirect(Request.Path);
        }

        return LocalRedirect($"/console/{Open.Id}/correct/{Trade}/{module}/{Uri.EscapeDataString(found)}");
    }

    /// <summary>Withdraws a certificate that says what is no longer so.</summary>
    [Needs(Policies.Publish)]
    public Task<IActionResult> OnPostRevoke(string number) => Carry($"证书 {number} 已撤销", state => RevokeCertificate.Decide(state, Me.Actor, Trade, number, "更正后奖项有变"));

    private void Load(TradeState trade)
    {
        (TradeName, Phase) = (trade.Definition.Name, trade.Phase);
        Modules = [.. trade.Modules.Select(m => new Choice(m.Definition.Id, m.Definition.Name))];
        Codes = [.. trade.Entrants.Where(e => e.Code is not null).Select(e => e.Code!).Order(ReadingOrder.Names)];
        Rows = [.. trade.Entrants.SelectMany(e => e.Corrections, (entrant, correction) => (entrant, correction)).OrderByDescending(x => x.correction.Stamp.Sequence).Select(x => RowOf(trade, x.entrant, x.correction))];
        Papers = trade.Phase < Phase.Final ? [] : [.. PapersOf(trade)];
    }

    private Row RowOf(TradeState trade, EntrantState entrant, CorrectionRecord c)
    {
        string Name(string id) => trade.Competition.Judges.GetValueOrDefault(new JudgeId(id))?.Name ?? id;
        var run = c.Attempt is { } number && trade.Module(c.Module) is { } of ? EntrantRun.NameOf(of.Definition, number) : "";
        var sheet = $"{run} {(c.Judge is { } judge ? Name(judge.Value) : "")}".Trim();
        var changes = new List<WeighedChange>();
        foreach (var aspect in trade.Module(c.Module)?.Sheet.Aspects ?? [])
        {
            var (old, now) = (CorrectAspect.Of(aspect, c.Before?.TryGetValue(aspect.Id, out var b) == true ? b : null).Said, CorrectAspect.Of(aspect, c.After?.TryGetValue(aspect.Id, out var a) == true ? a : null).Said);
            if (c.Judge is not null && old != now)
            {
                changes.Add(new($"{aspect.Id} {aspect.Text}", old, now));
            }
        }

        changes.Add(new(c.Judge is null ? "模块成绩" : "合计", c.FigureBefore.Mark(), c.FigureAfter.Mark()));
        return new Row(
            c.Stamp.Sequence, Desk.Local(c.Stamp.At).Moment(), entrant.Code ?? "—", trade.IsDecoded ? entrant.Entrant.Name : null, c.Module.Value, sheet, changes, c.Reason,
            Name(c.AskedBy), Name(c.ApprovedBy));
    }

    // Revoked ones to be collected, and valid ones that no longer say what is so.
    private static IEnumerable<Paper> PapersOf(TradeState trade)
    {
        var tiers = trade.Awards().Rows.ToDictionary(r => r.Entrant, r => r.Tier);
        foreach (var issue in trade.Publication.Certificates)
        {
            var facts = issue.Certificate.Facts;
            var wrong = issue.RevokedBecause is null && facts.Kind == CertificateKind.Award && tiers.GetValueOrDefault(issue.Certificate.Entrant) != facts.Award;
            if (issue.RevokedBecause is not null || wrong)
            {
                yield return new Paper(
                    facts.Number, facts.Name, facts.Organization, facts.Award, issue.RevokedBecause,
                    trade.Publication.Certificates.FirstOrDefault(c => c.Certificate.Replaces == facts.Number)?.Certificate.Facts.Number);
            }
        }
    }
}
