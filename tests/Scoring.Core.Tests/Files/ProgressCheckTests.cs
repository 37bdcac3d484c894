namespace Scoring.Core.Tests.Files;

/// <summary>Phases and decisions as a file has them (R-A2, R-C2, R-D1, R-D5, R-E2).</summary>
public class ProgressCheckTests
{
    private const string Blank = "“”；不能空着";
    private const string NoEntrant = "“wl9”；没有这个选手，应为 wl1、wl2、wl3、wl4，是否为 wl1？";
    private const string NoModule = "“D”；没有这个模块，应为 LL、A、B、C";

    [Theory]
    [InlineData("trade", "\"wx\"", "“wx”；没有这个工种，应为 wl，是否为 wl？", "\"wl\"")]
    [InlineData("phase", "\"setup\"", "setup；已经有成绩，应为 scoring 或以后的阶段", "\"scoring\"")]
    [InlineData("phase", "\"drawn\"", "drawn；已经有成绩，应为 scoring 或以后的阶段", "\"archived\"")]
    [InlineData("phase", "\"open\"", "“open”；应为 setup、drawn、scoring、review、publicity、final、archived", null)]
    [InlineData("drawSeeds", """["a","b","c","d"]""", "4 个；这个工种只抽 3 层代号", """["a","","c"]""")]
    [InlineData("signatures[0].module", "\"D\"", NoModule, "\"LL\"")]
    [InlineData("signatures[0].by", "\"\"", Blank, "\"Z1\"")]
    [InlineData("review.top[0]", "\"wl9\"", NoEntrant, "\"wl4\"")]
    [InlineData("review.top[1]", "\"wl1\"", "“wl1”；选手不能重复，$.progress[0].review.top[0] 已经用了", "\"wl4\"")]
    [InlineData("review.sample[0]", "\"wl9\"", NoEntrant, "\"wl4\"")]
    [InlineData("review.ticks[1].entrant", "\"wl9\"", NoEntrant, "\"wl1\"")]
    [InlineData("review.signedBy.headJudge", "\"\"", Blank, "\"Z1\"")]
    [InlineData("review.signedBy.supervisor", "\"\"", Blank, "\"S2\"")]
    [InlineData("review.signedBy.supervisor", "\"Z2\"", "“Z2”；裁判长和监督应是两个人", "\"S2\"")]
    [InlineData("decoded[0].layer", "0", "0；应为 1 至 3", "1")]
    [InlineData("decoded[0].layer", "4", "4；应为 1 至 3", "3")]
    [InlineData("decoded[0].headJudge", "\"\"", Blank, "\"Z1\"")]
    [InlineData("decoded[0].supervisor", "\"\"", Blank, "\"S2\"")]
    [InlineData("decoded[0].supervisor", "\"Z2\"", "“Z2”；裁判长和监督应是两个人", "\"S2\"")]
    [InlineData("ties[0].order[1]", "\"wl9\"", NoEntrant, "\"wl3\"")]
    [InlineData("ties[0].order[1]", "\"wl1\"", "“wl1”；选手不能重复，$.progress[0].ties[0].order[0] 已经用了", "\"wl4\"")]
    [InlineData("ties[0].order", "[\"wl1\"]", "1 人；裁定并列至少涉及两人", """["wl1","wl2"]""")]
    [InlineData("ties[0].reason", "\"\"", Blank, "\"抽签\"")]
    [InlineData("boundaries[0].tier", "\"特等奖\"", "“特等奖”；没有这个奖项，应为 一等奖、二等奖、三等奖，是否为 一等奖？", "\"三等奖\"")]
    [InlineData("boundaries[0].chosen[0]", "\"wl9\"", NoEntrant, "\"wl2\"")]
    [InlineData("boundaries[0].tied[1]", "\"wl9\"", NoEntrant, "\"wl2\"")]
    [InlineData("boundaries[0].reason", "\"\"", Blank, "\"议定\"")]
    [InlineData("appeals[0].number", "0", "0；申诉编号从 1 起", "3")]
    [InlineData("appeals[0].number", "2", "“2”；申诉编号不能重复，$.progress[0].appeals[0].number 已经用了", "1", "appeals[1].number")]
    [InlineData("appeals[1].entrant", "\"wl9\"", NoEntrant, "\"wl3\"")]
    [InlineData("appeals[1].byLeader", "\"\"", Blank, "\"领队\"")]
    [InlineData("appeals[1].text", "\"\"", Blank, "\"用时\"")]
    [InlineData("revoked[0].reason", "\"\"", Blank, "\"姓名更正\"")]
    [InlineData("appeals[1].answer", "null", "缺少；写了答复人 answeredBy，也要写答复 answer", "\"维持\"")]
    [InlineData("appeals[1].answeredBy", "null", "缺少；写了答复 answer，也要写答复人 answeredBy", "\"T2\"")]
    [InlineData("appeals[0].upheld", "true", "true；答复之后才写申诉成立", "false")]
    [InlineData("honours.approved[1].entrant", "\"wl9\"", NoEntrant, "\"wl1\"")]
    [InlineData("certificates[1].entrant", "\"wl9\"", NoEntrant, "\"wl4\"")]
    [InlineData("certificates[2].facts.number", "\"N1\"", "“N1”；证书编号不能重复，$.progress[0].certificates[0].facts.number 已经用了", "\"N4\"")]
    [InlineData("revoked[0].number", "\"N7\"", "“N7”；没有这个证书，应为 N1、N2、N3，是否为 N1？", "\"N3\"")]
    public void A_decision_has_its_limits(string path, string bad, string says, string? good, string? at = null) =>
        Slip.Is(Decided, $"progress[0].{path}", bad, $"progress[0].{at ?? path}", says, good);

    [Fact]
    public void Certificates_of_teams_are_numbered_with_the_others_and_revoked_apart()
    {
        Slip.Is(Decided, "teamRevoked[0].reason", "\"\"", Blank, "\"名称更正\"");
        Slip.Is(Decided, "teamRevoked[0].number", "\"N1\"", "“N1”；没有这个证书，应为 T1，是否为 T1？", "\"T1\"");
        Slip.Is(
            () => Decided().Set("teamRevoked", null), "teamCertificates[0].facts.number", "\"N1\"",
            "“N1”；证书编号不能重复，$.progress[0].certificates[0].facts.number 已经用了", "\"T2\"");
        Assert.Equal(["$.teamRevoked[0].number：现为 “T1”；文件里没有任何证书"], Decided().Set("teamCertificates", null).Errors());
    }

    [Fact]
    public void Thanks_name_a_judge_and_a_revocation_a_certificate_of_its_kind()
    {
        Assert.Empty(Decided().Errors());
        Assert.Equal(
            ["$.progress[0].certificates[2].entrant：现为 “J1”；没有这个选手，应为 wl1、wl2、wl3、wl4"],
            Decided().Set("progress[0].certificates[2].facts.kind", "\"participation\"").Errors());
        Assert.Equal(
            ["$.progress[0].revoked[0].number：现为 “N2”；文件里没有任何证书"], Decided().Set("progress[0].certificates", null).Errors());
    }

    [Fact]
    public void A_trade_has_its_progress_in_one_place() => Assert.Equal(
        ["$.progress[1].trade：现为 “wl”；工种的进度不能重复，$.progress[0].trade 已经用了"], Decided().Set("progress[1]", """{"trade":"wl"}""").Errors());

    [Fact]
    public void A_trade_that_draws_no_codes_has_neither_draws_nor_layers_to_decode()
    {
        var file = () => Slip.Company().Set("progress", """[{"trade":"kf"}]""");

        Slip.Is(file, "progress[0].drawSeeds", "[\"a\"]", "1 个；这个工种不抽代号", "[]");
        Slip.Is(file, "progress[0].decoded", """[{"layer":1,"headJudge":"Z1","supervisor":"S1"}]""", "progress[0].decoded[0].layer", "1；这个工种不抽代号", "[]");
    }

    [Fact]
    public void An_entrant_of_another_trade_is_told_from_one_that_does_not_exist()
    {
        var file = () => Slip.Company().Set("progress", """[{"trade":"kf","ties":[{"order":["kf1","kf2"],"reason":"抽签"}]}]""");

        Slip.Is(file, "progress[0].ties[0].order[1]", "\"jn2\"", "“jn2”；是工种 jn 的选手，这里只能写工种 kf 的选手", "\"kf3\"");
        Assert.Equal(
            ["$.entrants[1].trade：现为 “kx”；没有这个工种，应为 kf、jn，是否为 kf？"],
            file().Set("entrants[1].trade", "\"kx\"").Errors().Where(e => e.Contains("kf2", StringComparison.Ordinal) || e.Contains("kx", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_tier_of_few_entrants_is_a_tier_too() => Slip.Is(
        () => Decided().Set("trades[0].awards.few", """[{"fewerThan":3,"tiers":[{"name":"优秀奖","quota":1}]}]"""), "progress[0].boundaries[0].tier",
        "\"优胜奖\"", "“优胜奖”；没有这个奖项，应为 一等奖、二等奖、三等奖、优秀奖，是否为 优秀奖？", "\"优秀奖\"");

    [Fact]
    public void Before_scoring_there_are_violations_but_no_marks()
    {
        var file = () => Slip.College().Set("marks", """[{"entrant":"wl1","modules":[]}]""").Set("progress", """[{"trade":"wl","phase":"drawn"}]""");

        Slip.Is(
            file, "marks[0].modules", """[{"module":"A","time":{"usedSeconds":10}}]""", "progress[0].phase", "drawn；已经有成绩，应为 scoring 或以后的阶段", "[]");
        Assert.Empty(file().Set("marks[0].modules", null).Errors());
        Assert.Empty(file().Set("marks[0].modules", """[{"module":"A","time":{"usedSeconds":10}}]""").Set("progress[0].phase", null).Errors());
    }

    [Theory]
    [InlineData("signatures")]
    [InlineData("review.ticks")]
    [InlineData("review.signedBy")]
    [InlineData("review")]
    [InlineData("decoded")]
    [InlineData("ties")]
    [InlineData("boundaries[0].tied")]
    [InlineData("boundaries")]
    [InlineData("appeals")]
    [InlineData("honours")]
    [InlineData("revoked")]
    [InlineData("drawSeeds")]
    public void What_was_not_decided_may_be_left_out(string path) => Assert.Empty(Decided().Set($"progress[0].{path}", null).Errors());

    private static BadFile Decided() => Slip.College()
        .Set("progress", $$"""
            [{
              "trade": "wl", "phase": "publicity", "drawSeeds": ["a", "b", "c"],
              "signatures": [{ "module": "A", "as": "headJudge", "by": "Z2" }],
              "review": {
                "seed": "s", "top": ["wl1", "wl2"], "sample": ["wl3"],
                "ticks": [{ "entrant": "wl1", "right": false, "by": "S1", "remark": "抄错" }, { "entrant": "wl1", "right": true, "by": "S1" }],
                "signedBy": { "headJudge": "Z2", "supervisor": "S1" }
              },
              "decoded": [{ "layer": 3, "headJudge": "Z2", "supervisor": "S1" }],
              "ties": [{ "order": ["wl1", "wl2"], "reason": "加试" }],
              "boundaries": [{ "tier": "二等奖", "chosen": ["wl1"], "reason": "组委会议定", "tied": ["wl1", "wl2"] }],
              "appeals": [
                { "number": 1, "entrant": "wl3", "byLeader": "领队", "text": "复核成绩", "receivedAt": "2026-04-23T09:00:00+08:00" },
                { "number": 2, "entrant": "wl3", "byLeader": "领队", "text": "用时", "receivedAt": "2026-04-23T09:00:00+08:00", "answeredBy": "T1", "upheld": false, "answer": "已更正" }
              ],
              "honours": { "by": "admin", "approved": [{ "entrant": "wl1", "title": "技术能手" }, { "entrant": "wl1", "title": "岗位标兵" }] },
              "certificates": [{{Certificate("wl1", "N1", "award")}}, {{Certificate("wl1", "N2", "honour")}}, {{Certificate("J1", "N3", "thanks")}}],
              "revoked": [{ "number": "N2", "reason": "姓名更正" }]
            }]
            """)
        .Set("teamCertificates", $"[{Certificate("u1", "T1", "team")}]")
        .Set("teamRevoked", """[{"number":"T1","reason":"名称更正"}]""");

    private static string Certificate(string holder, string number, string kind) => $$"""
        {
          "entrant": "{{holder}}", "qr": "q",
          "facts": {
            "number": "{{number}}", "title": "荣誉证书", "name": "甲", "organization": null, "trade": null, "award": "一等奖",
            "competition": "大赛", "issuers": ["市总工会"], "date": "2026-04-23", "kind": "{{kind}}"
          }
        }
        """;
}
