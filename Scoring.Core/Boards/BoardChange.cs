using Scoring.Core.Definition;

namespace Scoring.Core.Boards;

/// <summary>What makes one board of another: the rows that changed and where they stand, so that one more mark in a trade of 200 is a few hundred bytes. Pure.</summary>
/// <param name="From">Version of the board it is about; for any other it means nothing.</param>
/// <param name="Version">Of the board it makes.</param>
/// <param name="Rows">In the order of their new places: rows whose content changed, and rows that only passed others.</param>
/// <param name="Gone">Keys of rows that are no more.</param>
/// <param name="Ranked">How many rows have a rank: the first ones.</param>
/// <param name="Call">As on the new board.</param>
/// <param name="Shared">Places, from 0, of rows that share the rank of the one before; every other ranked row's rank is its place plus one.</param>
public sealed record BoardChange(
    CompetitionId Competition, TradeId Trade, long From, long Version, DateTimeOffset? AsOf, int Complete, int Expected,
    IReadOnlyList<PlacedRow> Rows, IReadOnlyList<string> Gone, int Ranked, IReadOnlyList<int> Shared, CallUp? Call = null)
{
    /// <summary>Null: so much is another that the whole board is no longer.</summary>
    public static BoardChange? Between(Board before, Board after)
    {
        if (!SameHead(before, after) || Ranks(after.Rows) is not { } ranks)
        {
            return null;
        }

        var old = before.Rows.Select((row, place) => (row, place)).ToDictionary(r => r.row.Key, StringComparer.Ordinal);
        var kept = after.Rows.Where(r => old.ContainsKey(r.Key)).ToList();
        var still = StillInOrder([.. kept.Select(r => old[r.Key].place)]).Select(i => kept[i].Key).ToHashSet(StringComparer.Ordinal);
        var rows = new List<PlacedRow>();
        foreach (var (place, row) in after.Rows.Index())
        {
            var same = old.TryGetValue(row.Key, out var was) && Same(was.row, row);
            if (!same || !still.Contains(row.Key))
            {
                rows.Add(new PlacedRow(place, row.Key, same ? null : row with { Rank = null }));
            }
        }

        var now = after.Rows.Select(r => r.Key).ToHashSet(StringComparer.Ordinal);
        return rows.Count > after.Rows.Count / 2 ? null : new BoardChange(
            after.Competition, after.Trade, before.Version, after.Version, after.AsOf, after.Complete, after.Expected, rows,
            [.. before.Rows.Select(r => r.Key).Where(k => !now.Contains(k))], ranks.Ranked, ranks.Shared, after.Call);
    }

    /// <summary>The board this makes of the one it is about.</summary>
    public Board Of(Board before)
    {
        var old = before.Rows.ToDictionary(r => r.Key, StringComparer.Ordinal);
        var placed = Rows.Select(r => r.Key).Concat(Gone).ToHashSet(StringComparer.Ordinal);
        var rows = before.Rows.Where(r => !placed.Contains(r.Key)).ToList();
        foreach (var row in Rows)
        {
            rows.Insert(row.Place, row.Row ?? old[row.Key]);
        }

        var shared = Shared.ToHashSet();
        var rank = 0;
        for (var place = 0; place < rows.Count; place++)
        {
            rank = shared.Contains(place) ? rank : place + 1;
            rows[place] = rows[place] with { Rank = place < Ranked ? rank : null };
        }

        return before with { Version = Version, AsOf = AsOf, Complete = Complete, Expected = Expected, Rows = rows, Call = Call };
    }

    private static bool SameHead(Board a, Board b)
    {
        static Board Head(Board board) =>
            board with { Version = 0, AsOf = null, Complete = 0, Expected = 0, Rows = [], Columns = [], Tiers = [], Call = null };
        return Head(a) with { Rows = Array.Empty<BoardRow>() } == Head(b) with { Rows = Array.Empty<BoardRow>() } && a.Columns.SequenceEqual(b.Columns) && a.Tiers.SequenceEqual(b.Tiers);
    }

    private static bool Same(BoardRow a, BoardRow b) =>
        a with { Rank = null, Figures = Array.Empty<decimal?>(), Members = null } == b with { Rank = null, Figures = Array.Empty<decimal?>(), Members = null }
        && a.Figures.SequenceEqual(b.Figures) && (a.Members ?? []).SequenceEqual(b.Members ?? [], StringComparer.Ordinal);

    /// <summary>Null: the ranks are not those of a list in order.</summary>
    private static (int Ranked, IReadOnlyList<int> Shared)? Ranks(IReadOnlyList<BoardRow> rows)
    {
        var ranked = rows.TakeWhile(r => r.Rank is not null).Count();
        var shared = Enumerable.Range(0, ranked).Where(i => rows[i].Rank != i + 1).ToList();
        var follows = shared.TrueForAll(i => i > 0 && rows[i].Rank == rows[i - 1].Rank) && rows.Skip(ranked).All(r => r.Rank is null);
        return follows ? (ranked, shared) : null;
    }

    /// <summary>The longest run of rows that keep their order: indices into <paramref name="places"/>.</summary>
    private static List<int> StillInOrder(IReadOnlyList<int> places)
    {
        var ends = new List<int>(); // by length of the run: where the best one ends
        var previous = new int[places.Count];
        for (var i = 0; i < places.Count; i++)
        {
            var (low, high) = (0, ends.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                (low, high) = places[ends[middle]] < places[i] ? (middle + 1, high) : (low, middle);
            }

            previous[i] = low == 0 ? -1 : ends[low - 1];
            if (low == ends.Count)
            {
                ends.Add(i);
            }
            else
            {
                ends[low] = i;
            }
        }

        var run = new List<int>();
        for (var i = ends.Count == 0 ? -1 : ends[^1]; i >= 0; i = previous[i])
        {
            run.Add(i);
        }

        return run;
    }
}

/// <param name="Place">From 0, in the new board.</param>
/// <param name="Row">Without its rank; null: as it was.</param>
public sealed record PlacedRow(int Place, string Key, BoardRow? Row);
