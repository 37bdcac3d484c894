using Microsoft.Playwright;
using Scoring.Api.Storage;
using Scoring.Browser.Tests.MainStory;
using Scoring.Core.Fold.Public;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Browser.Tests.Tablet;

/// <summary>A server with the tablets of a judge, the head judge and the floor judge.</summary>
internal sealed class Hall(ServerProcess server, Chromium chromium, IPage judge, IPage head, IPage floor) : IAsyncDisposable
{
    public ServerProcess Server => server;
    public IPage Judge => judge;
    public IPage Head => head;
    public IPage Floor => floor;

    /// <param name="venue">With a head judge, then a floor judge.</param>
    public static async Task<Hall> Open(Venue venue)
    {
        IReadOnlyList<string> codes = [];
        var server = await ServerProcess.Start(demo: false, async data => codes = await venue.Prepare(data));
        var chromium = await Chromium.Start();
        var pages = new List<IPage>();
        foreach (var (code, ready) in codes.Zip([".module", ".desk", ".ft"]))
        {
            pages.Add(await chromium.Person(server.Url, 1180, 820, touch: true));
            await pages[^1].PairWith(code, ready);
        }

        return new(server, chromium, pages[0], pages[1], pages[2]);
    }

    /// <summary>The first entrant is a team of three, with names that are hard to set; the others are alone.</summary>
    public static Entrant TeamOfThree(Entrant entrant, int number) =>
        number == 1 ? entrant with { Members = ["石小川", "买买提·吐尔逊", "𬭸学森"] } : entrant;

    public List<LedgerEvent> Events() => Read(server);

    public static List<LedgerEvent> Read(ServerProcess server)
    {
        using var store = SqliteLedger.Open(Path.Combine(server.Data, "competitions", Venue.Id.Value + ".db"));
        return [.. store.ReadAll().Select(EventTypes.Read)];
    }

    /// <summary>What the ledger comes to: figures, places, boards.</summary>
    public static CompetitionState Fold(ServerProcess server)
    {
        using var store = SqliteLedger.Open(Path.Combine(server.Data, "competitions", Venue.Id.Value + ".db"));
        var state = Folding.Begin();
        foreach (var entry in store.ReadAll())
        {
            state.Apply(entry);
        }

        return state;
    }

    public async ValueTask DisposeAsync()
    {
        await chromium.DisposeAsync();
        await server.DisposeAsync();
    }
}
