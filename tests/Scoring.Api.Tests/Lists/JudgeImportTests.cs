using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Lists;

/// <summary>裁判名册 over the console's own pages.</summary>
public sealed class JudgeImportTests
{
    private const string Page = "/console/yindubei-2026/import-judges";
    private static readonly TradeId Dg = new("dg");

    [Fact]
    public async Task Judges_get_seats_and_recusals_and_the_same_list_again_changes_nothing()
    {
        await using var host = await ConsoleHost.Start();
        var open = await InSetup(host);
        using var admin = await host.SignedIn(Role.Admin);
        var file = new MessyWorkbook("裁判").Row("第一届“殷都杯”裁判名册").Merge("A1:H1")
            .Row("姓 名", "工作单位", "职称", "角色", "赛项", "模块", "银行卡号", "回避")
            .Row("宋　明", "安阳市职业技术学院", "副教授", "裁判员", "电工", "模块A、B", "6222020200001234567", "安阳恒泰电气公司")
            .Row("马志强", "安阳市职业技术学院", "讲师", "裁判员、监考员", "电工", null, null, null)
            .Row("赵监督", "安阳市总工会", null, "监督员", null, null, null, "无").Bytes();
        var before = open.Read(s => s.Judges.Count);
        await Commit(admin, file, "裁判名册已导入");

        var judges = open.Read(s => s.Judges.Values.ToDictionary(j => j.Name, StringComparer.Ordinal));
        Assert.Equal(before + 3, judges.Count);
        Assert.Equal([("A", 6), ("B", 6)], judges["宋明"].Seats.Select(s => (s.Module!.Value.Value, s.Number)));
        Assert.Equal("安阳恒泰电气有限公司", open.Read(s => s.Organizations[judges["宋明"].RecusedOrganizations![0]].Name));
        Assert.Equal("安阳市职业技术学院", open.Read(s => s.Organizations[judges["马志强"].Organization!.Value].Name));
        Assert.Equal([Role.Judge, Role.Judge, Role.FloorJudge], judges["马志强"].Seats.Select(s => s.Role));
        Assert.Equal(5, judges["赵监督"].Seats.Count(s => s.Role == Role.Supervisor));
        for (var i = 1L; i <= open.Sequence; i++)
        {
            Assert.DoesNotContain("6222020200001234567", System.Text.Encoding.UTF8.GetString(open.EntryAt(i)!.Payload.Span));
        }

        await Commit(admin, file, "名单和现在一样");
    }

    [Fact]
    public async Task Every_error_names_its_cell_and_nothing_is_taken()
    {
        await using var host = await ConsoleHost.Start();
        var open = await InSetup(host);
        using var admin = await host.SignedIn(Role.Admin);
        var sequence = open.Sequence;
        var file = new MessyWorkbook("裁判").Row("姓名", "单位", "角色", "赛项", "模块", "席位", "回避")
            .Row("宋明", "甲学院", "主审", "电工", null, null, null)
            .Row("马志强", "甲学院", "裁判", "裁缝", null, null, null)
            .Row("何静", "甲学院", "裁判", "电工", "模块Z", null, null)
            .Row("韩磊", "甲学院", "裁判", "电工", "A", "1", null)
            .Row("郑华", "甲学院", "裁判", "电工", "A", null, "不存在的公司").Bytes();
        var import = open.Read(s => JudgeImport.Preview(SpreadsheetReader.Read(file, "裁判.xlsx"), "裁判.xlsx", s, new Dictionary<string, string>(), new Dictionary<string, string>()));
        Assert.Equal(["C2", "D3", "E4", "F5", "G6"], import.Rows.SelectMany(r => r.Findings).Where(f => f.Error).Select(f => f.Cell));
        await Commit(admin, file, "还有 5 处错误");
        Assert.Equal(sequence, open.Sequence);
    }

    [Fact]
    public async Task An_import_is_taken_back_until_scoring_starts()
    {
        await using var host = await ConsoleHost.Start();
        var open = await InSetup(host);
        using var admin = await host.SignedIn(Role.Admin);
        var people = open.Read(s => s.Entrants.Count);
        var first = open.Read(s => s.TradesInOrder[1].Entrants[0].Entrant);
        var file = new MessyWorkbook().Row("姓名", "性别", "单位", "工种")
            .Row("新来者", "女", "安阳恒泰电气有限公司", "电工")
            .Row(first.Name, first.Gender == "女" ? "男" : "女", open.Read(s => s.Organizations[first.Organization].Name), open.Read(s => s.Trade(first.Trade)!.Definition.Name)).Bytes();
        await Commit(admin, file, "名单已导入", "/console/yindubei-2026/import");
        Assert.Equal(people + 1, open.Read(s => s.Entrants.Count));
        Assert.NotEqual(first.Gender, open.Read(s => s.Entrant(first.Id)!.Entrant.Gender));

        var import = open.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await Says(admin, "/console/yindubei-2026/import", "Undo", new() { ["import"] = import, ["reason"] = "传错文件" }, "导入已撤销");
        Assert.Equal(people, open.Read(s => s.Entrants.Count));
        Assert.Equal(first.Gender, open.Read(s => s.Entrant(first.Id)!.Entrant.Gender));

        await Commit(admin, file, "名单已导入", "/console/yindubei-2026/import");
        import = open.Sequence.ToString(System.Globalization.CultureInfo.InvariantCulture);
        await ConsoleHost.Do(open, "system", new PhaseChanged(Dg, Phase.Scoring));
        await Says(admin, "/console/yindubei-2026/import", "Undo", new() { ["import"] = import, ["reason"] = "传错文件" }, "已经开始评分");
        Assert.Equal(people + 1, open.Read(s => s.Entrants.Count));
    }

    internal static async Task Commit(Browser browser, byte[] file, string says, string page = Page)
    {
        var upload = await PaperTests.Upload(browser, "名单.xlsx", file, page);
        await Says(browser, upload, "Commit", new() { ["upload"] = upload.Split("upload=")[1], ["onlyGood"] = "false" }, says, page);
    }

    internal static async Task Says(Browser browser, string form, string handler, Dictionary<string, string> fields, string says, string? page = null)
    {
        var at = page ?? form;
        var answer = await browser.Post(form, fields, to: $"{at}{(at.Contains('?', StringComparison.Ordinal) ? '&' : '?')}handler={handler}");
        Assert.Contains(says, await browser.Read(answer.Headers.Location!.ToString()));
    }

    private static async Task<OpenCompetition> InSetup(ConsoleHost host)
    {
        var open = await host.LoadExample();
        foreach (var trade in open.Read(s => s.TradesInOrder.Select(t => t.Definition.Id).ToList()))
        {
            await ConsoleHost.Do(open, "system", new PhaseChanged(trade, Phase.Setup));
        }

        return open;
    }
}
