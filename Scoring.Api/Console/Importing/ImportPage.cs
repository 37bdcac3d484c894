using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Storage;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;

namespace Scoring.Api.Console.Importing;

/// <summary>What every import does (R-I3): read, show beside what is there, let questions be answered and cells be mended, carry out whole,
/// take back.</summary>
public abstract partial class ImportPage(Desk desk, UploadedLists uploads, Spellings spellings) : ContestPage(desk)
{
    public const int PageLength = 200;

    /// <summary>A list of this many rows is not checked again for every page that is looked at.</summary>
    private const int Long = 5000;

    // A small file is there at once; whoever sends a long one sees how far it is.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), Short = TimeSpan.FromMilliseconds(600);

    /// <param name="Hindrance">Why it cannot be taken back; null: it can.</param>
    public sealed record DoneImport(long Sequence, string When, string Source, int Added, int Changed, string? Hindrance);

    [BindProperty(SupportsGet = true, Name = "upload")]
    public string? UploadKey { get; set; }

    /// <summary>Which rows: <c>error</c>, <c>warn</c>, <c>new</c>, <c>update</c>, <c>same</c>; null: all.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    /// <summary>Only rows with this finding, by its place among the groups; null: all.</summary>
    [BindProperty(SupportsGet = true, Name = "group")]
    public int? Group { get; set; }

    /// <summary>From 1.</summary>
    [BindProperty(SupportsGet = true, Name = "p")]
    public int PageNumber { get; set; } = 1;

    /// <summary>Null: no file was uploaded yet, or it is still being read.</summary>
    public ListImport? Import { get; private set; }

    /// <summary>The file being read or checked; null: none is.</summary>
    public Upload? Reading { get; private set; }

    public IReadOnlyList<ListRow> Rows { get; private set; } = [];

    public int Pages { get; private set; } = 1;

    public IReadOnlyList<DoneImport> Done { get; protected set; } = [];

    /// <summary>Spellings and header words decided in lists before this one.</summary>
    protected Spellings Decided => spellings;

    /// <summary>e.g. 名单导入.</summary>
    public abstract string What { get; }

    /// <summary>What to do about people who are here but not on the list.</summary>
    public virtual string AbsentAdvice => "。";

    /// <summary>This page without an upload.</summary>
    public virtual string Here => Request.Path;

    public string Tab(string? show) => $"{With("upload", UploadKey ?? "")}{(show is null ? "" : $"&show={show}")}";

    public string PageAt(int page) => $"{Tab(Show)}{(Group is { } group ? $"&group={group}" : "")}&p={page}";

    /// <summary>Where a finding's row stands in the table, in the view that shows only findings of its sort.</summary>
    public string OfGroup(int group) => $"{Tab(null)}&group={group}";

    /// <summary>Where a row stands among all rows.</summary>
    public string ToRow(ListRow row) =>
        Import is null ? "" : $"{Tab(null)}&p={(Place(row) / PageLength) + 1}#r{row.Table.Number}-{row.Number}";

    /// <summary>Address of one of this page's forms.</summary>
    public string Post(string handler) => With("handler", handler);

    /// <returns>Null: there is no upload to show.</returns>
    protected async Task<IActionResult?> ShowUpload()
    {
        if (UploadKey is null)
        {
            return null;
        }

        if (uploads.Find(UploadKey, Me.Login, Open.Id) is not { } upload)
        {
            var how = uploads.HowItWent(UploadKey, Me.Login);
            Say(how?.Words ?? "这次上传已过期，请重新选择文件。", how?.Bad ?? true);
            return LocalRedirect(Here);
        }

        if (upload.Taken is { } taken)
        {
            uploads.Forget(upload.Key);
            Say(taken.Words, taken.Bad);
            return LocalRedirect(Here);
        }

        if (upload.Import is { } made && made.Lines.Count <= Long && made.At != Open.Sequence)
        {
            upload.Start();
        }

        if (!upload.Taking)
        {
            await Task.WhenAny(upload.Work, Task.Delay(upload.Size < 400_000 ? Patience : Short, HttpContext.RequestAborted));
        }

        if (upload.Failure is { } failure)
        {
            uploads.Forget(upload.Key);
            Say($"{upload.FileName}：{failure}", bad: true);
            return LocalRedirect(Here);
        }

        if (upload.Import is not { } import)
        {
            Reading = upload;
            return Page();
        }

        Import = import;
        var lines = Group is >= 0 and var group && group < import.Found.Groups.Count
            ? import.Found.Groups[group].Places.Select(p => p.Row).OfType<ListRow>().Distinct(ReferenceEqualityComparer.Instance).Cast<ListRow>()
            : import.Lines.Where(Shown);
        var counted = Show is null && Group is null ? import.Lines.Count : lines.Count();
        Pages = Math.Max(1, (counted + PageLength - 1) / PageLength);
        PageNumber = Math.Clamp(PageNumber, 1, Pages);
        Rows = [.. lines.Skip((PageNumber - 1) * PageLength).Take(PageLength)];
        return Page();
    }

    /// <summary>How far it is; once it is done the browser loads the page anew.</summary>
    protected IActionResult Progress()
    {
        Reading = uploads.Find(UploadKey, Me.Login, Open.Id);
        if (Reading is null or { Busy: false })
        {
            Response.Headers["HX-Refresh"] = "true";
        }

        return Reading is null ? new EmptyResult() : Partial("/Console/Importing/_Reading.cshtml", this);
    }

    protected IActionResult Cancelled(string upload)
    {
        if (uploads.Find(upload, Me.Login, Open.Id) is { Taking: true } taking)
        {
            taking.Stop();
            return LocalRedirect(With("upload", upload));
        }

        if (uploads.Find(upload, Me.Login, Open.Id) is { } found)
        {
            uploads.Forget(found.Key);
            Say("已取消，什么都没有改动。");
        }

        return LocalRedirect(Here);
    }

    protected IActionResult Marked() => uploads.Find(UploadKey, Me.Login, Open.Id)?.Import is { } import
        ? File(MarkedList.Write(import), XlsxWriter.ContentType, $"{Path.GetFileNameWithoutExtension(import.FileName)}-核对.xlsx")
        : NotFound();

    protected async Task<IActionResult> Take(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            Say(file is null ? "请先选择文件。" : $"{Path.GetFileName(file.FileName)}：这个文件是空的，请换一个文件。", bad: true);
            return LocalRedirect(Here);
        }

        var bytes = new byte[file.Length];
        await using (var stream = file.OpenReadStream())
        {
            await stream.ReadExactlyAsync(bytes, HttpContext.RequestAborted);
        }

        return await Take(bytes, Path.GetFileName(file.FileName));
    }

    protected async Task<IActionResult> Take(byte[] bytes, string name)
    {
        var decided = spellings.All().Where(s => s.Key.StartsWith(ListShape.Header, StringComparison.Ordinal)).ToDictionary(
            StringComparer.Ordinal);
        var upload = uploads.Put(Me.Login, Open.Id, name, bytes, decided, Check(), Looking(Open));
        await Task.WhenAny(upload.Work, Task.Delay(upload.Size < 400_000 ? Patience : Short, HttpContext.RequestAborted));
        if (upload.Failure is { } failure)
        {
            uploads.Forget(upload.Key);
            Say($"{upload.FileName}：{failure}", bad: true);
            return LocalRedirect(Here);
        }

        return LocalRedirect(With("upload", upload.Key));
    }

    /// <summary>What this page's list would do; used after the request has ended.</summary>
    protected abstract CheckList Check();

    /// <summary>Looks at the state for a moment, from the background.</summary>
    protected static Action<Action<CompetitionState>> Looking(Ledger.OpenCompetition open) => look => open.Read(state =>
    {
        look(state);
        return true;
    });

    /// <summary>Imports that can still be looked at here, newest first.</summary>
    protected IReadOnlyList<DoneImport> DoneOf(CompetitionState state, Func<ImportedList, bool> which) =>
    [
        .. state.Imports.All.Where(which).Reverse().Select(i => new DoneImport(
            i.Stamp.Sequence, Desk.Local(i.Stamp.At).Moment(), i.Source, i.Entrants.Count(c => c.Before is null) + i.Judges.Count(
                c => c.Before is null),
            i.Entrants.Count(c => c.Before is not null) + i.Judges.Count(c => c.Before is not null), UndoImport.Hindrance(state, i)?.Message.ToString())),
    ];

    private int Place(ListRow row) =>
        (places ??= Import!.Lines.Index().ToDictionary(l => (object)l.Item, l => l.Index, ReferenceEqualityComparer.Instance))[row];

    private Dictionary<object, int>? places;

    private string With(string key, string value) => $"{Here}{(Here.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{key}={value}";

    private bool Shown(ListRow row) => Show switch
    {
        "error" => row.Verdict == RowVerdict.Error,
        "warn" => row.Warns || row.Verdict == RowVerdict.Undecided,
        "new" => row.Verdict == RowVerdict.New,
        "update" => row.Verdict == RowVerdict.Update,
        "same" => row.Verdict is RowVerdict.Same or RowVerdict.Skipped,
        _ => true,
    };
}
