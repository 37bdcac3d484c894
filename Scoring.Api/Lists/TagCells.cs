using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Columns that are tags (R-K15): 组别, 产业链, 区县, or any the organizer says are; the header is the kind, the cell the
/// value.</summary>
internal static class TagCells
{
    private const int LongestValue = 50;

    public static IReadOnlyDictionary<string, string>? Read(ListTable table, int row, List<Finding> findings)
    {
        Dictionary<string, string>? tags = null;
        foreach (var column in table.Headers.Where(h => h.Field == ListField.Tag))
        {
            var (cell, where) = table.Cell(row, column);
            if (cell.Kind is CellKind.Blank or CellKind.Fault)
            {
                continue;
            }

            var (kind, value) = (
                ListHeaders.TagKind(column.Header), string.Concat(cell.Text.Where(c => c == ' ' || !CellText.IsUnseen(c))));
            tags ??= new Dictionary<string, string>(StringComparer.Ordinal);
            if (CellText.IsDitto(value))
            {
                findings.Add(new Finding(where, true, $"{kind}写的是“同上”", "请写全。"));
            }
            else if (value.Length > LongestValue)
            {
                findings.Add(new Finding(where, true, $"{kind}超过 {LongestValue} 个字", "请写短一些，例如：学生组。"));
            }
            else if (!tags.TryAdd(kind, value) && tags[kind] != value)
            {
                findings.Add(new Finding(where, true, $"有两列都是“{kind}”，写得不一样", "请只留一列，或改表头。"));
            }
        }

        return tags is { Count: > 0 } ? tags : null;
    }

    /// <summary>What the list says beside what was there; a kind the list does not have stays.</summary>
    public static IReadOnlyDictionary<string, string>? Merged(
        IReadOnlyDictionary<string, string>? before, IReadOnlyDictionary<string, string>? now)
    {
        if (before is null || now is null)
        {
            return now ?? before;
        }

        var merged = new Dictionary<string, string>(before, StringComparer.Ordinal);
        foreach (var (kind, value) in now)
        {
            merged[kind] = value;
        }

        return merged;
    }
}
