using System.Collections.Concurrent;

namespace Scoring.Api.Security;

/// <summary>
/// Where passwords are compared: a few threads of its own, so that any number of people signing in leaves the processor to receipts. Browsers that signed in before go first;
/// strangers wait in a short queue behind them, and are sent away when it is full.
/// </summary>
public sealed class PasswordGate : IDisposable
{
    public const int Longest = 32;

    private readonly BlockingCollection<Action> known = new(Longest);
    private readonly BlockingCollection<Action> strangers = new(Longest);

    public PasswordGate()
    {
        for (var n = 0; n < Math.Max(1, Environment.ProcessorCount / 2); n++)
        {
            new Thread(Work) { IsBackground = true, Name = "passwords", Priority = ThreadPriority.BelowNormal }.Start();
        }
    }

    /// <summary>False: too many wait already.</summary>
    public bool TryRun<T>(Func<T> work, bool knownBrowser, out Task<T> result)
    {
        var done = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        result = done.Task;
        return (knownBrowser ? known : strangers).TryAdd(Run);

        void Run()
        {
            try
            {
                done.SetResult(work());
            }
            catch (Exception failure)
            {
                done.SetException(failure);
            }
        }
    }

    public void Dispose()
    {
        known.CompleteAdding();
        strangers.CompleteAdding();
    }

    private void Work()
    {
        BlockingCollection<Action>[] lanes = [known, strangers];
        while (!known.IsCompleted || !strangers.IsCompleted)
        {
            if (BlockingCollection<Action>.TryTakeFromAny(lanes, out var work, Timeout.Infinite) >= 0)
            {
                work!(); // there is one whenever a lane is named
            }
        }
    }
}
