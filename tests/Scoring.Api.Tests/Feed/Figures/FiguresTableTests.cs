using Scoring.Api.Feed;
using Scoring.Api.Feed.Figures;
using Scoring.Api.Storage;
using Scoring.Core.Awards;

namespace Scoring.Api.Tests.Feed.Figures;

/// <summary>What editions add up to, by hand.</summary>
public sealed class FiguresTableTests
{
    private static readonly PastEdition First = Edition("a", 2024, "市级", ["市总工会"],
        Entry("电工", "甲", "一厂", "一等奖", titles: ["技术能手"]), Entry("电工", "乙", "一厂", "二等奖"), Entry("钳工", "甲", "一厂"), Entry("钳工", "丙", "二厂"));

    private static readonly PastEdition Second = Edition("b", 2025, "省级", ["市总工会", "人社局"],
        Entry("电工", "甲", "一厂", "二等奖"), Entry("电工", "丁", "三厂", "一等奖", titles: ["技术能手"], certificates: 1), Entry("钳工", "戊", "三厂"),
        Entry("钳工", "己", "四厂", "三等奖"), Entry("焊工", "丙", "二厂"));

    private static readonly PastEdition Undated = Edition("c", null, null, []);

    [Fact]
    public void Whoever_comes_twice_is_one_person_and_two_times()
    {
        var table = FiguresTable.Of([Second, First], new(FiguresBy.Year));
        Assert.Equal(["2024年", "2025年"], table.Lines.Select(l => l.Name));
        Assert.Equal([3, 5], table.Lines.Select(l => l.Count(Measure.People)));
        Assert.Equal([4, 5], table.Lines.Select(l => l.Count(Measure.Times)));
        Measure[] all = [Measure.People, Measure.Times, Measure.Organizations, Measure.Trades];
        Assert.Equal([6, 9, 4, 5], all.Select(table.Total.Count));
        Assert.Equal(["比赛", "工种", "单位", "人数", "人次", "获奖", "一等奖", "二等奖", "三等奖", "技术能手", "证书"], table.Measures.Select(m => m.Name));
        Assert.Equal([2, 2, 1, 2, 1], table.Measures.Skip(6).Select(table.Total.Count));
    }

    [Theory]
    [InlineData(43, 56, "30.2")] // 参赛企业增长 30.2%
    [InlineData(43, 64, "48.8")] // 选手增长 48.8%
    [InlineData(3, 2, "-33.3")]
    [InlineData(8, 8, "0.0")]
    [InlineData(800, 801, "0.1")] // 0.125
    [InlineData(2000, 2001, "0.1")] // 0.05 rounds up
    public void Growth_is_on_the_line_before_in_percent_with_one_decimal(int before, int now, string percent)
    {
        var table = FiguresTable.Of([Firms("x", 2024, before), Firms("y", 2025, now)], new(FiguresBy.Edition));
        Assert.Equal(decimal.Parse(percent, System.Globalization.CultureInfo.InvariantCulture), table.Growth(1, Measure.Organizations));
        Assert.Null(table.Growth(0, Measure.Organizations));
    }

    [Fact]
    public void Nothing_before_has_no_growth_and_lines_that_do_not_follow_one_another_have_none()
    {
        Assert.Null(FiguresTable.Of([First, Second], new(FiguresBy.Year)).Growth(1, new("title:x", "x", "人", _ => [], _ => 0)));
        Assert.Null(FiguresTable.Of([First, Second], new(FiguresBy.Level)).Growth(1, Measure.People));
    }

    [Fact]
    public void An_edition_with_two_hosts_stands_with_both_and_counts_once_in_all()
    {
        var table = FiguresTable.Of([First, Second, Undated], new(FiguresBy.Host));
        Assert.Equal([("市总工会", 2), ("人社局", 1), (FiguresTable.Unsaid, 1)], table.Lines.Select(l => (l.Name, l.Count(Measure.Contests))));
        Assert.Equal(3, table.Total.Count(Measure.Contests));
    }

    [Fact]
    public void A_tag_divides_the_entries_of_one_edition()
    {
        var tagged = Edition("t", 2025, null, [],
            Entry("电工", "甲", "一厂", tags: "冶金"), Entry("电工", "乙", "二厂", tags: "化工"), Entry("电工", "丙", "三厂"));
        var table = FiguresTable.Of([tagged], new(FiguresBy.Tag, "行业"));
        Assert.Equal(["冶金", "化工", FiguresTable.Unsaid], table.Lines.Select(l => l.Name).Order(StringComparer.Ordinal));
        Assert.All(table.Lines, line => Assert.Equal(1, line.Count(Measure.People)));
        Assert.Equal(1, table.Total.Count(Measure.Contests));
    }

    [Fact]
    public void Only_what_is_asked_for_counts()
    {
        Assert.Equal(1, FiguresTable.Of([First, Second, Undated], new(FiguresBy.Year, From: 2025)).Total.Count(Measure.Contests));
        Assert.Equal(1, FiguresTable.Of([First, Second, Undated], new(FiguresBy.Year, To: 2024)).Total.Count(Measure.Contests));
        Assert.Equal(1, FiguresTable.Of([First, Second, Undated], new(FiguresBy.Year, Level: "省级")).Total.Count(Measure.Contests));
        FiguresQuery hosted = new(FiguresBy.Year, Series: "殷都杯", Host: "市总工会");
        Assert.Equal(2, FiguresTable.Of([First, Second, Undated], hosted).Total.Count(Measure.Contests));
        Assert.Empty(FiguresTable.Of([First], new(FiguresBy.Year, Series: "别的")).Lines);
    }

    [Fact]
    public void A_pair_is_two_people_and_one_award()
    {
        var pair = Edition("p", 2025, null, [], Entry("双人", "甲乙", "一厂", "一等奖", people: ["p1", "p2"]));
        var total = FiguresTable.Of([pair], new(FiguresBy.Year)).Total;
        Assert.Equal((2, 2, 1), (total.Count(Measure.People), total.Count(Measure.Times), total.Count(Measure.Awards)));
    }

    [Fact]
    public void Behind_each_figure_stands_a_list_as_long_as_it_is()
    {
        var table = FiguresTable.Of([First, Second, Undated], new(FiguresBy.Year));
        Assert.All(table.Lines.Append(table.Total), line => Assert.All(table.Measures, m =>
        {
            Assert.Equal(line.Count(m), m.Of(line.Facts).Count);
            Assert.All(m.Of(line.Facts), counted => Assert.NotEmpty(counted.From));
        }));
        var often = Measure.People.Of(table.Total.Facts).Where(p => p.From.Count > 1).Select(p => p.Name);
        Assert.Equal(["丙", "甲"], often.Order(StringComparer.Ordinal));
        Assert.Same(table.Total, table.Line(null));
        Assert.Null(table.Line("1999"));
    }

    [Fact]
    public void Money_and_what_was_saved_are_sums_with_their_growth_and_the_parts_behind_them()
    {
        static PastEntry Won(string name, decimal money, params MetricFigure[] metrics) =>
            Entry("电工", name, "一厂", "一等奖") with { Money = money, Metrics = metrics };
        var before = Edition("a", 2024, null, [], Won("甲", 1000, new MetricFigure("节电量", "kWh", 1200.5m)), Won("乙", 0));
        var now = Edition("b", 2025, null, [], Won("丙", 1500, new MetricFigure("节电量", "kWh", 1300m)),
            Won("丁", 500.5m, new MetricFigure("节约成本", "万元", 12.25m)));
        var table = FiguresTable.Of([before, now], new(FiguresBy.Year));
        var sums = table.Measures.Where(m => m.IsAmount).ToList();
        Assert.Equal([("奖金", "元"), ("节电量", "kWh"), ("节约成本", "万元")], sums.Select(m => (m.Name, m.Unit)));
        Assert.Equal([3000.5m, 2500.5m, 12.25m], sums.Select(table.Total.Figure));
        Assert.Equal([100.1m, 8.3m, null], sums.Select(m => table.Growth(1, m))); // 1000.5 of 1000, 99.5 of 1200.5, nothing before
        Assert.Equal([("甲", 1000m), ("丙", 1500m), ("丁", 500.5m)], sums[0].Of(table.Total.Facts).Select(c => (c.Name, c.Amount!.Value)));
        Assert.Contains("，发放奖金 3000.5 元，节电量 2500.5 kWh，节约成本 12.25 万元。", FiguresWords.Of(table, "", "工种"), StringComparison.Ordinal);
        Assert.DoesNotContain(FiguresTable.Of([First], new(FiguresBy.Year)).Measures, m => m.IsAmount);
    }

    [Fact]
    public void A_rate_has_its_mean_and_yuan_of_one_metric_are_added_up_in_ten_thousands()
    {
        static PastEntry Reached(string name, params MetricFigure[] metrics) => Entry("电工", name, "一厂") with { Metrics = metrics };
        var table = FiguresTable.Of(
            [
                Edition("a", 2024, null, [], Reached(
                    "甲", new MetricFigure("效益", "万元", 9_000m), new MetricFigure("电耗", "kWh/t", 550m, Rate: true))),
                Edition("b", 2025, null, [], Reached(
                    "乙", new MetricFigure("效益", "元", 20_005_000m), new MetricFigure("电耗", "kWh/t", 556.01m, Rate: true))),
            ], new(FiguresBy.Year));
        var sums = table.Measures.Where(m => m.IsAmount).ToList();
        Assert.Equal([("效益", "万元"), ("平均电耗", "kWh/t")], sums.Select(m => (m.Name, m.Unit)));
        Assert.Equal([11_000.5m, 553.01m], sums.Select(table.Total.Figure)); // (550 + 556.01) ÷ 2 = 553.005
        Assert.Equal([("甲", 9_000m), ("乙", 2_000.5m)], sums[0].Of(table.Total.Facts).Select(c => (c.Name, c.Amount!.Value)));
        Assert.Contains("，效益 1.1001 亿元，平均电耗 553.01 kWh/t。", FiguresWords.Of(table, "", "工种"), StringComparison.Ordinal);
    }

    [Fact]
    public void Team_firsts_team_prizes_pairs_and_values_of_tags_are_counted_with_their_lists()
    {
        PastTeam Team(int? rank, string firm, string? prize) => new(new("g"), "运动会", null, "团体", firm, null, rank, 9, prize, 2);
        var games = Edition(
            "g", 2025, null, [], Entry("电工", "甲乙", "一厂", tags: "冶金", people: ["甲", "乙"]), Entry("钳工", "丙", "二厂", tags: "化工"));
        PastTeam[] teams = [Team(1, "一厂", null), Team(2, "二厂", "组织奖"), Team(null, "三厂", "组织奖")];
        var edition = games with { People = new(games.People.Value with { Teams = teams }) };
        var table = FiguresTable.Of([edition], new(FiguresBy.Edition));
        Assert.Equal(["行业 2", "双人和团队 1", "团体第一 1", "组织奖 2"], table.Measures.Where(m =>
            m.Key is "tag:行业" or "groups" or "team:first" or "teamprize:组织奖").Select(m => $"{m.Name} {table.Total.Count(m)}"));
        var industries = table.Measures.First(m => m.Key == "tag:行业").Of(table.Total.Facts);
        Assert.Equal(["冶金", "化工"], industries.Select(c => c.Name).Order(StringComparer.Ordinal));
        Assert.Contains("涉及行业 2 个", FiguresWords.Of(table, "", "工种"), StringComparison.Ordinal);

        var divided = FiguresTable.Of([edition], new(FiguresBy.Tag, "行业"));
        Assert.Equal(2, divided.Lines.Count); // a team is of no tag
        Assert.Contains("设工种 2 个（行业 2 个：", FiguresWords.Of(divided, "", "工种"), StringComparison.Ordinal);
    }

    [Fact]
    public void The_register_counts_by_year_level_and_giver_and_is_no_contest()
    {
        RegisteredAward[] register =
        [
            new("庚", "一厂", "劳动模范", "省级", "省总工会", Awarded: "2023-05"), new("辛", "二厂", "劳动模范", "省级", "省总工会", Awarded: "2026"),
            new("壬", "二厂", "技术能手"),
        ];
        var years = FiguresTable.Of([First, Second], new(FiguresBy.Year), register);
        Assert.Equal([FiguresTable.Unsaid, "2023年", "2024年", "2025年", "2026年"], years.Lines.Select(l => l.Name));
        Assert.Equal([1, 1, 0, 0, 1], years.Lines.Select(l => l.Count(Measure.Registered)));
        Assert.Equal(2, years.Total.Count(Measure.Contests));
        Assert.Null(years.Growth(4, Measure.People)); // a year without a contest has not lost everybody
        Assert.Equal((2, 3), years.Span);
        var words = FiguresWords.Of(years, "", "工种");
        Assert.Contains("；另登记荣誉 3 项，其中技术能手 1 人、劳动模范 2 人。2025年与2024年相比，", words, StringComparison.Ordinal);

        Assert.Equal(2, FiguresTable.Of([First], new(FiguresBy.Level), register).Line("省级")!.Count(Measure.Registered));
        Assert.Equal(2, FiguresTable.Of([First], new(FiguresBy.Host), register).Line("省总工会")!.Count(Measure.Registered));
        Assert.Equal(1, FiguresTable.Of([First], new(FiguresBy.Year, From: 2024), register).Total.Count(Measure.Registered));
        FiguresQuery[] without = 
            [new(FiguresBy.Edition), new(FiguresBy.Series), new(FiguresBy.Tag, "行业"), new(FiguresBy.Year, Series: "殷都杯")];
        Assert.All(without, query => Assert.Equal(0, FiguresTable.Of([First], query, register).Total.Count(Measure.Registered)));
    }

    [Fact]
    public void Of_several_years_the_newest_stands_beside_the_first_too()
    {
        var table = FiguresTable.Of([Firms("x", 2016, 4), Firms("y", 2024, 8), Firms("z", 2025, 10)], new(FiguresBy.Year));
        Assert.Equal((0, 2), table.Span);
        Assert.Equal(150m, table.Growth(0, 2, Measure.Organizations));
        Assert.EndsWith(
            "2025年与2024年相比，参赛单位、参赛人数分别增长 25.0%、25.0%。2025年与2016年相比，参赛单位、参赛人数分别增长 150.0%、150.0%。",
            FiguresWords.Of(table, "", "工种"), StringComparison.Ordinal);
    }

    [Fact]
    public void Contests_of_a_level_are_told_apart_in_the_paragraph()
    {
        var table = FiguresTable.Of([First, Second, First with { Competition = new("d") }, Undated], new(FiguresBy.Level));
        Assert.StartsWith("共举办比赛 4 场（市级 2 场、省级 1 场），", FiguresWords.Of(table, "", "工种"), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_says_it_all_and_how_it_grew()
    {
        var table = FiguresTable.Of([First, Second], new(FiguresBy.Year));
        Assert.Equal(
            "“殷都杯”共举办比赛 2 场，设工种 5 个，4 家单位 6 人参赛（9 人次），评出一等奖 2 名、二等奖 2 名、三等奖 1 名，授予技术能手 2 人，颁发证书 1 份。"
            + "2025年与2024年相比，参赛单位、参赛人数、获奖分别增长 100.0%、66.7%、50.0%。",
            FiguresWords.Of(table, "“殷都杯”", "工种"));
        Assert.Equal("共举办比赛 1 场，设工种 0 个，0 家单位 0 人参赛（0 人次）。", FiguresWords.Of(FiguresTable.Of([Undated], new(FiguresBy.Year)), "", "工种"));
    }

    [Theory]
    [InlineData(4, 4, 2, 4, "参赛单位持平", "参赛人数增长")]
    [InlineData(4, 2, 4, 2, "参赛单位、参赛人数分别下降 50.0%、50.0%", "相比")]
    public void What_fell_and_what_stayed_is_said_too(int firms, int firmsNow, int people, int peopleNow, params string[] said)
    {
        var table = FiguresTable.Of([Firms("x", 2024, firms, people), Firms("y", 2025, firmsNow, peopleNow)], new(FiguresBy.Year));
        Assert.All(said, words => Assert.Contains(words, FiguresWords.Of(table, "", "工种"), StringComparison.Ordinal));
    }

    private static PastEdition Firms(string id, int year, int firms, int? people = null) =>
        Edition(id, year, null, [],
            [.. Enumerable.Range(0, firms).Select(n => Entry("电工", $"人{n}", $"厂{n}", people: [$"p{n % (people ?? firms)}"]))]);

    private static PastEdition Edition(
        string id, int? year, string? level, IReadOnlyList<string> hosts, params IReadOnlyList<PastEntry> entries) =>
        new(new(id), $"比赛{id}", year is null ? null : "殷都杯", null, year is { } y ? new DateOnly(y, 5, 1) : null, 0, 0, 0, 0, level, hosts)
        {
            People = new(new EditionPeople([], entries, [])),
        };

    private static PastEntry Entry(
        string trade, string name, string organization, string? award = null, IReadOnlyList<string>? titles = null,
        int certificates = 0, string? tags = null, IReadOnlyList<string>? people = null)
    {
        var tagged = new Dictionary<string, string>();
        if (tags is not null)
        {
            tagged["行业"] = tags;
        }

        return new(trade, name, people ?? [name], organization, tagged, award, null, titles, certificates);
    }
}
