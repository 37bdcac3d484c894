using Scoring.Api.Ledger;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>Fills a trade of the example with marks: full sheets, theory falling from 99 by one, so that everyone's rank is known.</summary>
public static class MarkedContest
{
    public static readonly TradeId Dg = new("dg");

    /// <summary>电工 fully marked and short of nothing but people's decisions; its publicity lasts until the ceremony.</summary>
    public static async Task<OpenCompetition> LoadMarked(this ConsoleHost host)
    {
        var open = await host.LoadExample();
        var definition = open.Read(state => state.Trade(Dg)!.Definition);
        await ConsoleHost.Do(open, Actor.System, new TradeDefined(definition with { PublicityDays = 0 }));
        foreach (var (actor, e) in open.Read(state => Events(state.Trade(Dg)!).ToList()))
        {
            await ConsoleHost.Do(open, actor, e);
        }

        return open;
    }

    public static IEnumerable<(string Actor, LedgerEvent Event)> Events(TradeState trade)
    {
        foreach (var (entrant, place) in trade.Entrants.Select((e, i) => (e.Entrant.Id, i)))
        {
            foreach (var module in trade.Modules)
            {
                if (module.MarkedBy == Role.Clerk)
                {
                    yield return ("clerk:test", new ModuleMarkEntered(entrant, module.Definition.Id, "test", 99 - place));
                    continue;
                }

                if (module.Definition.Time is not null)
                {
                    yield return ("floorJudge:test", new TimeRecorded(entrant, module.Definition.Id, 1800));
                }

                foreach (var seat in module.Seats.Where(s => !s.Judge.IsRecusedFrom(trade.Competition.Entrant(entrant)!.Entrant)))
                {
                    yield return ($"judge:{seat.Judge.Id}", new SheetSubmitted(
                        entrant, module.Definition.Id, seat.Judge.Id, module.Definition.Aspects().ToDictionary(a => a.Id, Best), 0));
                }
            }
        }
    }

    public static Entry Best(Aspect aspect) => Entry.Of(aspect switch
    {
        PointsAspect points => points.FullMark,
        BinaryAspect => 1,
        ToleranceAspect tolerance => tolerance.Nominal,
        CountAspect count => Math.Ceiling(count.FullMark / count.PointsEach),
        TimeBandAspect time => time.Bands[0].UpToSeconds,
        JudgementAspect => 3,
        _ => 0,
    });
}
