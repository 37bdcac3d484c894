namespace Scoring.Api.Hosting;

/// <summary>Notices that tablets have to go to another address now: another Wi-Fi, a cable pulled out, a laptop that woke up
/// elsewhere.</summary>
public sealed class AddressWatch : IDisposable
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    private readonly ITimer timer;
    private readonly Func<string> now;
    private readonly Action<string> moved;
    private string known;

    /// <param name="now">The address for tablets.</param>
    /// <param name="moved">Told the new one.</param>
    public AddressWatch(TimeProvider time, Func<string> now, Action<string> moved)
    {
        (this.now, this.moved, known) = (now, moved, now());
        timer = time.CreateTimer(_ => Look(), null, Every, Every);
    }

    public void Dispose() => timer.Dispose();

    private void Look()
    {
        if (now() is var address && Interlocked.Exchange(ref known, address) != address)
        {
            moved(address);
        }
    }
}
