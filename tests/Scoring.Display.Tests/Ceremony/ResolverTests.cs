using System.Text.Json;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.People;
using Scoring.Display.Ceremony;
using Scoring.Display.Tests.Screens;

namespace Scoring.Display.Tests.Ceremony;

public sealed class ResolverTests
{
    private readonly IReadOnlyList<ResolverPicture> _pictures = new Resolver(TestAwards.Frozen).Pictures;

    [Fact]
    public void It_starts_as_it_was_frozen_and_ends_as_the_final_ranking_stands()
    {
        Assert.Equal(["A", "B", "C", "D", "E"], _pictures[0].Rows.Select(r => r.Key));
        Assert.Equal([1, 2, 3, 4, null], _pictures[0].Rows.Select(r => r.Rank));
        Assert.All(_pictures[0].Rows, r => Assert.False(r.Opened));
        Assert.Equal(["D", "A", "E", "B", "C"], _pictures[^1].Rows.Select(r => r.Key));
        Assert.Equal([1, 2, 3, 4, null], _pictures[^1].Rows.Select(r => r.Rank));
        Assert.Null(_pictures[^1].Focus);
    }

    [Fact]
    public void Each_step_opens_the_lowest_row_that_is_closed_and_it_moves_to_its_place()
    {
        Assert.Equal(["E", "D", "C", "B", "A", null], _pictures.Select(p => p.Focus));
        Assert.Equal([0, 1, 2, 3, 4, 5], _pictures.Select(p => p.Opened));
        Assert.Equal(["A", "E", "B", "C", "D"], _pictures[1].Rows.Select(r => r.Key)); // E had nothing at the freeze and rises to second
        var d = _pictures[2].Rows.Single(r => r.Key == "D");
        Assert.Equal((1, 4, 20.00m, 95.00m), (d.Rank, d.Climbed, d.Gained, d.Total));
        var a = _pictures[^1].Rows.Single(r => r.Key == "A");
        Assert.Equal((2, 0, 1.50m), (a.Rank, a.Climbed, a.Gained));
    }

    [Fact]
    public void Who_was_disqualified_behind_the_freeze_shows_it_when_opened_and_not_before()
    {
        Assert.Equal(EntrantStatus.Normal, _pictures[2].Rows.Single(r => r.Key == "C").Status);
        var c = _pictures[3].Rows.Single(r => r.Key == "C");
        Assert.Equal((EntrantStatus.Disqualified, null, null), (c.Status, c.Rank, c.Total));
    }

    [Fact]
    public void A_closed_row_carries_nothing_from_behind_the_freeze()
    {
        foreach (var picture in _pictures)
        {
            var said = JsonSerializer.Serialize(picture, ScoringJson.Options);
            foreach (var hidden in TestAwards.Frozen.Rows.Where(r => picture.Rows.Any(p => p.Key == r.Key && !p.Opened) && r.Total is not null))
            {
                Assert.DoesNotContain(hidden.Total!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture), said, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public void The_programme_opens_the_freeze_first_and_gives_the_awards_then()
    {
        var trade = new CeremonyTrade(
            new TradeId("dg"), "电工", true, [new CeremonyTier("一等奖", [new("丁", "x")]), new CeremonyTier("二等奖", [new("甲", "x"), new("戊", "x")])],
            CeremonyReveal.Resolver, TestAwards.Frozen, "请张主席颁奖");
        var programme = new Programme(TestBoards.Id, [trade]);
        var scenes = Enumerable.Range(0, programme.Steps).Select(s => programme.At(s, 1)!.Scene).ToList();
        Assert.Equal(
            [CeremonyScene.Opening, .. Enumerable.Repeat(CeremonyScene.Resolver, 6), CeremonyScene.Tier, CeremonyScene.Tier, CeremonyScene.Single, CeremonyScene.Single, CeremonyScene.Closing],
            scenes);
        Assert.Equal(["逐名揭晓", "二等奖", "一等奖"], programme.Overview()[0].Awards.Select(a => a.Name));
        Assert.Equal([1, 7, 9], programme.Overview()[0].Awards.Select(a => a.Step));
        Assert.Equal((null, "请张主席颁奖"), (programme.NoteAt(0), programme.NoteAt(3)));
    }

    [Fact]
    public void One_by_one_goes_from_the_last_to_the_first()
    {
        var trade = new CeremonyTrade(new TradeId("dg"), "电工", true, [new CeremonyTier("二等奖", [new("甲", "x"), new("乙", "x"), new("丙", "x")])], CeremonyReveal.OneByOne);
        var programme = new Programme(TestBoards.Id, [trade]);
        Assert.Equal(["", "丙", "乙", "甲"], Enumerable.Range(1, 4).Select(s => string.Concat(programme.At(s, 1)!.Winners.Select(w => w.Name))));
    }
}
