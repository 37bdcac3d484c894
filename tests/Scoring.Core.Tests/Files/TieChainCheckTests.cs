namespace Scoring.Core.Tests.Files;

/// <summary>Steps of the tie chain: what they need, what they must not carry, and whether there is anything to compare (R-C1, R-J8).</summary>
public class TieChainCheckTests
{
    [Theory]
    [InlineData("""{"kind":"practical","module":"A"}""", "module：现为 “A”；这一步不比模块，不要写")]
    [InlineData("""{"kind":"practical","module":"Z"}""", "module：现为 “Z”；这一步不比模块，不要写")]
    [InlineData("""{"kind":"time","aspect":"A1.1"}""", "aspect：现为 “A1.1”；这一步不比评分点，不要写")]
    [InlineData("""{"kind":"module","module":"A","aspect":"A1.9"}""", "aspect：现为 “A1.9”；这一步不比评分点，不要写")]
    [InlineData("""{"kind":"module"}""", "module：现为 缺少；应写明按哪个模块比")]
    [InlineData("""{"kind":"module","module":"Z"}""", "module：现为 “Z”；没有这个模块，应为 LL、A、B")]
    [InlineData("""{"kind":"aspect","module":"A"}""", "aspect：现为 缺少；应写明按哪个评分点比")]
    [InlineData("""{"kind":"aspect","aspect":"A1.1"}""", "module：现为 缺少；应写明按哪个模块比")]
    [InlineData("""{"kind":"aspect","module":"Z","aspect":"A1.1"}""", "module：现为 “Z”；没有这个模块，应为 LL、A、B")]
    [InlineData("""{"kind":"aspect","module":"B","aspect":"A1.1"}""", "aspect：现为 “A1.1”；没有这个评分点，应为 B1.1、B1.2，是否为 B1.1？")]
    [InlineData("""{"kind":"aspect","module":"LL","aspect":"A1.1"}""", "aspect：现为 “A1.1”；模块 LL 只录总分，没有评分点；请按模块比（\"kind\": \"module\"）")]
    [InlineData("""{"kind":"module","module":"LL"}""", null)]
    [InlineData("""{"kind":"aspect","module":"B","aspect":"B1.2"}""", null)]
    public void A_step_names_what_it_compares_and_nothing_else(string step, string? error) =>
        Expect.Errors("union", "trades[0].tieChain[1]", step, error is null ? [] : [$"$.trades[0].tieChain[1].{error}"]);

    [Theory]
    [InlineData("worldskills", "practical", true)]
    [InlineData("worldskills", "theory", false)]
    [InlineData("worldskills", "time", true)]
    [InlineData("worldskills", "earliestFinish", true)]
    [InlineData("worldskills", "fewestFaults", true)]
    [InlineData("union", "theory", true)]
    [InlineData("tea-sensory", "fewestFaults", false)]
    [InlineData("company-kpi", "time", false)]
    [InlineData("company-kpi", "earliestFinish", false)]
    public void A_step_without_anything_to_compare_is_a_warning(string template, string kind, bool compares) => Expect.Warnings(
        template, "trades[0].tieChain", $$"""[{"kind":"{{kind}}"}]""",
        compares ? [] : [$"$.trades[0].tieChain[0]：现为 {kind}；工种里没有这一步要比的内容，比较时会跳过（R-J8）"]);

    [Fact]
    public void Nor_can_practical_be_compared_without_a_practical_component() => Expect.Warnings(
        "union", "trades[0].components[1].kind", "\"other\"", "$.trades[0].tieChain[0]：现为 practical；工种里没有这一步要比的内容，比较时会跳过（R-J8）");
}
