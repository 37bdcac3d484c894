// Where a table's header is, over one to three rows, and what each of its columns means (R-I1a).
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <param name="Header">As the list writes it; over several rows, from above: 领队 联系电话.</param>
/// <param name="Field">Null: words this program does not know, or a column of somebody the list is not about.</param>
/// <param name="Member">成员1, 成员2 …; 0: none of these.</param>
/// <param name="Whose">Of which member it holds something: "1", 队长; null: of none alone.</param>
public sealed record ListColumn(int Column, string Header, ListField? Field, int Member = 0, string? Whose = null)
{
    /// <summary>The header's words without what says nothing; an answer about this column is remembered by them.</summary>
    public string Word => ListHeaders.Bare(Header);
}

internal sealed record HeaderBand(int Top, int Bottom, IReadOnlyList<ListColumn> Columns)
{
    private const int DeepestHeader = 40, MostRows = 3;

    public IReadOnlySet<ListField> Fields => Columns.Select(c => c.Field).OfType<ListField>().ToHashSet();

    // Different meanings: a group word over six columns is one.
    private int Known => Fields.Count;

    /// <summary>The band that tells most, of those that could head this kind of list; of equal ones the lowest in height, then the
    /// uppermost.</summary>
    public static HeaderBand? Best(Worksheet sheet, ListShape shape, int from)
    {
        HeaderBand? best = null;
        for (int top = from, looked = 0; top < sheet.Rows.Count && looked < DeepestHeader; top++)
        {
            if (sheet.Rows[top].Count == 0)
            {
                continue;
            }

            looked++;
            if (At(sheet, shape, top) is { } band && (best is null || band.Known > best.Known || (band.Known == best.Known && band.Bottom - band.Top < best.Bottom - best.Top)))
            {
                best = band;
            }
        }

        return best;
    }

    /// <summary>The band that begins in this row; null: none does.</summary>
    public static HeaderBand? At(Worksheet sheet, ListShape shape, int top) =>
        Enumerable.Range(1, MostRows).Where(height => top + height <= sheet.Rows.Count)
            .Select(height => Read(sheet, shape, top, top + height - 1)).OfType<HeaderBand>()
            .Where(b => shape.IsHead(b.Fields)).OrderByDescending(b => b.Known).ThenBy(b => b.Bottom).FirstOrDefault();

    private static HeaderBand? Read(Worksheet sheet, ListShape shape, int top, int bottom)
    {
        if (Enumerable.Range(top + 1, bottom - top).Any(row => !Goes(sheet, shape, row)))
        {
            return null;
        }

        var columns = new List<ListColumn>();
        for (var column = 0; column < sheet.Columns; column++)
        {
            var path = Path(sheet, top, bottom, column);
            if (path.Count > 0)
            {
                columns.Add(Column(shape, column, path));
            }
        }

        return new HeaderBand(
            top, bottom,
            [.. columns.Select(c => c.Member > 0 && (c.Field is null || columns.Count(o => o.Member > 0) > 1) ? c with { Field = ListField.Members } : c)]);
    }

    private static ListColumn Column(ListShape shape, int column, List<(string Text, bool Wide)> path)
    {
        var header = string.Join(' ', path.Select(p => p.Text));
        var own = ListHeaders.MemberColumn(path[^1].Text);
        var member = own ?? (path.Count > 1 ? ListHeaders.MemberColumn(string.Concat(path.Select(p => p.Text))) : null);
        var meant = shape.Decided(header) is null && member?.Field is { } of && shape.Used.Contains(of)
            && (of != ListField.Members || (own is null && member.Value.Key.Length > 1)) ? of : Meaning(shape, path);
        var number = member is { Field: ListField.Members, Key: [var digit] } ? digit - '0' : 0;
        return new ListColumn(column, header, meant, number, member?.Key);
    }

    // A lower row of a header holds header words and no figures; else it is the first of the people.
    private static bool Goes(Worksheet sheet, ListShape shape, int row)
    {
        var known = sheet.Rows[row].Count(c => shape.Recognize(c.Text) is not null || ListHeaders.MemberNumber(c.Text) > 0);
        return (known > 1 || (known == 1 && sheet.Merges.Any(m => m.FromRow == row - 1)))
            && !sheet.Rows[row].Any(c => c.Kind == CellKind.Number || c.Text.Count(char.IsAsciiDigit) > 4);
    }

    // What stands over a column, from above; Wide: over others, too.
    private static List<(string Text, bool Wide)> Path(Worksheet sheet, int top, int bottom, int column)
    {
        var path = new List<(string Text, bool Wide)>();
        for (var row = top; row <= bottom; row++)
        {
            var (text, wide) = Over(sheet, row, column, top, bottom);
            if (text.Length > 0 && (path.Count == 0 || path[^1].Text != text))
            {
                path.Add((text, wide));
            }
        }

        return path;
    }

    private static (string Text, bool Wide) Over(Worksheet sheet, int row, int column, int top, int bottom)
    {
        if (sheet.Merges.FirstOrDefault(m => m.Covers(row, column) && m.FromRow >= top && m.ToRow <= bottom) is { } area)
        {
            return (sheet.At(area.FromRow, area.FromColumn).Text, area.ToColumn > area.FromColumn);
        }

        var own = sheet.At(row, column).Text;
        if (own.Length > 0)
        {
            return (own, row < bottom && sheet.At(row, column + 1).Text.Length == 0 && sheet.At(row + 1, column + 1).Text.Length > 0);
        }

        // Group words that were not merged: to the right of them up to the next, where something stands below.
        if (row == bottom || sheet.At(row + 1, column).Text.Length == 0)
        {
            return ("", false);
        }

        for (var left = column - 1; left >= 0; left--)
        {
            if (sheet.At(row, left).Text is { Length: > 0 } group)
            {
                return sheet.At(row + 1, left).Text.Length > 0 ? (group, true) : ("", false);
            }
        }

        return ("", false);
    }

    private static ListField? Meaning(ListShape shape, List<(string Text, bool Wide)> path)
    {
        if (shape.Decided(string.Join(' ', path.Select(p => p.Text))) is { } decided)
        {
            return decided.Field;
        }

        if (path.Count == 1)
        {
            return shape.Recognize(path[0].Text);
        }

        var leaf = shape.Recognize(path[^1].Text);
        var above = string.Concat(path.Take(path.Count - 1).Select(p => p.Text));
        return ListHeaders.GroupOf(above) switch
        {
            HeaderGroup.Leader => leaf switch
            {
                ListField.Name or ListField.Leader => ListField.Leader,
                ListField.Phone or ListField.LeaderPhone => ListField.LeaderPhone,
                _ => null,
            },
            HeaderGroup.Other => null,
            _ => shape.Recognize(above + path[^1].Text) ?? leaf ?? (path[^2].Wide ? null : shape.Recognize(path[^2].Text)),
        };
    }
}
