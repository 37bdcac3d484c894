using System.Text.Json;
using Scoring.Api.Console.Defining.Kinds;
using Scoring.Api.Console.Defining.Rules;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Json;

namespace Scoring.Api.Tests.Console;

/// <summary>Rules of real contests as a clerk sets them (R-K1 to R-K18): what a form does not show stays, and the example is what Core
/// computes.</summary>
public sealed class RuleFormTests
{
    private static readonly Module Plain = new(new("A"), "平板", 100m, MarkingMethod.Panel, []);

    private static readonly Component Three = new(
        new("c"), "实操", ComponentKind.Practical, 70m, [Plain, Plain with { Id = new("B") }, Plain with { Id = new("C") }]);

    private static readonly Trade Trade = new(new("t"), "焊工", "HG", [Three], new AwardScheme([]));

    public static TheoryData<string> Rules => [.. RuleForms.All.Select(r => r.Key)];

    private static object Set(string rule, object part, params (string Name, string Value)[] typed)
    {
        var form = RuleForms.Named(rule)!;
        var written = form.Written(part).ToDictionary();
        foreach (var (name, value) in typed)
        {
            written[name] = value;
        }

        var fields = new KindFields(form.Fields, written.GetValueOrDefault);
        var changed = form.Read(part, fields);
        Assert.Null(fields.Fault);
        return changed;
    }

    private static string[] Example(string rule, object part, params (string Name, string Value)[] typed)
    {
        var changed = Set(rule, part, typed);
        return [.. RuleForms.Named(rule)!.Example(changed as Trade ?? Trade, changed)];
    }

    private static string? Fault(string rule, object part, params (string Name, string Value)[] typed)
    {
        var form = RuleForms.Named(rule)!;
        var fields = new KindFields(form.Fields, name => typed.FirstOrDefault(t => t.Name == name).Value);
        form.Read(part, fields);
        return fields.Fault;
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Saved_as_it_stands_a_part_of_any_template_is_what_it_was(string rule)
    {
        var form = RuleForms.Named(rule)!;
        foreach (var trade in Trades())
        {
            foreach (var part in new object[] { trade }.Concat(trade.Components).Concat(trade.Modules()).Where(p => form.Fits(trade, p)))
            {
                Assert.Equal(Written(part), Written(Set(rule, part)));
                Assert.NotEmpty(form.Example(trade, part));
                Assert.DoesNotContain(form.Example(trade, part), l => l.StartsWith("还不能", StringComparison.Ordinal));
            }
        }

        Assert.EndsWith("。", form.Help, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("3", "HalfUp", "87.50465 记作 87.505；92.345 记作 92.345；99.99999 记作 100.000")]
    [InlineData("2", "Truncate", "87.50465 记作 87.50；92.345 记作 92.34；99.99999 记作 99.99")]
    [InlineData("2", "HalfEven", "87.50465 记作 87.50；92.345 记作 92.34；99.99999 记作 100.00")]
    [InlineData("0", "HalfUp", "87.50465 记作 88；92.345 记作 92；99.99999 记作 100")]
    public void Decimals_are_shown_on_figures(string decimals, string mode, string line) => // R-K2
        Assert.Equal([line], Example("precision", Trade, ("Decimals", decimals), ("Mode", mode)));

    [Fact]
    public void Off_the_total_by_points_and_by_percent() => Assert.Equal(["78.00", "74.70"], // R-K5
        Example("offTotal", Trade).Select(l =>
            l[(l.LastIndexOf("= ", StringComparison.Ordinal) + 2)..l.IndexOf(" 分", StringComparison.Ordinal)]));

    [Theory]
    [InlineData("10", "30", "15", "计名次 40 人：前 10 名全部复核，其余 30 人抽 5 人，共 15 份")]
    [InlineData("", "30", "15", "计名次 40 人：前 12 名全部复核，其余 28 人抽 5 人，共 17 份")]
    [InlineData("50", "30", "15", "计名次 40 人：前 40 名全部复核，其余 0 人抽 0 人，共 40 份")]
    public void Whose_sheets_are_reviewed(string first, string top, string sample, string line) => // R-K16
        Assert.Equal(line, Example("review", Trade, ("First", first), ("Top", top), ("Sample", sample))[1]);

    [Fact]
    public void Three_pieces_are_brought_to_100() => Assert.Equal( // R-K1
        ["实操 = A 92.00 + B 88.50 + C 79.00 = 259.50，满分 300 折算为 100 = 86.50 分。"], Example("scaled", Three, ("Scaled", "yes")));

    [Fact]
    public void What_cannot_be_locked_is_said_in_the_words_of_the_check() =>
        Assert.Contains("合计应为 100", Assert.Single(Example("scaled", Three, ("Scaled", "no"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("no", "0.00 分")]
    [InlineData("yes", "-15.00 分")]
    public void A_component_stops_at_0_or_goes_below(string below, string ends) => // R-K9
        Assert.Contains(ends, Assert.Single(Example("componentFloor", Three, ("Below", below))), StringComparison.Ordinal);

    [Fact]
    public void Two_rooms_are_brought_to_one_level() // R-K3
    {
        Assert.Equal(
            ["一考场平均 76.00，系数 1.052632：86.00 拉平为 90.53", "二考场平均 84.00，系数 0.952381：94.00 拉平为 89.52"],
            Example("groups", Plain, ("Groups", "一考场\n二考场"), ("Level", "MeanOfMeans")));
        Assert.Equal(
            ["一考场平均 76.00，系数 1.05：86.00 拉平为 90.30", "二考场平均 84.00，系数 0.95：94.00 拉平为 89.30"],
            Example("groups", Plain, ("Groups", "一考场\n二考场"), ("Level", "MeanOfMeans"), ("LeaveOut", "1"), ("Coefficient", "2")));
        Assert.Equal(
            ["每组去掉最高、最低各 3 人：一组至少要有 7 人的成绩，少了没有平均，拉不平"],
            Example("groups", Plain, ("Groups", "一考场\n二考场"), ("Level", "MeanOfMeans"), ("LeaveOut", "3")));
        const string below = "本模块可以低于 0：有一组平均不大于 0 时拉不平，全体都没有成绩"; // R-K9, R-M2
        Assert.Equal(below, Example("groups", Plain with { BelowZero = true }, ("Groups", "一考场\n二考场"), ("Level", "MeanOfMeans"))[^1]);
        Assert.DoesNotContain(below, Example("groups", Plain with { BelowZero = true }, ("Groups", "一考场\n二考场")));
        Assert.Equal("一考场：只由本组裁判评，评 86.00 就是 86.00", Example("groups", Plain, ("Groups", "一考场\n二考场"))[0]);
    }

    [Fact]
    public void A_group_keeps_its_id_when_it_is_renamed_or_moved()
    {
        var two = (Module)Set("groups", Plain, ("Groups", "一考场\n二考场"));
        Assert.Equal(["1 一考场", "2 二考场"], Groups(two));
        Assert.Equal(["2 二考场", "1 一考场"], Groups(Set("groups", two, ("Groups", "二考场\n一考场"))));
        Assert.Equal(["1 A 厅", "2 二考场", "3 三考场"], Groups(Set("groups", two, ("Groups", "A 厅\n二考场\n三考场"))));
        Assert.Null(((Module)Set("groups", two, ("Groups", ""))).Panel);

        static IEnumerable<string> Groups(object module) => ((Module)module).Panel!.Groups!.Select(g => $"{g.Id} {g.Name}");
    }

    [Fact]
    public void Overtime_by_steps_and_out() => Assert.Equal( // R-K6
        [
            "用时 1:01:00，超时 0:01:00：扣 0.50", "用时 1:01:01，超时 0:01:01：扣 1.00", "用时 1:03:01，超时 0:03:01：扣 2.00",
            "用时 1:30:00，超时 0:30:00：扣 15.00", "用时 1:30:01，超时 0:30:01：超时淘汰",
        ],
        Example("overtime", Plain with { Time = new TimeRule(3600) }, ("Every", "60"), ("Off", "0.5"), ("Above", "30")));

    [Fact]
    public void Steps_need_a_limit_and_take_the_place_of_bands()
    {
        Assert.Equal("请先在模块里填写限时并保存", Fault("overtime", Plain, ("Every", "60"), ("Off", "1")));
        var banded = Plain with { Time = new TimeRule(3600, [new(null, 5m)]) };
        Assert.Null(((Module)Set("overtime", banded, ("Every", "60"), ("Off", "1"))).Time!.Overtime);
        Assert.NotNull(((Module)Set("overtime", banded, ("Above", "10"))).Time!.Overtime);
    }

    [Theory]
    [InlineData("Best", "2", "", 100, "第 1 次 81.00；第 2 次 90.00（算） → 90.00|第 1 次 81.00（算）；第 2 次 弃试 → 81.00")]
    [InlineData("Last", "3", "", 100, "第 1 次 81.00；第 2 次 90.00；第 3 次 88.00（算） → 88.00|第 1 次 81.00（算）；第 2 次 弃试；第 3 次 弃试 → 81.00")]
    [InlineData("SumOfBest", "3", "2", 200, "第 1 次 81.00；第 2 次 90.00（算）；第 3 次 88.00（算） → 178.00|第 1 次 81.00（算）；第 2 次 弃试；第 3 次 弃试 → 81.00")]
    public void Runs_that_count(string counts, string most, string best, int full, string lines) => Assert.Equal( // R-K7
        lines.Split('|'), Example("attempts", Plain with { FullMark = full }, ("Most", most), ("Counts", counts), ("Best", best)));

    [Fact]
    public void Bonus_and_factor_lift_a_module_as_far_as_declared() => Assert.Equal( // R-K9
        ["得分 90 ＋ 加分 2.5 → 92.50", "得分 90 ＋ 加分 10 → 95.00", "得分 90 × 系数 1.2 → 105.00", "录入负数不收，最低 0 分"],
        Example("bonus", Plain, ("Bonus", "5")));

    [Fact]
    public void A_module_of_a_quiz_goes_below_0() =>
        Assert.Equal("录入 -20.00 可以，就记 -20.00", Example("bonus", Plain, ("Below", "yes"))[^1]);

    [Theory]
    [InlineData("Mean", "", "Zero", 100, "甲 80.00，乙 90.00，丙 85.00 → 全队 85.00|甲 80.00，乙 90.00，丙 缺考 → 全队 56.67")]
    [InlineData("Mean", "", "LeaveOut", 100, "甲 80.00，乙 90.00，丙 85.00 → 全队 85.00|甲 80.00，乙 90.00，丙 缺考 → 全队 85.00")]
    [InlineData("Sum", "3", "Zero", 300, "甲 80.00，乙 90.00，丙 85.00 → 全队 255.00|甲 80.00，乙 90.00，丙 缺考 → 全队 170.00")]
    public void Members_are_marked_one_by_one(string counts, string size, string absent, int full, string lines) => Assert.Equal( // R-K14
        lines.Split('|'), Example("members", Plain with { FullMark = full }, ("Counts", counts), ("Size", size), ("Absent", absent)));

    [Fact]
    public void The_entrants_signature_is_asked_for() => // R-K18
        Assert.Contains("选手签字", Assert.Single(Example("entrantSigns", Trade, ("Asked", "yes"))), StringComparison.Ordinal);

    [Theory]
    [InlineData("precision", "Decimals", "二")]
    [InlineData("review", "First", "2.5")]
    [InlineData("attempts", "Most", "99")]
    [InlineData("groups", "LeaveOut", "一")]
    public void What_cannot_be_read_is_asked_for(string rule, string field, string value)
    {
        object part = rule is "precision" or "review" ? Trade : Plain;
        var typed = RuleForms.Named(rule)!.Written(part).Select(w => (w.Key, w.Key == field ? value : w.Value)).ToList();
        (string, string)[] all = rule == "groups" ? [.. typed.Where(t =>
            t.Key is not ("Groups" or "Level")), ("Groups", "一\n二"), ("Level", "MeanOfAll")] : [.. typed];

        Assert.Contains("请填", Fault(rule, part, all), StringComparison.Ordinal);
    }

    private static string Written(object part) => JsonSerializer.Serialize(part, part.GetType(), ScoringJson.Options);

    private static IEnumerable<Trade> Trades() => Directory.GetFiles(Path.Combine(Examples(), "templates"), "*.json")
        .SelectMany(f => CompetitionFileReader.Read(File.ReadAllBytes(f)).File!.Trades!); // templates read without a problem: TemplateTests

    private static string Examples()
    {
        var at = new DirectoryInfo(AppContext.BaseDirectory);
        while (!Directory.Exists(Path.Combine(at.FullName, "examples")))
        {
            at = at.Parent!;
        }

        return Path.Combine(at.FullName, "examples");
    }
}
