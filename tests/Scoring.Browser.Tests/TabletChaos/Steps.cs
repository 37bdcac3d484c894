using System.Diagnostics;

namespace Scoring.Browser.Tests.TabletChaos;

/// <summary>
/// Whether anything still moves. No wait of the chaos has a clock of its own: on a slow machine all of it takes longer, and only when
/// no tablet at all has taken a step for this long does somebody stand still for ever.
/// </summary>
internal sealed class Steps
{
    private static readonly TimeSpan _forEver = TimeSpan.FromMinutes(5);
    private long _last = Stopwatch.GetTimestamp();

    public void Taken() => Volatile.Write(ref _last, Stopwatch.GetTimestamp());

    /// <exception cref="TimeoutException">Nobody moves, with what every glass says.</exception>
    public async Task StoodStill(Func<Task<string[]>> glasses, CancellationToken finished)
    {
        while (Stopwatch.GetElapsedTime(Volatile.Read(ref _last)) < _forEver)
        {
            await Task.Delay(TimeSpan.FromSeconds(1), finished);
        }

        throw new TimeoutException($"nobody moves: {string.Join('\n', await glasses())}");
    }
}
