using System.Text.Json;
using Scoring.Core.Definition;
using Scoring.Core.Json;

namespace Scoring.Core.Tests.Definition;

public sealed class IdTests
{
    private static string There<T>(string json) => JsonSerializer.Serialize(JsonSerializer.Deserialize<T>(json, ScoringJson.Options), ScoringJson.Options);

    [Fact]
    public void Ids_travel_as_plain_strings_in_values_and_as_names()
    {
        Assert.Equal("[\"dg\"]", There<List<TradeId>>("[\"dg\"]"));
        Assert.Equal("{\"E1\":\"J1\"}", There<Dictionary<EntrantId, JudgeId>>("{\"E1\":\"J1\"}"));
        Assert.Equal(
            ["ydb", "dg", "c", "m", "a", "e", "o", "j"],
            [
                CompetitionId.From("ydb").ToString(), TradeId.From("dg").ToString(), ComponentId.From("c").ToString(), ModuleId.From("m").ToString(), AspectId.From("a").ToString(),
                EntrantId.From("e").ToString(), OrganizationId.From("o").ToString(), JudgeId.From("j").ToString(),
            ]);
    }

    [Fact]
    public void A_number_is_no_id() => Assert.ThrowsAny<Exception>(() => There<List<TradeId>>("[5]"));
}
