using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Scoring.Core.Boards;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Display.Tests.Screens;

/// <summary>A feed whose boards a test sets by hand.</summary>
public sealed class TestFeed(CompetitionCard? card = null) : IResultsFeed
{
    private readonly Channel<Board> _changes = Channel.CreateUnbounded<Board>();
    private readonly Lock _lock = new();
    private readonly List<Board> _boards = [];
    private CompetitionCard? _card = card;

    /// <summary>What anyone who asks finds.</summary>
    public IReadOnlyList<ParticipantResult> Results { get; set; } = [];

    public CertificateStanding? Standing { get; set; }

    public PrintableCertificate? Paper { get; set; }

    public IReadOnlyList<AppealWindow> Windows { get; set; } = [];

    /// <summary>What was read of <see cref="Changes"/>, each time.</summary>
    public ConcurrentQueue<IReadOnlyList<Board>> Taken { get; } = [];

    public IReadOnlyList<CompetitionCard> Competitions => _card is { } card ? [card] : [];

    public IReadOnlyDictionary<string, byte[]> CertificateKeys { get; } = new Dictionary<string, byte[]>();

    /// <summary>Changes what is public without telling anyone.</summary>
    public void Open(CompetitionCard opened) => _card = opened;

    public void Set(Board board)
    {
        lock (_lock)
        {
            var at = _boards.FindIndex(b => b.Trade == board.Trade);
            if (at < 0)
            {
                _boards.Add(board);
            }
            else
            {
                _boards[at] = board;
            }
        }

        _changes.Writer.TryWrite(board);
    }

    /// <summary>Says something without keeping it, as a late message would.</summary>
    public void Say(Board board) => _changes.Writer.TryWrite(board);

    public Board Board(string trade)
    {
        lock (_lock)
        {
            return _boards.Single(b => b.Trade.Value == trade);
        }
    }

    public PublicState? State(CompetitionId competition)
    {
        lock (_lock)
        {
            return _card?.Id == competition ? new PublicState(_card, [.. _boards], TestBoards.At) : null;
        }
    }

    public async IAsyncEnumerable<IReadOnlyList<Board>> Changes([EnumeratorCancellation] CancellationToken cancel)
    {
        while (await _changes.Reader.WaitToReadAsync(cancel))
        {
            var newest = new Dictionary<(CompetitionId, TradeId), Board>();
            while (_changes.Reader.TryRead(out var board))
            {
                newest[(board.Competition, board.Trade)] = board;
            }

            Taken.Enqueue([.. newest.Values]);
            yield return [.. newest.Values];
        }
    }

    public Task<IReadOnlyList<ParticipantResult>> Find(string name, string lastFour, CancellationToken cancel) => Task.FromResult(Results);

    public Task<CertificateStanding?> Certificate(string number, CancellationToken cancel) => Task.FromResult(Standing);

    public Task<PrintableCertificate?> Printable(string token, CancellationToken cancel) => Task.FromResult(Paper);

    public IReadOnlyList<AppealWindow> AppealWindows(CompetitionId competition) => Windows;

    public Task<AppealReceipt> Appeal(OwnAppeal appeal, CancellationToken cancel) => Task.FromResult(new AppealReceipt(null, "没有登记"));
}
