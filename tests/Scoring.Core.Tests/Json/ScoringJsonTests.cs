using System.Text.Json;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Ledger.Events;

namespace Scoring.Core.Tests.Json;

public class ScoringJsonTests
{
    [Fact]
    public void What_may_be_null_reads_back_though_nulls_are_left_out()
    {
        var drawn = new CodesDrawn(new("dg"), 1, null, [new(new("dg01"), "A12")]);

        var json = JsonSerializer.Serialize(drawn, ScoringJson.Options);

        Assert.DoesNotContain("seed", json, StringComparison.Ordinal);
        Assert.Null(JsonSerializer.Deserialize<CodesDrawn>(json, ScoringJson.Options)!.Seed);
    }

    [Fact]
    public void What_may_not_be_null_is_asked_for() =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<CodesDrawn>("""{"trade":"dg","layer":1}""", ScoringJson.Options));

    [Fact]
    public void No_spread_limit_is_not_the_default_one()
    {
        var module = new Module(new("A"), "布线", 60, MarkingMethod.Panel, [], SpreadLimit: null);

        Assert.Null(JsonSerializer.Deserialize<Module>(JsonSerializer.Serialize(module, ScoringJson.Options), ScoringJson.Options)!.SpreadLimit);
    }
}
