using Scoring.Api.Lists;
using Scoring.Core.Ledger.Events;
using Scoring.Testing;

namespace Scoring.Api.Tests.Lists.Sent;

/// <summary>Members of pairs and teams have document numbers and phones of their own by a list (R-K14), however the list writes
/// them.</summary>
public sealed class MemberNumberTests
{
    private static readonly string[] _ids = [MessyWorkbook.Id(1), MessyWorkbook.Id(2), MessyWorkbook.Id(3)];

    private static byte[] Sheet(params object?[][] rows)
    {
        var book = new MessyWorkbook();
        foreach (var row in rows)
        {
            book.Row(row);
        }

        return book.Bytes();
    }

    private static string Known(EntrantImport import, int row = 0) => string.Join("；", (import.Rows[row].Entrant?.Personal.Members ?? [])
        .Select(m => $"{m.Name} {(m.IdNumber is null ? "-" : Array.IndexOf(_ids, m.IdNumber))} {m.Phone ?? "-"}"));

    private static string Names(EntrantImport import, int row = 0) => string.Join('、', import.Rows[row].Entrant?.Members ?? []);

    [Fact]
    public void In_columns_of_their_own()
    {
        var import = new SentContest().People(Sheet(
            ["队名", "成员1姓名", "成员1身份证号", "成员1手机", "成员2姓名", "成员2身份证号", "成员2手机", "单位", "工种"],
            ["红队", "王五", _ids[0], "13900000001", "赵六", _ids[1], null, "甲厂", "电工"]));

        Assert.Empty(SentContest.Errors(import));
        Assert.Equal("王五、赵六", Names(import));
        Assert.Equal("王五 0 13900000001；赵六 1 -", Known(import));
    }

    [Fact]
    public void Under_a_word_over_several_columns()
    {
        var book = new MessyWorkbook();
        book.Row("队名", "队员一", null, null, "队员二", null, null, "单位", "工种").Row(null, "姓名", "证件号码", "电话", "姓名", "证件号码", "电话", null, null)
            .Row("红队", "王五", _ids[0], "13900000001", "赵六", _ids[1], "13900000002", "甲厂", "电工");
        var import = new SentContest().People(book.Bytes());

        Assert.Empty(SentContest.Errors(import));
        Assert.Equal("王五 0 13900000001；赵六 1 13900000002", Known(import));
    }

    [Fact]
    public void Of_a_captain_beside_the_others()
    {
        var import = new SentContest().People(Sheet(
            ["队名", "队长", "队长身份证号", "队员1", "队员1身份证号", "单位", "工种"], ["红队", "王五", _ids[0], "赵六", _ids[1], "甲厂", "电工"]));

        Assert.Empty(SentContest.Errors(import));
        Assert.Equal("王五 0 -；赵六 1 -", Known(import));
        Assert.Equal(["队长", ""], import.Rows[0].Entrant!.Beside.MemberRoles);
    }

    [Theory]
    [InlineData("王五、赵六", "{0}、{1}", "13900000001、无", "王五 0 13900000001；赵六 1 -")]
    [InlineData("王五（队长）、赵六", "无、{1}", null, "赵六 1 -")]
    [InlineData("王五（队长，{0}，13900000001）、赵六（{1}）", null, null, "王五 0 13900000001；赵六 1 -")]
    [InlineData("王五 {0}、赵六{1}", null, null, "王五 0 -；赵六 1 -")]
    [InlineData("王五（{0}", null, null, "王五 0 -")] // a bracket that is never closed
    [InlineData("{0}", null, null, "")] // a number is nobody's name
    public void In_one_column_in_the_order_of_the_members_or_behind_the_names(string members, string? numbers, string? phones, string known)
    {
        static string? Filled(string? text) => text is null ? null
            : string.Format(System.Globalization.CultureInfo.InvariantCulture, text, _ids);
        var import = new SentContest().People(Sheet(
            ["队名", "成员", "成员证件号码", "成员手机", "单位", "工种"], ["红队", Filled(members), Filled(numbers), phones, "甲厂", "电工"]));

        Assert.Equal(known, Known(import));
        Assert.Equal(known.Length == 0, SentContest.Errors(import).Any());
    }

    [Fact]
    public void A_single_name_a_row_has_its_number_as_everybody_has()
    {
        var import = new SentContest().People(Sheet(
            ["队员姓名", "队员身份证号", "队员手机", "单位", "工种"], ["王五", _ids[0], "13900000001", "甲厂", "电工"]));

        Assert.Equal(("王五", _ids[0], "13900000001"), (
            import.Rows[0].Entrant!.Name, import.Rows[0].Entrant!.Personal.IdNumber, import.Rows[0].Entrant!.Personal.Phone));
        Assert.Null(import.Rows[0].Entrant!.Members);
    }

    [Fact]
    public void What_is_wrong_is_said_where_it_stands_and_no_number_shows_in_full()
    {
        string[] head = ["队名", "成员1姓名", "成员1身份证号", "成员2姓名", "成员2身份证号", "单位", "工种"];
        var wrong = _ids[0][..17] + (_ids[0][17] == '1' ? '2' : '1');
        var import = new SentContest().People(Sheet(
            head, ["红队", "王五", wrong, "赵六", _ids[1], "甲厂", "电工"], ["黄队", "钱一", _ids[2], "孙二", _ids[2], "甲厂", "电工"],
            ["蓝队", "周三", null, null, _ids[0], "甲厂", "电工"]));

        Assert.Equal(["C2", "C3", "E4"], SentContest.Errors(import).Distinct());
        Assert.All(import.Rows.SelectMany(r => import.Cells(r)), c => Assert.DoesNotMatch("[0-9]{17}", c.Text));
        Assert.DoesNotMatch("[0-9]{17}", SentContest.Words(import));

        var counts = new SentContest().People(Sheet(
            ["队名", "成员", "成员证件号码", "单位", "工种"], ["红队", "王五、赵六、钱一", $"{_ids[0]}、{_ids[1]}", "甲厂", "电工"]));
        Assert.Contains("成员 3 人，这里写了 2 个", SentContest.Words(counts), StringComparison.Ordinal);
        Assert.All(counts.Cells(counts.Rows[0]), c => Assert.DoesNotMatch("[0-9]{17}", c.Text));
    }

    [Fact]
    public void A_later_list_keeps_what_it_does_not_say_and_members_are_known_by_their_numbers_under_other_names()
    {
        var contest = new SentContest();
        string[] head = ["成员1姓名", "成员1身份证号", "成员1手机", "成员2姓名", "成员2身份证号", "单位", "工种"];
        contest.Take(contest.People(Sheet(head, ["王五", _ids[0], "13900000001", "赵柳", _ids[1], "甲厂", "电工"])));

        // Without a team name the entrant is called by its members: a misspelt one makes another name.
        var mended = contest.People(Sheet(head, ["王五", _ids[0], null, "赵六", _ids[1], "甲厂", "电工"]));
        Assert.Equal(RowVerdict.Update, mended.Rows[0].Verdict);
        Assert.Equal("王五 0 13900000001；赵六 1 -", Known(mended));
        Assert.Contains("王五、赵柳改名为王五、赵六", SentContest.Words(mended), StringComparison.Ordinal);
        contest.Take(mended);
        Assert.Single(contest.State.Entrants);

        var bare = contest.People(Sheet(["成员1姓名", "成员2姓名", "单位", "工种"], ["王五", "赵六", "甲厂", "电工"]));
        Assert.Equal(RowVerdict.Same, bare.Rows[0].Verdict);
        var other = contest.People(Sheet(head, ["王五", _ids[0], null, "钱一", _ids[2], "甲厂", "电工"]));
        Assert.Equal(RowVerdict.New, other.Rows[0].Verdict);
    }

    [Fact]
    public void A_member_of_two_teams_of_a_trade_is_worth_a_look()
    {
        string[] head = ["队名", "成员1姓名", "成员1身份证号", "成员2姓名", "成员2身份证号", "单位", "工种"];
        var import = new SentContest().People(Sheet(
            head, ["红队", "王五", _ids[0], "赵六", _ids[1], "甲厂", "电工"], ["黄队", "王五", _ids[0], "孙二", _ids[2], "甲厂", "电工"],
            ["蓝队", "王五", _ids[0], "周三", null, "甲厂", "钳工"]));

        Assert.Equal(["B3"], SentContest.Warnings(import));
        Assert.Contains("成员王五在两队里", SentContest.Words(import), StringComparison.Ordinal);
    }

    [Fact]
    public void Once_marks_stand_a_list_changes_no_members_number()
    {
        var contest = new SentContest();
        string[] head = ["队名", "成员1姓名", "成员1身份证号", "成员2姓名", "成员2身份证号", "单位", "工种"];
        contest.Take(contest.People(Sheet(head, ["红队", "王五", _ids[0], "赵六", _ids[1], "甲厂", "电工"])));
        contest.Apply(new PhaseChanged(new("t1"), Phase.Review));

        Assert.NotEmpty(SentContest.Errors(contest.People(Sheet(head, ["红队", "王五", _ids[0], "赵六", _ids[2], "甲厂", "电工"]))));
        Assert.Empty(SentContest.Errors(contest.People(Sheet(head, ["红队", "王五", _ids[0], "赵六", null, "甲厂", "电工"]))));
    }
}
