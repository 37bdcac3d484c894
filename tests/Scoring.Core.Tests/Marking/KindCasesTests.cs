using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Marking;

/// <summary>What a judge types and the mark it gives, kind by kind: the same cases that the tablet computes (kinds/cases.test.ts).</summary>
public sealed class KindCasesTests
{
    /// <param name="Sent">What goes over the wire, if it is other than typed.</param>
    private sealed record Case(JsonElement Typed, JsonElement? Sent, string? Mark, bool Refused = false);

    /// <param name="BelowZero">The module has no floor (R-K9).</param>
    private sealed record Group(Aspect Aspect, IReadOnlyList<Case> Cases, bool BelowZero = false);

    public static TheoryData<string> Kinds =>
        [.. typeof(Aspect).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(k => (string)k.TypeDiscriminator!)]; // texts

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_kind_gives_the_marks_of_its_cases(string kind)
    {
        var file = Path.Combine(Folder(), $"{kind}.json");
        Assert.True(File.Exists(file), $"the kind {kind} has no cases: tests/cases/kinds/{kind}.json");
        var groups = JsonSerializer.Deserialize<IReadOnlyList<Group>>(File.ReadAllText(file), ScoringJson.Options)!; // a list, or it throws
        Assert.All(groups, g => Assert.Equal(kind, KindOf(g.Aspect)));
        Assert.Contains(groups, g => g.Cases.Any(c => c.Refused));
        Assert.Contains(groups, g => g.Cases.Any(c => !c.Refused));
        Assert.Equal(
            groups.SelectMany(g => g.Cases.Select(c => $"{g.Aspect.Text} {c.Typed}: {(c.Refused ? "refused" : c.Mark)}")),
            groups.SelectMany(g => g.Cases.Select(c => $"{g.Aspect.Text} {c.Typed}: {MarkOf(g.Aspect, c.Sent ?? c.Typed, g.BelowZero)}")));
    }

    [Fact]
    public void Every_record_of_an_aspect_has_its_name_on_the_wire() =>
        Assert.Equal(
            typeof(Aspect).Assembly.GetTypes().Where(t => t.IsSubclassOf(typeof(Aspect))).OrderBy(t => t.Name, StringComparer.Ordinal),
            typeof(Aspect).GetCustomAttributes<JsonDerivedTypeAttribute>().Select(k => k.DerivedType).OrderBy(t => t.Name, StringComparer.Ordinal));

    private static string? KindOf(Aspect aspect) =>
        JsonSerializer.SerializeToElement(aspect, ScoringJson.Options).GetProperty("kind").GetString();

    private static string MarkOf(Aspect aspect, JsonElement sent, bool belowZero)
    {
        try
        {
            var entry = sent.Deserialize<Entry>(ScoringJson.Options);
            return AspectMarks.Check(aspect, entry, belowZero) is null ? Words.Mark(AspectMarks.Value(aspect, entry, belowZero)) : "refused";
        }
        catch (JsonException)
        {
            return "refused"; // what is no figure does not come in at all
        }
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../cases/kinds"));
}
