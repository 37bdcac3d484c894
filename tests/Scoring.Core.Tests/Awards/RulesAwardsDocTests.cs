using Scoring.Core.Tests.Docs;

namespace Scoring.Core.Tests.Awards;

/// <summary>The worked examples of docs/rules-awards.md are what the rules answer.</summary>
public sealed class RulesAwardsDocTests
{
    private const string Document = "rules-awards.md";

    public static TheoryData<string> Names => [.. RulesAwardsExamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_in_the_document_is_what_the_rules_answer(string name) => WorkedExamples.Holds(Document, name, RulesAwardsExamples.All[name]());

    [Fact]
    public void Every_example_in_the_document_is_checked() =>
        Assert.Equal(RulesAwardsExamples.All.Keys.Order(StringComparer.Ordinal), WorkedExamples.In(Document));
}
