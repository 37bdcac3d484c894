namespace Scoring.Api.Ledger;

/// <summary>
/// Exclusive access to the state. A busy writer would take it again the moment it lets go, before a waiting reader wakes;
/// so whoever wants it queues at a turnstile first, and the writer queues behind.
/// </summary>
internal sealed class StateLock
{
    private readonly Lock turnstile = new();
    private readonly Lock held = new();

    public Lock.Scope Enter()
    {
        if (held.IsHeldByCurrentThread)
        {
            return held.EnterScope();
        }

        lock (turnstile)
        {
            return held.EnterScope();
        }
    }
}
