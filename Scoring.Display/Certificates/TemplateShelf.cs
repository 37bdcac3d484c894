using System.Collections.Concurrent;
using System.Text.Json;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.People;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Display.Certificates;

/// <summary>Templates of each competition: those that come with the program and the organizer's own, JSON files in <c>templates/COMPETITION/</c>; and which is used for what.</summary>
/// <param name="folder">Of all templates; made when the first is saved.</param>
public sealed class TemplateShelf(string folder)
{
    private const string Choices = "_used.json", Said = "_words.json", End = ".json";
    private const int LongestName = 40;
    private readonly ConcurrentDictionary<CompetitionId, Shelf> shelves = new();
    private readonly Lock writing = new();

    /// <param name="Given">The program's own, with the contest's words on them.</param>
    private sealed record Shelf(
        IReadOnlyDictionary<string, CertificateTemplate> Own, IReadOnlyDictionary<CertificateKind, string> Used, CertificateWords Words,
        IReadOnlyDictionary<string, CertificateTemplate> Given);

    /// <summary>The organizer's own first.</summary>
    public IReadOnlyList<CertificateTemplate> All(CompetitionId competition) =>
        [.. Of(competition).Own.Values.OrderBy(template => template.Name, ReadingOrder.Names), .. CertificateTemplates.All];

    public CertificateTemplate? Find(CompetitionId competition, string name) =>
        Of(competition).Own.GetValueOrDefault(name) ?? Of(competition).Given.GetValueOrDefault(name);

    public bool IsOwn(CompetitionId competition, string name) => Of(competition).Own.ContainsKey(name);

    /// <summary>What certificates of a kind look like, on paper and in the portal.</summary>
    public CertificateTemplate For(CompetitionId competition, CertificateKind kind) =>
        (Of(competition).Used.TryGetValue(kind, out var name) ? Find(competition, name) : null)
            ?? Of(competition).Given.GetValueOrDefault(CertificateTemplates.For(kind).Name) ?? CertificateTemplates.For(kind);

    public CertificateWords WordsOf(CompetitionId competition) => Of(competition).Words;

    /// <summary>The contest's own words on the program's templates; the organizer's own templates say what they say.</summary>
    /// <returns>Why not, in Chinese; null: kept.</returns>
    public string? Say(CompetitionId competition, CertificateWords words)
    {
        if (words.Body?.Length > CertificateWords.Longest || words.Closing?.Length > CertificateWords.Longest)
        {
            return $"证书用语最多 {CertificateWords.Longest} 字。";
        }

        if (TemplateCheck.Problem(words.On(CertificateTemplates.For(CertificateKind.Award))) is { } wrong)
        {
            return wrong;
        }

        lock (writing)
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, competition.Value)).FullName;
            Write(Path.Combine(own, Said), JsonSerializer.Serialize(words, ScoringJson.Options));
            shelves.TryRemove(competition, out _);
            return null;
        }
    }

    /// <summary>Keeps a template under its name. Those that come with the program cannot be written over.</summary>
    /// <returns>Why not, in Chinese; null: saved.</returns>
    public string? Save(CompetitionId competition, CertificateTemplate template)
    {
        if ((WrongName(template.Name) ?? TemplateCheck.Problem(template)) is { } wrong)
        {
            return wrong;
        }

        lock (writing)
        {
            var own = Directory.CreateDirectory(Path.Combine(folder, competition.Value)).FullName;
            Write(Path.Combine(own, template.Name + End), CertificateTemplates.Write(template));
            shelves.TryRemove(competition, out _);
            return null;
        }
    }

    /// <summary>Takes an own template away; what used it goes back to the program's.</summary>
    public void Remove(CompetitionId competition, string name)
    {
        lock (writing)
        {
            if (IsOwn(competition, name))
            {
                File.Delete(Path.Combine(folder, competition.Value, name + End));
                shelves.TryRemove(competition, out _);
            }
        }
    }

    public void Use(CompetitionId competition, CertificateKind kind, string name)
    {
        lock (writing)
        {
            var used = new Dictionary<CertificateKind, string>(Of(competition).Used) { [kind] = name };
            var own = Directory.CreateDirectory(Path.Combine(folder, competition.Value)).FullName;
            Write(Path.Combine(own, Choices), JsonSerializer.Serialize(used, ScoringJson.Options));
            shelves.TryRemove(competition, out _);
        }
    }

    /// <summary>All that was made for a contest, when it is deleted.</summary>
    public void Forget(CompetitionId competition)
    {
        lock (writing)
        {
            var own = Path.Combine(folder, competition.Value);
            if (Directory.Exists(own))
            {
                Directory.Delete(own, recursive: true);
            }

            shelves.TryRemove(competition, out _);
        }
    }

    private static string? WrongName(string name) =>
        name.Length is 0 or > LongestName || !name.All(c => char.IsLetterOrDigit(c) || c is '-' or '_' or ' ' or '（' or '）') || name[0] == '_' || name != name.Trim()
            ? $"模板名称请用 1 到 {LongestName} 个汉字、字母或数字。"
            : CertificateTemplates.All.Any(template => template.Name == name) ? $"“{name}”是自带模板，不能改写，请另取一个名称。"
            : null;

    private Shelf Of(CompetitionId competition) => shelves.GetOrAdd(competition, id =>
    {
        var own = Path.Combine(folder, id.Value);
        if (!Directory.Exists(own))
        {
            return new(new Dictionary<string, CertificateTemplate>(StringComparer.Ordinal), new Dictionary<CertificateKind, string>(),
                new(), Given(new()));
        }

        var templates = new Dictionary<string, CertificateTemplate>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(own, "*" + End).Where(file => Path.GetFileName(file)[0] != '_'))
        {
            var name = Path.GetFileNameWithoutExtension(file);
            if (TryRead(File.ReadAllText(file)) is { } template)
            {
                templates[name] = template with { Name = name };
            }
        }

        var used = Path.Combine(own, Choices);
        var said = Path.Combine(own, Said);
        var words = File.Exists(said) ? JsonSerializer.Deserialize<CertificateWords>(File.ReadAllText(said), ScoringJson.Options) ?? new()
            : new();
        return new(templates, Chosen(used), words, Given(words));
    });

    private static Dictionary<CertificateKind, string> Chosen(string file) =>
        File.Exists(file) ? JsonSerializer.Deserialize<Dictionary<CertificateKind, string>>(File.ReadAllText(file), ScoringJson.Options) ?? [] : [];

    private static Dictionary<string, CertificateTemplate> Given(CertificateWords words) =>
        CertificateTemplates.All.ToDictionary(template => template.Name, words.On, StringComparer.Ordinal);

    private static CertificateTemplate? TryRead(string json)
    {
        try
        {
            var template = CertificateTemplates.Read(json);
            return TemplateCheck.Problem(template) is null ? template : null;
        }
        catch (JsonException)
        {
            return null; // an unfinished file of somebody's editor; the list shows the others
        }
    }

    private static void Write(string path, string text)
    {
        File.WriteAllText(path + ".new", text);
        File.Move(path + ".new", path, overwrite: true);
    }
}
