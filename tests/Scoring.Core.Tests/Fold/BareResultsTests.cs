using Scoring.Core.Fold.Results;
using Scoring.Core.Marking;
using Scoring.Core.People;
using Scoring.Core.Sayings;

namespace Scoring.Core.Tests.Fold;

/// <summary>Entrants of whom nothing is in share one result; whoever has anything, or lacks something else, has one of their own.</summary>
public sealed class BareResultsTests
{
    private static readonly Saying _nothing = $"成绩未录入";

    private static readonly ComponentResult _theory = Component("theory", Module("T"));

    private readonly BareResults bare = new();

    private static ModuleResult Module(string id = "P") => new(new(id), [], null, [], null, null, null, false, false, [_nothing]);

    private static ComponentResult Component(string id, params ModuleResult[] modules) => new(new(id), modules, null, null);

    private static EntrantResult Result(int entrant, params ComponentResult[] components) =>
        new(Contest.E(entrant), EntrantStatus.Normal, components, null, null, null);

    private static EntrantResult Plain(int entrant) => Result(entrant, _theory, Component("practical", Module(), Module("Q")));

    [Fact]
    public void Those_without_anything_share_one_and_keep_what_is_theirs()
    {
        var (first, second) = (bare.Shared(Plain(1)), bare.Shared(Plain(2) with { Status = EntrantStatus.Absent, Guest = true }));

        Assert.Same(first.Components, second.Components);
        Assert.Equal((Contest.E(2), EntrantStatus.Absent, true), (second.Entrant, second.Status, second.Guest));
        Assert.Same(first.Components, bare.Shared(Plain(3)).Components);
    }

    [Fact]
    public void Judgements_that_are_none_are_nothing()
    {
        var first = bare.Shared(Result(1, Component("c", Module() with { Judgements = [] })));
        Assert.Same(first.Components, bare.Shared(Result(2, Component("c", Module() with { Judgements = [] }))).Components);
        Assert.NotSame(first.Components, bare.Shared(Result(3, Component("c", Module()))).Components);
        // The last one is kept.
        Assert.NotSame(first.Components, bare.Shared(Result(1, Component("c", Module() with { Judgements = [] }))).Components);
    }

    public static TheoryData<string, ModuleResult> Entered => new()
    {
        { "a sheet", Module() with { Sheets = [new(Contest.J(1), 1, 80m, [], SheetUse.Counted)] } },
        { "a figure of the panel", Module() with { Panel = 80m } },
        { "a deduction", Module() with { Deductions = [new($"超时", 1m)] } },
        { "a figure", Module() with { Figure = 80m } },
        { "a time", Module() with { SecondsUsed = 60m } },
        { "a spread", Module() with { Spread = 5m } },
        { "an open spread", Module() with { SpreadOpen = true } },
        { "set to zero", Module() with { SetToZero = true } },
        { "out of time", Module() with { Out = true } },
        { "a panel to confirm", Module() with { PanelOpen = $"裁判由 5 人减为 4 人" } },
        { "brought to one level", Module() with { Levelled = new("一考场", 80m, 80m, 80m, 1m) } },
        { "a finish", Module() with { FinishedAt = Contest.Start } },
        { "an exact figure", Module() with { ExactFigure = Exact.Zero } },
        { "runs", Module() with { Attempts = [] } },
        { "a judgement", Module() with { Judgements = [new(new("a"), [2m], 2m)] } },
    };

    [Theory]
    [MemberData(nameof(Entered))]
    public void Anything_entered_is_no_ones_elses(string what, ModuleResult module)
    {
        var (one, same) = (Result(1, Component("c", module)), Result(2, Component("c", module)));

        Assert.Same(one, bare.Shared(one));
        Assert.True(ReferenceEquals(same, bare.Shared(same)), what);
    }

    [Fact]
    public void A_figure_of_a_component_is_no_ones_elses_either()
    {
        foreach (var component in new[]
                 {
                     Component("c", Module()) with { Figure = 0m }, Component("c", Module()) with { Weighted = 0m },
                     Component("c", Module()) with { Raw = 0m }, Component("c", Module()) with { ScaledFrom = 200m },
                 })
        {
            bare.Shared(Result(1, component));
            var second = Result(2, component);
            Assert.Same(second, bare.Shared(second));
        }
    }

    public static TheoryData<string, EntrantResult> Others => new()
    {
        { "fewer components", Result(2, _theory) },
        { "another component", Result(2, _theory, Component("other", Module(), Module("Q"))) },
        { "fewer modules", Result(2, _theory, Component("practical", Module())) },
        { "another module", Result(2, _theory, Component("practical", Module(), Module("R"))) },
        { "something else missing", Result(2, _theory, Component("practical", Module(), Module("Q") with { Missing = [] })) },
        {
            "a reason to move", Result(2, _theory, Component("practical", Module(), Module("Q") with { Provisional = $"暂定" }))
        },
        {
            "judged aspects", Result(2, _theory, Component("practical", Module(), Module("Q") with { Judgements = [] }))
        },
    };

    [Theory]
    [MemberData(nameof(Others))]
    public void Who_lacks_something_else_shares_nothing(string what, EntrantResult other)
    {
        var first = bare.Shared(Plain(1));
        var second = bare.Shared(other);

        Assert.True(ReferenceEquals(other.Components, second.Components), what);
        Assert.NotSame(first.Components, second.Components);
    }
}
