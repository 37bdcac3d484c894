using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Testing;

namespace Scoring.Api.Tests.Hubs;

/// <summary>The example contest in its scoring phase, with tablets for whoever is asked for.</summary>
internal static class Hall
{
    public static readonly TradeId Dg = new("dg");
    public static readonly ModuleId A = new("A");

    public const string HeadJudge = "Z2", Judge = "J04", Floor = "X1", Clerk = "L1", SecondClerk = "L2";

    public static Task<TabletClient> Tablet(this ConsoleHost host, OpenCompetition open, string judge)
    {
        var code = host.App.Services.GetRequiredService<PairedTablets>().CreateCode(open.Id, new JudgeId(judge));
        return TabletClient.Pair(host.Address.ToString().TrimEnd('/'), code.Code);
    }

    /// <summary>One sheet of 电工 module A, every aspect at its best but for the first, which gets <paramref name="first"/>.</summary>
    public static Task<Receipt> Handed(this OpenCompetition open, string judge, string code, decimal? first = null)
    {
        var sheet = open.Read(state =>
        {
            var trade = state.Trade(Dg)!;
            var marks = trade.Module(A)!.Definition.Aspects().ToDictionary(a => a.Id, MarkedContest.Best);
            if (first is { } mark)
            {
                marks[marks.Keys.First()] = Core.Marking.Entry.Of(mark);
            }

            return new SheetSubmitted(trade.ByCode(code)!.Entrant.Id, A, new(judge), marks, 0);
        });
        return ConsoleHost.Do(open, $"judge:{judge}", sheet);
    }
}
