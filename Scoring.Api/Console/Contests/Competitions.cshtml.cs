using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Files;
using Scoring.Api.Ledger;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Files;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Console.Contests;

/// <summary>All competitions here, and for the admin the way to a new one: from a template or from a competition file.</summary>
[Authorize(Policy = Policies.Console)]
[RequestSizeLimit(CompetitionsModel.LargestFile)]
[RequestFormLimits(MultipartBodyLengthLimit = CompetitionsModel.LargestFile)]
public sealed class CompetitionsModel(Desk desk, CompetitionImport import, CompetitionRestore restore) : ConsolePage(desk)
{
    private const int ShownProblems = 5;
    public const long LargestFile = 500 * 1024 * 1024;

    private const int PageLength = 50;

    /// <summary>Where a contest is: nothing marked yet, under way, all its trades published.</summary>
    public enum Stage { Ahead, Running, Done }

    /// <param name="Phase">Of its trades, the one where all are or two where they differ, e.g. 评分 至 公布.</param>
    public sealed record Row(
        CompetitionId Id, string Name, string? Series, bool Demo, bool Current, bool Hidden, DateOnly? Date, int Trades, int Entrants, long Sequence,
        Stage Stage, string Phase);

    /// <summary>All this person may enter.</summary>
    public IReadOnlyList<Row> All { get; private set; } = [];

    /// <summary>Of those that were looked for, one page.</summary>
    public IReadOnlyList<Row> Rows { get; private set; } = [];

    /// <summary>Part of a name or series, or its pinyin or initials.</summary>
    [BindProperty(SupportsGet = true, Name = "find")]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true, Name = "year")]
    public int? InYear { get; set; }

    [BindProperty(SupportsGet = true, Name = "stage")]
    public Stage? At { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int Number { get; set; } = 1;

    public int Found { get; private set; }

    public int Pages => Math.Max(1, (Found + PageLength - 1) / PageLength);

    /// <summary>So many that one looks for one.</summary>
    public bool Many => All.Count > 8;

    public string PageAt(int number)
    {
        (string Name, string? Value)[] asked =
        [
            ("find", Find), ("year", InYear?.ToString(System.Globalization.CultureInfo.InvariantCulture)), ("stage", At?.ToString()),
            ("p", number.ToString(System.Globalization.CultureInfo.InvariantCulture)),
        ];
        return "/console/competitions?" + string.Join(
            '&', asked.Where(a => a.Value is { Length: > 0 }).Select(a => $"{a.Name}={Uri.EscapeDataString(a.Value ?? "")}"));
    }

    public bool MayCreate => Me.May(Policies.Administer);

    public void OnGet()
    {
        var current = Desk.Competitions.Current;
        All =
        [
            .. Desk.Competitions.All.Where(c => Me.MayEnter(c.Id)).Select(c => c.Read(state => RowOf(c, state, c == current)))
                .OrderByDescending(r => r.Current).ThenByDescending(r => r.Date),
        ];
        var wanted = Find?.Trim().ToLowerInvariant();
        var found = All.Where(r => (InYear is null || r.Date?.Year == InYear) && (At is null || r.Stage == At)
            && (string.IsNullOrEmpty(wanted) || Matches(r, wanted))).ToList();
        Found = found.Count;
        Number = Math.Clamp(Number, 1, Pages);
        Rows = [.. found.Skip((Number - 1) * PageLength).Take(PageLength)];
    }

    private Row RowOf(OpenCompetition open, CompetitionState state, bool current)
    {
        var phases = state.TradesInOrder.Select(t => t.Phase).Order().ToList();
        return new(
            open.Id, state.Competition?.Name ?? open.Id.Value, state.Competition?.Series, state.Competition?.Demo ?? false, current,
            Desk.Competitions.IsHidden(open.Id), state.Competition?.Date, phases.Count, state.Entrants.Count, open.Sequence,
            phases.Count == 0 || phases[^1] < Phase.Scoring ? Stage.Ahead : phases[0] >= Phase.Final ? Stage.Done : Stage.Running,
            phases.Count == 0 ? "" : phases[0] == phases[^1] ? phases[0].Chinese() : $"{phases[0].Chinese()} 至 {phases[^1].Chinese()}");
    }

    private static bool Matches(Row row, string wanted) =>
        row.Name.Contains(wanted, StringComparison.OrdinalIgnoreCase) || row.Series?.Contains(wanted, StringComparison.OrdinalIgnoreCase) == true
        || row.Id.Value.Contains(wanted, StringComparison.OrdinalIgnoreCase) || IsSpelled(row.Name, wanted);

    // From any character on: of a contest's name people remember the middle.
    private static bool IsSpelled(string name, string wanted)
    {
        var letters = string.Concat(name.Where(c => char.IsLetterOrDigit(c)));
        return Enumerable.Range(0, letters.Length).Any(from => Pinyin.Matches(letters[from..], wanted));
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
            : await Refuse($"文件有 {reading.Errors.Count()} 处错误：{string.Join("；", reading.Errors.Take(ShownProblems).Select(FilePlace.Words))}");
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
        fault ??= wrong ?? (numbers is not null && Desk.Competitions.All.Any(c => c.Read(s => s.Competition?.NumberPrefix) == numbers)
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
        if (Desk.Competitions.All.FirstOrDefault(c => c.Sequence > 0 && c.EntryAt(1)?.Id == first) is not { } made)
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
        OnGet();
        return Task.FromResult<IActionResult>(Page());
    }
}
