using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Panels;

/// <summary>One figure out of a panel's sheets (R-B3, R-J3).</summary>
public static class PanelFigure
{
    private const int DefaultDropsFrom = 5;

    /// <param name="marks">In panel order.</param>
    /// <param name="uses">Set to counted or dropped, in the same order.</param>
    /// <returns>Null: too few judges, or nothing left after dropping.</returns>
    public static Exact? Of(PanelRule? rule, ReadOnlySpan<decimal> marks, Span<SheetUse> uses)
    {
        rule ??= new PanelRule();
        uses[..marks.Length].Fill(SheetUse.Counted);
        if (marks.Length == 0 || marks.Length < rule.Smallest)
        {
            return null;
        }

        return rule.Method switch
        {
            PanelMethod.Sum => new Exact(Sum(marks, uses), 1),
            PanelMethod.Median => Median(marks),
            PanelMethod.Mean => Trimmed(marks, uses, 0),
            PanelMethod.Trimmed or PanelMethod.TrimmedPerAspect => Trimmed(marks, uses, rule.DropEachSide), // of one aspect, or of sums (R-M3)
            PanelMethod.Default => Trimmed(marks, uses, marks.Length >= DefaultDropsFrom ? 1 : 0),
        };
    }

    /// <summary>Whether so many judges are counted in another way than so many (R-L4).</summary>
    public static bool MethodChanges(PanelRule? rule, int from, int to) =>
        (rule?.Method ?? PanelMethod.Default) == PanelMethod.Default && from >= DefaultDropsFrom && to < DefaultDropsFrom;

    private static Exact? Trimmed(ReadOnlySpan<decimal> marks, Span<SheetUse> uses, int dropEachSide)
    {
        var left = marks.Length - (2 * dropEachSide);
        if (left <= 0)
        {
            return null;
        }

        for (var i = 0; i < dropEachSide; i++)
        {
            uses[Lowest(marks, uses)] = SheetUse.DroppedLow;
            uses[Highest(marks, uses)] = SheetUse.DroppedHigh;
        }

        return new Exact(Sum(marks, uses), left);
    }

    private static Exact Median(ReadOnlySpan<decimal> marks)
    {
        var sorted = marks.ToArray();
        Array.Sort(sorted);
        var middle = sorted.Length / 2;
        return sorted.Length % 2 == 1 ? Exact.Of(sorted[middle]) : new Exact(sorted[middle - 1] + sorted[middle], 2);
    }

    private static decimal Sum(ReadOnlySpan<decimal> marks, ReadOnlySpan<SheetUse> uses)
    {
        var sum = 0m;
        for (var i = 0; i < marks.Length; i++)
        {
            sum += uses[i] == SheetUse.Counted ? marks[i] : 0m;
        }

        return sum;
    }

    // Of equal extremes the first in panel order is the low one dropped, the last the high one.
    private static int Lowest(ReadOnlySpan<decimal> marks, ReadOnlySpan<SheetUse> uses)
    {
        var found = -1;
        for (var i = 0; i < marks.Length; i++)
        {
            found = uses[i] == SheetUse.Counted && (found < 0 || marks[i] < marks[found]) ? i : found;
        }

        return found;
    }

    private static int Highest(ReadOnlySpan<decimal> marks, ReadOnlySpan<SheetUse> uses)
    {
        var found = -1;
        for (var i = 0; i < marks.Length; i++)
        {
            found = uses[i] == SheetUse.Counted && (found < 0 || marks[i] >= marks[found]) ? i : found;
        }

        return found;
    }
}
