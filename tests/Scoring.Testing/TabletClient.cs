using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Marking;
using Scoring.Display.Upstream;

namespace Scoring.Testing;

/// <summary>A paired tablet without a browser: the same cookie, the same hub, the same messages.</summary>
public sealed class TabletClient : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly string _url;
    private readonly CookieContainer _cookies;

    private TabletClient(string url, CookieContainer cookies)
    {
        (_url, _cookies, _hub) = (url, cookies, HubConnections.To(new Uri(url + "/hub/scoring"), options => options.Cookies = cookies));
        _hub.On<string, DateTimeOffset, Guid>(nameof(IScoringClient.Message), (text, _, id) => Messages.Enqueue((id, text)));
    }

    /// <summary>What the console said, in the order it came.</summary>
    public ConcurrentQueue<(Guid Id, string Text)> Messages { get; } = new();

    public Task Read(Guid message) => _hub.InvokeAsync(nameof(IScoringHub.MessageRead), message);

    /// <param name="from">Its own address in the venue's network: the server counts attempts by it. Null: this machine's.</param>
    public static async Task<TabletClient> Pair(string url, string code, IPAddress? from = null)
    {
        var cookies = new CookieContainer();
        using var handler = Caller.Handler(from ?? IPAddress.Any);
        handler.CookieContainer = cookies;
        using var http = new HttpClient(handler) { BaseAddress = new Uri(url) };
        using var answer = await http.PostAsJsonAsync("/judge/api/pair", new { code });
        answer.EnsureSuccessStatusCode();
        return await Connect(url, cookies);
    }

    /// <summary>Another tab of a browser's tablet: whoever has its cookie.</summary>
    public static Task<TabletClient> With(string url, string name, string value)
    {
        var cookies = new CookieContainer();
        cookies.Add(new Uri(url), new Cookie(name, value));
        return Connect(url, cookies);
    }

    /// <summary>A new connection of the same tablet: another tab, or after the server came back.</summary>
    public Task<TabletClient> Again() => Connect(_url, _cookies);

    public Task<TabletSession> Open() => _hub.InvokeAsync<TabletSession>(nameof(IScoringHub.OpenSession));

    /// <summary>What it says every five seconds.</summary>
    public Task<string?> Heartbeat(int waiting = 0) => _hub.InvokeAsync<string?>(nameof(IScoringHub.Heartbeat), waiting);

    public Task<SubmissionAnswer> Submit(SheetSubmission sheet) => _hub.InvokeAsync<SubmissionAnswer>(nameof(IScoringHub.SubmitSheet), sheet);

    /// <summary>What it does first after it connected.</summary>
    public Task ShowReceipt(Receipt newest) => _hub.InvokeAsync(nameof(IScoringHub.ShowReceipt), newest.Sequence, newest.Hash);

    /// <summary>Any other method of the hub, as an official's tablet calls it.</summary>
    public Task<T> Ask<T>(string method, params object?[] arguments) => _hub.InvokeCoreAsync<T>(method, arguments);

    /// <summary>Called for every word the hub says of a trade.</summary>
    public IDisposable OnTradeChanged(Action<TradeId, long> heard) => _hub.On(nameof(IScoringClient.TradeChanged), heard);

    /// <summary>Called whenever the server says that the session is to be opened anew.</summary>
    public IDisposable OnSessionChanged(Action heard) => _hub.On(nameof(IScoringClient.SessionChanged), heard);

    /// <summary>Whom the director calls on stage, of those this judge marks; null: nobody any more.</summary>
    public IDisposable HearStage(Action<StageCall?> heard) => _hub.On(nameof(IScoringClient.OnStage), heard);

    public string Cookie => _cookies.GetCookieHeader(new Uri(_url));

    /// <summary>A whole sheet for one card, with marks as <paramref name="mark"/> says.</summary>
    public static SheetSubmission Sheet(TabletModule module, EntrantCard card, Func<Aspect, Entry> mark) =>
        new(Guid.NewGuid(), module.Trade, module.Module, card.Code, card.Version, module.Sheet.SelectMany(c => c.AllAspects()).ToDictionary(a => a.Id, mark));

    private static async Task<TabletClient> Connect(string url, CookieContainer cookies)
    {
        var client = new TabletClient(url, cookies);
        await client._hub.StartAsync();
        return client;
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
