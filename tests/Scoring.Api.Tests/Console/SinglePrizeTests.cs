using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Ledger;
using Scoring.Api.Screens;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Ceremony;

namespace Scoring.Api.Tests.Console;

/// <summary>单项奖 (R-K12) and awards counted by groups (R-K15) from the preview to the stage: page, list, ceremony, history.</summary>
public sealed class SinglePrizeTests
{
    private const string Base = "/console/yindubei-2026", Star = "理论之星";

    [Fact]
    public async Task A_single_prize_is_seen_before_it_counts_and_stands_in_list_ceremony_and_history()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var trade = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        var theory = trade.Modules().First(m => m.Marking == MarkingMethod.Clerk).Id;
        var awards = trade.Awards with { Singles = [new(Star, 1, theory)] };
        await ConsoleHost.Do(open, "system", new TradeDefined(trade with { Awards = awards }));
        using var admin = await host.SignedIn(Role.Admin);
        var winner = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Awards().Singles![0].Winners[0].Entrant)!);

        var coded = await admin.Read($"{Base}/awards/dg");
        Assert.Contains(Star, coded);
        Assert.DoesNotContain(winner.Entrant.Name, coded);

        await Publish(host, open);
        Assert.Contains($"{winner.Code} {winner.Entrant.Name}：", await admin.Read($"{Base}/awards/dg"));
        var list = await admin.Read($"{Base}/lists?handler=print&list=honours");
        Assert.Contains(Star, list);
        Assert.Contains("居第 1", list);
        var found = await admin.Read($"/console/history?find={Uri.EscapeDataString(winner.Entrant.Name)}");
        Assert.Contains(Star, await admin.Read(found[found.IndexOf("/console/history/person/", StringComparison.Ordinal)..].Split('"')[0]));

        var part = Parts(host).Single(p => p.Trade == MarkedContest.Dg);
        Assert.Equal((Star, winner.Entrant.Name), (part.Tiers[^1].Name, part.Tiers[^1].Winners.Single().Name));
        var programme = new Programme(open.Id, [part]);
        Assert.Equal((Star, 2), (programme.At(1, 1)!.Award, programme.At(1, 1)!.Tier)); // first of all revealed, in the last metal
    }

    [Fact]
    public async Task A_trade_with_single_prizes_and_no_tiers_tells_its_winner()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var trade = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        var theory = trade.Modules().First(m => m.Marking == MarkingMethod.Clerk).Id;
        var awards = new AwardScheme([], Singles: [new(Star, 1, theory)]);
        await ConsoleHost.Do(open, "system", new TradeDefined(trade with { Awards = awards }));
        await Publish(host, open);

        var won = open.Read(s => s.Trade(MarkedContest.Dg)!.Awards().SinglesWon().Select(w => w.Entrant).ToHashSet());
        var seal = host.App.Services.GetRequiredService<Api.Personal.PersonalSeal>();
        var search = host.App.Services.GetRequiredService<Api.Feed.ParticipantSearch>();
        foreach (var person in open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant).ToList()))
        {
            var own = search.Find(person.Name, seal.Open(open.Id, person.Sealed)!.IdNumber![^4..]);
            Assert.Equal(won.Contains(person.Id) ? Star : null, own.Single().Tier);
        }

        Assert.Single(won);
    }

    [Fact]
    public async Task Awards_counted_by_groups_are_revealed_group_by_group_each_in_the_metal_of_its_tier()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var trade = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        var people = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.Select(e => e.Entrant).ToList());
        await ConsoleHost.Do(open, "system", new TradeDefined(trade with
        {
            Awards = new AwardScheme([new("一等奖", 1), new("二等奖", 1)], Gate: new(0m), CountBy: "组别"),
        }));
        await ConsoleHost.Do(open, "system", new EntrantsRegistered([.. people.Select((person, i) => person with
        {
            Tags = new Dictionary<string, string> { ["组别"] = i % 2 == 0 ? "职工组" : "学生组" },
        })]));

        await Publish(host, open);
        var tiers = Parts(host).Single(p => p.Trade == MarkedContest.Dg).Tiers;

        Assert.Equal(
            ["职工组一等奖 0 1", "学生组一等奖 0 1", "职工组二等奖 1 1", "学生组二等奖 1 1"],
            tiers.Select(t => $"{t.Name} {t.Metal} {t.Winners.Count}"));
    }

    private static IReadOnlyList<CeremonyTrade> Parts(ConsoleHost host) =>
        host.App.Services.GetRequiredService<ConfirmedAwards>().Of(new("yindubei-2026"));

    private static async Task Publish(ConsoleHost host, OpenCompetition open)
    {
        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Review));
        await ConsoleHost.Do(open, "headJudge:h", new AwardsConfirmed(MarkedContest.Dg, "h"));
        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "a", "b"));
        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Publicity));
        await ConsoleHost.Do(open, "system", new PhaseChanged(MarkedContest.Dg, Phase.Final));
    }
}
