using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Api.Tests.Console;
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;
using Scoring.Testing;

namespace Scoring.Api.Tests.Lists;

/// <summary>Theory marks from an exam system over the clerk's page.</summary>
public sealed class MarkImportTests
{
    private const string Page = "/console/yindubei-2026/import-marks?for=dg%3ALL";
    private static readonly TradeId Dg = new("dg");
    private static readonly ModuleId Theory = new("LL");

    [Fact]
    public async Task Marks_are_found_by_exam_number_id_number_or_name_and_exact_to_the_digit()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var clerk = await Clerk(host, open);
        var people = open.Read(s => s.Trade(Dg)!.Entrants.Select(e => e.Entrant).ToList());
        var file = new MessyWorkbook("导出").Row("理论考试成绩").Merge("A1:D1").Row("准考证号", "姓名", "理论成绩", "备注")
            .Row(people[0].ExamNumber, people[0].Name, 87.504999999999995, null)
            .Row(people[1].ExamNumber, people[1].Name, "９０.５", null)
            .Row(null, people[2].Name, 0, null)
            .Row(people[3].ExamNumber, people[3].Name, 0, "缺考")
            .Row(people[4].ExamNumber, people[4].Name, null, null).Row("合计", "5人").Bytes();
        await JudgeImportTests.Commit(clerk, file, "成绩已导入", Page);
        Assert.Equal([87.505m, 90.5m, 0m, null, null], open.Read(s => people.Take(5).Select(p => s.Entrant(p.Id)!.Entries(Theory)?.Mark("luru")?.Mark).ToList()));
        await JudgeImportTests.Commit(clerk, file, "名单和现在一样", Page);
    }

    [Fact]
    public async Task Errors_name_their_cells_and_a_figure_already_there_is_not_overwritten()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var clerk = await Clerk(host, open);
        var people = open.Read(s => s.Trade(Dg)!.Entrants.Select(e => e.Entrant).ToList());
        var twice = open.Read(s => s.Trade(Dg)!.Entrants.GroupBy(e => e.Entrant.Name).Any(g => g.Count() > 1));
        Assert.False(twice);
        await JudgeImportTests.Commit(clerk, new MessyWorkbook().Row("准考证号", "成绩").Row(people[0].ExamNumber, 80).Bytes(), "成绩已导入", Page);
        var file = new MessyWorkbook().Row("准考证号", "姓名", "成绩")
            .Row(people[0].ExamNumber, people[0].Name, 81)
            .Row("NOBODY1", "谁", 70)
            .Row(people[1].ExamNumber, people[2].Name, 70)
            .Row(people[3].ExamNumber, people[3].Name, 100.5)
            .Row(people[4].ExamNumber, people[4].Name, "优秀")
            .Row(people[4].ExamNumber, people[4].Name, 90)
            .Row(people[5].ExamNumber, people[5].Name, "=A1").Bytes();
        var import = Preview(open, file, "a.xlsx");
        Assert.Equal(["C2", "A3", "B4", "C5", "C6", "C7", "C8"], import.Rows.SelectMany(r => r.Findings).Where(f => f.Error).Select(f => f.Cell));
        await JudgeImportTests.Commit(clerk, file, "还有 7 处错误", Page);
        Assert.Equal(80m, open.Read(s => s.Entrant(people[0].Id)!.Entries(Theory)!.Mark("luru")!.Mark));
    }

    [Fact]
    public async Task By_code_the_clerk_learns_nobodys_name()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        using var clerk = await Clerk(host, open);
        var (code, name) = open.Read(s => (s.Trade(Dg)!.Entrants[0].Code!, s.Trade(Dg)!.Entrants[0].Entrant.Name));
        var upload = await PaperTests.Upload(clerk, "成绩.xlsx", new MessyWorkbook().Row("代号", "成绩").Row(code, 88).Bytes(), Page);
        var preview = await clerk.Read(upload);
        Assert.Contains(code, preview);
        Assert.DoesNotContain(name, preview);
    }

    [Fact]
    public async Task Error_cells_of_an_old_xls_are_named_and_not_read_as_blank()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var import = Preview(open, await File.ReadAllBytesAsync(Path.Combine(AppContext.BaseDirectory, "Lists", "faulty-marks.xls")), "成绩.xls");
        Assert.Contains(import.Rows[0].Findings, f => f is { Cell: "C3", Error: true, What: "成绩是 #N/A" });
        Assert.Contains(import.Rows[1].Findings, f => f is { Cell: "C4", Error: true, What: "成绩是 #DIV/0!" });
        Assert.Equal(88.5m, import.Rows[2].Mark);
    }

    [Fact]
    public async Task A_module_with_a_mark_for_each_member_is_not_taken_from_a_list()
    {
        await using var host = await ConsoleHost.Start();
        var open = await host.LoadExample();
        var definition = open.Read(s => s.Trade(Dg)!.Definition);
        await ConsoleHost.Do(open, "system", new TradeDefined(definition.WithModule(Theory, m => m with { PerMember = new MemberRule() })));
        var name = open.Read(s => s.Trade(Dg)!.Entrants[0].Entrant.Name);
        var import = Preview(open, new MessyWorkbook().Row("姓名", "成绩").Row(name, 88).Bytes(), "成绩.xlsx");
        var finding = Assert.Single(import.Rows[0].Findings, f => f.Error);
        Assert.Contains("逐个录入", finding.Advice);
    }

    private static MarkImport Preview(OpenCompetition open, byte[] file, string name) => open.Read(s => MarkImport.Preview(
        SpreadsheetReader.Read(file, name), name, s, new Dictionary<TradeId, ModuleId> { [Dg] = Theory }, Dg, new Actor(Role.Clerk, "luru", new(new("yindubei-2026"), [])), _ => null, new Dictionary<string, string>()));

    private static async Task<Browser> Clerk(ConsoleHost host, OpenCompetition open)
    {
        host.Accounts.Create(new NewAccount("luru", "录入", Role.Clerk, open.Id, null, [Dg]), ConsoleHost.Password);
        var browser = host.NewBrowser();
        await browser.SignIn("luru", ConsoleHost.Password);
        return browser;
    }
}
