using System.Net;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Tests.Commands;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Console;

/// <summary>Members of a pair or team have a document number and a phone of their own (R-K14), kept, masked and found as an entrant's are
/// (R-I2).</summary>
public sealed class MemberDataTests
{
    private const string Base = "/console/yindubei-2026";

    private static readonly string _wang = MessyWorkbook.Id(1), _zhao = MessyWorkbook.Id(2), _qian = MessyWorkbook.Id(3);

    // The first of the example's electricians is the pair 王五 and 赵柳.
    private static async Task<(OpenCompetition Open, EntrantId Pair)> Load(ConsoleHost host, bool marked = false)
    {
        var open = marked ? await host.LoadMarked() : await host.LoadExample();
        var seal = host.App.Services.GetRequiredService<PersonalSeal>();
        var first = open.Read(s => s.Trade(MarkedContest.Dg)!.Entrants[0].Entrant);
        var known = new PersonalData().With([new("王五", "居民身份证", _wang, "13900000001"), new("赵柳", "居民身份证", _zhao)]);
        await ConsoleHost.Do(open, "admin:a", new EntrantsRegistered(
            [first with { Name = "红队", Team = "红队", Members = ["王五", "赵柳"], Sealed = seal.Seal(open.Id, known.ToJson()) }]));
        return (open, first.Id);
    }

    private static PersonalData Known(ConsoleHost host, OpenCompetition open, EntrantId id) =>
        host.App.Services.GetRequiredService<PersonalSeal>().Open(open.Id, open.Read(s => s.Entrant(id)!.Entrant.Sealed))!;

    [Fact]
    public async Task The_page_masks_them_shows_them_on_demand_and_takes_them_typed()
    {
        await using var host = await ConsoleHost.Start();
        var (open, id) = await Load(host);
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var page = $"{Base}/entrants";
        var list = WebUtility.HtmlDecode(await admin.Read($"{page}?find={Uri.EscapeDataString("赵柳")}"));
        Assert.Contains($"王五 {Masks.Id(_wang)}、赵柳 {Masks.Id(_zhao)}", list);
        Assert.DoesNotContain(_wang, list);
        var shown = await (await admin.Post(page, new() { ["entrant"] = id.Value },
            to: page + "?handler=Number")).Content.ReadAsStringAsync();
        Assert.Equal($"王五 {_wang}、赵柳 {_zhao}", WebUtility.HtmlDecode(shown));
        Assert.Contains("查看完整证件号码", await admin.Read("/console/access"));

        // 赵柳 is 赵六 and keeps the number; a third comes with one; what was not touched stays.
        var edit = await admin.Read($"{page}?at={id}");
        Assert.DoesNotContain(_wang, edit);
        var form = FormTests.FormOf(edit, "Edit");
        await admin.Does(page, "Edit", new(form) { ["Members[1]"] = "赵六", ["MemberNumbers[1]"] = _zhao[..17] + "?" }, "赵六的");
        (form["Members[1]"], form["Members[2]"], form["MemberNumbers[2]"], form["MemberPhones[2]"]) = ("赵六", "钱一", _qian, "13900000003");
        await admin.Does(page, "Edit", form, "已保存");
        Assert.Equal(
            new PersonalData().With([new("王五", "居民身份证", _wang, "13900000001"), new("赵六", "居民身份证", _zhao),
                new("钱一", "居民身份证", _qian, "13900000003")]),
            Known(host, open, id));
        await admin.Does(page, "Edit", FormTests.FormOf(await admin.Read($"{page}?at={id}"), "Edit"), "没有改动");

        // Taken out, the number goes too; two who change places keep their own.
        form = FormTests.FormOf(await admin.Read($"{page}?at={id}"), "Edit");
        (form["Members[0]"], form["Members[1]"], form["Members[2]"], form["MemberPhones[0]"], form["MemberPhones[2]"]) = ("赵六", "王五", "",
            "", "");
        await admin.Does(page, "Edit", form, "已保存");
        Assert.Equal([("赵六", _zhao), ("王五", _wang)], Known(host, open, id).Members!.Select(m => (m.Name, m.IdNumber!)));
    }

    [Fact]
    public async Task Lists_have_them_in_full_where_that_is_logged_and_masked_in_print_and_the_list_comes_back_unchanged()
    {
        await using var host = await ConsoleHost.Start();
        var (open, id) = await Load(host);
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        Assert.Contains($"{Masks.Id(_wang)}、{Masks.Id(_zhao)}",
            WebUtility.HtmlDecode(await admin.Read($"{Base}/lists?handler=print&list=roster")));
        var file = await (await admin.Get($"{Base}/lists?handler=excel&list=roster")).Content.ReadAsByteArrayAsync();
        var sheet = SpreadsheetReader.Read(file, "名册.xlsx").Sheets[0];
        Assert.Contains(sheet.Rows, r => r.Any(c => c.Text == $"{_wang}、{_zhao}"));
        Assert.Contains(sheet.Rows, r => r.Any(c => c.Text == "13900000001、无"));

        var seal = host.App.Services.GetRequiredService<PersonalSeal>();
        var preview = open.Read(s => EntrantImport.Preview(
            SpreadsheetReader.Read(file, "名册.xlsx"), "名册.xlsx", s, boxed => seal.Open(open.Id, boxed), new Dictionary<string, string>(),
            new Dictionary<string, string>(), clear => seal.Seal(open.Id, clear), new DateOnly(2026, 4, 23)));
        Assert.Equal(RowVerdict.Same, preview.Rows.Single(r => r.Existing?.Entrant.Id == id).Verdict);
        Assert.All(preview.Rows.SelectMany(r => preview.Cells(r)), c => Assert.DoesNotMatch("[0-9]{17}", c.Text));
    }

    [Fact]
    public async Task A_file_carries_them_and_the_ledger_only_locked_away()
    {
        await using var host = await ConsoleHost.Start();
        var (open, id) = await Load(host);
        var seal = host.App.Services.GetRequiredService<PersonalSeal>();
        var file = open.Read(s => FileExport.Of(s, boxed => seal.Open(open.Id, boxed)));
        var text = CompetitionFileWriter.Write(file with { Competition = file.Competition with { Id = new("again") } });
        Assert.Contains(_zhao, Encoding.UTF8.GetString(text));
        var reading = CompetitionFileReader.Read(text);
        Assert.Empty(reading.Errors.Select(e => e.ToString()));
        var again = await host.App.Services.GetRequiredService<CompetitionImport>().Run(reading.File!);
        Assert.Equal(Known(host, open, id), Known(host, again, id));

        foreach (var ledger in Directory.EnumerateFiles(host.Folder, "*", SearchOption.AllDirectories)
            .Where(f => !f.EndsWith(".lock", StringComparison.Ordinal)))
        {
            await using var read = new FileStream(ledger, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await read.CopyToAsync(bytes, TestContext.Current.CancellationToken);
            Assert.True(bytes.GetBuffer().AsSpan(0, (int)bytes.Length).IndexOf(Encoding.UTF8.GetBytes(_zhao)) < 0, ledger);
        }

        // Without the key they are gone, as everybody's are.
        Assert.Null(FileExport.Of(open.Read(s => s), _ => null).Entrants!.Single(e => e.Id == id).Personal);
    }

    [Fact]
    public async Task A_member_finds_the_result_with_the_own_number_and_history_knows_a_person_under_two_names()
    {
        await using var host = await ConsoleHost.Start();
        var (open, id) = await Load(host, marked: true);
        await Final(open);
        var file = CompetitionFileReader.Read(await File.ReadAllBytesAsync(CommandRun.Example("yindubei-marked.json"),
            TestContext.Current.CancellationToken)).File!;
        var winner = file.Entrants!.First(e => e.Trade == MarkedContest.Dg);
        var next = await host.App.Services.GetRequiredService<CompetitionImport>().Run(file with
        {
            Competition = file.Competition with { Id = new("next"), Name = "下一届", Date = new(2027, 4, 23) },
            Entrants = [.. file.Entrants!.Select(e => e.Id != winner.Id ? e
                : e with { Name = "赵六", Members = null, Personal = new("居民身份证", _zhao) })],
        });
        await ConsoleHost.Do(next, "system", new PhaseChanged(MarkedContest.Dg, Phase.Final));

        using var phone = host.NewBrowser();
        async Task<string> Ask(string name, string four) => WebUtility.HtmlDecode(
            await (await phone.PostBare("/portal", new() { ["name"] = name, ["lastFour"] = four })).Content.ReadAsStringAsync());
        Assert.Contains("红队", await Ask("赵柳", _zhao[^4..]));
        Assert.DoesNotContain("红队", await Ask("赵柳", _wang[^4..]));
        Assert.DoesNotContain("红队", await Ask("王五", _zhao[^4..]));

        using var admin = await host.SignedIn(Role.Admin);
        var found = WebUtility.HtmlDecode(await admin.Read("/console/history?find=" + Uri.EscapeDataString("赵柳")));
        var link = System.Text.RegularExpressions.Regex.Match(found, "/console/history/person/[0-9a-f]+",
            System.Text.RegularExpressions.RegexOptions.None, TimeSpan.FromSeconds(1)).Value;
        var person = WebUtility.HtmlDecode(await admin.Read(link));
        Assert.Contains("参赛 2 次", person);
        Assert.Contains("赵六", person);
        Assert.Contains("（红队）", person);
        Assert.DoesNotContain(_zhao, person);
        Assert.Equal(id, open.Read(s => s.Entrant(id)!.Entrant.Id));
    }

    [Fact]
    public async Task A_members_number_after_scoring_is_a_correction_by_two_people()
    {
        await using var host = await ConsoleHost.Start();
        var (open, id) = await Load(host, marked: true);
        await open.InPhase(Phase.Review);
        using var admin = await host.SignedIn(Role.Admin);
        using var head = await host.Office("cpz", Role.HeadJudge, open);
        var form = FormTests.FormOf(await admin.Read($"{Base}/mend/dg?at={id}"), "Apply");
        (form["members[1]"], form["memberNumbers[1]"], form["reason"]) = ("赵六", _qian, "身份证号抄错");
        var effect = await admin.Weighs($"{Base}/mend/dg", "Apply", form);
        Assert.Contains("赵六的证件号码", effect);
        Assert.DoesNotContain(_qian, effect.Split("name=\"memberNumbers", 2)[0]);
        form["seen"] = Offices.Seen(effect);
        (form["secondLogin"], form["secondPassword"]) = ("cpz", ConsoleHost.Password);
        await admin.Does($"{Base}/mend/dg", "Apply", form, "已更正");
        Assert.Equal(
            new PersonalData().With([new("王五", "居民身份证", _wang, "13900000001"), new("赵六", "居民身份证", _qian)]), Known(host, open, id));
    }

    private static async Task Final(OpenCompetition open)
    {
        foreach (var e in (Core.Ledger.LedgerEvent[])[
            new PhaseChanged(MarkedContest.Dg, Phase.Review), new Decoded(MarkedContest.Dg, 1, "a", "b"),
                new PhaseChanged(MarkedContest.Dg, Phase.Publicity),
            new PhaseChanged(MarkedContest.Dg, Phase.Final)])
        {
            await ConsoleHost.Do(open, "system", e);
        }
    }
}
