using System.Collections.Concurrent;

namespace Scoring.Api.Security;

/// <summary>
/// Wrong passwords slow down whoever types them: counted by login and where they come from together, so that a stranger elsewhere never stands in the owner's way.
/// From the fifth on each costs a wait, five seconds first, then twice as long, a minute at most.
/// </summary>
public sealed class LoginGuard(TimeProvider time)
{
    public const int Tries = 5;

    public static readonly TimeSpan First = TimeSpan.FromSeconds(5), Longest = TimeSpan.FromMinutes(1), Forgotten = TimeSpan.FromMinutes(15);

    private const int Most = 10_000;

    private readonly ConcurrentDictionary<(string Login, string From), (int Wrong, DateTimeOffset Last)> doors = new();

    /// <summary>How long this door stays closed; zero: it is open.</summary>
    /// <param name="from">A browser that signed in with this login before, or an address.</param>
    public TimeSpan Wait(string login, string from)
    {
        if (!doors.TryGetValue(Key(login, from), out var door) || door.Wrong < Tries)
        {
            return TimeSpan.Zero;
        }

        var wait = First * Math.Pow(2, Math.Min(door.Wrong - Tries, 10));
        var left = door.Last + (wait < Longest ? wait : Longest) - time.GetUtcNow();
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    /// <returns>The how manieth in a row.</returns>
    public int Wrong(string login, string from)
    {
        var now = time.GetUtcNow();
        if (doors.Count >= Most)
        {
            Forget(now);
        }

        return doors.AddOrUpdate(Key(login, from), _ => (1, now), (_, door) => (now - door.Last > Forgotten ? 1 : door.Wrong + 1, now)).Wrong;
    }

    public void Right(string login, string from) => doors.TryRemove(Key(login, from), out _);

    private static (string Login, string From) Key(string login, string from) => (login.ToUpperInvariant(), from);

    private void Forget(DateTimeOffset now)
    {
        foreach (var (key, door) in doors)
        {
            if (now - door.Last > Forgotten)
            {
                doors.TryRemove(key, out _);
            }
        }
    }
}
