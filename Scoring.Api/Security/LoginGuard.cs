using System.Collections.Concurrent;

namespace Scoring.Api.Security;

/// <summary>Five wrong passwords close an account's door for five minutes, whether or not the account exists.</summary>
public sealed class LoginGuard(TimeProvider time)
{
    public const int Tries = 5;

    public static readonly TimeSpan Wait = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<string, (int Wrong, DateTimeOffset Until)> doors = new(StringComparer.OrdinalIgnoreCase);

    public bool IsClosed(string login) => doors.TryGetValue(login, out var door) && door.Wrong >= Tries && time.GetUtcNow() < door.Until;

    public void Wrong(string login)
    {
        var now = time.GetUtcNow();
        if (doors.Count > 10_000)
        {
            Forget(now);
        }

        doors.AddOrUpdate(login, _ => (1, now + Wait), (_, door) => (door.Until < now ? 1 : door.Wrong + 1, now + Wait));
    }

    public void Right(string login) => doors.TryRemove(login, out _);

    private void Forget(DateTimeOffset now)
    {
        foreach (var (login, door) in doors)
        {
            if (door.Until < now)
            {
                doors.TryRemove(login, out _);
            }
        }
    }
}
