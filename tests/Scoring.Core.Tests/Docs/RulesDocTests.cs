namespace Scoring.Core.Tests.Docs;

/// <summary>The worked examples of docs/rules.md are what the rules answer.</summary>
public sealed class RulesDocTests
{
    private const string Document = "rules.md";

    public static TheoryData<string> Names => [.. RulesExamples.All.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void An_example_in_the_document_is_what_the_rules_answer(string name) => WorkedExamples.Holds(Document, name, RulesExamples.All[name]());

    [Fact]
    public void Every_example_in_the_document_is_checked() => Assert.Equal(RulesExamples.All.Keys.Order(StringComparer.Ordinal), WorkedExamples.In(Document));
}
