using System.Text.RegularExpressions;

namespace Scoring.Core.Tests.Docs;

/// <summary>Worked examples in a document between <c>example: name</c> and <c>end</c>: what stands there is what the rules answer. SCORING_UPDATE_DOCS=1 writes them anew.</summary>
public static partial class WorkedExamples
{
    public static void Holds(string document, string name, string computed)
    {
        var path = Path.Combine(Root(), "docs", document);
        if (Environment.GetEnvironmentVariable("SCORING_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(path, Blocks().Replace(
                File.ReadAllText(path), block => block.Groups["name"].Value == name ? $"<!-- example: {name} -->\n{computed}\n<!-- end -->" : block.Value));
        }

        var written = Blocks().Matches(File.ReadAllText(path)).Single(block => block.Groups["name"].Value == name);
        Assert.Equal(computed, written.Groups["text"].Value.Trim());
    }

    /// <summary>In alphabetical order.</summary>
    public static IEnumerable<string> In(string document) => Blocks().Matches(File.ReadAllText(Path.Combine(Root(), "docs", document)))
        .Select(block => block.Groups["name"].Value).Order(StringComparer.Ordinal);

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "scoring.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("scoring.sln is not above the tests");
        }

        return folder.FullName;
    }

    [GeneratedRegex(@"<!-- example: (?<name>[a-z0-9-]+) -->\n(?<text>.*?)<!-- end -->", RegexOptions.Singleline | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Blocks();
}
