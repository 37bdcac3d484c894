using Scoring.Api.Ledger;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Hubs;
using Scoring.Core.Contracts;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Security;

/// <summary>One server for all rows: what an attack leaves behind must not matter to the next.</summary>
public sealed class HeldSite : IAsyncLifetime
{
    private int next;

    public ConsoleHost Host { get; private set; } = null!; // made before the first row

    public OpenCompetition Open { get; private set; } = null!;

    public Browser Admin { get; private set; } = null!;

    public TabletClient Tablet { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Host = await ConsoleHost.Start();
        Open = await Host.LoadExample();
        Admin = await Host.SignedIn(Role.Admin);
        Tablet = await Host.Tablet(Open, Hall.Judge);
    }

    /// <summary>A whole sheet of an entrant nobody has marked yet.</summary>
    public async Task<SheetSubmission> Sheet()
    {
        var module = (await Tablet.Open()).Modules.First(m => m.Open);
        return TabletClient.Sheet(module, module.Cards.Where(c => c.State == CardState.Open).ElementAt(next++), MarkedContest.Best);
    }

    public async ValueTask DisposeAsync()
    {
        await Tablet.DisposeAsync();
        Admin.Dispose();
        await Host.DisposeAsync();
    }
}
