namespace Scoring.Api.Ledger;

/// <summary>Tells those who listen to a writer; the defect of one is no other's, and not the writer's.</summary>
internal static class Listeners
{
    /// <param name="sequence">Of the newest entry they are told of.</param>
    public static void Tell<T>(T? listeners, Action<T> tell, long sequence, ILogger log) where T : Delegate
    {
        foreach (var listener in Delegate.EnumerateInvocationList(listeners))
        {
            try
            {
                tell(listener);
            }
            catch (Exception failure)
            {
                LedgerLog.ListenerFailed(log, sequence, failure);
            }
        }
    }
}
