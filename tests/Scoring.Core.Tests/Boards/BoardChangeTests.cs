using Scoring.Core.Boards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Tests.Boards;

public sealed class BoardChangeTests
{
    [Fact]
    public void What_changed_makes_the_new_board_of_the_old_one_exactly()
    {
        var random = new Random(20);
        for (var round = 0; round < 400; round++)
        {
            var (before, after) = Pair(random);
            if (BoardChange.Between(before, after) is { } change)
            {
                Assert.Equivalent(after, change.Of(before), strict: true);
                Assert.Equal(after.Rows.Select(r => (r.Key, r.Rank)), change.Of(before).Rows.Select(r => (r.Key, r.Rank)));
            }
        }
    }

    [Fact]
    public void One_that_leaps_is_one_row_however_many_it_passes()
    {
        var rows = Enumerable.Range(0, 200).Select(i => Row($"A{i:000}", i + 1, 200m - i)).ToList();
        var leapt = rows[199] with { Total = 300m };
        var change = BoardChange.Between(Board(1, rows), Board(2, Ranked([leapt, .. rows[..199]])))!;
        Assert.Equal(["A199"], change.Rows.Select(r => r.Key));
        Assert.Empty(change.Shared);
    }

    [Fact]
    public void One_that_only_makes_way_for_equals_carries_no_content()
    {
        BoardRow[] rows = [Row("A", 1, 90m), Row("B", 2, 80m), Row("C", 3, 70m), Row("D", 4, 60m)];
        var change = BoardChange.Between(Board(1, rows), Board(2, [rows[1] with { Rank = 1 }, rows[0] with { Rank = 2 }, rows[2], rows[3]]))!;
        var moved = Assert.Single(change.Rows);
        Assert.Null(moved.Row);
    }

    [Fact]
    public void Another_head_or_more_than_half_of_the_rows_is_a_whole_board()
    {
        BoardRow[] rows = [Row("A", 1, 90m), Row("B", 2, 80m)];
        Assert.Null(BoardChange.Between(Board(1, rows), Board(2, rows) with { Phase = Phase.Review }));
        Assert.Null(BoardChange.Between(Board(1, rows), Board(2, rows) with { View = Visibility.Frozen }));
        Assert.Null(BoardChange.Between(Board(1, rows), Board(2, [rows[0] with { Total = 91m }, rows[1] with { Total = 81m }])));
    }

    [Fact]
    public void Half_of_the_rows_is_still_a_change()
    {
        BoardRow[] rows = [Row("A", 1, 90m), Row("B", 2, 80m), Row("C", 3, 70m), Row("D", 4, 60m), Row("E", 5, 50m)];
        BoardRow Up(int i) => rows[i] with { Total = rows[i].Total + 1 };

        Assert.Equal(["A", "B"], Changed([.. rows[..4]], [Up(0), Up(1), rows[2], rows[3]]));
        Assert.Null(Changed([.. rows[..4]], [Up(0), Up(1), Up(2), rows[3]]));
        Assert.Equal(["A", "B"], Changed(rows, [Up(0), Up(1), .. rows[2..]]));
        Assert.Null(Changed(rows, [Up(0), Up(1), Up(2), .. rows[3..]]));
    }

    [Fact]
    public void Another_member_is_another_row()
    {
        BoardRow[] alone = [Row("A", 1, 90m), Row("B", 2, 80m)];
        BoardRow[] pair = [alone[0] with { Members = ["张三", "李四"] }, alone[1]];

        Assert.Equal(["A"], Changed(alone, pair));
        Assert.Equal(["A"], Changed(pair, alone));
        Assert.Equal(["A"], Changed(pair, [pair[0] with { Members = ["张三", "王五"] }, pair[1]]));
        Assert.Empty(Changed(pair, [pair[0] with { Members = ["张三", "李四"] }, pair[1]])!);
        Assert.Empty(Changed(alone, [alone[0] with { Members = [] }, alone[1]])!); // nobody named
    }

    [Fact]
    public void Ranks_that_are_not_those_of_a_list_in_order_are_a_whole_board()
    {
        BoardRow[] Rows(params int?[] ranks) => [.. ranks.Select((rank, i) => Row($"K{i}", rank, 90m - i))];
        var before = Board(1, Rows(1, 2, 3, 4));

        Assert.Equal([1], BoardChange.Between(before, Board(2, Rows(1, 1, 3, 4)))!.Shared);
        Assert.Equal((4, [2, 3]), Of(Rows(1, 2, 2, 2)));
        Assert.Equal((2, []), Of(Rows(1, 2, null, null)));
        Assert.Null(Of(Rows(1, 2, 3, 5))); // a gap
        Assert.Null(Of(Rows(2, 2, 3, 4))); // no first
        Assert.Null(Of(Rows(1, null, 2, 3))); // one without a rank among those with one

        (int Ranked, int[] Shared)? Of(BoardRow[] rows) =>
            BoardChange.Between(before, Board(2, rows)) is { } change ? (change.Ranked, [.. change.Shared]) : null;
    }

    // Keys of the rows of the change; null: the whole board is sent.
    private static IEnumerable<string>? Changed(BoardRow[] before, BoardRow[] after) =>
        BoardChange.Between(Board(1, before), Board(2, after))?.Rows.Select(r => r.Key);

    private static (Board Before, Board After) Pair(Random random)
    {
        var count = random.Next(1, 30);
        var rows = Enumerable.Range(0, count).Select(i => Row($"K{i:00}", null, random.Next(5) == 0 ? null : random.Next(40))).ToList();
        var before = Board(1, Ranked(rows));
        for (var changes = random.Next(4); changes > 0; changes--)
        {
            var at = random.Next(rows.Count);
            rows[at] = rows[at] with { Total = random.Next(4) == 0 ? null : random.Next(40), Figures = [random.Next(9)] };
        }

        if (random.Next(4) == 0)
        {
            rows.RemoveAt(random.Next(rows.Count));
        }

        if (random.Next(4) == 0)
        {
            rows.Add(Row("New", null, random.Next(40)));
        }

        return (before, Board(2, Ranked(rows)) with { Complete = random.Next(30) });
    }

    private static List<BoardRow> Ranked(IReadOnlyList<BoardRow> rows)
    {
        var sorted = rows.OrderByDescending(r => r.Total ?? decimal.MinValue).ThenBy(r => r.Key, StringComparer.Ordinal).ToList();
        return [.. sorted.Select((r, i) => r with { Rank = r.Total is null ? null : sorted.FindIndex(s => s.Total == r.Total) + 1 })];
    }

    private static BoardRow Row(string key, int? rank, decimal? total) => new(key, key, rank, null, null, [total], null, total, EntrantStatus.Normal, null, null);

    private static Board Board(long version, IReadOnlyList<BoardRow> rows) => new(
        new CompetitionId("c"), new TradeId("t"), "电工", version, null, Visibility.Codes, Phase.Scoring, false, rows.Count, rows.Count, 100m, [], [], rows);
}
