using Scoring.Core.Checking;

namespace Scoring.Core.Tests.Checking;

/// <summary>What is found is told once, in the order it was found, and up to a thousand times.</summary>
public sealed class FindingsTests
{
    [Fact]
    public void A_warning_is_found_but_fails_nothing_and_two_errors_fail_as_one_does()
    {
        var findings = new Findings();
        findings.Warn("$.a", $"1", $"偏小");

        Assert.False(findings.Failed);
        Assert.Equal("$.a：现为 1；偏小", Assert.Single(findings.All()).ToString());
        Assert.True(findings.All()[0].Warning);
        findings.Error("$.b", $"2", $"太大");
        findings.Error("$.c", 3.50m, $"太大");
        Assert.True(findings.Failed);
        Assert.Equal(["$.a：现为 1；偏小", "$.b：现为 2；太大", "$.c：现为 3.5；太大"], findings.All().Select(p => p.ToString()));
        Assert.Equal([true, false, false], findings.All().Select(p => p.Warning));
    }

    [Fact]
    public void What_must_hold_is_an_error_only_where_it_does_not()
    {
        var findings = new Findings();
        findings.Must(true, "$.a", $"1", $"太大");
        findings.Must(true, "$.a", 1m, $"太大");
        Assert.Empty(findings.All());

        findings.Must(false, "$.b", $"二", $"太大");
        findings.Must(false, "$.c", 10.0m, $"太大");
        Assert.Equal(["$.b：现为 二；太大", "$.c：现为 10；太大"], findings.All().Select(p => p.ToString()));
    }

    [Theory]
    [InlineData("$.a[1]", false, false)]
    [InlineData("$.a[1].b", false, false)]
    [InlineData("$.a[1][0]", false, false)]
    [InlineData("$.a[10]", true, true)]
    [InlineData("$.a", true, false)] // something in it is not
    [InlineData("$.ab", true, true)]
    [InlineData("$.c.d", false, false)]
    [InlineData("$.c.d[3].e", false, false)]
    [InlineData("$.c.de", true, true)]
    [InlineData("$.c", true, false)]
    [InlineData("$.x", true, true)]
    [InlineData("$", true, false)]
    public void What_could_not_be_read_is_unreadable_with_all_that_stands_in_it(string path, bool readable, bool whole)
    {
        var findings = new Findings();
        Assert.True(findings is { Doubtful: false } && findings.Readable(path) && findings.Whole(path));

        findings.Unreadable("$.a[1]", $"x", $"应为数字");
        findings.Unreadable("$.c.d", $"y", $"应为文字");
        Assert.True(findings is { Doubtful: true, Failed: true });
        Assert.Equal((readable, whole), (findings.Readable(path), findings.Whole(path)));

        findings.Error(path, $"z", $"太大");
        findings.Warn(path, $"z", $"偏小");
        Assert.Equal(readable ? 4 : 2, findings.All().Count);
    }

    [Fact]
    public void Past_a_thousand_only_that_there_is_more()
    {
        var findings = new Findings();
        for (var i = 1; i <= 1000; i++)
        {
            findings.Warn($"$[{i}]", $"x", $"偏小");
        }

        Assert.False(findings.Full);
        Assert.Equal(1000, findings.All().Count);

        findings.Error("$[1001]", $"x", $"太大");
        Assert.True(findings.Full);
        Assert.True(findings.Failed); // the one that is not listed
        Assert.Equal(1001, findings.All().Count);
        Assert.Equal("$[1000]：现为 x；偏小", findings.All()[999].ToString());
        Assert.Equal("$：现为 问题超过 1000 处；后面的没有列出，先改好上面这些再检查", findings.All()[1000].ToString());
    }

    [Fact]
    public void A_text_is_quoted_up_to_forty_characters_and_never_cut_inside_one()
    {
        Assert.Equal("“”", Findings.Quote("").ToString());
        Assert.Equal($"“{new string('字', 40)}”", Findings.Quote(new string('字', 40)).ToString());
        Assert.Equal($"“{new string('字', 39)}…”", Findings.Quote(new string('字', 41)).ToString());
        Assert.Equal($"“{new string('字', 38)}…”", Findings.Quote(new string('字', 38) + "𬭸字字").ToString());
        Assert.Equal($"“{new string('字', 37)}𬭸…”", Findings.Quote(new string('字', 37) + "𬭸字字").ToString());
    }

    [Theory]
    [InlineData("0", "0")]
    [InlineData("0.00", "0")]
    [InlineData("100", "100")]
    [InlineData("87.50", "87.5")]
    [InlineData("-0.25", "-0.25")]
    [InlineData("0.0000000000000000000000000001", "0.0000000000000000000000000001")]
    public void A_figure_has_no_zeros_at_its_end(string figure, string written) =>
        Assert.Equal(written, Findings.Figure(decimal.Parse(figure, System.Globalization.CultureInfo.InvariantCulture)));

    [Theory]
    [InlineData("x", "$.a：现为 x；应为数字")]
    [InlineData("", "$.a：应为数字")]
    [InlineData("一\n二", "$.a：现为 一\\n二；应为数字")]
    public void A_problem_is_one_line(string found, string line) => Assert.Equal(line, new Problem("$.a", $"{found}", $"应为数字").ToString());
}
