using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace Scoring.Core.Tests.Architecture;

/// <summary>Private fields have one style: an object's own in camelCase without an underscore, constants and static ones that never change
/// in PascalCase.</summary>
public sealed partial class FieldStyleTests
{
    [Fact]
    public void A_private_field_is_written_like_every_other()
    {
        var fields = Sources().SelectMany(f => Field().Matches(File.ReadAllText(f)).Select(m => (File: Path.GetFileName(f), Match: m)))
            .ToList();
        var wrong = fields.Where(f => f.Match.Groups["name"].Value is var name
            && (Fixed(f.Match.Groups["how"].Value) ? !char.IsAsciiLetterUpper(name[0]) : !char.IsAsciiLetterLower(name[0])));

        Assert.True(fields.Count > 300);
        Assert.Empty(wrong.Select(f => $"{f.File}: {f.Match.Groups["name"].Value}"));
    }

    private static bool Fixed(string how) =>
        how.Contains("const", StringComparison.Ordinal) || (how.Contains("static", StringComparison.Ordinal)
            && how.Contains("readonly", StringComparison.Ordinal));

    private static IEnumerable<string> Sources([CallerFilePath] string here = "") =>
        new[] { "Scoring.Core", "Scoring.Api", "Scoring.Display", "Scoring.Judge" }
            .SelectMany(p => Directory.EnumerateFiles(Path.Combine(Path.GetDirectoryName(here)!, "../../..", p), "*.cs",
                SearchOption.AllDirectories))
            .Where(f => !f.Replace('\\', '/').Contains("/obj/", StringComparison.Ordinal));

    [GeneratedRegex(
        @"^ {4,12}private (?!sealed|record|class|abstract|async|partial|enum|delegate)"
            + @"(?<how>((static|readonly|volatile|const|required|new) )*)[\w<>\[\],?. ()]+? (?<name>\w+)( = |;| =\r?$)",
        RegexOptions.Multiline | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Field();
}
