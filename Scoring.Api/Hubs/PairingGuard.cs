using Scoring.Api.Security;

namespace Scoring.Api.Hubs;

/// <summary>
/// Wrong pairing codes of all addresses together: a few hundred at once, two a minute in the long run, which leaves a guesser less than one chance in a thousand a day.
/// Whoever makes a code at the console is pairing now, and gets some tries for it.
/// </summary>
public sealed class PairingGuard(AccessLog access, TimeProvider time)
{
    public const int AtOnce = 300, AfterACode = 20;

    public static readonly TimeSpan Each = TimeSpan.FromSeconds(30);

    private readonly Lock gate = new();
    private double left = AtOnce;
    private DateTimeOffset since = time.GetUtcNow();

    public bool Allows()
    {
        lock (gate)
        {
            Refill();
            return left >= 1;
        }
    }

    public void Wrong(string address)
    {
        bool paused;
        lock (gate)
        {
            Refill();
            var before = left;
            left = Math.Max(0, left - 1);
            paused = before >= 1 && left < 1;
        }

        if (paused)
        {
            access.Failed("", null, "大量试配对码，配对已暂停", $"最后一次来自 {address}");
        }
    }

    /// <summary>Somebody at the console made a code.</summary>
    public void CodeMade()
    {
        lock (gate)
        {
            Refill();
            left = Math.Max(left, AfterACode);
        }
    }

    private void Refill()
    {
        var now = time.GetUtcNow();
        left = Math.Min(AtOnce, left + Math.Max(0, (now - since) / Each));
        since = now;
    }
}
