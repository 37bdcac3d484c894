using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Files;

namespace Scoring.Api.Console.Contests;

/// <summary>All competitions here, and for the admin the way to a new one: from a template or from a competition file.</summary>
[Authorize(Policy = Policies.Console)]
[RequestSizeLimit(CompetitionsModel.LargestFile)]
[RequestFormLimits(MultipartBodyLengthLimit = CompetitionsModel.LargestFile)]
public sealed class CompetitionsModel(Desk desk, CompetitionImport import, CompetitionRestore restore) : ConsolePage(desk)
{
    private const int ShownProblems = 5;
    public const long LargestFile = 500 * 1024 * 1024;

    public sealed record Row(CompetitionId Id, string Name, bool Demo, bool Current, DateOnly? Date, int Trades, int Entrants, long Sequence);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<UnreadableFile> Unreadable { get; private set; } = [];

    /// <summary>The page this role works on.</summary>
    public string FirstPage { get; private set; } = "day";

    public bool MayCreate => Me.May(Policies.Administer);

    public void OnGet()
    {
        var current = Desk.Competitions.Current;
        Rows =
        [
            .. Desk.Competitions.All.Where(c => Me.MayEnter(c.Id)).Select(c => c.Read(state => new Row(
                c.Id, state.Competition?.Name ?? c.Id.Value, state.Competition?.Demo ?? false, c == current, state.Competition?.Date,
                state.TradesInOrder.Count, state.Entrants.Count, c.Sequence)))
                .OrderByDescending(r => r.Date),
        ];
        Unreadable = MayCreate ? Desk.Competitions.Unreadable : [];
        FirstPage = Scoring.Api.Console.Navigation.Of(Me, new CompetitionId("x"), "", new Dictionary<string, int>(StringComparer.Ordinal))
            .Select(g => g.Items[0].Href.Split('/')[^1]).FirstOrDefault("day");
    }

    [Needs(Policies.Administer)]
    public Task<IActionResult> OnPostTemplate(string? template, string? key, string? name)
    {
        var id = new CompetitionId(key?.Trim() ?? "");
        var file = CompetitionTemplates.Read(template ?? "");
        var fault = file is null ? "请选择一个模板。"
            : string.IsNullOrWhiteSpace(name) ? "请填写比赛的全称。"
            : !DataFolder.CanName(id) ? "编号只能用字母、数字和横线，例如 yindubei-2027。"
            : null;
        return fault is not null ? Refuse(fault)
            : Create(file! with { Competition = file.Competition with { Id = id, Name = name!.Trim(), NameLines = null, Demo = false } }); // no fault: both are there
    }

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostFile(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            return await Refuse("请先选择比赛文件（.json）。");
        }

        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        var reading = CompetitionFileReader.Read(bytes.ToArray());
        return reading.File is { } read
            ? await Create(read)
            : await Refuse($"文件有 {reading.Errors.Count()} 处错误：{string.Join("；", reading.Errors.Take(ShownProblems))}");
    }

    /// <summary>From last year's: definition, organizations and judges; neither entrants nor marks, and no certificate number again.</summary>
    [Needs(Policies.Administer)]
    public Task<IActionResult> OnPostClone(string? source, string? key, string? name, string? prefix)
    {
        var id = new CompetitionId(key?.Trim() ?? "");
        var numbers = string.IsNullOrWhiteSpace(prefix) ? null : prefix.Trim();
        var fault = Desk.Find(source ?? "") is not { Sequence: > 0 } ? "请选择一场往届比赛。"
            : string.IsNullOrWhiteSpace(name) ? "请填写比赛的全称。"
            : !DataFolder.CanName(id) ? "编号只能用字母、数字和横线，例如 yindubei-2027。"
            : numbers is not null && Desk.Competitions.All.Any(c => c.Read(s => s.Competition?.CertificatePrefix) == numbers) ? $"证书编号前缀 {numbers} 已经用过，请换一个：编号不能重复。"
            : null;
        return fault is not null ? Refuse(fault) : Create(NextEdition.Of(Desk.Find(source!)!.Read(s => FileExport.Of(s, _ => null)), id, name!.Trim(), numbers)); // no fault: all are there
    }

    /// <summary>A backup or sealed archive carried here from anywhere.</summary>
    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostRestore(IFormFile? file, string? key)
    {
        if (file is null || file.Length == 0)
        {
            return await Refuse("请先选择备份（.db）或归档包（.zip）。");
        }

        var path = Path.Combine(Path.GetTempPath(), $"scoring-{Guid.NewGuid():N}{Path.GetExtension(file.FileName)}");
        try
        {
            await using (var copy = System.IO.File.Create(path))
            {
                await file.CopyToAsync(copy, HttpContext.RequestAborted);
            }

            var (restored, fault) = await restore.Run(path, new CompetitionId(key?.Trim() ?? ""), Me.Actor.ToString(), HttpContext.RequestAborted);
            Say(fault ?? $"已恢复为新比赛 {restored!.Id}。", bad: fault is not null);
            return LocalRedirect("/console/competitions");
        }
        catch (IOException failure)
        {
            return await Refuse(StorageFailure.Explain(failure));
        }
        finally
        {
            System.IO.File.Delete(path);
        }
    }

    [Needs(Policies.Administer)]
    public IActionResult OnPostCurrent(string? competition)
    {
        if (Desk.Find(competition ?? "") is { } found)
        {
            Desk.Competitions.MakeCurrent(found);
            Say("平板和大屏现在用这个比赛。");
        }

        return LocalRedirect("/console/competitions");
    }

    private async Task<IActionResult> Create(CompetitionFile file)
    {
        try
        {
            var open = await import.Run(file, HttpContext.RequestAborted);
            return LocalRedirect($"/console/{open.Id}/definition");
        }
        catch (CompetitionExistsException)
        {
            return await Refuse($"编号 {file.Competition.Id} 的比赛已经有了，请换一个编号。");
        }
        catch (IOException e)
        {
            return await Refuse(StorageFailure.Explain(e));
        }
    }

    private Task<IActionResult> Refuse(string why)
    {
        Say(why, bad: true);
        return Task.FromResult<IActionResult>(LocalRedirect("/console/competitions"));
    }
}
