using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Trail;

/// <summary>查看记录 (R-I2): who looked at whose data and who took it out; what changed results is in the ledger.</summary>
[Authorize(Policy = Policies.Administer)]
public sealed class AccessModel(Desk desk) : ConsolePage(desk)
{
    private const int PageLength = 100, MostExported = 50_000;

    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "of")]
    public string? Of { get; set; }

    [BindProperty(SupportsGet = true, Name = "before")]
    public long? Before { get; set; }

    public IReadOnlyList<Access> Rows { get; private set; } = [];

    public IReadOnlyList<CompetitionId> Competitions => [.. Desk.Competitions.All.Select(c => c.Id)];

    /// <summary>Row to go on from; null: the end is reached.</summary>
    public long? Further => Rows.Count == PageLength ? Rows[^1].Id : null;

    public void OnGet() => Rows = Read(Before, PageLength);

    public IActionResult OnGetExcel()
    {
        var rows = Read(null, MostExported);
        Desk.Access.Write(Me, null, "导出查看记录", $"{rows.Count} 条");
        return File(
            PaperXlsx.Write(new PaperList(
                "access", "查看记录", [], [new PaperTable("查看记录", [new("时间", 20), new("姓名", 14), new("账号", 14), new("身份", 10), new("比赛", 20), new("事项", 24), new("说明", 30)],
                    [.. rows.Select(r => (IReadOnlyList<string>)[When(r), r.Name, r.Login, r.Role?.Chinese() ?? "", r.Competition?.Value ?? "", r.What, r.Detail ?? ""])])], [], $"{Clock} 导出")),
            XlsxWriter.ContentType, "查看记录.xlsx");
    }

    public string When(Access row) => Desk.Local(row.At).ToString("yyyy-MM-dd HH:mm:ss", System.Globalization.CultureInfo.InvariantCulture);

    private IReadOnlyList<Access> Read(long? before, int count) => Desk.Access.Read(string.IsNullOrEmpty(Of) ? null : new CompetitionId(Of), Find, before, count);
}
