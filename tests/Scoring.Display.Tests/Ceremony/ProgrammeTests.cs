using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Ceremony;
using Scoring.Display.Tests.Screens;

namespace Scoring.Display.Tests.Ceremony;

public sealed class ProgrammeTests
{
    private readonly Programme _programme = new(TestBoards.Id, TestAwards.All);

    [Fact]
    public void Every_award_is_announced_and_then_revealed_from_the_last_to_the_first()
    {
        var told = Enumerable.Range(0, _programme.Steps).Select(s => _programme.At(s, 1)!).Select(p => $"{p.Scene} {p.Trade} {p.Award} {p.Winners.Count}");
        Assert.Equal(
        [
            "Opening   0",
            "Tier 电工 三等奖 0", "Tier 电工 三等奖 6", "Tier 电工 二等奖 0", "Tier 电工 二等奖 3", "Single 电工 一等奖 0", "Single 电工 一等奖 1",
            "Tier 钳工 二等奖 0", "Tier 钳工 二等奖 2", "Single 钳工 一等奖 0", "Single 钳工 一等奖 1",
            "Closing   0",
        ], told);
    }

    [Fact]
    public void What_is_not_confirmed_is_listed_and_never_shown()
    {
        var trade = new CeremonyTrade(new TradeId("x"), "秘密", false, [new CeremonyTier("一等奖", [new CeremonyWinner("某人", "某单位")])]);
        var programme = new Programme(TestBoards.Id, [trade]);
        Assert.Equal(2, programme.Steps);
        Assert.All(Enumerable.Range(0, 2), s => Assert.Empty(programme.At(s, 1)!.Winners));
        Assert.Equal(("秘密", false, 0), programme.Overview().Select(t => (t.Name, t.Confirmed, t.Awards.Count)).Single());
    }

    [Theory]
    [InlineData(12, new[] { 12 })]
    [InlineData(13, new[] { 7, 6 })]
    [InlineData(14, new[] { 7, 7 })]
    [InlineData(30, new[] { 10, 10, 10 })]
    public void More_than_twelve_names_take_pages_of_even_size(int winners, int[] pages)
    {
        var trade = new CeremonyTrade(new TradeId("t"), "焊工", true, [new CeremonyTier("优胜奖", [.. Enumerable.Range(1, winners).Select(n => new CeremonyWinner($"选手{n}", ""))])]);
        var programme = new Programme(TestBoards.Id, [trade]);
        var shown = Enumerable.Range(2, pages.Length).Select(s => programme.At(s, 1)!).ToList();
        Assert.Equal(pages, shown.Select(p => p.Winners.Count));
        Assert.Equal(winners, shown.SelectMany(p => p.Winners).Distinct().Count());
    }

    [Fact]
    public void Organizations_stand_four_a_picture_at_most()
    {
        var trade = new CeremonyTrade(new TradeId("o"), "团体总分", true,
            [new CeremonyTier("优秀组织奖", [.. Enumerable.Range(1, 6).Select(n => new CeremonyWinner($"单位{n}", "", Kind: WinnerKind.Organization))])]);
        var programme = new Programme(TestBoards.Id, [trade]);
        Assert.Equal([3, 3], Enumerable.Range(2, 2).Select(s => programme.At(s, 1)!.Winners.Count));
    }

    [Fact]
    public void The_overview_names_the_step_that_announces_each_award() =>
        Assert.Equal([("三等奖", 1, 6), ("二等奖", 3, 3), ("一等奖", 5, 1)], _programme.Overview()[0].Awards.Select(a => (a.Name, a.Step, a.Winners)));

    [Fact]
    public void There_is_nothing_before_the_opening_and_after_the_closing() => Assert.Null(_programme.At(-1, 1) ?? _programme.At(_programme.Steps, 1));
}
