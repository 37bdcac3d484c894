using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tests.Console;
using Scoring.Api.Tests.Screens;
using Scoring.Core.Contracts;
using Scoring.Core.Json;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Display.Screens;

namespace Scoring.Api.Tests.Feed;

/// <summary>A photo goes to the public with a name that is published, and with no other.</summary>
public sealed class PublishedFaceTests
{
    [Fact]
    public async Task A_face_is_public_once_its_name_is_published()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        var (first, second) = open.Read(s => (s.Trade(MarkedContest.Dg)!.Entrants[0], s.Trade(MarkedContest.Dg)!.Entrants[1]));
        var files = host.App.Services.GetRequiredService<ScreenFiles>();
        files.AddPhotos([(ScreenFiles.LabelOf(open.Id.Value, first.Entrant.Id.Value, first.Entrant.Name), ".png", [1, 2, 3])]);
        using var content = new MemoryStream([4, 5, 6]);
        Assert.Null(files.Add(FileUse.Photos, second.Entrant.Name + ".png", content, 3));
        var addresses = files.Of(FileUse.Photos).Select(f => f.Name).ToList();
        var feed = host.App.Services.GetRequiredService<IResultsFeed>();
        string Said() => JsonSerializer.Serialize(feed.State(open.Id), ScoringJson.Options);
        void Nobody() => Assert.All(addresses, a => Assert.DoesNotContain(a, Said(), StringComparison.Ordinal));

        Nobody();
        await ScreenControlTests.Confirm(open);
        await ConsoleHost.Do(open, Actor.System, new PhaseChanged(MarkedContest.Dg, Phase.Publicity));
        Nobody();
        await ConsoleHost.Do(open, Actor.System, new PhaseChanged(MarkedContest.Dg, Phase.Final));
        var rows = feed.State(open.Id)!.Boards.Single(b => b.Trade == MarkedContest.Dg).Rows; // there is a state: it is loaded
        var shown = rows.Select(r => r.Photo).OfType<string>().Select(p => p.Split('/')[^1]);
        Assert.Equal(addresses.Order(StringComparer.Ordinal), shown.Order(StringComparer.Ordinal));
        var own = ScreenFiles.PhotoOf(files.All, open.Id.Value, first.Entrant.Id.Value)!;
        Assert.Equal(own.Address, rows.Single(r => r.Name == first.Entrant.Name).Photo);
    }
}
