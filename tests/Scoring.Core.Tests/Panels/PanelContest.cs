using Scoring.Core.Definition;

namespace Scoring.Core.Tests.Panels;

/// <summary>Two entrants before a panel that has marked the first of them.</summary>
public static class PanelContest
{
    public static Contest Marked(int judges, PanelRule? rule = null, params decimal[] marks)
    {
        var contest = new Contest(
            Contest.Only(Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 100m)) with { Panel = rule }), entrants: 2, judges: judges);
        foreach (var (i, mark) in marks.Index())
        {
            contest.Sheet(1, mark, judge: i + 1);
        }

        return contest;
    }
}
