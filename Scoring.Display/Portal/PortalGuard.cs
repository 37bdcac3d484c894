using System.Threading.RateLimiting;

namespace Scoring.Display.Portal;

/// <summary>How often one address may ask, and how often one name may be asked for: guessing the four digits of one name takes more than a year.</summary>
/// <param name="nameWindow">Within which a name is asked for at most <see cref="PerName"/> times; null: ten minutes.</param>
public sealed class PortalGuard(TimeSpan? nameWindow = null) : IDisposable
{
    public const int PerAddress = 20, PerName = 8, PerNameAndDay = 24;

    private readonly PartitionedRateLimiter<string> addresses = Limiter(PerAddress, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> names = Limiter(PerName, nameWindow ?? TimeSpan.FromMinutes(10));
    private readonly PartitionedRateLimiter<string> refusals = Limiter(PerAddress, TimeSpan.FromMinutes(1));
    private readonly PartitionedRateLimiter<string> days = Limiter(PerNameAndDay, TimeSpan.FromDays(1));

    /// <summary>The least an answer takes, found or not, so that its time tells nothing.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(250);

    public bool Allows(string address, string name) => addresses.AttemptAcquire(address).IsAcquired && names.AttemptAcquire(name.Trim()).IsAcquired && days.AttemptAcquire(name.Trim()).IsAcquired;

    /// <summary>For a door behind which many ask from one address, a display elsewhere: what a name is guarded by holds there as well.</summary>
    public bool AllowsName(string name) => names.AttemptAcquire(name.Trim()).IsAcquired && days.AttemptAcquire(name.Trim()).IsAcquired;

    public bool Allows(string address) => addresses.AttemptAcquire(address).IsAcquired;

    /// <summary>Whether an address goes on and on after it was stopped: no person does, and a word is answer enough.</summary>
    public bool Floods(string address) => !refusals.AttemptAcquire(address).IsAcquired;

    public void Dispose()
    {
        refusals.Dispose();
        addresses.Dispose();
        names.Dispose();
        days.Dispose();
    }

    private static PartitionedRateLimiter<string> Limiter(int permits, TimeSpan window) =>
        PartitionedRateLimiter.Create<string, string>(
            key => RateLimitPartition.GetSlidingWindowLimiter(
                key, _ => new SlidingWindowRateLimiterOptions { PermitLimit = permits, Window = window, SegmentsPerWindow = 4 }),
            StringComparer.OrdinalIgnoreCase);
}
