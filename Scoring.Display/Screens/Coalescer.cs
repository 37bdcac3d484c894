using System.Collections.Concurrent;
using Scoring.Core.Boards;
using Scoring.Core.Definition;

namespace Scoring.Display.Screens;

/// <summary>Lets the first change of a board through at once, and what follows within the window as one: the newest.</summary>
/// <param name="window">Asked anew after each board.</param>
public sealed class Coalescer(TimeProvider time, Action<Board> send, Func<TimeSpan> window) : IDisposable
{
    private readonly ConcurrentDictionary<(CompetitionId, TradeId), Slot> _slots = new();

    /// <summary>
    /// A few screens see marks that come close together one by one; thousands of phones never take more than half of two cores, since a board costs each
    /// some 50 µs (docs/performance.md).
    /// </summary>
    public static TimeSpan WindowFor(int watchers) => TimeSpan.FromMilliseconds(4) + (watchers * TimeSpan.FromMicroseconds(50));

    public void Offer(Board board) => _slots.GetOrAdd((board.Competition, board.Trade), _ => new Slot(time, send, window)).Offer(board);

    public void Dispose()
    {
        foreach (var slot in _slots.Values)
        {
            slot.Dispose();
        }
    }

    private sealed class Slot : IDisposable
    {
        private readonly Lock _lock = new();
        private readonly Action<Board> _send;
        private readonly Func<TimeSpan> _window;
        private readonly ITimer _timer;
        private Board? _waiting;
        private long _newest = long.MinValue;
        private bool _open = true;

        public Slot(TimeProvider time, Action<Board> send, Func<TimeSpan> window)
        {
            (_send, _window) = (send, window);
            _timer = time.CreateTimer(_ => WindowEnds(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        }

        public void Offer(Board board)
        {
            lock (_lock)
            {
                if (board.Version < _newest)
                {
                    return;
                }

                _newest = board.Version;
                _waiting = board;
                if (_open)
                {
                    SendWaiting();
                }
            }
        }

        public void Dispose() => _timer.Dispose();

        private void WindowEnds()
        {
            lock (_lock)
            {
                _open = true;
                if (_waiting is not null)
                {
                    SendWaiting();
                }
            }
        }

        private void SendWaiting()
        {
            var board = _waiting!; // both callers have just seen it
            (_waiting, _open) = (null, false);
            _timer.Change(_window(), Timeout.InfiniteTimeSpan);
            _send(board);
        }
    }
}
