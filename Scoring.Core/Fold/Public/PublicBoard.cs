using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Fold.Public;

/// <summary>Boards for the public (R-A3): live ones by code or by name, and the frame of a hidden trade.</summary>
internal static class PublicBoard
{
    public static Board Live(TradeState trade, long version, DateTimeOffset? at)
    {
        var named = trade.Public.Shown == Visibility.Named;
        (IReadOnlyList<string> Names, IReadOnlyDictionary<EntrantId, int>? Of) tiers = named && trade.Phase >= Phase.Final ? BoardRows.Tiers(trade) : ([], null);
        var rows = BoardRows.Of(trade, named, ShowsTotals(trade), everyone: false, tiers.Of);
        var (complete, expected) = (0, 0);
        foreach (var row in rows)
        {
            complete += row.Rank is null ? 0 : 1;
            expected += row is { Status: EntrantStatus.Normal, Guest: false } ? 1 : 0;
        }

        return Frame(trade, trade.Phase) with
        {
            Version = version, AsOf = at, View = named ? Visibility.Named : Visibility.Codes, Complete = complete, Expected = expected,
            Tiers = tiers.Names, Rows = rows, MayMove = BoardRows.MayMove(trade, rows, everyone: false),
        };
    }

    /// <summary>No rows, no counts, and a phase that stays as it was when the trade was hidden.</summary>
    public static Board Hidden(TradeState trade, Phase phase) => Frame(trade, phase);

    /// <summary>公示 lists may leave totals out (R-D3).</summary>
    public static bool ShowsTotals(TradeState trade) => trade.Phase != Phase.Publicity || trade.Definition.PublicityTotals;

    /// <summary>Whether two boards show the same, apart from version and time.</summary>
    public static bool ShowSame(Board a, Board b) =>
        a with { Version = 0, AsOf = null, Rows = [], Columns = [], Tiers = [] } == b with { Version = 0, AsOf = null, Rows = [], Columns = [], Tiers = [] }
        && a.Columns.SequenceEqual(b.Columns)
        && a.Tiers.SequenceEqual(b.Tiers)
        && a.Rows.Count == b.Rows.Count
        && a.Rows.Zip(b.Rows).All(p => ShowSame(p.First, p.Second));

    private static bool ShowSame(BoardRow a, BoardRow b) =>
        a with { Figures = [], Members = null } == b with { Figures = [], Members = null }
        && a.Figures.SequenceEqual(b.Figures)
        && (a.Members ?? []).SequenceEqual(b.Members ?? []);

    private static Board Frame(TradeState trade, Phase phase) => new(
        trade.Competition.Competition?.Id ?? default, trade.Definition.Id, trade.Definition.Name, 0, null, Visibility.Hidden, phase,
        trade.Public.Shown == Visibility.Named && phase >= Phase.Final, 0, 0, BoardRows.FullMark(trade.Definition), BoardRows.Columns(trade.Definition), [], [], trade.Definition.StartsAt, trade.Definition.Decimals,
        CallUps.Of(trade), Venue: trade.Definition.Venue);
}
