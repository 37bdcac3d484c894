using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using Scoring.Core.Ledger;

namespace Scoring.Core.Tests.Ledger;

/// <summary>The ledger stores facts and what people typed, never a sentence of the program: that is made where the entry is
/// shown.</summary>
public sealed partial class StoredTextTests
{
    /// <summary>Who somebody is, or a key that belongs to something else.</summary>
    private static readonly string[] Keys =
    [
        "Clerk", "By", "AskedBy", "ApprovedBy", "HeadJudge", "Supervisor", "SecondPerson", "Login", "Beside", "Device", "Number", "Revoked",
        "TeamsRevoked", "Seed",
        "Picture", "Qr", "Replaces", "Code", "Group", "Tier", "Via", "Key",
    ];

    /// <summary>As somebody typed or drew it, or as a file that came from outside is called.</summary>
    private static readonly string[] Typed =
    [
        "Reason", "What", "Person", "ByLeader", "Text", "Answer", "Remark", "Title", "From", "Source", "Station", "Signature",
        "EntrantSignature", "EntrantRefused",
        "Notes", "Name",
    ];

    /// <summary>Held the program's words in entries of earlier versions; the second property holds the fact now.</summary>
    private static readonly (string Event, string Words, string Fact)[] Earlier =
    [
        ("TradeDefined", "Reason", "Boundary"), ("JudgeDismissed", "Reason", "NotListed"), ("ModuleMarksImported", "Source", "Carried"),
        ("ViolationRecorded", "PersonRole", "As"), ("DrawnCode", "Station", "Place"),
    ];

    private static IEnumerable<Type> Stored => typeof(LedgerEvent).Assembly.GetTypes()
        .Where(t => t.Namespace == typeof(Core.Ledger.Events.PhaseChanged).Namespace && t is { IsClass: true, IsAbstract: false }
            && t.GetMethod("<Clone>$") is not null);

    [Fact]
    public void Every_text_in_an_event_is_a_key_or_was_typed()
    {
        var unknown = Stored.SelectMany(t => t.GetProperties(BindingFlags.Public | BindingFlags.Instance))
            .Where(p => IsText(p.PropertyType))
            .Where(p => !Keys.Contains(p.Name) && !Typed.Contains(p.Name)
                && !Earlier.Any(e => e.Event == p.DeclaringType!.Name && e.Words == p.Name))
            .Select(p => $"{p.DeclaringType!.Name}.{p.Name}");

        Assert.Empty(unknown);
    }

    [Fact]
    public void Where_the_program_once_wrote_its_words_the_fact_has_its_place()
    {
        foreach (var (type, words, fact) in Earlier)
        {
            var e = Assert.Single(Stored, t => t.Name == type);
            Assert.Equal(typeof(string), e.GetProperty(words)!.PropertyType);
            Assert.NotNull(Nullable.GetUnderlyingType(e.GetProperty(fact)!.PropertyType));
        }
    }

    [Fact] // The demonstration plays people, and says what they would.
    public void No_event_is_made_with_words_of_the_program()
    {
        var names = string.Join('|', Stored.Select(t => t.Name));
        var made = new Regex($@"new (?:{names})\(", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(30));
        var worded = Sources().SelectMany(file => File.ReadAllText(file) is var text
            ? made.Matches(text).Select(m => Call(text, m.Index + m.Length)).Where(call => Words().IsMatch(call))
                .Select(call => $"{Path.GetFileName(file)}: {call}") : []);

        Assert.Empty(worded);
    }

    private static string Call(string text, int from)
    {
        var (depth, at) = (1, from);
        for (; depth > 0 && at < text.Length; at++)
        {
            depth += text[at] switch { '(' => 1, ')' => -1, _ => 0 };
        }

        return text[from..at];
    }

    private static IEnumerable<string> Sources([CallerFilePath] string here = "") => new[] { "Scoring.Core", "Scoring.Api" }
        .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../..", p), "*.cs",
            SearchOption.AllDirectories))
        .Where(f => !f.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}")
            && !f.Contains($"{Path.DirectorySeparatorChar}Demo{Path.DirectorySeparatorChar}"));

    private static bool IsText(Type type) => type == typeof(string) || (type.IsGenericType && type.GetGenericArguments()
        .Any(a => a == typeof(string)));

    [GeneratedRegex("\"[^\"]*[\u4e00-\u9fff]", RegexOptions.NonBacktracking)]
    private static partial Regex Words();
}
