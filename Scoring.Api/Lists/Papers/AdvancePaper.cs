using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.Marking;

namespace Scoring.Api.Lists;

/// <summary>晋级名单 (R-K11) of final trades: who goes on, the reserves in order, and who gave the place up, with where from, rank and total.
/// It imports into
/// the next contest as any list of people does.</summary>
public static class AdvancePaper
{
    public static PaperList Make(PaperSource source, TradeId? only, bool masked)
    {
        var trades = source.Trades(only).Where(t => t.Phase >= Phase.Final && t.Advance() is not null).ToList();
        var (people, how, ranks) = (new List<EntrantState>(), new Dictionary<EntrantId, string>(), new Dictionary<EntrantId, (int? Rank,
            string? Total)>());
        foreach (var trade in trades)
        {
            var list = trade.Advance()!; // chosen so
            var rows = trade.Standings().Rows.ToDictionary(r => r.Result.Entrant);
            void Add(EntrantId id, string what)
            {
                people.Add(source.State.Entrant(id)!); // of this state
                how[id] = what;
                ranks[id] = (rows[id].Rank, rows[id].Result.Total is { } total ? Words.Mark(total, trade.Definition.Decimals) : null);
            }

            foreach (var (what, ids) in Of(trade, list))
            {
                ids.ForEach(id => Add(id, what));
            }

            foreach (var (id, i) in list.Reserves.Select((id, i) => (id, i)))
            {
                Add(id, string.Create(CultureInfo.InvariantCulture, $"递补{i + 1}"));
            }
        }

        var table = RosterPaper.Going(source, "晋级名单", people, masked,
        [
            ("晋级情况", 10, e => how[e.Id]),
            (ListHeaders.Name(ListField.FormerContest), 24, _ => source.Contest),
            (ListHeaders.Name(ListField.FormerRank), 8, e => ranks[e.Id].Rank?.ToString(CultureInfo.InvariantCulture)),
            (ListHeaders.Name(ListField.FormerTotal), 10, e => ranks[e.Id].Total),
        ]);
        return new PaperList(
            ListBook.Advance, "晋级名单", [source.Heading, .. trades.Select(t => $"{t.Definition.Name}：{t.Advance()!.Words}")], [table], ["裁判长",
                "组委会（盖章）"],
            source.Foot);
    }

    private static IEnumerable<(string What, List<EntrantId> Ids)> Of(TradeState trade, Core.Awards.AdvanceList list) =>
    [
        ("晋级", [.. list.Entrants]),
        ("放弃晋级", [.. list.PassedOver.Where(o => trade.Publication.Declined.ContainsKey(o.Entrant)).Select(o => o.Entrant)]),
    ];
}
