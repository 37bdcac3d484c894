using System.Runtime.CompilerServices;
using Microsoft.AspNetCore.SignalR.Client;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Screens;

namespace Scoring.Display.Upstream;

/// <summary>The distant Api cannot be reached, and what was asked for is not kept here.</summary>
public sealed class UpstreamCutException() : Exception("the distant Api cannot be reached");

/// <summary>
/// Public results from a distant Api, as far as it ever said them. What it says now is the last word: a server that was put back to an older ledger is believed.
/// </summary>
public sealed class RemoteResults(Screens.Screens screens, Watchers watchers, TimeProvider time) : IResultsFeed, IDisposable
{
    private static readonly TimeSpan LongestQuestion = TimeSpan.FromSeconds(15);

    private readonly Lock gate = new();
    private readonly SemaphoreSlim signal = new(0, 1);
    private readonly Dictionary<CompetitionId, PublicState> states = [];
    private List<CompetitionId> order = [];
    private HashSet<(CompetitionId, TradeId)> changed = [];
    private bool wentBack;
    private volatile HubConnection? hub;
    private volatile IReadOnlyDictionary<string, byte[]> keys = new Dictionary<string, byte[]>(StringComparer.Ordinal);

    /// <summary>After anything that is kept changed.</summary>
    public event Action? Changed;

    public bool Connected => hub is not null;

    public IReadOnlyList<CompetitionCard> Competitions
    {
        get
        {
            lock (gate)
            {
                return [.. order.Select(id => states[id].Competition)];
            }
        }
    }

    public IReadOnlyDictionary<string, byte[]> CertificateKeys => keys;

    public PublicState? State(CompetitionId competition)
    {
        lock (gate)
        {
            return states.GetValueOrDefault(competition) is { } state ? state with { ServerTime = time.GetUtcNow() } : null;
        }
    }

    /// <summary>All that is known, for the store.</summary>
    public UpstreamState Known()
    {
        lock (gate)
        {
            return new UpstreamState([.. order.Select(id => states[id])], screens.Known, keys);
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<Board>> Changes([EnumeratorCancellation] CancellationToken cancel)
    {
        while (true)
        {
            await signal.WaitAsync(cancel);
            if (Take() is not { } boards)
            {
                yield break; // the relay forgets what it knew, and reads again
            }

            yield return boards;
        }
    }

    /// <summary>Everything anew: at every connection, and from the store at the start.</summary>
    public void Take(UpstreamState state)
    {
        lock (gate)
        {
            var before = states.ToDictionary();
            states.Clear();
            foreach (var competition in state.Competitions)
            {
                var id = competition.Competition.Id;
                var known = before.GetValueOrDefault(id)?.Boards.ToDictionary(b => b.Trade) ?? [];
                states[id] = competition;
                wentBack |= competition.Boards.Any(b => known.GetValueOrDefault(b.Trade) is { } old && old.Version > b.Version);
                changed.UnionWith(competition.Boards.Where(b => known.GetValueOrDefault(b.Trade)?.Version != b.Version).Select(b => (id, b.Trade)));
            }

            order = [.. state.Competitions.Select(c => c.Competition.Id)];
            keys = state.CertificateKeys;
            Signal();
        }

        foreach (var screen in state.Screens)
        {
            screens.Take(screen);
        }

        foreach (var competition in state.Competitions)
        {
            watchers.Publish(competition.Competition);
            if (competition.Ceremony is { } picture)
            {
                watchers.Publish(picture);
            }
        }

        if (state.Competitions.FirstOrDefault() is { } used)
        {
            watchers.Use(used.Competition);
        }

        Changed?.Invoke();
    }

    public void Take(Board board) => Change(board.Competition, state =>
    {
        var boards = state.Boards.ToList();
        var at = boards.FindIndex(b => b.Trade == board.Trade);
        if (at >= 0 && boards[at].Version > board.Version)
        {
            return state;
        }

        boards = at < 0 ? [.. boards, board] : [.. boards[..at], board, .. boards[(at + 1)..]];
        changed.Add((board.Competition, board.Trade));
        Signal();
        return state with { Boards = boards };
    });

    public void Take(CompetitionCard card)
    {
        Change(card.Id, state => state with { Competition = card });
        watchers.Publish(card);
    }

    public void Take(CeremonyPicture picture)
    {
        var older = false;
        Change(picture.Competition, state =>
        {
            older = state.Ceremony?.Version > picture.Version;
            return older ? state : state with { Ceremony = picture };
        });
        if (!older)
        {
            watchers.Publish(picture);
        }
    }

    public void Take(ScreenState screen)
    {
        screens.Take(screen);
        Changed?.Invoke();
    }

    /// <summary>Whom to ask from now on; null: nobody, the Api is gone.</summary>
    public void Link(HubConnection? hub)
    {
        this.hub = hub;
        watchers.PublishLink(hub is not null);
    }

    public Task<IReadOnlyList<ParticipantResult>> Find(string name, string lastFour, CancellationToken cancel) =>
        Ask<IReadOnlyList<ParticipantResult>>(nameof(IResultsHub.Find), [name, lastFour], cancel);

    public Task<CertificateStanding?> Certificate(string number, CancellationToken cancel) =>
        Ask<CertificateStanding?>(nameof(IResultsHub.Certificate), [number], cancel);

    public Task<PrintableCertificate?> Printable(string token, CancellationToken cancel) =>
        Ask<PrintableCertificate?>(nameof(IResultsHub.Printable), [token], cancel);

    /// <summary>None: the key of a display is read-only, so an appeal is handed in where the contest is run.</summary>
    public IReadOnlyList<AppealWindow> AppealWindows(CompetitionId competition) => [];

    public Task<AppealReceipt> Appeal(OwnAppeal appeal, CancellationToken cancel) =>
        Task.FromResult(new AppealReceipt(null, "这里只能查看。申诉请用赛场的成绩查询页面提交，或由领队当面交给仲裁组。"));

    public void Dispose() => signal.Dispose();

    private async Task<T> Ask<T>(string method, object?[] arguments, CancellationToken cancel)
    {
        if (this.hub is not { } hub)
        {
            throw new UpstreamCutException();
        }

        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        limit.CancelAfter(LongestQuestion);
        try
        {
            return await hub.InvokeCoreAsync<T>(method, arguments, limit.Token);
        }
        catch (Exception e) when (e is InvalidOperationException or IOException or OperationCanceledException && !cancel.IsCancellationRequested)
        {
            throw new UpstreamCutException();
        }
    }

    private void Change(CompetitionId id, Func<PublicState, PublicState> change)
    {
        lock (gate)
        {
            if (states.TryGetValue(id, out var state))
            {
                states[id] = change(state);
            }
        }

        Changed?.Invoke();
    }

    /// <returns>What changed since; null: the boards went back in time.</returns>
    private List<Board>? Take()
    {
        lock (gate)
        {
            if (wentBack)
            {
                wentBack = false;
                watchers.Restart(); // screens ignore older boards within a connection
                Signal();
                return null;
            }

            var since = changed;
            changed = [];
            return [.. since.Select(c => states.GetValueOrDefault(c.Item1)?.Boards.FirstOrDefault(b => b.Trade == c.Item2)).OfType<Board>()];
        }
    }

    private void Signal()
    {
        if (signal.CurrentCount == 0)
        {
            signal.Release();
        }
    }
}
