using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.People;
using Scoring.Core.Teams;

namespace Scoring.Api.Tests.Console;

/// <summary>After publication (R-K17): a list changes nobody's words, whatever it says; a correction does, for whoever it is, and there is
/// one valid certificate for a
/// prize at every moment.</summary>
public sealed class LateWordsTests
{
    private const string Base = "/console/late";

    private static readonly TradeId _dg = new("dg");

    // One theory, three first prizes: 张珊 of 甲厂 with a number, 李泗 of 乙厂 without, the pair 王五 and 赵柳 of 甲厂; totals 89, 88, 87.
    private const string File = """
        { "format": 1,
          "competition": { "id": "late", "name": "更正", "date": "2026-04-23", "hosts": ["甲总工会"], "certificatePrefix": "TRN",
            "teamRankings": [{ "name": "团体总分", "method": "bestTotals" }] },
          "trades": [{ "id": "dg", "name": "电工", "code": "DG", "codeLayers": 0, "publicityDays": 0,
            "components": [{ "id": "ll", "name": "理论", "kind": "theory", "weight": 100, "modules": [
              { "id": "LL", "name": "理论", "fullMark": 100, "marking": "clerk", "sheet": [] }] }],
            "awards": { "tiers": [{ "name": "一等奖", "quota": 3 }], "gate": { "passMark": 0 } } }],
          "organizations": [{ "id": "o1", "name": "甲厂" }, { "id": "o2", "name": "乙厂" }],
          "entrants": [
            { "id": "e1", "name": "张珊", "organization": "o1", "trade": "dg",
              "personal": { "idType": "居民身份证", "idNumber": "110101199001010015" } },
            { "id": "e2", "name": "李泗", "organization": "o2", "trade": "dg" },
            { "id": "e3", "name": "王五赵柳", "organization": "o1", "trade": "dg", "members": ["王五", "赵柳"] }],
          "judges": [{ "id": "L1", "name": "录入员", "seats": [{ "role": "clerk", "trade": "dg" }] },
            { "id": "H1", "name": "裁判长甲", "seats": [{ "role": "headJudge", "trade": "dg" }] },
            { "id": "S1", "name": "监督乙", "seats": [{ "role": "supervisor", "trade": "dg" }] }],
          "marks": [
            { "entrant": "e1", "modules": [{ "module": "LL", "figures": [{ "clerk": "L1", "mark": 89 }] }] },
            { "entrant": "e2", "modules": [{ "module": "LL", "figures": [{ "clerk": "L1", "mark": 88 }] }] },
            { "entrant": "e3", "modules": [{ "module": "LL", "figures": [{ "clerk": "L1", "mark": 87 }] }] }],
          "progress": [{ "trade": "dg", "phase": "PHASE", "awardsConfirmedBy": "H1" }] }
        """;

    private static async Task<OpenCompetition> Load(ConsoleHost host, string phase = "final", bool issued = true)
    {
        var reading = CompetitionFileReader.Read(Encoding.UTF8.GetBytes(File.Replace("PHASE", phase, StringComparison.Ordinal)));
        Assert.Empty(reading.Errors.Select(e => e.ToString()));
        var open = await host.App.Services.GetRequiredService<CompetitionImport>().Run(reading.File!);
        await host.Office("cpz", Role.HeadJudge, open, _dg);
        if (issued)
        {
            using var admin = await host.SignedIn(Role.Admin);
            await admin.Does($"{Base}/certificates/dg", "Issue", Day(), "证书已签发");
            await admin.Does($"{Base}/team-certificates", "Issue", Day(), "证书已签发");
        }

        return open;
    }

    private static Dictionary<string, string> Day() => new() { ["date"] = "2026-04-23", ["address"] = "http://192.168.1.10:5080" };

    private static async Task Mend(Browser admin, string id, params (string Field, string Text)[] typed)
    {
        var page = $"{Base}/mend/dg";
        var form = FormTests.FormOf(await admin.Read($"{page}?at={id}"), "Apply");
        foreach (var (field, text) in typed)
        {
            Assert.True(form.ContainsKey(field), $"{field} of {string.Join(' ', form.Keys)}");
            form[field] = text;
        }

        form["reason"] = "证件上是这样写的";
        form["seen"] = Offices.Seen(await admin.Weighs(page, "Apply", form));
        (form["secondLogin"], form["secondPassword"]) = ("cpz", ConsoleHost.Password);
        await admin.Does(page, "Apply", form, "已更正");
    }

    private static List<CertificateFacts> Valid(OpenCompetition open, string id) => open.Read(s => s.Trade(_dg)!.Publication.Certificates
        .Where(c => c.RevokedBecause is null && c.Certificate.Entrant.Value == id).Select(c => c.Certificate.Facts).ToList());

    private static string Line(OpenCompetition open, string id) =>
        string.Join('；', Valid(open, id).Select(f => $"{f.Name} {f.Organization} {f.Award}"));

    private static string Teams(OpenCompetition open) => string.Join('；',
        open.Read(s => s.TeamCertificates.Where(c => c.RevokedBecause is null)
        .Select(c => $"{c.Certificate.Facts.Name} {c.Certificate.Facts.Award}").ToList()));

    [Theory]
    [InlineData("姓名,单位,工种,证件号码\n张三,甲厂,电工,110101199001010015\n")] // a name
    [InlineData("姓名,单位,工种,证件号码\n张珊,乙厂,电工,110101199001010015\n")] // an organization
    [InlineData("姓名,单位,工种,成员\n王五赵柳,甲厂,电工,王五、赵六\n")] // a member
    [InlineData("姓名,单位,工种,证件号码\n李泗,乙厂,电工,110101199001010023\n")] // a number that was not known
    [InlineData("姓名,单位,工种\n李四,乙厂,电工\n")] // somebody else, as far as the list can tell
    public async Task A_list_changes_nobodys_words_and_says_where_it_is_done(string list)
    {
        await using var host = await ConsoleHost.Start();
        var open = await Load(host);
        using var admin = await host.SignedIn(Role.Admin);
        var (before, first) = (open.Sequence, Line(open, "e1"));
        var answer = await admin.PostFile($"{Base}/import", $"{Base}/import?handler=Upload", "名单.csv", Encoding.UTF8.GetBytes(list));
        for (; answer.StatusCode == HttpStatusCode.Redirect; answer = await admin.Get(answer.Headers.Location!.ToString()))
        {
        }

        var said = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Matches("更正姓名单位|换人与退赛|评分已经结束", said.Split("id=\"content\"")[1]);
        Assert.Equal((before, first), (open.Sequence, Line(open, "e1")));
    }

    [Theory]
    [InlineData("e1", "name", "张三", "张三 甲厂 一等奖")] // with a document number
    [InlineData("e2", "name", "李四", "李四 乙厂 一等奖")] // without
    [InlineData("e3", "members[1]", "赵六", "王五 甲厂 一等奖；赵六 甲厂 一等奖")] // a member of a pair
    [InlineData("e3", "members[0]", "王武", "赵柳 甲厂 一等奖；王武 甲厂 一等奖")]
    [InlineData("e2", "organization", "乙厂有限公司", "李泗 乙厂有限公司 一等奖")] // the firm itself was misspelt
    public async Task Whoever_is_mended_has_one_valid_certificate_and_the_old_one_says_what_replaced_it(string id, string field,
        string text, string valid)
    {
        await using var host = await ConsoleHost.Start();
        var open = await Load(host);
        using var admin = await host.SignedIn(Role.Admin);
        var before = Valid(open, id);
        await Mend(admin, id, (field, text));

        Assert.Equal(valid, Line(open, id));
        var gone = Assert.Single(before.Except(Valid(open, id)));
        var now = Assert.Single(Valid(open, id).Except(before));
        var replaced = open.Read(s => s.Trade(_dg)!.Publication.Certificates.Single(c =>
            c.Certificate.Facts.Number == now.Number).Certificate.Replaces);
        Assert.Equal(gone.Number, replaced);
        Assert.Contains(gone.Number, await admin.Read($"{Base}/collect"));
        using var phone = host.NewBrowser();
        Assert.Contains("已换发", WebUtility.HtmlDecode(await phone.Read($"/portal/verify?number={gone.Number}")));
        await admin.Does($"{Base}/certificates/dg", "Issue", Day(), "没有待签发");
    }

    [Fact]
    public async Task A_name_mended_twice_leaves_the_last_one_valid_and_before_any_paper_is_out_there_is_nothing_to_replace()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Load(host);
        using var admin = await host.SignedIn(Role.Admin);
        await Mend(admin, "e1", ("name", "张三"));
        await Mend(admin, "e1", ("name", "张叁"));
        Assert.Equal("张叁 甲厂 一等奖", Line(open, "e1"));
        Assert.Equal(3, open.Read(s => s.Trade(_dg)!.Publication.Certificates.Count(c => c.Certificate.Entrant.Value == "e1")));

        await using var early = await ConsoleHost.Start();
        var publicity = await Load(early, "publicity", issued: false);
        using var other = await early.SignedIn(Role.Admin);
        await Mend(other, "e1", ("name", "张三"));
        Assert.Empty(publicity.Read(s => s.Trade(_dg)!.Publication.Certificates));
        Assert.Equal("张三", publicity.Read(s => s.Entrant(new("e1"))!.Entrant.Name));
    }

    [Theory]
    [InlineData("e1", "乙厂", "张珊 乙厂 一等奖", "乙厂 177, 甲厂 87")] // both teams turn
    [InlineData("e3", "乙厂", "王五 乙厂 一等奖；赵柳 乙厂 一等奖", "乙厂 175, 甲厂 89")] // a pair, and both its papers
    [InlineData("e1", "丙厂", "张珊 丙厂 一等奖", "丙厂 89, 乙厂 88, 甲厂 87")] // one nobody was of
    public async Task Another_organization_moves_teams_and_replaces_their_papers_too(string id, string organization, string valid,
        string teams)
    {
        await using var host = await ConsoleHost.Start();
        var open = await Load(host);
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Equal("甲厂 团体总分第一名；乙厂 团体总分第二名", Teams(open)); // 176 and 88
        await Mend(admin, id, ("organization", organization));

        Assert.Equal(valid, Line(open, id));
        Assert.Equal(teams, string.Join(", ", open.Read(s =>
            TeamRankings.Of(s)[0].Rows.Select(r => $"{s.Organizations[r.Organization!.Value].Name} {r.Total:0}").ToList())));
        Assert.Equal(
            string.Join('；', teams.Split(", ").Select((t, i) => $"{t.Split(' ')[0]} 团体总分第{"一二三"[i]}名").Order(StringComparer.Ordinal)),
            string.Join('；', Teams(open).Split('；').Order(StringComparer.Ordinal)));
    }
}
