using Scoring.Core.Definition;
using Scoring.Core.Panels;
using Scoring.Core.Ranking;

namespace Scoring.Core.Tests.Ranking;

/// <summary>Every kind of step and every panel method has a file of its own.</summary>
public sealed class TieRuleTests
{
    public static TheoryData<TieStepKind> Steps => [.. Enum.GetValues<TieStepKind>()];

    public static TheoryData<PanelMethod> Methods => [.. Enum.GetValues<PanelMethod>()];

    [Theory]
    [MemberData(nameof(Steps))]
    public void Every_kind_of_step_has_its_rule_and_words_to_choose_it_by(TieStepKind kind)
    {
        var trade = Contest.Only(
            Contest.Module("P", MarkingMethod.Panel, Contest.Points("a", 90m))
                with { Attempts = new AttemptRule(2, AttemptCount.Best) }) with
        {
            TieChain = [new(kind, new("P"), new("a"), "C1", 1)],
        };
        var offered = TieValue.Choices(trade).Where(c => c.Step.Kind == kind).ToList();

        Assert.Contains(trade.TieChain![0], offered.Select(c => c.Step)); // its own chain is never lost
        Assert.All(offered, c => Assert.Contains("在前", c.Words.ToString()));
        Assert.NotEmpty(TieValue.Name(trade.TieChain[0], trade).ToString());
        Assert.NotEmpty(TieValue.Compared(kind).ToString());
    }

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_panel_method_has_its_file_and_a_name(PanelMethod method) =>
        Assert.Single(PanelFigure.Methods, m => m.Method == method && m.Words.Length > 0);
}
