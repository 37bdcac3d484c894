using System.Collections.Concurrent;
using Microsoft.AspNetCore.SignalR;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Screens;

/// <summary>
/// Who watches which competition, and which screen it is. A group of SignalR's own would make everyone wait for its slowest reader, or
/// queue old boards for it; here each connection has a place for the newest state of each board, and takes it when it has read the one before.
/// </summary>
public sealed class Watchers(IHubContext<DisplayHub, IDisplayClient> hub, TimeProvider time)
{
    private readonly BoardChanges changes = new();
    private readonly ConcurrentDictionary<string, Watcher> all = new(StringComparer.Ordinal);
    private long sent;

    /// <summary>Messages handed to connections since the start.</summary>
    public long Sent => Interlocked.Read(ref sent);

    /// <summary>Screens and phones together.</summary>
    public int Connected => all.Count;

    public int Watching(CompetitionId competition) => all.Values.Count(w => w.Competition == competition);

    /// <summary>Names of the screens that are connected, with how many connections each has.</summary>
    public IReadOnlyDictionary<string, int> Screens() =>
        all.Values.Where(w => !w.Mirrors).Select(w => w.Screen).OfType<string>().CountBy(name => name).ToDictionary(StringComparer.Ordinal);

    public void Add(HubCallerContext connection) => Add(connection, new Watcher(hub.Clients.Client(connection.ConnectionId), time) { Changes = changes });

    public void Add(HubCallerContext connection, Watcher watcher)
    {
        all[connection.ConnectionId] = watcher;
        _ = watcher.Run(() => Interlocked.Increment(ref sent));
        watcher.Cut = connection.Abort;
        connection.ConnectionAborted.Register(() => Remove(connection.ConnectionId)); // at once if it has gone already
    }

    public Watcher? Of(HubCallerContext connection) => all.GetValueOrDefault(connection.ConnectionId);

    public void Publish(Board board) => Each(w => w.Hears(board.Competition), w => w.Offer(board));

    public void Publish(CompetitionCard card) => Each(w => w.Hears(card.Id), w => w.Offer(card));

    public void Publish(CeremonyPicture picture) => Each(w => w.Hears(picture.Competition), w => w.Offer(picture));

    public void Publish(ScreenState screen) => Each(w => w.Is(screen.Name), w => w.Offer(screen));

    /// <summary>Whether this display has its Api.</summary>
    public void PublishLink(bool connected) => Each(_ => true, w => w.OfferLink(connected));

    /// <summary>The contest in use: whoever follows it is turned to it, and a display on its own asks for everything anew.</summary>
    public void Use(CompetitionCard card)
    {
        Each(w => w.Follows && w.Competition != card.Id, w =>
        {
            w.Competition = card.Id;
            w.Offer(card);
        });
        Each(w => w.Everything && w.InUse != card.Id, w =>
        {
            if (w.InUse is not null)
            {
                w.Cut?.Invoke();
            }

            w.InUse = card.Id;
        });
    }

    /// <summary>Which contests the connections of a named screen watch.</summary>
    public IReadOnlyList<CompetitionId> WatchedBy(string screen) =>
        [.. all.Values.Where(w => w.Screen == screen && !w.Mirrors).Select(w => w.Competition).OfType<CompetitionId>().Distinct()];

    /// <summary>Everyone connects again and asks for everything: the boards went back in time.</summary>
    public void Restart() => Each(_ => true, w => w.Cut?.Invoke());

    private void Each(Func<Watcher, bool> which, Action<Watcher> offer)
    {
        foreach (var watcher in all.Values.Where(which))
        {
            offer(watcher);
        }
    }

    private void Remove(string connectionId)
    {
        if (all.TryRemove(connectionId, out var watcher))
        {
            watcher.Stop();
        }
    }
}
