using Scoring.Api.Ledger;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>更正 (R-D2): the effect first, then two people; old beside new; papers that say what is no longer so come back.</summary>
public sealed class CorrectionTests
{
    private const string List = "/console/yindubei-2026/corrections/dg";

    [Fact]
    public async Task The_effect_is_shown_before_and_nothing_changes_until_two_have_signed()
    {
        await using var host = await ConsoleHost.Start();
        var (open, code, page) = await InReview(host);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        using var supervisor = await host.Office("jd", Role.Supervisor, open);
        var before = open.Sequence;

        var effect = await head.Weighs(page, "Apply", await Fields(head, page, "60"));
        Assert.Contains("人名次变动", effect);
        Assert.Contains($"更正 {code}", effect);
        Assert.Contains("<del>一等奖</del>", effect);
        Assert.Equal(before, open.Sequence);

        var signed = await Fields(head, page, "60");
        (signed["seen"], signed["secondLogin"], signed["secondPassword"]) = (Offices.Seen(effect), "jd", "wrong");
        Assert.Contains("第二人的账号或密码不对", await head.Weighs(page, "Apply", signed));
        (signed["secondLogin"], signed["secondPassword"]) = ("cpz", ConsoleHost.Password);
        Assert.Contains("须由另一人签名", await head.Weighs(page, "Apply", signed));
        Assert.Equal(before, open.Sequence);

        (signed["secondLogin"], signed["secondPassword"]) = ("jd", ConsoleHost.Password);
        var list = await head.Does(page, "Apply", signed, "已更正");
        Assert.Equal(before + 1, open.Sequence);
        Assert.Contains("99.00", list);
        Assert.Contains("60.00", list);
        Assert.Contains("录入时看错一位", list);
        Assert.Contains("jd", list);
        Assert.Contains("60.00", await supervisor.Read(List));
    }

    [Fact]
    public async Task A_sheet_is_corrected_aspect_by_aspect_and_an_impossible_mark_is_said_beside_its_field()
    {
        await using var host = await ConsoleHost.Start();
        var (open, code, _) = await InReview(host);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        using var supervisor = await host.Office("jd", Role.Supervisor, open);
        var page = $"/console/yindubei-2026/correct/dg/A/{code}";
        var sheet = open.Read(s => s.Trade(MarkedContest.Dg)!.ByCode(code)!.Entries(new ModuleId("A"))!.Sheets.OrderBy(x => x.Seat).First());
        var aspect = open.Read(s => s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Sheet.Aspects.First(a => a is PointsAspect));

        var fields = await SheetFields(head, open, page, sheet.Judge, code);
        fields[$"m.{aspect.Id}"] = "99";
        Assert.Contains("有 1 个评分点需要处理", await head.Weighs(page, "Apply", fields));

        fields = await SheetFields(head, open, page, sheet.Judge, code);
        fields[$"m.{aspect.Id}"] = "0";
        var effect = await head.Weighs(page, "Apply", fields);
        Assert.Contains("<del>" + aspect.FullMark.ToString("0.00", System.Globalization.CultureInfo.InvariantCulture) + "</del>", effect);
        (fields["seen"], fields["secondLogin"], fields["secondPassword"]) = (Offices.Seen(effect), "jd", ConsoleHost.Password);
        await head.Does(page, "Apply", fields, "已更正");
        var after = open.Read(s => s.Trade(MarkedContest.Dg)!.ByCode(code)!.Sheet(new ModuleId("A"), sheet.Judge)!);
        Assert.Equal(0m, after.Marks[aspect.Id].Number);
        Assert.Equal(1, after.Corrections);
    }

    [Fact]
    public async Task What_changed_after_it_was_seen_has_to_be_seen_again()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _, page) = await InReview(host);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        using var supervisor = await host.Office("jd", Role.Supervisor, open);
        var effect = await head.Weighs(page, "Apply", await Fields(head, page, "60"));
        var other = open.Read(s => s.Trade(MarkedContest.Dg)!.Standings().Rows[3].Result.Entrant);
        await ConsoleHost.Do(open, "system", new StatusChanged(other, EntrantStatus.Disqualified, "替考"));
        var fields = await Fields(head, page, "60");
        (fields["seen"], fields["secondLogin"], fields["secondPassword"]) = (Offices.Seen(effect), "jd", ConsoleHost.Password);
        Assert.Contains("影响已经不同", await head.Weighs(page, "Apply", fields));
        Assert.Empty(open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants.SelectMany(e => e.Corrections).ToList()));
    }

    [Fact]
    public async Task After_publication_certificates_that_no_longer_hold_are_revoked_and_listed_to_be_collected()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _, page) = await InReview(host);
        var winner = open.Read(s => s.Trade(MarkedContest.Dg)!.Awards().Rows[0]);
        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        await open.InPhase(Phase.Final);
        var facts = new CertificateFacts("YDB2026-DG-001", "荣誉证书", "王晓明", "钢厂", "电工", winner.Tier!, "殷都杯", ["总工会"], new DateOnly(2026, 4, 23));
        await ConsoleHost.Do(open, "system", new CertificatesIssued(MarkedContest.Dg, [new IssuedCertificate(winner.Entrant, facts, "qr")]));
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        using var supervisor = await host.Office("jd", Role.Supervisor, open);

        var effect = await head.Weighs(page, "Apply", await Fields(head, page, "60"));
        Assert.Contains("YDB2026-DG-001 作废", effect);
        var fields = await Fields(head, page, "60");
        (fields["seen"], fields["secondLogin"], fields["secondPassword"]) = (Offices.Seen(effect), "jd", ConsoleHost.Password);
        var list = await head.Does(page, "Apply", fields, "证书 YDB2026-DG-001 已撤销");
        Assert.Contains("要收回的证书 1 张", list);
        Assert.Contains("更正：录入时看错一位", open.Read(s => s.Trade(MarkedContest.Dg)!.Publication.Certificates[0].RevokedBecause));
    }

    [Fact]
    public async Task Certificates_of_teams_that_no_longer_hold_are_named_before_and_revoked_with_the_correction()
    {
        await using var host = await ConsoleHost.Start();
        var (open, _, page) = await InReview(host);
        await ConsoleHost.Do(open, "system", new CompetitionDefined(open.Read(s => s.Competition!) with
        {
            TeamRankings = [new("团体总分", TeamMethod.RankPoints, Points: [30, 20, 10], Trades: [MarkedContest.Dg])],
        }));
        await ConsoleHost.Do(open, "system", new Decoded(MarkedContest.Dg, 1, "cpz", "jd"));
        await open.InPhase(Phase.Final);
        await open.Execute(Guid.NewGuid(), "admin:a", s => Core.Issuing.IssueTeamCertificates.Decide(s, new(Role.Admin, "a", new(null, [])), new(2026, 4, 23), facts => "qr " + facts.Number));
        var first = open.Read(s => s.TeamCertificates[0].Certificate.Facts);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        using var supervisor = await host.Office("jd", Role.Supervisor, open);

        var effect = await head.Weighs(page, "Apply", await Fields(head, page, "60"));
        Assert.Contains("作废团体证书", effect);
        Assert.Contains($"{first.Award}证书 {first.Number} 作废", effect);
        var fields = await Fields(head, page, "60");
        (fields["seen"], fields["secondLogin"], fields["secondPassword"]) = (Offices.Seen(effect), "jd", ConsoleHost.Password);
        await head.Does(page, "Apply", fields, "请按“收回清单”收回");
        Assert.StartsWith("更正：", open.Read(s => s.TeamCertificates[0].RevokedBecause), StringComparison.Ordinal);
        Assert.Empty(open.Read(Core.Issuing.IssueTeamCertificates.Wrong));
    }

    private static async Task<(OpenCompetition Open, string Code, string Page)> InReview(ConsoleHost host)
    {
        var open = await host.LoadMarked();
        await open.InPhase(Phase.Review);
        var code = open.Read(s => s.Entrant(s.Trade(MarkedContest.Dg)!.Standings().Rows[0].Result.Entrant)!.Code!);
        var theory = open.Read(s => s.Trade(MarkedContest.Dg)!.Modules.First(m => m.MarkedBy == Role.Clerk).Definition.Id);
        return (open, code, $"/console/yindubei-2026/correct/dg/{theory}/{code}");
    }

    private static async Task<Dictionary<string, string>> Fields(Browser browser, string page, string mark) =>
        new() { ["mark"] = mark, ["reason"] = "录入时看错一位", ["version"] = Offices.Field(await browser.Read(page), "version"), ["Entry"] = Guid.NewGuid().ToString() };

    private static async Task<Dictionary<string, string>> SheetFields(Browser browser, OpenCompetition open, string page, JudgeId judge, string code)
    {
        var fields = new Dictionary<string, string> { ["judge"] = judge.Value, ["reason"] = "算错", ["version"] = Offices.Field(await browser.Read($"{page}?judge={judge}"), "version"), ["Entry"] = Guid.NewGuid().ToString() };
        foreach (var (aspect, entry) in open.Read(s => s.Trade(MarkedContest.Dg)!.ByCode(code)!.Sheet(new ModuleId("A"), judge)!.Marks))
        {
            fields[$"m.{aspect}"] = entry.Number!.Value.ToString(System.Globalization.CultureInfo.InvariantCulture);
        }

        return fields;
    }
}
