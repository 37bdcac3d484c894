using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Console.Progress;
using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Api.Tests.Console;
using Scoring.Core.Contracts;
using Scoring.Testing;

namespace Scoring.Api.Tests.Hubs;

/// <summary>A tablet that said sheets wait in it and comes back with none, without having sent them, is noticed at the console.</summary>
public sealed class WaitingSheetsTests
{
    [Fact]
    public async Task What_waited_and_never_came_is_named()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var judge = await host.Tablet(open, Hall.Judge);
        await judge.Heartbeat(3);
        Assert.Equal(("q", "待同步 3"), Shown(host, open));
        await judge.Heartbeat(0);
        Assert.Equal(("lost", "少了 3 份，请核对"), Shown(host, open));
        await judge.Heartbeat(1);
        Assert.Equal(("lost", "少了 3 份，请核对"), Shown(host, open));
    }

    [Fact]
    public async Task What_was_sent_is_not_missed_whichever_word_comes_first()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await using var judge = await host.Tablet(open, Hall.Judge);
        var module = (await judge.Open()).Modules.Single(m => m.Module == Hall.A);
        await judge.Heartbeat(2);
        await Submit(0);
        await judge.Heartbeat(2); // said before the receipt was there
        await Submit(1);
        await judge.Heartbeat(0);
        await Submit(2); // made and sent between two words
        await judge.Heartbeat(0);
        Assert.NotEqual("lost", Shown(host, open).State);

        await judge.Heartbeat(1);
        await judge.Heartbeat(0);
        Assert.Equal(("lost", "少了 1 份，请核对"), Shown(host, open));

        async Task Submit(int n)
        {
            var answer = await judge.Submit(TabletClient.Sheet(module, module.Cards[n], MarkedContest.Best));
            Assert.Equal(SubmissionOutcome.Accepted, answer.Outcome);
        }
    }

    private static (string State, string Words) Shown(ConsoleHost host, OpenCompetition open)
    {
        var devices = host.App.Services.GetRequiredService<PairedTablets>().All;
        var shown = open.Read(state => DayTablet.Of(state, devices, TimeProvider.System.GetUtcNow())).Single();
        return (shown.State, shown.Words);
    }
}
