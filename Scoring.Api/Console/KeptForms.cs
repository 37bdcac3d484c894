// What was typed into a form that was refused: it stands there again when the page comes back, in its dialog too.
using System.Collections.Concurrent;
using System.Text.Json;

namespace Scoring.Api.Console;

/// <param name="Handler">Name of the form's handler; empty: the page has one form.</param>
/// <param name="Fields">In the order of the form; what was secret is not among them.</param>
public sealed record KeptForm(string Handler, IReadOnlyList<string[]> Fields)
{
    /// <summary>A certificate's template with its picture in it is that long.</summary>
    private const int LongestField = 12 * 1024 * 1024;

    private static readonly string[] Never = ["__RequestVerificationToken", ConsolePage.BasisField, "seen", "handler", SecondPerson.CodeField, SentForms.Field];

    // A token is the page's, an entry's id must be a new one, a basis was what the refusal was about, a password is typed again.
    private static bool Keeps(string name) => !Never.Contains(name, StringComparer.OrdinalIgnoreCase) && !name.Contains("password", StringComparison.OrdinalIgnoreCase);

    public static KeptForm Of(HttpRequest request) => Of(request.Form) with { Handler = request.Query["handler"].FirstOrDefault() ?? "" };

    /// <param name="form">As it was sent.</param>
    /// <param name="entry">Its entry's id and its basis too: it was never tried, and is sent again as it is.</param>
    public static KeptForm Of(IFormCollection form, bool entry = false) => new("",
        [.. form.Where(f => entry && f.Key == ConsolePage.BasisField || Keeps(f.Key) && (entry || f.Key != "Entry"))
            .SelectMany(f => f.Value, (f, value) => new[] { f.Key, value ?? "" }).Where(f => f[1].Length <= LongestField)]);

    public string Json => JsonSerializer.Serialize(Fields);

    public int Length => Fields.Sum(f => f[1].Length);
}

/// <summary>Between the refusal and the page that shows it: in memory, read once, the oldest given up for new ones.</summary>
public sealed class KeptForms
{
    private const int Most = 256, MostText = 64 * 1024 * 1024;

    private readonly ConcurrentDictionary<string, KeptForm> kept = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> order = new();

    public string Keep(KeptForm form)
    {
        var key = Guid.NewGuid().ToString("N");
        kept[key] = form;
        order.Enqueue(key);
        while ((order.Count > Most || kept.Values.Sum(f => f.Length) > MostText) && order.TryDequeue(out var oldest))
        {
            kept.TryRemove(oldest, out _);
        }

        return key;
    }

    public KeptForm? Take(string? key) => key is not null && kept.TryRemove(key, out var form) ? form : null;
}
