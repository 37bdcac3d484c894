using System.Text.RegularExpressions;

namespace Scoring.Core.Tests.Awards;

/// <summary>The worked examples of docs/rules-awards.md are what the rules answer. SCORING_UPDATE_DOCS=1 writes them anew.</summary>
public sealed partial class RulesAwardsDocTests
{
    private static readonly string Doc = Path.Combine(Root(), "docs", "rules-awards.md");

    public static TheoryData<string> Names => [.. RulesAwardsExamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_in_the_document_is_what_the_rules_answer(string name)
    {
        var computed = RulesAwardsExamples.All[name]();
        if (Environment.GetEnvironmentVariable("SCORING_UPDATE_DOCS") == "1")
        {
            File.WriteAllText(Doc, Blocks().Replace(
                File.ReadAllText(Doc), block => block.Groups["name"].Value == name ? $"<!-- example: {name} -->\n{computed}\n<!-- end -->" : block.Value));
        }

        var written = Blocks().Matches(File.ReadAllText(Doc)).Single(block => block.Groups["name"].Value == name);

        Assert.Equal(computed, written.Groups["text"].Value.Trim());
    }

    [Fact]
    public void Every_example_in_the_document_is_checked() => Assert.Equal(
        RulesAwardsExamples.All.Keys.Order(StringComparer.Ordinal),
        Blocks().Matches(File.ReadAllText(Doc)).Select(block => block.Groups["name"].Value).Order(StringComparer.Ordinal));

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
