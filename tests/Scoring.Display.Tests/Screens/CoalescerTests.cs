using Scoring.Display.Screens;

namespace Scoring.Display.Tests.Screens;

public sealed class CoalescerTests : IDisposable
{
    private readonly HandTurnedTime _time = new();
    private readonly List<long> _sent = [];
    private static readonly TimeSpan Window = TimeSpan.FromMilliseconds(100);
    private readonly Coalescer _coalescer;

    public CoalescerTests() => _coalescer = new Coalescer(_time, b => _sent.Add(b.Version), () => Window);

    [Fact]
    public void The_first_change_goes_at_once()
    {
        _coalescer.Offer(TestBoards.Versioned(1));
        Assert.Equal([1], _sent);
    }

    [Fact]
    public void What_follows_within_the_window_goes_as_one_and_is_the_newest()
    {
        foreach (var version in new long[] { 1, 2, 3, 4 })
        {
            _coalescer.Offer(TestBoards.Versioned(version));
        }

        Assert.Equal([1], _sent);
        _time.Turn(Window);
        Assert.Equal([1, 4], _sent);
    }

    [Fact]
    public void A_window_with_nothing_new_sends_nothing_and_the_next_change_goes_at_once()
    {
        _coalescer.Offer(TestBoards.Versioned(1));
        _time.Turn(Window);
        _coalescer.Offer(TestBoards.Versioned(2));
        Assert.Equal([1, 2], _sent);
    }

    [Fact]
    public void A_steady_stream_sends_one_a_window()
    {
        for (long version = 1; version <= 50; version++)
        {
            _coalescer.Offer(TestBoards.Versioned(version));
            _time.Turn(Window / 5);
        }

        _time.Turn(Window);
        Assert.InRange(_sent.Count, 10, 12);
        Assert.Equal(50, _sent[^1]);
    }

    [Fact]
    public void Trades_do_not_wait_for_each_other()
    {
        _coalescer.Offer(TestBoards.Versioned(1, "dg"));
        _coalescer.Offer(TestBoards.Versioned(2, "qg"));
        Assert.Equal([1, 2], _sent);
    }

    [Fact]
    public void An_older_board_never_follows_a_newer_one()
    {
        _coalescer.Offer(TestBoards.Versioned(5));
        _coalescer.Offer(TestBoards.Versioned(4));
        _time.Turn(Window);
        Assert.Equal([5], _sent);
    }

    public void Dispose() => _coalescer.Dispose();
}

/// <summary>Time that stands until the test turns it.</summary>
public sealed class HandTurnedTime : TimeProvider
{
    private readonly List<Timer> _timers = [];
    private DateTimeOffset _now = TestBoards.At;

    public override DateTimeOffset GetUtcNow() => _now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new Timer(this, () => callback(state));
        timer.Change(dueTime, period);
        _timers.Add(timer);
        return timer;
    }

    public void Turn(TimeSpan by)
    {
        _now += by;
        foreach (var timer in _timers.Where(t => t.Due <= _now).ToList())
        {
            timer.Due = DateTimeOffset.MaxValue;
            timer.Fire();
        }
    }

    private sealed class Timer(HandTurnedTime time, Action fire) : ITimer
    {
        public DateTimeOffset Due { get; set; } = DateTimeOffset.MaxValue;

        public Action Fire => fire;

        public bool Change(TimeSpan dueTime, TimeSpan period)
        {
            Due = dueTime == Timeout.InfiniteTimeSpan ? DateTimeOffset.MaxValue : time._now + dueTime;
            return true;
        }

        public void Dispose() => time._timers.Remove(this);

        public ValueTask DisposeAsync()
        {
            Dispose();
            return ValueTask.CompletedTask;
        }
    }
}
