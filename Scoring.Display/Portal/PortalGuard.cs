using Scoring.Core.Certificates;

namespace Scoring.Display.Portal;

/// <summary>
/// Guessing the four digits of a person is slow, and never keeps that person out. Wrong answers are counted by who asks and for whom together, whichever door was used and whether a name or a
/// certificate's number was typed: the asker waits longer with each, everybody else is answered. A person who is guessed at from many addresses leaves each of them two free tries.
/// </summary>
public sealed class PortalGuard(TimeProvider time)
{
    /// <summary>Wrong answers a minute from one address, whoever is asked for.</summary>
    public const int PerAddress = 20;

    /// <summary>Wrong answers for one person before an asker has to wait; when many guess at that person; and how many in a day are many.</summary>
    public const int Free = 8, FreeWhenGuessed = 2, Guessed = 24;

    /// <summary>For a display elsewhere, behind which a whole hall asks.</summary>
    public const int FreeForDisplay = 60;

    /// <summary>The least an answer takes, found or not, so that its time tells nothing.</summary>
    public static readonly TimeSpan AnswerTime = TimeSpan.FromMilliseconds(250);

    private static readonly TimeSpan First = TimeSpan.FromSeconds(5), Longest = TimeSpan.FromMinutes(1), LongestWhenGuessed = TimeSpan.FromHours(1), Minute = TimeSpan.FromMinutes(1);

    private const int Most = 50_000;

    private sealed record Tries(int Wrong, DateTimeOffset Since, DateTimeOffset Last);

    private readonly Lock gate = new();
    private readonly Dictionary<(string Asker, string Person), Tries> asked = [];
    private readonly Dictionary<string, Tries> people = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Tries> addresses = new(StringComparer.Ordinal), floods = new(StringComparer.Ordinal);

    /// <summary>Somebody is being guessed at from many sides; with the address that asked last. Once a day and person.</summary>
    public event Action<string>? Alarm;

    /// <summary>What wrong answers for a person are counted under, by a name or by the name on the certificate whose number was typed.</summary>
    /// <param name="masked">Of the certificate with that number; null: there is none, so it is a name.</param>
    public static string PersonOf(string typed, string? masked) => masked ?? MaskedName.Of(typed.Trim());

    /// <summary>Counts a question as answered wrongly, until <see cref="Right"/> takes it back.</summary>
    /// <returns>How long the asker has to wait; zero: go on.</returns>
    public TimeSpan Ask(string asker, string person, bool display = false)
    {
        string? alarm = null;
        try
        {
            lock (gate)
            {
                var now = time.GetUtcNow();
                Prune(now);
                var guessed = people.TryGetValue(person, out var all) && all.Wrong >= Guessed && now - all.Since < TimeSpan.FromDays(1);
                var (free, longest) = display ? (FreeForDisplay, Longest) : guessed ? (FreeWhenGuessed, LongestWhenGuessed) : (Free, Longest);
                var left = Left(asked.GetValueOrDefault((asker, person)), free, longest, now);
                if (left == TimeSpan.Zero && !display && addresses.GetValueOrDefault(asker) is { Wrong: >= PerAddress } address && now - address.Since < Minute)
                {
                    left = address.Since + Minute - now;
                }

                if (left > TimeSpan.Zero)
                {
                    return left;
                }

                Count(asked, (asker, person), now, TimeSpan.FromDays(1));
                Count(addresses, asker, now, Minute);
                alarm = Count(people, person, now, TimeSpan.FromDays(1)) == Guessed ? asker : null;
                return TimeSpan.Zero;
            }
        }
        finally
        {
            if (alarm is not null)
            {
                Alarm?.Invoke(alarm);
            }
        }
    }

    /// <summary>The digits belong to the person: nothing of it counts.</summary>
    public void Right(string asker, string person)
    {
        lock (gate)
        {
            asked.Remove((asker, person));
            Take(people, person);
            Take(addresses, asker);
        }
    }

    /// <summary>For a door that asks for nobody, e.g. a certificate's number.</summary>
    public bool Allows(string address)
    {
        lock (gate)
        {
            return Count(addresses, address, time.GetUtcNow(), Minute) <= PerAddress;
        }
    }

    /// <summary>Whether an address goes on and on after it was stopped: no person does, and a word is answer enough.</summary>
    public bool Floods(string address)
    {
        lock (gate)
        {
            return Count(floods, address, time.GetUtcNow(), Minute) > PerAddress;
        }
    }

    public static string Words(TimeSpan wait) =>
        wait < Minute ? $"查询太频繁，请过 {Math.Ceiling(wait.TotalSeconds):0} 秒再试。" : $"查询太频繁，请过 {Math.Ceiling(wait.TotalMinutes):0} 分钟再试。";

    private static TimeSpan Left(Tries? tries, int free, TimeSpan longest, DateTimeOffset now)
    {
        if (tries is null || tries.Wrong < free)
        {
            return TimeSpan.Zero;
        }

        var wait = First * Math.Pow(2, Math.Min(tries.Wrong - free, 12));
        var left = tries.Last + (wait < longest ? wait : longest) - now;
        return left > TimeSpan.Zero ? left : TimeSpan.Zero;
    }

    private static int Count<T>(Dictionary<T, Tries> counts, T key, DateTimeOffset now, TimeSpan forgotten) where T : notnull
    {
        var counted = counts.TryGetValue(key, out var tries) && now - tries.Since < forgotten ? tries with { Wrong = tries.Wrong + 1, Last = now } : new(1, now, now);
        counts[key] = counted;
        return counted.Wrong;
    }

    private static void Take(Dictionary<string, Tries> counts, string key)
    {
        if (counts.TryGetValue(key, out var tries))
        {
            counts[key] = tries with { Wrong = Math.Max(0, tries.Wrong - 1) };
        }
    }

    private void Prune(DateTimeOffset now)
    {
        if (asked.Count + addresses.Count + floods.Count < Most)
        {
            return;
        }

        foreach (var (key, _) in asked.OrderBy(a => a.Value.Last).Take(Most / 2).ToList())
        {
            asked.Remove(key);
        }

        foreach (var counts in new[] { addresses, floods })
        {
            foreach (var (key, _) in counts.Where(a => now - a.Value.Last > Minute).ToList())
            {
                counts.Remove(key);
            }
        }
    }
}
