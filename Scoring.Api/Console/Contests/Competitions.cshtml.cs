using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Files;
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

    /// <summary>All this person may enter, and what was looked for.</summary>
    public ContestShelf Shelf { get; private set; } = ContestShelf.Of([], new(null, null, null));

    public bool MayCreate => Me.May(Policies.Administer);

    public void OnGet(string? find, int? year, ShelfStage? stage, int p = 1, string? level = null, string? host = null, string? tag = null)
    {
        var current = Desk.Competitions.Current;
        Shelf = ContestShelf.Of(
            Desk.Cards.All.Where(c => Me.MayEnter(c.Id)).Select(
                c => ShelfRow.Of(c, c.Id == current?.Id, Desk.Competitions.IsHidden(c.Id), Desk.Competitions.IsArchived(c.Id))),
            new(find, year, stage, p, level, host, tag));
    }

    /// <summary>The page this role works on.</summary>
    public string FirstPage => Scoring.Api.Console.Navigation.Of(Me, new CompetitionId("x"), "", new Dictionary<string, int>(StringComparer.Ordinal), TradeWord)
            .Select(g => g.Items[0].Href.Split('/')[^1]).FirstOrDefault("day");

    [Needs(Policies.Administer)]
    public Task<IActionResult> OnPostTemplate(string? template, string? key, ContestForm form)
    {
        if (MadeBefore() is { } before)
        {
            return Task.FromResult<IActionResult>(before);
        }

        if (CompetitionTemplates.Read(template ?? "") is not { } file)
        {
            return Refuse("请选择一个模板。");
        }

        var (contest, fault) = form.ReadShort(file.Competition);
        var (id, wrong) = ContestKey.Of(key, form.Name ?? "", Year(contest), Taken);
        return (fault ?? wrong) is { } why ? Refuse(why)
            : Create(file with { Competition = contest! with { Id = id } }); // no fault: it is there
    }

    /// <summary>One more to play with, beside all that is real: in no history, and marked wherever its name stands.</summary>
    /// <param name="of">The contest to rehearse; null: the demonstration.</param>
    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostPractice(string? of)
    {
        if (MadeBefore() is { } before)
        {
            return before;
        }

        var id = Enumerable.Range(1, int.MaxValue).Select(n => new CompetitionId(n == 1 ? "lianxi" : $"lianxi-{n}")).First(i => !Taken(i));
        var rehearsed = string.IsNullOrEmpty(of) ? null : Desk.Find(of);
        if (rehearsed is null && CompetitionTemplates.Example() is null)
        {
            return await Refuse("安装包里没有演示文件，请重新解压安装包。");
        }

        try
        {
            var file = rehearsed is null ? PracticeContest.Of(CompetitionTemplates.Example()!, id) // looked at above
                : PracticeContest.Rehearsal(rehearsed.Read(s => FileExport.Of(s, _ => null)), id);
            var open = await import.Run(file, HttpContext.RequestAborted, EntryFor());
            Desk.Competitions.Hide(open, hidden: true);
            Say(rehearsed is null ? "这是练习赛：名单和裁判都是假的，成绩不算数。想重来，再新建一个。"
                : "这是演练：工种、评分表和裁判同正式比赛一样，选手用假名，成绩不算数。抽签、印配对码、开始评分，走一遍就知道哪里还不行。".Replace(
                    Core.Definition.TradeWord.Usual, TradeWord, StringComparison.Ordinal));
            return LocalRedirect($"/console/{open.Id}/{FirstPage}");
        }
        catch (IOException e)
        {
            return await Refuse(StorageFailure.Explain(e));
        }
    }

    /// <summary>One file or many: all are checked before the first is put on the shelf.</summary>
    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostFile(IReadOnlyList<IFormFile>? file)
    {
        var sent = (file ?? []).Where(f => f.Length > 0).ToList();
        if (sent.Count == 0)
        {
            return await Refuse("请先选择比赛文件（.json）。");
        }

        var (files, faults) = (new List<CompetitionFile>(), new List<string>());
        foreach (var one in sent)
        {
            var bytes = new MemoryStream();
            await one.CopyToAsync(bytes, HttpContext.RequestAborted);
            var reading = CompetitionFileReader.Read(bytes.ToArray());
            if (Fault(reading, files) is { } fault)
            {
                faults.Add(sent.Count == 1 ? fault : $"{one.FileName}：{fault}");
            }
            else
            {
                files.Add(reading.File!); // no fault: it is there
            }
        }

        return faults.Count > 0 ? await Refuse(string.Join("；", faults)) : files.Count == 1 ? await Create(files[0])
            : await CreateAll(files);
    }

    private string? Fault(FileReading reading, List<CompetitionFile> before) =>
        reading.File is not { } read
            ? $"文件有 {reading.Errors.Count()} 处错误：{string.Join("；", reading.Errors.Take(ShownProblems).Select(FilePlace.Words))}"
        : Taken(read.Competition.Id) ? $"编号 {read.Competition.Id} 的比赛已经有了，请换一个编号。"
        : before.Exists(f => f.Competition.Id == read.Competition.Id) ? $"编号 {read.Competition.Id} 在这些文件里出现两次，请换一个编号。"
        : null;

    private async Task<IActionResult> CreateAll(List<CompetitionFile> files)
    {
        try
        {
            foreach (var file in files)
            {
                await import.Run(file, HttpContext.RequestAborted);
            }
        }
        catch (IOException e)
        {
            return await Refuse(StorageFailure.Explain(e));
        }

        Say($"已导入 {files.Count} 场比赛。");
        return LocalRedirect("/console/competitions");
    }

    /// <summary>From last year's: definition, organizations and judges; neither entrants nor marks, and no certificate number again.</summary>
    [Needs(Policies.Administer)]
    public Task<IActionResult> OnPostClone(string? source, string? key, string? prefix, ContestForm form)
    {
        if (MadeBefore() is { } before)
        {
            return Task.FromResult<IActionResult>(before);
        }

        var numbers = string.IsNullOrWhiteSpace(prefix) ? null : prefix.Trim();
        if (Desk.Find(source ?? "") is not { Sequence: > 0 } last)
        {
            return Refuse("请选择一场往届比赛。");
        }

        var (id, wrong) = ContestKey.Of(key, form.Name ?? "", Year(form.ReadShort(new Competition(default, "")).Contest), Taken);
        var next = NextEdition.Of(last.Read(s => FileExport.Of(s, _ => null)), id, form.Name ?? "", numbers);
        var (contest, fault) = form.ReadShort(next.Competition);
        fault ??= wrong ?? (numbers is not null && Desk.Cards.All.Any(c => c.NumberPrefix == numbers)
            ? $"证书编号前缀 {numbers} 已经用过，请换一个：编号不能重复。" : null);
        return fault is not null ? Refuse(fault) : Create(next with { Competition = contest! }); // no fault: it is there
    }

    /// <summary>A backup or sealed archive carried here from anywhere.</summary>
    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostRestore(IFormFile? file, string? key)
    {
        if (file is null || file.Length == 0)
        {
            return await Refuse("请先选择备份（.db）或归档包（.zip）。");
        }

        var path = Path.Combine(Path.GetTempPath(), $"scoring-{Guid.NewGuid():N}");
        try
        {
            await using (var copy = System.IO.File.Create(path))
            {
                await file.CopyToAsync(copy, HttpContext.RequestAborted);
            }

            var (restored, fault) = await restore.Run(path, new CompetitionId((key ?? "").Trim().ToLowerInvariant()), Me.Actor.ToString(), HttpContext.RequestAborted);
            if (restored is null)
            {
                return await Refuse(fault!); // one of the two is always there
            }

            Say($"已恢复为新比赛 {restored.Id}。{(Desk.Competitions.IsHidden(restored.Id) ? "原来的比赛还在，这个副本不计入历届，也不在公众的列表里（竞赛设置里可以改）。" : "")}{restore.KeyNote(path)}");
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
            Say($"大屏和选手页面现在用{found.Name}。");
        }

        return LocalRedirect("/console/competitions");
    }

    /// <summary>Published contests of a year leave the daily list together, or come back to it. Nothing of them changes: history, figures
    /// and certificates have them still.</summary>
    [Needs(Policies.Administer)]
    public IActionResult OnPostArchive(int year, bool back)
    {
        OnGet(null, year, back ? ShelfStage.Archived : null);
        var some = back ? Shelf.All.Where(r => r.Date?.Year == year && r.Stage == ShelfStage.Archived).ToList() : Shelf.Over;
        Desk.Competitions.Archive([.. some.Select(r => r.Id)], !back);
        Say(back ? $"{year} 年的 {some.Count} 场比赛放回来了。" : $"{year} 年的 {some.Count} 场比赛已收起：日常列表里不再出现，历届、统计、证书查询照旧。在“已收起”里可以看到，也可以放回来。");
        return LocalRedirect($"/console/competitions?year={year}");
    }

    private async Task<IActionResult> Create(CompetitionFile file)
    {
        try
        {
            var open = await import.Run(file, HttpContext.RequestAborted, EntryFor());
            return LocalRedirect($"/console/{open.Id}/{FirstPage}");
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

    // The same form once more, the server started anew between the two: what it made begins with an entry of its id.
    private LocalRedirectResult? MadeBefore()
    {
        var first = EntryFor();
        if (Desk.Cards.All.FirstOrDefault(c => c.First == first) is not { } made)
        {
            return null;
        }

        Say(SentForms.Before);
        return LocalRedirect($"/console/{made.Id}/{FirstPage}");
    }

    private bool Taken(CompetitionId id) => Desk.Find(id.Value) is not null;

    private int Year(Competition? contest) => contest?.Date?.Year ?? Desk.Local(Desk.Now).Year;

    private Task<IActionResult> Refuse(string why)
    {
        Say(why, bad: true);
        OnGet(null, null, null);
        return Task.FromResult<IActionResult>(Page());
    }
}
