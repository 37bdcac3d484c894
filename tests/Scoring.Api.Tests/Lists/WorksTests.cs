using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Tablets;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Commands;
using Scoring.Api.Tests.Console;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.Marking;
using Scoring.Testing;

namespace Scoring.Api.Tests.Lists;

/// <summary>Works with authors (五小, 随手拍): an author may enter several, experts mark them by code and votes are counted beside them, and an
/// author
/// gets one prize (R-K8, R-K12).</summary>
public sealed class WorksTests
{
    private static readonly TradeId Trade = new("sp");

    private static byte[] List(params (string Author, string? Id, string? Work)[] rows)
    {
        var list = new MessyWorkbook().Row("姓名", "证件号码", "单位", "赛项", "作品名称");
        foreach (var (author, id, work) in rows)
        {
            list.Row(author, id, "汉滨县总工会", "随手拍", work);
        }

        return list.Bytes();
    }

    private static readonly byte[] Three = List(
        ("胡向阳", MessyWorkbook.Id(1), "清晨"), ("胡向阳", MessyWorkbook.Id(1), "夜班"), ("崔玉兰", MessyWorkbook.Id(2), "塔吊"));

    [Fact]
    public async Task An_authors_works_are_each_an_entrant_and_the_same_list_again_changes_nothing()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Contest(host);
        await Taken(open, Three);
        Assert.Equal(["清晨", "夜班", "塔吊"], open.Read(s => s.Entrants.Values.OrderBy(e => e.Index).Select(e => e.Entrant.Work!).ToList()));
        Assert.All(Read(open, Three).Rows, r => Assert.Equal(RowVerdict.Same, r.Verdict));
        await Taken(open, List(("冯永刚", null, "锻工"), ("冯永刚", null, "焊花"))); // no numbers: name and organization
        Assert.Equal(5, open.Read(s => s.Entrants.Count));
    }

    [Fact]
    public async Task A_further_work_or_another_name_of_it_is_asked_and_the_same_work_twice_is_an_error()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Contest(host);
        await Taken(open, List(("崔玉兰", MessyWorkbook.Id(2), "塔吊")));
        var id = open.Read(s => s.Entrants.Keys.Single());
        var further = List(("崔玉兰", MessyWorkbook.Id(2), "吊塔"));
        Assert.Equal(RowVerdict.Undecided, Read(open, further).Rows[0].Verdict);
        Assert.Equal(RowVerdict.New, Read(open, further, ($"work:{id}:吊塔", KnownPeople.Another)).Rows[0].Verdict);
        Assert.Equal(RowVerdict.Update, Read(open, further, ($"work:{id}:吊塔", KnownPeople.Renamed)).Rows[0].Verdict);
        Assert.Contains(
            Read(open, List(("胡向阳", MessyWorkbook.Id(1), "清晨"), ("胡向阳", MessyWorkbook.Id(1), "清晨"))).Rows[1].Findings,
            f => f is { Error: true, What: "胡向阳报了两遍" });
        await Taken(open, List(("胡向阳", MessyWorkbook.Id(1), "清晨"), ("胡向阳", MessyWorkbook.Id(1), "夜班")));
        Assert.Contains(
            Read(open, List(("胡向阳", MessyWorkbook.Id(1), null))).Rows[0].Findings, f => f is { Error: true, What: "胡向阳已有 2 件作品" });
    }

    [Fact]
    public async Task Who_entered_no_work_before_is_given_the_first_of_two()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Contest(host);
        await Taken(open, List(("胡向阳", MessyWorkbook.Id(1), null)));
        var preview = Read(open, Three);
        Assert.Equal([RowVerdict.Update, RowVerdict.New, RowVerdict.New], preview.Rows.Select(r => r.Verdict));
    }

    [Fact]
    public async Task Experts_mark_on_tablets_without_authors_votes_count_beside_them_and_an_author_gets_one_prize()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Contest(host);
        await Taken(open, Three);
        foreach (var phase in new[] { Phase.Drawn, Phase.Scoring })
        {
            await ConsoleHost.Do(open, "system", new PhaseChanged(Trade, phase));
        }

        // 胡向阳's two works are the best two: one of them alone is given a prize.
        var marks = new Dictionary<string, (decimal Expert, decimal Votes)> { ["清晨"] = (68, 3000), ["夜班"] = (66, 2400), ["塔吊"] = (60,
            1500) };
        var codes = open.Read(s => s.Entrants.Values.ToDictionary(e => e.Code!, e => e.Entrant.Work!));
        foreach (var judge in new[] { "j1", "j2", "j3", "j4" })
        {
            await using var tablet = await TabletClient.Pair(host.Address.ToString().TrimEnd('/'), Code(host, open, judge));
            var session = await tablet.Open();
            var said = System.Text.Json.JsonSerializer.Serialize(session, Core.Json.ScoringJson.Options);
            Assert.All((string[])["胡向阳", "崔玉兰", "汉滨县"], word => Assert.DoesNotContain(word, said));
            var module = session.Modules.Single();
            foreach (var card in module.Cards)
            {
                var (expert, votes) = marks[codes[card.Code]];
                var answer = await tablet.Submit(TabletClient.Sheet(module, card, a => Entry.Of(a is FieldAspect ? votes : expert)));
                Assert.Equal(SubmissionOutcome.Accepted, answer.Outcome);
            }
        }

        var standings = open.Read(s => s.Trade(Trade)!.Standings().Rows.Select(r => (s.Entrant(r.Result.Entrant)!.Entrant.Work,
            r.Result.Total)).ToList());
        Assert.Equal([("清晨", 98m), ("夜班", 90m), ("塔吊", 75m)], standings.Select(r => (r.Work!, r.Total!.Value)));
        var awards = open.Read(s => s.Trade(Trade)!.Awards().Rows.Select(r => (s.Entrant(r.Entrant)!.Entrant.Work, r.Tier)).ToList());
        Assert.Equal([("清晨", "一等奖"), ("夜班", null), ("塔吊", "二等奖")], awards);
    }

    [Fact]
    public async Task Votes_come_by_a_list_by_work_with_findings_before_and_count_like_those_that_are_typed()
    {
        await using var host = await ConsoleHost.Start();
        var open = await Contest(host);
        await Taken(open, Three);
        foreach (var phase in new[] { Phase.Drawn, Phase.Scoring })
        {
            await ConsoleHost.Do(open, "system", new PhaseChanged(Trade, phase));
        }

        using var clerk = await host.Office("luru", Core.People.Role.Clerk, open, Trade);
        var page = $"/console/{open.Id}/import-marks?for=sp:B";
        Assert.Contains("要有“点赞数”（或“票数”）", System.Net.WebUtility.HtmlDecode(await clerk.Read(page)));
        var template = SpreadsheetReader.Read(await (await clerk.Get($"{page}&handler=template")).Content.ReadAsByteArrayAsync(),
            "a.xlsx").Sheets[0];
        Assert.Equal(["准考证号", "姓名", "单位", "工种", "作品名称", "点赞数", "备注"], template.Rows[0].Select(c => c.Text == "赛项" ? "工种" : c.Text));

        // What a platform hands out: works and votes, nobody's name; one work there is not, one vote too many halves.
        var wrong = "作品名称,得票数\n清晨,3000票\n夜班,2400.5\n晚霞,12\n"u8.ToArray();
        var shown = await Uploaded(clerk, page, wrong);
        Assert.Contains("没有作品名称为“晚霞”的选手", shown);
        Assert.Contains("点赞数不能这样写", shown);
        Assert.Equal(0, open.Read(s => s.Entrants.Values.Count(e => e.Entries(new("B")) is not null)));

        var right = "作品名称,得票数\n清晨,3000票\n夜班,2400\n塔吊,1500\n"u8.ToArray();
        var preview = await Uploaded(clerk, page, right);
        Assert.Contains("新增 3", preview);
        var upload = Offices.Field(preview, "upload");
        var before = open.Sequence;
        await clerk.Post(page, new() { ["upload"] = upload, ["onlyGood"] = "false" }, to: $"{page}&handler=Commit");
        Assert.Equal(before + 1, open.Sequence);
        Assert.Equal(
            [("清晨", 30m), ("夜班", 24m), ("塔吊", 15m)],
            open.Read(s => s.Entrants.Values.OrderBy(e => e.Index).Select(e => (e.Entrant.Work!, e.Result.Module(new("B"))!.Figure!.Value))
                .ToList()));
        using var admin = await host.SignedIn(Core.People.Role.Admin);
        Assert.Contains("导入票数", System.Net.WebUtility.HtmlDecode(await admin.Read($"/console/{open.Id}/ledger")));

        var other = await Uploaded(clerk, page, "作品名称,得票数\n清晨,3001\n夜班,2400\n"u8.ToArray());
        Assert.Contains("已有不同的点赞数 3000", other);
    }

    private static async Task<string> Uploaded(Browser clerk, string page, byte[] file)
    {
        var answer = await clerk.PostFile(page, $"{page}&handler=Upload", "votes.csv", file);
        for (; answer.StatusCode == System.Net.HttpStatusCode.Redirect; answer = await clerk.Get(answer.Headers.Location!.ToString()))
        {
        }

        return System.Net.WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
    }

    private static string Code(ConsoleHost host, OpenCompetition open, string judge) =>
        host.App.Services.GetRequiredService<PairedTablets>().CreateCode(open.Id, new JudgeId(judge)).Code;

    // 随手拍 of the example, with its experts and its count of votes, and nobody yet.
    private static async Task<OpenCompetition> Contest(ConsoleHost host)
    {
        var file = CompetitionFileReader.Read(await File.ReadAllBytesAsync(CommandRun.Example("contests/c28-snapshots.json"))).File!;
        var trade = file.Trades!.First(t => t.Id == Trade);
        return await host.App.Services.GetRequiredService<CompetitionImport>().Run(new CompetitionFile(
            CompetitionFile.CurrentFormat, file.Competition with { Id = new("works") }, [trade], Judges:
            [.. file.Judges!.Select(j => j with { Seats = [.. j.Seats.Where(s => s.Trade == Trade)] })]));
    }

    private static async Task Taken(OpenCompetition open, byte[] file)
    {
        var preview = Read(open, file);
        Assert.IsType<Outcome.Accepted>(await open.Execute(Guid.NewGuid(), "admin:admin", s => preview.Decide(s, onlyGood: false)));
    }

    private static EntrantImport Read(OpenCompetition open, byte[] file, params (string Question, string Answer)[] answers) =>
        open.Read(state =>
        EntrantImport.Preview(
            SpreadsheetReader.Read(file, "作品.xlsx"), "作品.xlsx", state, sealedText => sealedText is null ? null
                : PersonalData.FromJson(sealedText),
            answers.ToDictionary(a => a.Question, a => a.Answer), new Dictionary<string, string>(), clear => clear, new DateOnly(2026, 5,
                1)));
}
