using Scoring.Core.Sayings;

namespace Scoring.Core.Tests.Sayings;

public sealed class SayingTests
{
    private static Saying CheckedIn(string code) => $"{code} 已经检录";

    [Fact]
    public void The_text_and_what_fills_it_stay_apart()
    {
        var hours = 1.50m;
        Saying saying = $"申诉时限是赛后 {hours:0.##} 小时，{"A01"} 已过 {2} 次";

        Assert.Equal("申诉时限是赛后 {0:0.##} 小时，{1} 已过 {2} 次", saying.Text);
        Assert.Equal([1.50m, "A01", 2], saying.Values);
        Assert.Equal("申诉时限是赛后 1.5 小时，A01 已过 2 次", saying.ToString());
        Assert.Equal(saying.ToString(), string.Format(System.Globalization.CultureInfo.InvariantCulture, saying.Text, [.. saying.Values]));
    }

    [Fact]
    public void A_saying_fills_a_hole_and_keeps_its_own()
    {
        Saying around = $"还差 1 项：{CheckedIn("A02")}";

        Assert.Equal("还差 1 项：{0}", around.Text);
        Assert.Equal([CheckedIn("A02")], around.Values);
        Assert.Equal("还差 1 项：A02 已经检录", around.ToString());
    }

    [Fact]
    public void Lines_put_together_are_one_text()
    {
        var (n, m) = (1, 2);
        Saying saying = $"第 {n} 名，"
            + $"共 {m} 人";

        Assert.Equal(("第 {0} 名，共 {1} 人", "第 1 名，共 2 人"), (saying.Text, saying.ToString()));
    }

    [Fact]
    public void Equal_when_the_text_and_the_values_are()
    {
        Assert.Equal(CheckedIn("A01"), CheckedIn("A01"));
        Assert.True(CheckedIn("A01") == CheckedIn("A01"));
        Assert.Equal(CheckedIn("A01").GetHashCode(), CheckedIn("A01").GetHashCode());
        Assert.NotEqual(CheckedIn("A01"), CheckedIn("A02"));
        Assert.NotEqual(CheckedIn("A01").Text, ((Saying)$"{"A01"} 没有检录").Text);
        Assert.NotEqual(CheckedIn("A01"), (Saying)$"A01 已经检录");
        Assert.Equal<Saying>($"甲：{CheckedIn("A01")}", $"甲：{CheckedIn("A01")}");
    }

    [Fact]
    public void Braces_and_empty_holes_are_no_trouble()
    {
        string? nobody = null;
        Saying saying = $"写成 {{0}}，{nobody}完";

        Assert.Equal(("写成 {{0}}，{0}完", "写成 {0}，完"), (saying.Text, saying.ToString()));
        Assert.Equal("写成 {0}，完", string.Format(System.Globalization.CultureInfo.InvariantCulture, saying.Text, [.. saying.Values]));
        Assert.Equal(("", "", 0), (((Saying)$"").ToString(), ((Saying)$"").Text, ((Saying)$"").Values.Count));
    }

    [Fact]
    public void Several_are_put_in_a_row()
    {
        Assert.Equal(("{0}、{1}", "A01、A02"), (Saying.Join("、", ["A01", "A02"]).Text, Saying.Join("、", ["A01", "A02"]).ToString()));
        Assert.Equal("A01 已经检录；A02 已经检录", Saying.Join("；", [CheckedIn("A01"), CheckedIn("A02")]).ToString());
        Assert.Equal("", Saying.Join<string>("、", []).ToString());
    }

    [Fact] // A saying is kept for each entrant: it costs its sentence only where somebody reads it.
    public void Nothing_is_made_a_sentence_until_it_is_shown()
    {
        var told = new Told();
        Saying saying = $"{told}";

        Assert.Equal(0, told.Times);
        Assert.Equal("说", saying.ToString());
        Assert.Equal(1, told.Times);
    }

    private sealed class Told
    {
        public int Times { get; private set; }

        public override string ToString() => ++Times > 0 ? "说" : "";
    }
}
