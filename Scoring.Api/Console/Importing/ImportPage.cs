using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Core.Fold;
using Scoring.Core.Lists;

namespace Scoring.Api.Console.Importing;

/// <summary>What every import does (R-I3): read, show beside what is there, let questions be answered, carry out whole, take back.</summary>
public abstract class ImportPage(Desk desk, ImportDesk uploads) : ContestPage(desk)
{
    private const int PageLength = 200;

    /// <param name="Hindrance">Why it cannot be taken back; null: it can.</param>
    public sealed record DoneImport(long Sequence, string When, string Source, int Added, int Changed, string? Hindrance);

    [BindProperty(SupportsGet = true, Name = "upload")]
    public string? UploadKey { get; set; }

    /// <summary>Which rows: <c>error</c>, <c>warn</c>, <c>new</c>, <c>update</c>, <c>same</c>; null: all.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    /// <summary>Null: no file was uploaded yet.</summary>
    public ListImport? Import { get; private set; }

    public IReadOnlyList<ListRow> Rows { get; private set; } = [];

    public IReadOnlyList<DoneImport> Done { get; protected set; } = [];

    /// <summary>e.g. 名单导入.</summary>
    public abstract string What { get; }

    /// <summary>What to do about people who are here but not on the list.</summary>
    public virtual string AbsentAdvice => "。";

    /// <summary>This page without an upload.</summary>
    public virtual string Here => Request.Path;

    public string Tab(string? show) => $"{With("upload", UploadKey ?? "")}{(show is null ? "" : $"&show={show}")}";

    /// <summary>Address of one of this page's forms.</summary>
    public string Post(string handler) => With("handler", handler);

    /// <returns>Null: there is no upload to show.</returns>
    protected IActionResult? ShowUpload()
    {
        if (UploadKey is null)
        {
            return null;
        }

        if (Load() is not { } import)
        {
            Say("这次上传已过期，请重新选择文件。", bad: true);
            return LocalRedirect(Here);
        }

        Import = import;
        Rows = [.. import.Lines.Where(Shown).Take(PageLength)];
        return Page();
    }

    protected IActionResult Marked() => Load() is { } import
        ? File(ListTemplates.Marked(import), XlsxWriter.ContentType, $"{Path.GetFileNameWithoutExtension(import.FileName)}-核对.xlsx")
        : NotFound();

    protected async Task<IActionResult> Take(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            Say("请先选择文件。", bad: true);
            return LocalRedirect(Here);
        }

        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        var name = Path.GetFileName(file.FileName);
        try
        {
            Open.Read(state => Preview(state, bytes.ToArray(), name, new Dictionary<string, string>(StringComparer.Ordinal)));
        }
        catch (UnreadableFileException e)
        {
            Say($"{name}：{e.Message}", bad: true);
            return LocalRedirect(Here);
        }

        return LocalRedirect(With("upload", uploads.Put(Me.Login, Open.Id, name, bytes.ToArray())));
    }

    protected IActionResult Answered(string upload, string question, string answer)
    {
        if (uploads.Find(upload, Me.Login, Open.Id) is null)
        {
            return LocalRedirect(Here);
        }

        uploads.Answer(upload, question, answer);
        UploadKey = upload;
        return LocalRedirect(Tab(Show is null ? null : Uri.EscapeDataString(Show)));
    }

    /// <summary>All or nothing; or, as the organizer chooses, the good rows.</summary>
    protected async Task<IActionResult> CarryOut(string upload, bool onlyGood, string done)
    {
        if (uploads.Find(upload, Me.Login, Open.Id) is not { } found)
        {
            return LocalRedirect(Here);
        }

        ListImport? carried = null;
        // Held against the state as it is when the ledger takes it, not as it was when it was looked at.
        if (!await Ask(done, state => (carried = Preview(state, found.Bytes, found.FileName, found.Answers)).Decide(state, onlyGood)))
        {
            return LocalRedirect(With("upload", upload));
        }

        if (carried is not null)
        {
            Carried(carried);
        }

        uploads.Forget(upload);
        return LocalRedirect(Here);
    }

    protected Task<IActionResult> TakeBack(long import, string? reason) => Carry("导入已撤销", state => UndoImport.Decide(state, import, reason ?? ""));

    /// <summary>What the file would do to this state.</summary>
    protected abstract ListImport Preview(CompetitionState state, byte[] bytes, string name, IReadOnlyDictionary<string, string> answers);

    /// <summary>After the ledger took it.</summary>
    protected virtual void Carried(ListImport import)
    {
    }

    /// <summary>Imports that can still be looked at here, newest first.</summary>
    protected IReadOnlyList<DoneImport> DoneOf(CompetitionState state, Func<ImportedList, bool> which) =>
    [
        .. state.Imports.All.Where(which).Reverse().Select(i => new DoneImport(
            i.Stamp.Sequence, Desk.Local(i.Stamp.At).Moment(), i.Source, i.Entrants.Count(c => c.Before is null) + i.Judges.Count(c => c.Before is null),
            i.Entrants.Count(c => c.Before is not null) + i.Judges.Count(c => c.Before is not null), UndoImport.Hindrance(state, i)?.Message)),
    ];

    private string With(string key, string value) => $"{Here}{(Here.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{key}={value}";

    private ListImport? Load() =>
        uploads.Find(UploadKey, Me.Login, Open.Id) is { } upload ? Open.Read(state => Preview(state, upload.Bytes, upload.FileName, upload.Answers)) : null;

    private bool Shown(ListRow row) => Show switch
    {
        "error" => row.Verdict == RowVerdict.Error,
        "warn" => row.Warns,
        "new" => row.Verdict == RowVerdict.New,
        "update" => row.Verdict == RowVerdict.Update,
        "same" => row.Verdict is RowVerdict.Same or RowVerdict.Skipped,
        _ => true,
    };
}
