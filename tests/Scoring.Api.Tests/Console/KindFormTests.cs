using System.Runtime.CompilerServices;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Scoring.Api.Console.Defining;
using Scoring.Api.Console.Defining.Kinds;
using Scoring.Core.Definition;
using Scoring.Core.Json;

namespace Scoring.Api.Tests.Console;

/// <summary>Every kind of aspect in the console, on the aspects of the cases that Core and the tablet compute
/// (tests/cases/kinds).</summary>
public sealed class KindFormTests
{
    public static TheoryData<string> Kinds => [.. KindForms.All.Select(k => k.Key)];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_aspect_comes_back_from_the_fields_of_its_form_as_it_was(string kind)
    {
        foreach (var aspect in Aspects(kind))
        {
            var form = AspectForm.Of(aspect);
            var sent = new Dictionary<string, StringValues>
            {
                ["Kind"] = form.Kind, ["Text"] = form.Text, ["FullMark"] = form.FullMark, ["Hint"] = form.Hint, ["Reasons"] = form.Reasons,
            };
            foreach (var (key, other) in KindForms.All)
            {
                foreach (var field in form.Shown(key, other))
                {
                    sent.Add(field.Name, field.Value); // a browser sends hidden fields too
                }
            }

            var (read, fault) = AspectForm.From(new FormCollection(sent)).Read(aspect.Id);
            Assert.Null(fault);
            Same(aspect, read!);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void An_aspect_comes_back_from_a_workbook_as_it_was(string kind)
    {
        List<Aspect> aspects = [.. Aspects(kind).Select((a, i) => a with { Id = new AspectId($"A1.{i + 1}") })];
        var module = new Module(new("A"), "装配", 10m, MarkingMethod.Judge, [new Criterion("A1", "评分", aspects)]);

        var (sheet, faults) = AspectSheet.Read(AspectSheet.Write(module), "评分表.xlsx", "A");

        Assert.Empty(faults);
        Assert.All(aspects.Zip(sheet.SelectMany(c => c.AllAspects())), p => Same(p.First, p.Second));
        Assert.Equal(aspects.Count, sheet.Sum(c => c.AllAspects().Count()));
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void What_is_left_empty_is_asked_for_or_stands_as_usual(string kind)
    {
        var (_, form) = KindForms.All.First(k => k.Key == kind);

        var (aspect, fault) = new AspectForm(kind, "接线", "10", null, null, new Dictionary<string, string>()).Read(new("A1.1"));

        Assert.True(aspect is null != fault is null);
        Assert.Equal(aspect is null, form.Fields.Any(f => f is { Input: KindInput.Lines } or { Standard: "", Name: KindField.First }));
    }

    [Fact]
    public void Every_field_of_a_kind_has_its_column_in_the_workbook() =>
        Assert.Empty(KindForms.All.SelectMany(k => k.Form.Fields).Select(f => f.Name).Except(AspectSheet.Fields, StringComparer.Ordinal));

    private static List<Aspect> Aspects(string kind) =>
    [
        .. JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder(), $"{kind}.json"))).RootElement.EnumerateArray()
            .Select(g => g.GetProperty("aspect").Deserialize<Aspect>(ScoringJson.Options)!), // or it throws
    ];

    // 8.0 and 8 are the same.
    private static void Same(Aspect expected, Aspect actual)
    {
        var (a, b) = (JsonSerializer.SerializeToElement(expected, ScoringJson.Options), JsonSerializer.SerializeToElement(actual,
            ScoringJson.Options));
        Assert.True(JsonElement.DeepEquals(a, b), $"{a}\n{b}");
    }

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../cases/kinds"));
}
