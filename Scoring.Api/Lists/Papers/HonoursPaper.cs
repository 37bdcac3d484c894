using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Lists;

/// <summary>获奖名单: who got what, best first, and the honours that were approved (R-E5); of final trades only.</summary>
public static class HonoursPaper
{
    public static PaperList Make(PaperSource source, TradeId? only)
    {
        var final = source.Results(only).Where(t => t.Phase >= Phase.Final).ToList();
        var awards = final.SelectMany(t => t.Awards().Rows.Where(r => r.Tier is not null && source.Has(source.State.Entrant(r.Entrant))).Select(r =>
        {
            var entrant = source.State.Entrant(r.Entrant)!; // awarded from the same state
            var certificate = t.Publication.Certificates.LastOrDefault(c => c.Certificate.Entrant == r.Entrant && c.RevokedBecause is null)?.Certificate.Facts.Number;
            return (IReadOnlyList<string>)[t.Definition.Name, r.Tier!, PaperSource.Count(r.Rank), entrant.Entrant.Name, source.Organization(entrant), certificate ?? ""];
        })).ToList();
        var singles = final.SelectMany(t => (t.Awards().Singles ?? []).SelectMany(s => s.Winners.Where(w => source.Has(source.State.Entrant(w.Entrant))).Select(w => (IReadOnlyList<string>)
        [
            t.Definition.Name, s.Name, source.State.Entrant(w.Entrant)?.Entrant.Name ?? "",
            source.State.Entrant(w.Entrant) is { } entrant ? source.Organization(entrant) : "", w.Words.ToString(),
        ]))).ToList();
        var honours = final.SelectMany(t => t.Publication.Honours.Where(h => source.Has(source.State.Entrant(h.Entrant))).Select(h => (IReadOnlyList<string>)
        [
            t.Definition.Name, h.Title, source.State.Entrant(h.Entrant)?.Entrant.Name ?? "", source.State.Entrant(h.Entrant) is { } entrant ? source.Organization(entrant) : "",
        ])).ToList();
        return new PaperList(
            ListBook.Honours, "获奖名单", [source.Heading, .. ResultPapers.Held(source)],
            [
                new PaperTable("获奖名单", [new(source.State.TradeWord, 16), new("奖项", 12, ColumnKind.Centre), new("名次", 7, ColumnKind.Centre), new("姓名", 12), new("单位", 30), new("证书编号", 18)], awards),
                .. singles.Count == 0 ? (PaperTable[])[] :
                    [new PaperTable("单项奖", [new(source.State.TradeWord, 16), new("单项奖", 16), new("姓名", 12), new("单位", 30), new("依据", 24)], singles)],
                .. honours.Count == 0 ? (PaperTable[])[] : [new PaperTable("荣誉称号", [new(source.State.TradeWord, 16), new("称号", 24), new("姓名", 12), new("单位", 30)], honours)],
            ],
            ["组委会（盖章）"], source.Foot);
    }
}
