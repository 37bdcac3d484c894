using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Counters;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Display.Screens;
using Scoring.Display.Upstream;
using Scoring.Testing;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Contracts;

namespace Scoring.Api.Tests.Counters;

public sealed class DayCountersTests
{
    [Fact]
    public async Task A_window_counts_what_went_through_in_it()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var counters = host.App.Services.GetRequiredService<DayCounters>();
        var watchers = host.App.Services.GetRequiredService<Watchers>();
        counters.Close();
        await using var screen = HubConnections.To(new Uri(host.Address, "/display/hub"));
        await screen.StartAsync();
        await screen.InvokeAsync<PublicState?>(nameof(IDisplayHub.Watch), (CompetitionId?)null);
        await Wait.Until(() => watchers.Connected == 1);
        for (var n = 1; n <= 5; n++)
        {
            await ConsoleHost.Do(open, Actor.System, new OrganizationDefined(new(new($"extra{n}"), $"新单位{n}")));
        }

        var window = counters.Close();
        // The seconds may end in the middle: what is not in this window was in the one before.
        Assert.Equal(5, counters.Hour.TakeLast(2).Sum(s => s.Entries));
        Assert.InRange(counters.Hour.TakeLast(2).Sum(s => s.Commits), 1, 5);
        Assert.Equal((1, 0, 0), (window.Screens, window.Tablets, window.NotStored));
        Assert.True(counters.Hour.TakeLast(2).Max(s => s.LateReceipt) > 0);
        Assert.True(window.Memory > 1);
        Assert.Equal(0, counters.Close().Entries);
    }

    [Fact]
    public void Quantiles_are_of_the_sorted_times()
    {
        var window = new Window();
        Assert.Null(window.Quantile(0.5));
        foreach (var ms in new double[] { 9, 1, 5, 3, 7, 2, 8, 4, 6, 10 })
        {
            window.Add(ms);
        }

        Assert.Equal((10, 5, 10), (window.Count, window.Quantile(0.5), window.Quantile(0.99)));
    }

    [Fact]
    public async Task The_page_draws_an_hour()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var counters = host.App.Services.GetRequiredService<DayCounters>();
        for (var n = 1; n <= DayCounters.Kept + 5; n++)
        {
            counters.Close();
        }

        await ConsoleHost.Do(open, Actor.System, new OrganizationDefined(new(new("extra"), "新单位")));
        counters.Close();
        Assert.Equal(DayCounters.Kept, counters.Hour.Count);
        using var browser = await host.SignedIn(Role.Admin);
        var page = await browser.Read("/console/running");
        Assert.Contains("回执时间", page, StringComparison.Ordinal);
        Assert.Contains("<polyline class=\"l0\" points=\"0,", page, StringComparison.Ordinal);
        Assert.DoesNotContain("points=\"-", page, StringComparison.Ordinal);
    }
}
