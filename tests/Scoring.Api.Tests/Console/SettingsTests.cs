using System.Net;
using System.Net.Http.Headers;
using Scoring.Api.Lists;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Tests.Console;

/// <summary>A definition is complete in the console: trades, awards, tie chain, sheets from Excel, judges; a change that moves ranks is shown first.</summary>
public sealed class SettingsTests
{
    private const string Base = "/console/yindubei-2026";

    [Fact]
    public async Task Settings_that_are_saved_unchanged_change_nothing_and_all_of_them_can_be_changed()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var before = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        var form = Fields(SettingsFormOf(before));
        await admin.Does($"{Base}/settings/dg", "Save", form, "工种设置已保存");
        Assert.Equal(Text(before), Text(open.Read(s => s.Trade(MarkedContest.Dg)!.Definition)));

        form["Tiers"] = "金奖=1\n银奖=10%";
        form["Few"] = "少于 5 人：金奖 1\n少于 3 人：不设奖";
        form["Boundary"] = "Decide";
        form["Gate"] = "0";
        form["Honours"] = "技术能手=1-3\n晋升{等级}=1-5";
        form["PublicityDays"] = "7";
        form["StartsAt"] = "08:30";
        await admin.Does($"{Base}/settings/dg", "Save", form, "工种设置已保存");
        var after = open.Read(s => s.Trade(MarkedContest.Dg)!.Definition);
        Assert.Equal([new AwardTier("金奖", 1), new AwardTier("银奖", null, 10)], after.Awards.Tiers);
        Assert.Equal(2, after.Awards.Few!.Count);
        Assert.Empty(after.Awards.Few[1].Tiers);
        Assert.Equal(BoundaryPolicy.Decide, after.Awards.Boundary);
        Assert.Equal([new HonourRule("技术能手", 1, 3), new HonourRule("晋升{等级}", 1, 5, true)], after.Honours!);
        Assert.Equal((7, new TimeOnly(8, 30)), (after.PublicityDays, after.StartsAt));
    }

    [Fact]
    public async Task A_change_after_scoring_began_wants_a_reason_and_shows_who_moves_before_it_is_made()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadMarked();
        using var admin = await host.SignedIn(Role.Admin);
        var form = Fields(SettingsFormOf(open.Read(s => s.Trade(MarkedContest.Dg)!.Definition)));
        form["Tiers"] = "一等奖=1\n二等奖=1";
        var answer = await admin.Weighs($"{Base}/settings/dg", "Save", form);
        Assert.Contains("请写明理由", answer);
        form["reason"] = "组委会纪要 3 号";
        var before = open.Sequence;
        var effect = await admin.Weighs($"{Base}/settings/dg", "Save", form);
        Assert.Contains("人奖项变动", effect);
        Assert.Contains("组委会纪要 3 号", effect);
        Assert.Equal(before, open.Sequence);
        form["seen"] = Offices.Seen(effect);
        await admin.Does($"{Base}/settings/dg", "Save", form, "工种设置已保存");
        Assert.Equal(2, open.Read(s => s.Trade(MarkedContest.Dg)!.Definition.Awards.Tiers.Count));
    }

    [Fact]
    public async Task A_trade_is_added_with_an_id_of_small_letters_and_removed_while_empty()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var admin = await host.SignedIn(Role.Admin);
        await admin.Does($"{Base}/settings/dg", "New", new() { ["name"] = "评茶员", ["key"] = "茶", ["code"] = "CY" }, "小写英文字母");
        await admin.Does($"{Base}/settings/dg", "New", new() { ["name"] = "评茶员", ["key"] = "Cha-1", ["code"] = "cy" }, "评茶员");
        Assert.Equal("CY", open.Read(s => s.Trade(new TradeId("cha-1"))!.Definition.Code));
        await admin.Does($"{Base}/settings/cha-1", "Remove", new() { ["word"] = "评茶员" }, "工种已删除");
        Assert.Null(open.Read(s => s.Trade(new TradeId("cha-1"))));
        await admin.Does($"{Base}/settings/dg", "Remove", new() { ["word"] = "电工" }, "不能删除");
    }

    [Fact]
    public async Task A_score_sheet_goes_to_Excel_and_comes_back_the_same_and_a_wrong_cell_is_named()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var before = open.Read(s => s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Definition);
        var book = await (await admin.Get($"{Base}/definition/dg?handler=book&at=m:A")).Content.ReadAsByteArrayAsync();
        await Upload(admin, book, "评分表.xlsx");
        var after = open.Read(s => s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Definition);
        Assert.Equal(Texts(before), Texts(after));

        var bad = XlsxWriter.Write(new OutSheet("表", [10, 10, 10, 10], [.. ((string[][])[["电工评分表", "", "", ""], ["评分项", "考核内容", "分值", "评分方式"], ["安全", "劳保", "2", "是否"], ["安全", "断电", "x", "投票"]]).Select(r => (IReadOnlyList<OutCell>)[.. r.Select(c => new OutCell(c))])]));
        var page = await Upload(admin, bad, "坏.xlsx");
        Assert.Contains("D4 断电：评分方式“投票”认不出", page);
        Assert.Equal(Texts(after), Texts(open.Read(s => s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Definition)));
    }

    [Fact]
    public async Task A_judge_gets_a_seat_a_taken_one_is_refused_and_leaves_with_a_reason()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        await open.InPhase(Phase.Setup);
        using var admin = await host.SignedIn(Role.Admin);
        var taken = open.Read(s => s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Seats[0]);
        Dictionary<string, string> form = new() { ["Key"] = "", ["Name"] = "郑工", ["Role"] = "Judge", ["Place"] = "dg|A", ["Number"] = taken.Number.ToString(System.Globalization.CultureInfo.InvariantCulture), ["reason"] = "补充" };
        await admin.Does($"{Base}/people", "Save", form, $"{taken.Number} 号席位是{taken.Judge.Name}的");
        form["Number"] = "9";
        await admin.Does($"{Base}/people", "Save", form, "已保存");
        var made = open.Read(s => s.Judges.Values.Single(j => j.Name == "郑工"));
        Assert.Matches("^[a-z0-9-]+$", made.Id.Value);
        Assert.Contains(open.Read(s => s.Trade(MarkedContest.Dg)!.Module(new ModuleId("A"))!.Seats), s => s.Judge.Id == made.Id && s.Number == 9);
        await admin.Does($"{Base}/people", "Dismiss", new() { ["judge"] = made.Id.Value, ["reason"] = "" }, "请写明理由");
        await admin.Does($"{Base}/people", "Dismiss", new() { ["judge"] = made.Id.Value, ["reason"] = "单位召回" }, "已解聘");
        Assert.DoesNotContain(made.Id, open.Read(s => s.Judges.Keys.ToList()));
    }

    private static async Task<string> Upload(Browser admin, byte[] book, string name)
    {
        var token = Offices.Token(await admin.Read($"{Base}/definition/dg?at=m:A"));
        using var content = new MultipartFormDataContent();
        var part = new ByteArrayContent(book);
        part.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        content.Add(part, "file", name);
        content.Add(new StringContent("m:A"), "at");
        content.Add(new StringContent(token), "__RequestVerificationToken");
        var answer = await admin.Send($"{Base}/definition/dg?handler=Sheet", content);
        return WebUtility.HtmlDecode(answer.StatusCode == HttpStatusCode.Redirect ? await admin.Read(answer.Headers.Location!.ToString()) : await answer.Content.ReadAsStringAsync());
    }

    private static string Texts(Module module) => string.Join('\n', module.Aspects().Select(a => $"{a.GetType().Name} {a.Text} {Scoring.Api.Console.Defining.Kinds.KindForms.Of(a).Form.Setting(a)} {a.FullMark:0.##} {a.Hint} {string.Join('；', a.Reasons ?? [])}"));

    private static Scoring.Api.Console.Defining.SettingsForm SettingsFormOf(Trade trade) => Scoring.Api.Console.Defining.SettingsForm.Of(trade);

    private static string Text(Trade trade) => System.Text.Json.JsonSerializer.Serialize(trade, Scoring.Core.Json.ScoringJson.Options);

    // What a browser would send: every field of the form, lists as one field each.
    private static Dictionary<string, string> Fields(Scoring.Api.Console.Defining.SettingsForm form)
    {
        var fields = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var property in form.GetType().GetProperties().Where(p => p.GetMethod!.IsPublic && !p.GetMethod.IsStatic))
        {
            switch (property.GetValue(form))
            {
                case string[] many:
                    foreach (var (value, i) in many.Select((v, i) => (v, i)))
                    {
                        fields[$"{property.Name}[{i}]"] = value;
                    }

                    break;
                case { } one:
                    fields[property.Name] = Convert.ToString(one, System.Globalization.CultureInfo.InvariantCulture)!;
                    break;
                default:
                    break;
            }
        }

        return fields;
    }
}
