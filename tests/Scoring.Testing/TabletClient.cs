using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Display.Upstream;

namespace Scoring.Testing;

/// <summary>A paired tablet without a browser: the same cookie, the same hub, the same messages.</summary>
public sealed class TabletClient : IAsyncDisposable
{
    private readonly HubConnection _hub;

    private TabletClient(HubConnection hub) => _hub = hub;

    public static async Task<TabletClient> Pair(string url, string code)
    {
        var cookies = new CookieContainer();
        using var handler = new HttpClientHandler { CookieContainer = cookies };
        using var http = new HttpClient(handler) { BaseAddress = new Uri(url) };
        using var answer = await http.PostAsJsonAsync("/judge/api/pair", new { code });
        answer.EnsureSuccessStatusCode();
        var hub = HubConnections.To(new Uri(url + "/hub/scoring"), options => options.Cookies = cookies);
        await hub.StartAsync();
        return new TabletClient(hub);
    }

    public Task<TabletSession> Open() => _hub.InvokeAsync<TabletSession>(nameof(IScoringHub.OpenSession));

    public Task<SubmissionAnswer> Submit(SheetSubmission sheet) => _hub.InvokeAsync<SubmissionAnswer>(nameof(IScoringHub.SubmitSheet), sheet);

    /// <summary>A whole sheet for one card, with marks as <paramref name="mark"/> says.</summary>
    public static SheetSubmission Sheet(TabletModule module, EntrantCard card, Func<Aspect, Entry> mark) =>
        new(Guid.NewGuid(), module.Trade, module.Module, card.Code, card.Version, module.Sheet.SelectMany(c => c.AllAspects()).ToDictionary(a => a.Id, mark));

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
