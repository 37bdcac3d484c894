using System.Text;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Scoring.Core.Contracts;
using Scoring.Display.Ceremony;
using Scoring.Display.Portal;
using Scoring.Display.Screens;

namespace Scoring.Api.Screens;

/// <summary>What a display that runs on its own reads. Every answer has passed the public view (R-A3): with its key it can learn no more than anybody in the hall.</summary>
[Authorize(Policy = DisplayKeyScheme.Policy)]
public sealed class ResultsHub(
    IHubContext<ResultsHub, IDisplayClient> clients, IResultsFeed feed, Watchers watchers, Display.Screens.Screens screens, Ceremonies ceremonies, DisplayKeys keys,
    PortalGuard guard, TimeProvider time)
    : Hub<IDisplayClient>, IResultsHub
{
    public const string Path = "/hub/results";

    public override Task OnConnectedAsync()
    {
        keys.Came(Context.ConnectionId, Context.User!.FindFirst(DisplayKeyScheme.KeyClaim)!.Value, Context.Abort); // the policy asked for it
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        keys.Went(Context.ConnectionId);
        screens.Report(Context.ConnectionId, []);
        return Task.CompletedTask;
    }

    public Task<UpstreamState> Open()
    {
        // Joined before the state is read: what changes in between arrives twice, never not at all.
        var listed = feed.Competitions;
        if (watchers.Of(Context) is null)
        {
            watchers.Add(Context, new Watcher(clients.Clients.Client(Context.ConnectionId), time) { Everything = true, InUse = listed.FirstOrDefault()?.Id });
        }

        return Task.FromResult(new UpstreamState(
            [.. listed.Select(c => feed.State(c.Id)).OfType<PublicState>().Select(s => s with { Ceremony = ceremonies.Picture(s.Competition.Id) })],
            screens.Known, feed.CertificateKeys));
    }

    public Task Report(IReadOnlyList<ScreenCount> connected)
    {
        screens.Report(Context.ConnectionId, connected);
        return Task.CompletedTask;
    }

    /// <summary>Guarded at this door as at the portal: with a key nobody guesses quicker.</summary>
    public async Task<IReadOnlyList<ParticipantResult>> Find(string name, string lastFour)
    {
        var plain = (name ?? "").Normalize(NormalizationForm.FormKC).Trim();
        var (asker, person) = ($"display:{Context.User!.FindFirst(DisplayKeyScheme.KeyClaim)!.Value}", PortalGuard.PersonOf(plain, (await Certificate(plain))?.MaskedName)); // the policy asked for it
        if (plain.Length is 0 or > 60 || lastFour is not { Length: <= 8 } || guard.Ask(asker, person, display: true) > TimeSpan.Zero)
        {
            return [];
        }

        var found = await feed.Find(plain, lastFour, Context.ConnectionAborted);
        if (found.Count > 0)
        {
            guard.Right(asker, person);
        }

        return found;
    }

    public Task<CertificateStanding?> Certificate(string number) => feed.Certificate(number, Context.ConnectionAborted);

    public Task<PrintableCertificate?> Printable(string token) => feed.Printable(token, Context.ConnectionAborted);
}
