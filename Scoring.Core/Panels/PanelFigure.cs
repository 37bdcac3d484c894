using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Panels;

/// <summary>One figure out of a panel's sheets (R-B3, R-J3), whatever its method.</summary>
public static class PanelFigure
{
    /// <summary>Every method, as an organizer chooses it.</summary>
    public static IReadOnlyList<(PanelMethod Method, string Words)> Methods { get; } =
        [.. Enum.GetValues<PanelMethod>().Select(m => (m, PanelKinds.Of(m).Name))];

    /// <param name="marks">In panel order.</param>
    /// <param name="uses">Set to counted or dropped, in the same order.</param>
    /// <returns>Null: too few judges, or nothing left after dropping.</returns>
    public static Exact? Of(PanelRule? rule, ReadOnlySpan<decimal> marks, Span<SheetUse> uses)
    {
        rule ??= new PanelRule();
        uses[..marks.Length].Fill(SheetUse.Counted);
        return marks.Length == 0 || marks.Length < rule.Smallest ? null : PanelKinds.Of(rule).Figure(rule, marks, uses);
    }

    /// <summary>Whether the marks of all judges add up to the module's (R-J1).</summary>
    public static bool AddsUp(PanelRule? rule) => PanelKinds.Of(rule).AddsUp;

    /// <summary>Whether so many judges are counted in another way than so many (R-L4).</summary>
    public static bool MethodChanges(PanelRule? rule, int from, int to) => PanelKinds.Of(rule).Changes(from, to);
}
