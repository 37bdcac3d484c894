using System.Globalization;
using Scoring.Core.Sayings;

namespace Scoring.Core.Checking;

/// <summary>Collects problems, and remembers which places could not be read, so that one slip is not reported twice.</summary>
internal sealed class Findings
{
    private const int Most = 1000;
    private readonly List<Problem> problems = [];
    private readonly HashSet<string> unreadable = new(StringComparer.Ordinal);
    private bool more;

    /// <summary>What the contest calls its trades, once that is known.</summary>
    public string TradeWord { get; set; } = Definition.TradeWord.Usual;

    public bool Failed { get; private set; }

    /// <summary>A thousand problems are enough: reading stops here.</summary>
    public bool Full => more;

    /// <summary>Something could not be read, so what seems to be missing may be there.</summary>
    public bool Doubtful => unreadable.Count > 0;

    /// <summary>Everything found, as it came; past a thousand only that there is more.</summary>
    public IReadOnlyList<Problem> All() => more ? [.. problems, new("$", $"问题超过 {Most} 处", $"后面的没有列出，先改好上面这些再检查")] : problems;

    /// <summary>The value here has the wrong shape: a stand-in takes its place and later checks leave it alone.</summary>
    public void Unreadable(string path, Saying found, Saying allowed)
    {
        Add(new(path, found, allowed));
        unreadable.Add(path);
    }

    public void Error(string path, Saying found, Saying allowed)
    {
        if (Readable(path))
        {
            Add(new(path, found, allowed));
        }
    }

    public void Error(string path, decimal found, Saying allowed) => Error(path, $"{Figure(found)}", allowed);

    public void Warn(string path, Saying found, Saying allowed)
    {
        if (Readable(path))
        {
            Add(new(path, found, allowed, Warning: true));
        }
    }

    /// <summary>Reports unless <paramref name="holds"/>.</summary>
    public void Must(bool holds, string path, Saying found, Saying allowed)
    {
        if (!holds)
        {
            Error(path, found, allowed);
        }
    }

    public void Must(bool holds, string path, decimal found, Saying allowed) => Must(holds, path, $"{Figure(found)}", allowed);

    /// <summary>Whether the place and everything around it was read as written.</summary>
    public bool Readable(string path)
    {
        if (unreadable.Count == 0)
        {
            return true;
        }

        for (var end = path.Length; end > 0; end = path.LastIndexOfAny(['.', '['], end - 1))
        {
            if (unreadable.Contains(path[..end]))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the place, everything around it and everything in it was read as written.</summary>
    public bool Whole(string path) =>
        Readable(path) && !unreadable.Any(u => u.Length > path.Length && u[path.Length] is '.' or '[' && u.StartsWith(path, StringComparison.Ordinal));

    /// <summary>A text in quotes, shortened.</summary>
    public static Saying Quote(string text) => text.Length <= 40 ? (Saying)$"“{text}”" : $"“{text[..(char.IsHighSurrogate(text[38]) ? 38 : 39)]}…”";

    /// <summary>Without trailing zeros.</summary>
    public static string Figure(decimal value) => value.ToString("0.############################", CultureInfo.InvariantCulture);

    private void Add(Problem problem)
    {
        Failed |= !problem.Warning;
        if (problems.Count < Most)
        {
            problems.Add(problem);
        }
        else
        {
            more = true;
        }
    }
}
