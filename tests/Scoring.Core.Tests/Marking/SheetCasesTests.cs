using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Marking;

namespace Scoring.Core.Tests.Marking;

/// <summary>What a sheet comes to, bonus, factor and no floor included (R-K9): the tablet computes the same (total.test.ts).</summary>
public sealed class SheetCasesTests
{
    private sealed record Group(string Name, Module Module, IReadOnlyList<JsonElement> Cases);

    [Fact]
    public void Every_sheet_comes_to_the_total_of_its_case()
    {
        var groups = JsonSerializer.Deserialize<IReadOnlyList<Group>>(File.ReadAllText(Cases()), ScoringJson.Options)!; // or it throws
        foreach (var group in groups)
        {
            var sheet = new ModuleSheet(group.Module);
            Assert.NotEmpty(group.Cases);
            foreach (var each in group.Cases)
            {
                var marks = each.GetProperty("typed").Deserialize<Dictionary<string, Entry>>(ScoringJson.Options)!; // or it throws
                var figures = SheetFigures.Of(sheet, marks.ToDictionary(m => new AspectId(m.Key), m => m.Value));
                Assert.Null(figures.Flaw);
                var total = each.GetProperty("total").GetString()!; // written there
                Assert.Equal(decimal.Parse(total, CultureInfo.InvariantCulture), figures.Total);
            }
        }
    }

    private static string Cases([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(here, "../../../cases/sheets.json"));
}
