using Scoring.Core.Checking;

namespace Scoring.Core.Tests.Checking;

/// <summary>Ids, names, reasons and lists of them.</summary>
public sealed class TextCheckTests
{
    private const string NoId = "编号应为 1 至 40 个字母、汉字、数字或 - _ .，不带空格";
    private const string NoFileName = "竞赛编号也是文件名，应为 1 至 64 个小写英文字母、数字或 -，以字母或数字开头，且不是 con、nul 等系统保留名";
    private const string Forty = "1234567890123456789012345678901234567890";

    private static List<string> Found(Action<Findings> check)
    {
        var findings = new Findings();
        check(findings);
        return [.. findings.All().Select(p => $"{p.Path} {p.Allowed}")];
    }

    [Theory]
    [InlineData("a", true)]
    [InlineData("工位1", true)]
    [InlineData("A-1_2.b", true)]
    [InlineData(Forty, true)]
    [InlineData(Forty + "1", false)]
    [InlineData("", false)]
    [InlineData("a b", false)]
    [InlineData("a/b", false)]
    [InlineData("a\n", false)]
    [InlineData("\na", false)]
    [InlineData("①", false)]
    public void An_id_is_letters_and_figures(string id, bool good) =>
        Assert.Equal(good ? [] : [$"$.id {NoId}"], Found(f => f.Id("$.id", id)));

    [Theory]
    [InlineData("ydb", true)]
    [InlineData("2026-ydb", true)]
    [InlineData("console", true)]
    [InlineData("com", true)]
    [InlineData("com10", true)]
    [InlineData("con", false)]
    [InlineData("nul", false)]
    [InlineData("com1", false)]
    [InlineData("con\n", false)]
    [InlineData("ydb\n", false)]
    [InlineData("Ydb", false)]
    [InlineData("-ydb", false)]
    [InlineData("殷都杯", false)]
    [InlineData("", false)]
    [InlineData("123456789012345678901234" + Forty, true)] // 64
    [InlineData("1234567890123456789012345" + Forty, false)]
    public void An_id_of_a_contest_is_a_files_name_on_every_system(string id, bool good) =>
        Assert.Equal(good ? [] : [$"$.id {NoFileName}"], Found(f => f.CompetitionId("$.id", id)));

    [Theory]
    [InlineData("张 三·𬭸", null)]
    [InlineData("", "不能空着")]
    [InlineData(" 　", "不能空着")]
    [InlineData("张\n三", "有打不出来的字符，请重新录入")]
    [InlineData("张\u0007三", "有打不出来的字符，请重新录入")]
    [InlineData("张\uFFFD三", "有打不出来的字符，请重新录入")]
    public void A_name_is_one_line_that_can_be_printed(string name, string? says)
    {
        string[] said = says is null ? [] : [$"$.name {says}"];
        Assert.Equal(said, Found(f => f.Name("$.name", name)));
        Assert.Equal(said, Found(f => f.NameIfAny("$.name", name)));
        Assert.Equal(says is null ? [] : [$"$.names[1] {says}"], Found(f => f.Names("$.names", ["甲", name])));
    }

    [Fact]
    public void A_name_has_at_most_200_characters()
    {
        Assert.Empty(Found(f => f.Name("$.name", new string('字', 200))));
        Assert.Equal(["$.name 最多 200 个字"], Found(f => f.Name("$.name", new string('字', 201))));
    }

    [Fact]
    public void What_may_be_left_out_is_no_error()
    {
        Assert.Empty(Found(f => f.NameIfAny("$.name", null)));
        Assert.Empty(Found(f => f.Names("$.names", null)));
        Assert.Empty(Found(f => f.ReasonIfAny("$.reason", null)));
        Assert.Empty(Found(f => f.Tags("$.tags", null)));
        Assert.Empty(Found(f => f.Unique<string>(null, k => k, i => $"$[{i}]", $"编号")));
    }

    [Fact]
    public void A_reason_has_any_length_and_lines_and_is_not_blank()
    {
        Assert.Empty(Found(f => f.Reason("$.reason", new string('因', 1000) + "\n二")));
        Assert.Equal(["$.reason 不能空着"], Found(f => f.Reason("$.reason", " \n")));
        Assert.Equal(["$.reason 不能空着"], Found(f => f.ReasonIfAny("$.reason", "")));
    }

    [Fact] // R-K15
    public void Neither_side_of_a_tag_is_blank()
    {
        Assert.Empty(Found(f => f.Tags("$.tags", new Dictionary<string, string> { ["组别"] = "学生组" })));
        Assert.Equal(["$.tags.组别 不能空着"], Found(f => f.Tags("$.tags", new Dictionary<string, string> { ["组别"] = " " })));
        Assert.Equal(["$.tags 不能空着"], Found(f => f.Tags("$.tags", new Dictionary<string, string> { [" "] = "学生组" })));
    }

    [Fact]
    public void A_key_that_came_before_is_told_with_its_first_place_and_a_blank_one_is_none() => Assert.Equal(
        ["$[2].id 编号不能重复，$[0].id 已经用了", "$[5].id 编号不能重复，$[0].id 已经用了"],
        Found(f => f.Unique<string?>(["a", "A", "a", "", "", "a", null, null], k => k, i => $"$[{i}].id", $"编号")));

    [Theory]
    [InlineData("u1", "u1 u2", null)]
    [InlineData("u9", "u1 u2", "没有这个单位，应为 u1、u2，是否为 u1？")]
    [InlineData("zzz", "u1 u2", "没有这个单位，应为 u1、u2")]
    [InlineData("u1", "", "文件里没有任何单位")]
    public void An_id_that_nothing_carries_is_told_with_the_nearest(string id, string known, string? says)
    {
        string[] ids = known.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var carried = false;

        Assert.Equal(says is null ? [] : [$"$.of {says}"], Found(f => carried = f.Known("$.of", id, ids, $"单位")));
        Assert.Equal(says is null, carried);
    }

    [Fact]
    public void Where_the_one_that_is_missing_may_be_one_that_could_not_be_read_nothing_is_said()
    {
        Assert.Empty(Found(f => Assert.False(f.Known("$.of", "u9", ["u1", ""], $"单位")))); // an id that could not be read
        Assert.Equal(["$.units 应为列表"], Found(f =>
        {
            f.Unreadable("$.units", $"x", $"应为列表");
            Assert.False(f.Known("$.of", "u9", [], $"单位"));
        }));
        Assert.Equal(["$.name 应为文字", "$.of 没有这个单位，应为 u1，是否为 u1？"], Found(f =>
        {
            f.Unreadable("$.name", $"5", $"应为文字");
            f.Known("$.of", "u9", ["u1"], $"单位");
        }));
    }
}
