namespace Scoring.Core.Tests.Files;

/// <summary>Every id and every name of a definition is looked at, however deep it stands.</summary>
public class DefinitionNamesTests
{
    private const string Module = "trades[0].components[1].modules[0]";
    private const string Part = "trades[0].components[0].modules[0].sheet[0].parts[0]";
    private const string Key = "trades[0].components[1].modules[1].sheet[0].aspects[0]";

    [Theory]
    [InlineData("union", "trades[0].id")]
    [InlineData("union", "trades[0].components[1].id")]
    [InlineData("union", Module + ".id")]
    [InlineData("union", Module + ".sheet[0].id")]
    [InlineData("union", Module + ".sheet[0].aspects[0].id")]
    [InlineData("worldskills", Part + ".id")]
    [InlineData("worldskills", Part + ".aspects[1].id")]
    public void An_id_has_no_spaces(string template, string path)
    {
        Expect.ErrorAtValue(template, path, "\"a b\"", "“a b”；编号应为 1 至 40 个字母、汉字、数字或 - _ .，不带空格");
        Expect.ErrorAtValue(template, path, "\"甲-1_b.2\"", null);
    }

    [Theory]
    [InlineData("union", "trades[0].name")]
    [InlineData("tea-sensory", "trades[0].aliases[0]")]
    [InlineData("union", "trades[0].components[1].name")]
    [InlineData("union", Module + ".name")]
    [InlineData("union", Module + ".sheet[1].name")]
    [InlineData("worldskills", Part + ".name")]
    [InlineData("union", Module + ".sheet[0].aspects[0].text")]
    [InlineData("union", Module + ".sheet[0].aspects[2].unit")]
    [InlineData("multi-task", "trades[0].components[2].modules[0].sheet[0].aspects[2].unit")]
    [InlineData("worldskills", "trades[0].components[0].modules[0].sheet[0].parts[1].aspects[1].benchmarks[3]")]
    [InlineData("tea-sensory", Key + ".fields[0].name")]
    [InlineData("tea-sensory", Key + ".fields[0].accepted[1]")]
    [InlineData("tea-sensory", Key + ".fields[2].choices[3]")]
    [InlineData("union", "trades[0].awards.tiers[0].name")]
    [InlineData("union", "trades[0].awards.few[1].tiers[2].name")]
    [InlineData("worldskills", "trades[0].medals.names[3]")]
    [InlineData("college", "trades[0].advance.to")]
    [InlineData("union", "trades[0].honours[0].title")]
    [InlineData("union", "trades[0].honours[1].grades[0]")]
    [InlineData("company-kpi", "competition.teamRankings[0].name")]
    [InlineData("company-kpi", "competition.teamRankings[0].prize.name")]
    public void A_name_is_not_blank(string template, string path) => Expect.ErrorAtValue(template, path, "\" \"", "“ ”；不能空着");

    [Fact]
    public void Nor_is_a_reason_to_choose_from() => Expect.Errors(
        "union", $"{Module}.sheet[0].aspects[0].reasons", "[\"磕碰\",\" \"]", $"$.{Module}.sheet[0].aspects[0].reasons[1]：现为 “ ”；不能空着");

    [Theory]
    [InlineData("\"\"", "“”")]
    [InlineData("\"ABCDEFGHI\"", "“ABCDEFGHI”")]
    [InlineData("\"A-1\"", "“A-1”")]
    [InlineData("\"DG\\n\"", "“DG\\n”")]
    [InlineData("\"钳工\"", "“钳工”")]
    [InlineData("\"ABCDEFG8\"", null)]
    [InlineData("\"q\"", null)]
    public void A_code_is_up_to_eight_letters_or_figures(string json, string? found) =>
        Expect.ErrorAtValue("union", "trades[0].code", json, found is null ? null : $"{found}；应为 1 至 8 个英文字母或数字，用在证书编号里");
}
