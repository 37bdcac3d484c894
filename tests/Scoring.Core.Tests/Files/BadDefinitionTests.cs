using Scoring.Core.Files;

namespace Scoring.Core.Tests.Files;

/// <summary>Every kind of bad definition gives an error with path, value and what is allowed.</summary>
public class BadDefinitionTests
{
    private const string Practical = "trades[0].components[1]";

    private static void Gives(string file, string path, string? json, params string[] errors) =>
        Assert.Equal(errors, new BadFile($"templates/{file}.json").Set(path, json).Errors());

    [Fact]
    public void Weights_that_do_not_make_100_show_the_sum() => Gives(
        "union", "trades[0].components[0].weight", "25", "$.trades[0].components：现为 25 + 70 = 95；各部分权重合计应为 100，还差 5");

    [Fact]
    public void Modules_of_a_weighted_component_that_do_not_make_100_show_the_sum() => Gives(
        "union", $"{Practical}.modules[1]", null, $"$.{Practical}.modules：现为 80；各模块满分合计应为 100，还差 20；按比例折算成 100 请写 \"scaled\": true");

    [Fact]
    public void A_sheet_that_is_not_its_modules_full_mark_shows_both() => Gives(
        "union", $"{Practical}.modules[1].sheet[0].aspects[0].fullMark", "10",
        $"$.{Practical}.modules[1].sheet：现为 18；评分点满分合计应为模块满分 20，还差 2");

    [Fact]
    public void A_raw_total_that_does_not_match_shows_the_sum() => Gives(
        "multi-task", "trades[0].rawTotal", "210", "$.trades[0].rawTotal：现为 210；全部模块满分合计为 200，应与总分相等");

    [Fact]
    public void A_raw_total_is_needed_in_raw_sum_mode() => Gives(
        "multi-task", "trades[0].rawTotal", null, "$.trades[0].rawTotal：现为 缺少；分数相加时要写明总分，如 200");

    [Theory]
    [InlineData("0")]
    [InlineData("-5")]
    [InlineData("20.001")]
    public void A_full_mark_of_zero_negative_or_finer_than_hundredths_is_refused(string mark) => Assert.Contains(
        $"$.{Practical}.modules[1].fullMark：现为 {mark}；满分应大于 0，最多两位小数",
        new BadFile("templates/union.json").Set($"{Practical}.modules[1].fullMark", mark).Errors());

    [Fact]
    public void Tolerance_bands_that_overlap_are_refused() => Gives(
        "union", $"{Practical}.modules[0].sheet[0].aspects[0].bands[1].within", "0.02",
        $"$.{Practical}.modules[0].sheet[0].aspects[0].bands[1].within：现为 0.02；各档应从小到大，应大于前一档的 0.02；现在两档重叠");

    [Fact]
    public void A_band_worth_more_than_the_full_mark_or_less_than_nothing_is_refused()
    {
        Gives("union", $"{Practical}.modules[0].sheet[0].aspects[0].bands[0].mark", "21", $"$.{Practical}.modules[0].sheet[0].aspects[0].bands[0].mark：现为 21；得分应在 0 与满分 20 之间");
        Gives("union", $"{Practical}.modules[0].sheet[0].aspects[0].bands[2].mark", "-1", $"$.{Practical}.modules[0].sheet[0].aspects[0].bands[2].mark：现为 -1；得分应在 0 与满分 20 之间");
    }

    [Fact]
    public void Time_bands_must_ascend() => Gives(
        "multi-task", "trades[0].components[2].modules[0].sheet[1].aspects[0].bands[1].upToSeconds", "50",
        "$.trades[0].components[2].modules[0].sheet[1].aspects[0].bands[1].upToSeconds：现为 50；各档应从小到大，应大于前一档的 60；现在两档重叠");

    [Fact]
    public void A_holiday_on_a_weekend_and_an_extra_workday_on_a_weekday_are_refused()
    {
        Gives("union", "competition.holidays", "[\"2026-05-01\",\"2026-05-02\"]", "$.competition.holidays[1]：现为 2026-05-02；是周末，本来就不是工作日；只写放假的周一至周五");
        Gives("union", "competition.extraWorkdays", "[\"2026-05-08\",\"2026-05-09\"]", "$.competition.extraWorkdays[0]：现为 2026-05-08；不是周末，本来就是工作日；只写调休上班的周六、周日");
        Gives("union", "competition.holidays", "[\"5月1日\"]", "$.competition.holidays[0]：现为 “5月1日”；应为日期，如 \"2026-04-23\"");
    }

    [Fact]
    public void Overtime_bands_with_a_hole_at_the_end_are_refused() => Gives(
        "tea-sensory", $"{Practical}.modules[0].time.overtime[4]", null,
        $"$.{Practical}.modules[0].time.overtime[3].upToSeconds：现为 600；最后一段不设上限（不写 upToSeconds），否则超过以后没有扣分的规定");

    [Fact]
    public void An_open_overtime_band_before_the_last_hides_the_rest() => Gives(
        "tea-sensory", $"{Practical}.modules[0].time.overtime[1].upToSeconds", null,
        $"$.{Practical}.modules[0].time.overtime[1].upToSeconds：现为 不设上限；只有最后一段可以不设上限，后面的几段永远用不上");

    [Fact]
    public void Overtime_bands_that_overlap_are_refused() => Gives(
        "tea-sensory", $"{Practical}.modules[0].time.overtime[2].upToSeconds", "120",
        $"$.{Practical}.modules[0].time.overtime[2].upToSeconds：现为 120；各段上限应从小到大，且大于 180；现在与前一段重叠");

    [Fact]
    public void Overtime_without_a_limit_is_refused() => Gives(
        "tea-sensory", $"{Practical}.modules[0].time.limitSeconds", null, $"$.{Practical}.modules[0].time.overtime：现为 5 段；没有限时就不能有超时扣分，请写 limitSeconds");

    [Fact]
    public void Metric_steps_must_run_from_the_best() => Gives(
        "company-kpi", "trades[0].components[0].modules[0].sheet[0].aspects[1].steps.edges[1].value", "99",
        "$.trades[0].components[0].modules[0].sheet[0].aspects[1].steps.edges[1].value：现为 99；应从大到小，小于前一个 98");

    [Fact]
    public void A_metric_has_a_line_or_steps() => Gives(
        "company-kpi", "trades[0].components[0].modules[0].sheet[0].aspects[0].line", null,
        "$.trades[0].components[0].modules[0].sheet[0].aspects[0]：现为 line 和 steps 都没有；应在折线 line 与台阶 steps 中写一个");

    [Fact]
    public void A_key_whose_answer_is_no_choice_is_refused() => Gives(
        "tea-sensory", $"{Practical}.modules[1].sheet[0].aspects[0].fields[2].accepted[0]", "\"特等\"",
        $"$.{Practical}.modules[1].sheet[0].aspects[0].fields[2].accepted[0]：现为 “特等”；正确答案不在选项里，选项有 特级、一级、二级、三级");

    [Fact]
    public void Unknown_kinds_name_the_nearest_and_the_rest_of_the_aspect_is_still_checked() =>
        Assert.Equal(
            [
                $"$.{Practical}.modules[0].sheet[0].aspects[0].kind：现为 “tolerence”；应为 {Expect.Kinds}，是否为 tolerance？",
                $"$.{Practical}.modules[0].sheet[0].aspects[0].fullMark：现为 0；满分应大于 0，最多两位小数",
                $"$.{Practical}.modules[0].sheet：现为 60；评分点满分合计应为模块满分 80，还差 20",
            ],
            new BadFile("templates/union.json")
                .Set($"{Practical}.modules[0].sheet[0].aspects[0].kind", "\"tolerence\"")
                .Set($"{Practical}.modules[0].sheet[0].aspects[0].fullMark", "0").Errors());

    [Fact]
    public void Unknown_words_and_properties_name_the_nearest() =>
        Assert.Equal(
            [
                "$.trades[0].ladders：现为 没有这一项；此处可以写 id、name、code、components、awards、aliases、scoring、rawTotal、rounding、tieChain、ties、codeLayers、publicView、publicityDays、publicityTotals、appealHours、startsAt、worldSkills、medals、advance、honours、decimals、review、entrantSigns、tags、venue",
                "$.trades[0].codelayers：现为 没有这一项；此处可以写 id、name、code、components、awards、aliases、scoring、rawTotal、rounding、tieChain、ties、codeLayers、publicView、publicityDays、publicityTotals、appealHours、startsAt、worldSkills、medals、advance、honours、decimals、review、entrantSigns、tags、venue，是否为 codeLayers？",
                $"$.{Practical}.modules[0].marking：现为 “panels”；应为 judge、panel、clerk、doubleEntry，是否为 panel？",
            ],
            new BadFile("templates/union.json").Set("trades[0].ladders", "1").Set("trades[0].codelayers", "1").Set($"{Practical}.modules[0].marking", "\"panels\"").Errors());

    [Fact]
    public void Wrong_types_and_missing_values_say_what_is_expected() =>
        Assert.Equal(
            [
                "$.trades[0].components[0].weight：现为 “30%”；应为数字，最多 6 位小数，绝对值不超过 1000000000",
                $"$.{Practical}.name：现为 缺少；必须写出，应为文字",
                $"$.{Practical}.modules[1].sheet：现为 对象 {{ … }}；应为列表 [ … ]",
                "$.trades[0].startsAt：现为 “9点”；应为时刻，如 \"09:00\"",
            ],
            new BadFile("templates/union.json")
                .Set("trades[0].components[0].weight", "\"30%\"").Set($"{Practical}.name", null).Set($"{Practical}.modules[1].sheet", "{}").Set("trades[0].startsAt", "\"9点\"").Errors());

    [Fact]
    public void Duplicate_ids_name_the_first() => Gives(
        "union", $"{Practical}.modules[1].id", "\"A\"",
            $"$.{Practical}.modules[1].id：现为 “A”；模块编号在一个工种里不能重复，$.{Practical}.modules[0].id 已经用了");

    [Fact]
    public void A_name_written_twice_in_one_place_is_refused()
    {
        var reading = CompetitionFileReader.Read("""{"format":1,"format":1,"competition":{"id":"a","name":"b"}}"""u8.ToArray());

        Assert.Equal("$.format：现为 写了两次；同一处的名称只能出现一次", Assert.Single(reading.Problems).ToString());
    }

    [Fact]
    public void A_tie_step_on_a_module_or_aspect_that_does_not_exist_is_refused()
    {
        Gives("college", "trades[0].tieChain[1].module", "\"D\"", "$.trades[0].tieChain[1].module：现为 “D”；没有这个模块，应为 LL、A、B、C");
        Gives("college", "trades[0].tieChain[2].aspect", "\"A1.9\"", "$.trades[0].tieChain[2].aspect：现为 “A1.9”；没有这个评分点，应为 A1.1、A1.2、A1.3、A2.1、A2.2，是否为 A1.1？");
        Gives("college", "trades[0].tieChain[1].module", null, "$.trades[0].tieChain[1].module：现为 缺少；应写明按哪个模块比");
    }

    [Fact]
    public void More_than_one_practical_component_is_refused() => Gives(
        "tea-sensory", "trades[0].components[2].kind", "\"practical\"", "$.trades[0].components[2].kind：现为 practical；实操部分最多一个，其余请用 other");

    [Fact]
    public void A_worldskills_trade_totals_exactly_100() => Assert.Contains(
        "$.trades[0].components：现为 95；世赛式工种的全部模块合计应正好 100 分",
        new BadFile("templates/worldskills.json").Set("trades[0].components[0].modules[0].fullMark", "25").Errors());

    [Fact]
    public void Judgement_outside_a_panel_or_without_four_benchmarks_is_refused()
    {
        Gives("worldskills", "trades[0].components[0].modules[2].sheet[1].aspects[0].benchmarks[3]", null, "$.trades[0].components[0].modules[2].sheet[1].aspects[0].benchmarks：现为 3 条；应为四条，依次说明 0、1、2、3 分的标准");
        Assert.Contains(
            "$.trades[0].components[0].modules[2].sheet[1].aspects[0].kind：现为 judgement；0 至 3 评判由三名裁判各自给出，模块的 marking 应为 panel（R-G2）",
            new BadFile("templates/worldskills.json").Set("trades[0].components[0].modules[2].marking", "\"judge\"").Errors());
    }

    [Fact]
    public void Quotas_above_the_entrants_are_refused() => Gives(
        "../yindubei", "trades[1].awards.tiers[2].quota", "19", "$.trades[1].awards.tiers：现为 23；奖项名额合计不能超过报名的 22 人");

    [Fact]
    public void A_tier_has_a_quota_or_a_percentage() => Gives(
        "union", "trades[0].awards.tiers[0].percent", "10", "$.trades[0].awards.tiers[0]：现为 名额和比例都有；应在名额 quota 与比例 percent 中写一个");

    [Fact]
    public void Award_points_for_a_tier_that_nobody_can_win_are_refused() => Assert.Contains(
        "$.competition.teamRankings[2].awardPoints[\"特等奖\"]：现为 “特等奖”；没有这个奖项，应为 金奖、银奖、铜奖、优胜奖",
        new BadFile("templates/company-kpi.json").Set("competition.teamRankings[2].awardPoints.特等奖", "9").Errors());

    [Fact]
    public void The_console_can_check_one_trade_by_itself()
    {
        var trade = Examples.Read("templates/union.json").Trades![0];

        Assert.Empty(DefinitionCheck.Check(trade));
        Assert.Equal("$.components[0].weight", Assert.Single(DefinitionCheck.Check(trade with { Components = [trade.Components[0] with { Weight = 0 }, trade.Components[1] with { Weight = 100 }] })).Path);
        Assert.Equal("$.awards.few[0].tiers", Assert.Single(DefinitionCheck.Check(trade with { Awards = trade.Awards with { Few = [new(6, [new("一等奖", 5)])] } }, entrants: 4)).Path);
    }
}
