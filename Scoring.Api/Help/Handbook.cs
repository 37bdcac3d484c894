using System.Text.RegularExpressions;
using Markdig;

namespace Scoring.Api.Help;

/// <summary>The handbook as it stands in docs/handbook and beside the program, cut into its places.</summary>
public sealed partial class Handbook
{
    private static readonly MarkdownPipeline Pipeline =
        new MarkdownPipelineBuilder().UsePipeTables().UseTaskLists().UseEmphasisExtras().DisableHtml().Build();

    private Handbook(IReadOnlyList<Chapter> chapters)
    {
        Chapters = chapters;
        ByPage = chapters.SelectMany(c => c.Places).SelectMany(p => p.Pages.Select(page => (page, p)))
            .ToDictionary(p => p.page, p => p.p, StringComparer.Ordinal);
    }

    public IReadOnlyList<Chapter> Chapters { get; }

    /// <summary>Where each page of the console is explained. A page is named as its address after the contest, without what stands in
    /// braces at its end.</summary>
    public IReadOnlyDictionary<string, Place> ByPage { get; }

    /// <param name="folder">Of the chapters, in the order of their names.</param>
    public static Handbook Read(string folder) =>
        new([.. Directory.EnumerateFiles(folder, "*.md").Order(StringComparer.Ordinal)
            .Select(f => ChapterOf(Path.GetFileNameWithoutExtension(f), File.ReadAllText(f)))]);

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "help");

    /// <summary>Places that have every word, those that have them in their heading first.</summary>
    public IReadOnlyList<Found> Search(string? words)
    {
        var wanted = (words ?? "").Split([' ', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return wanted.Length == 0 ? [] :
        [
            .. Chapters.SelectMany(c => c.Places.Select(p => (Chapter: c, Place: p)))
                .Where(f => wanted.All(w => Has(f.Place.Name, w) || Has(f.Place.Text, w) || Has(f.Chapter.Name, w)))
                .OrderByDescending(f => wanted.Count(w => Has(f.Place.Name, w)))
                .Select(f => new Found(f.Chapter, f.Place, Around(f.Place.Text, wanted[0]))),
        ];
    }

    /// <summary>The key of a console page by its route: <c>console/{competition}/draw/{trade?}</c> is draw,
    /// <c>console/history/person/{key}</c> history/person.</summary>
    public static string PageOf(string route) =>
        Braces().Replace(route.Replace("console/{competition}/", "console/", StringComparison.Ordinal), "") is var plain
        && plain.StartsWith("console/", StringComparison.Ordinal) ? plain["console/".Length..] : plain;

    private static bool Has(string text, string word) => text.Contains(word, StringComparison.OrdinalIgnoreCase);

    private static string Around(string text, string word)
    {
        const int Before = 20, Length = 80;
        var at = Math.Max(0, text.IndexOf(word, StringComparison.OrdinalIgnoreCase) - Before);
        return (at > 0 ? "…" : "") + text[at..Math.Min(text.Length, at + Length)] + (at + Length < text.Length ? "…" : "");
    }

    private static Chapter ChapterOf(string key, string markdown)
    {
        var parts = Heading().Split(markdown.ReplaceLineEndings("\n"));
        var (title, places) = (parts[0].Split('\n')[0].TrimStart('#', ' '), new List<Place>());
        for (var n = 1; n + 2 < parts.Length; n += 3) // name, anchor, what follows
        {
            var body = parts[n + 2];
            var pages = Covers().Match(body) is { Success: true } covers ? covers.Groups["pages"]
                .Value.Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
            var plain = Covers().Replace(body, "").Trim();
            places.Add(new(parts[n + 1], parts[n].Trim(), Markdown.ToHtml(plain, Pipeline), Markdown.ToPlainText(plain, Pipeline)
                .Replace('\n', ' '), pages));
        }

        return new(key, title, Markdown.ToHtml(string.Join('\n', parts[0].Split('\n').Skip(1)), Pipeline), places);
    }

    [GeneratedRegex(@"^## (?<name>.+?) \{#(?<anchor>[a-z-]+)\}$", RegexOptions.Multiline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Heading();

    [GeneratedRegex(@"<!-- pages: (?<pages>[^>]+?) -->\n?", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Covers();

    [GeneratedRegex(@"/\{[^}]+\}", RegexOptions.None, 1000)]
    private static partial Regex Braces();
}

/// <param name="Key">Of its address.</param>
/// <param name="Lead">HTML that stands before the first place.</param>
public sealed record Chapter(string Key, string Name, string Lead, IReadOnlyList<Place> Places);

/// <param name="Anchor">One in the whole book.</param>
/// <param name="Text">Without marks, for the search.</param>
/// <param name="Pages">Of the console that it explains.</param>
public sealed record Place(string Anchor, string Name, string Html, string Text, IReadOnlyList<string> Pages);

/// <param name="Words">Around the first word.</param>
public sealed record Found(Chapter Chapter, Place Place, string Words);
