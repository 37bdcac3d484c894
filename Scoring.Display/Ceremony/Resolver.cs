using Scoring.Core.Contracts;
using Scoring.Core.People;

namespace Scoring.Display.Ceremony;

/// <summary>
/// 逐名揭晓: the ranking as it was frozen, its rows opened one by one, always the lowest that is still closed; an opened row moves to its place. Pure. A row that
/// is closed carries nothing that came after the freeze.
/// </summary>
public sealed class Resolver
{
    private readonly FrozenRanking frozen;
    private readonly List<ResolverPicture> pictures = [];

    public Resolver(FrozenRanking frozen)
    {
        this.frozen = frozen;
        var opened = new Dictionary<string, int?>(StringComparer.Ordinal); // by key: places climbed when it was opened
        while (true)
        {
            var order = Order(opened);
            var focus = order.FindLast(e => !opened.ContainsKey(e.Row.Key)).Row;
            pictures.Add(new ResolverPicture(this.frozen.At, opened.Count, focus?.Key, [.. order.Select(e => Shown(e.Row, e.Rank, opened))], this.frozen.Decimals));
            if (focus is null)
            {
                return;
            }

            var before = order.First(e => e.Row == focus).Rank;
            opened[focus.Key] = null;
            opened[focus.Key] = before - Order(opened).First(e => e.Row == focus).Rank;
        }
    }

    /// <summary>From nothing opened to everything opened.</summary>
    public IReadOnlyList<ResolverPicture> Pictures => pictures;

    // Opened rows count with their end, closed ones with their freeze; equals among the opened stand as the final ranking says.
    private List<(FrozenRow Row, int? Rank)> Order(Dictionary<string, int?> opened)
    {
        var rows = frozen.Rows
            .Select(r => (Row: r, Open: opened.ContainsKey(r.Key), Total: TotalOf(r, opened.ContainsKey(r.Key))))
            .OrderBy(r => r.Total is null)
            .ThenByDescending(r => r.Total)
            .ThenBy(r => r.Open ? r.Row.Rank ?? int.MaxValue : 0)
            .ThenBy(r => r.Row.Key, StringComparer.Ordinal)
            .ToList();
        var ordered = new List<(FrozenRow, int?)>(rows.Count);
        int? rank = null;
        for (var i = 0; i < rows.Count; i++)
        {
            var same = i > 0 && rows[i].Total == rows[i - 1].Total
                && (!rows[i].Open || !rows[i - 1].Open || rows[i].Row.Rank == rows[i - 1].Row.Rank);
            rank = rows[i].Total is null ? null : same ? rank : i + 1;
            ordered.Add((rows[i].Row, rank));
        }

        return ordered;
    }

    private static ResolverRow Shown(FrozenRow row, int? rank, Dictionary<string, int?> opened)
    {
        var open = opened.TryGetValue(row.Key, out var climbed);
        return new ResolverRow(
            row.Key, rank, row.Name, row.Organization, open, open ? climbed : null, open && row.Total is { } total && row.Before is { } before ? total - before : null,
            TotalOf(row, open), open ? row.Status : row.BeforeStatus, row.ShortName, row.Members);
    }

    private static decimal? TotalOf(FrozenRow row, bool open) =>
        (open ? row.Status : row.BeforeStatus) != EntrantStatus.Normal ? null : open ? row.Total : row.Before;
}
