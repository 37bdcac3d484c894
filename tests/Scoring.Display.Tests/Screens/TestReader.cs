using System.Collections.Concurrent;
using System.Net.WebSockets;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Upstream;

namespace Scoring.Display.Tests.Screens;

/// <summary>A screen as the server sees it: a SignalR client over a real socket that keeps every message it was sent.</summary>
public sealed class TestReader : IAsyncDisposable
{
    private readonly HubConnection _hub;
    private readonly ConcurrentDictionary<TradeId, Board> _sent = new();

    private TestReader(HubConnection hub) => _hub = hub;

    public ConcurrentQueue<Board> Boards { get; } = new();

    public ConcurrentQueue<CompetitionCard> Cards { get; } = new();

    public ConcurrentQueue<ScreenState> Screens { get; } = new();

    public ConcurrentQueue<CeremonyPicture> Pictures { get; } = new();

    public PublicState? State { get; private set; }

    public Board? Newest => Boards.LastOrDefault();

    public HubConnection Hub => _hub;

    public static async Task<TestReader> Connect(Uri address, CompetitionId? competition = null)
    {
        var reader = new TestReader(HubConnections.To(new Uri(address, "/display/hub"), o => o.WebSocketConfiguration = s => s.DangerousDeflateOptions = new WebSocketDeflateOptions()));
        reader._hub.On<Board>(nameof(IDisplayClient.Board), reader.Take);
        reader._hub.On<BoardChange>(nameof(IDisplayClient.Rows), change => reader.Take(change.Of(reader._sent[change.Trade])));
        reader._hub.On<CompetitionCard>(nameof(IDisplayClient.Competition), reader.Cards.Enqueue);
        reader._hub.On<ScreenState>(nameof(IDisplayClient.Screen), reader.Screens.Enqueue);
        reader._hub.On<CeremonyPicture>(nameof(IDisplayClient.Ceremony), reader.Pictures.Enqueue);
        await reader._hub.StartAsync();
        reader.State = await reader._hub.InvokeAsync<PublicState?>(nameof(IDisplayHub.Watch), competition);
        return reader;
    }

    public Task<ScreenState?> Attach(string name) => _hub.InvokeAsync<ScreenState?>(nameof(IDisplayHub.Attach), name);

    public Task<ScreenState?> Mirror(string name) => _hub.InvokeAsync<ScreenState?>(nameof(IDisplayHub.Mirror), name);

    private void Take(Board board)
    {
        _sent[board.Trade] = board;
        Boards.Enqueue(board);
    }

    public ValueTask DisposeAsync() => _hub.DisposeAsync();
}
