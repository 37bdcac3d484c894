using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Panels;

/// <summary>A panel's method (R-B3), all of it in one file: how the marks become one figure, and the words for it. Its name is in <see cref="PanelMethod"/>.</summary>
internal abstract class PanelKind
{
    public abstract PanelMethod Method { get; }

    /// <summary>As an organizer chooses it.</summary>
    public abstract string Name { get; }

    /// <param name="marks">In panel order; one or more.</param>
    /// <param name="uses">All counted; dropped ones are noted here.</param>
    /// <returns>Null: nothing left after dropping.</returns>
    public abstract Exact? Figure(PanelRule rule, ReadOnlySpan<decimal> marks, Span<SheetUse> uses);

    /// <summary>How the figure was made, to be read out.</summary>
    /// <param name="dropped">最高 95.00（3 号）; empty: none was.</param>
    /// <param name="left">Sheets that counted.</param>
    public virtual Saying Told(PanelRule rule, IReadOnlyList<Saying> dropped, int left) =>
        dropped.Count > 0 ? (Saying)$"去掉{Saying.Join("、", dropped)}，其余 {left} 个平均" : $"{left} 个平均";

    /// <summary>Aspect by aspect, not of the sheets' sums (R-K4).</summary>
    public virtual bool PerAspect => false;

    /// <summary>Marks add up: the module's full mark is the sheet's times the judges (R-J1).</summary>
    public virtual bool AddsUp => false;

    /// <summary>So few judges give no figure.</summary>
    public virtual long Least(PanelRule rule) => 1;

    /// <summary>Whether so many judges are counted in another way than so many (R-L4).</summary>
    public virtual bool Changes(int from, int to) => false;

    protected static Exact Sum(ReadOnlySpan<decimal> marks, ReadOnlySpan<SheetUse> uses, int over)
    {
        var sum = 0m;
        for (var i = 0; i < marks.Length; i++)
        {
            sum += uses[i] == SheetUse.Counted ? marks[i] : 0m;
        }

        return new Exact(sum, over);
    }

    protected static Exact? Trimmed(ReadOnlySpan<decimal> marks, Span<SheetUse> uses, int dropEachSide)
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

        return Sum(marks, uses, left);
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
