using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Api.Storage;

namespace Scoring.Api.Console;

/// <summary>名单导入 (R-I1, R-I3): a file is read, checked and shown beside what is there; nothing changes before the organizer says so.</summary>
[Authorize(Policy = Policies.Organize)]
[RequestSizeLimit(SpreadsheetReader.LargestFile + (1024 * 1024))]
public sealed class ImportModel(Desk desk, ImportDesk uploads, PersonalSeal seal, Spellings spellings) : ContestPage(desk)
{
    private const int PageLength = 200;

    [BindProperty(SupportsGet = true, Name = "upload")]
    public string? UploadKey { get; set; }

    /// <summary>Which rows: <c>error</c>, <c>warn</c>, <c>new</c>, <c>update</c>, <c>same</c>; null: all.</summary>
    [BindProperty(SupportsGet = true, Name = "show")]
    public string? Show { get; set; }

    public EntrantImport? Import { get; private set; }

    public IReadOnlyList<EntrantRow> Rows { get; private set; } = [];

    public IReadOnlyList<(string Trade, int People)> Present { get; private set; } = [];

    public IActionResult OnGet()
    {
        if (UploadKey is null)
        {
            Present = Open.Read(state => state.TradesInOrder.Select(t => (t.Definition.Name, t.Entrants.Count)).ToList());
            return Page();
        }

        if (Load() is not { } import)
        {
            Say("这次上传已过期，请重新选择文件。", bad: true);
            return LocalRedirect(Request.Path);
        }

        Import = import;
        Rows = [.. import.Rows.Where(Shown).Take(PageLength)];
        return Page();
    }

    public IActionResult OnGetTemplate() => File(EntrantTemplates.Registration(), XlsxWriter.ContentType, "报名表模板.xlsx");

    /// <summary>The same table with its errors marked in the cells.</summary>
    public IActionResult OnGetMarked() => Load() is { } import
        ? File(EntrantTemplates.Marked(import), XlsxWriter.ContentType, $"{Path.GetFileNameWithoutExtension(import.FileName)}-核对.xlsx")
        : NotFound();

    [Needs(Policies.Organize)]
    public async Task<IActionResult> OnPostUpload(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            Say("请先选择文件。", bad: true);
            return LocalRedirect(Request.Path);
        }

        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        var name = Path.GetFileName(file.FileName);
        try
        {
            Preview(bytes.ToArray(), name, new Dictionary<string, string>(StringComparer.Ordinal));
        }
        catch (UnreadableFileException e)
        {
            Say($"{name}：{e.Message}", bad: true);
            return LocalRedirect(Request.Path);
        }

        return LocalRedirect($"{Request.Path}?upload={uploads.Put(Me.Login, Open.Id, name, bytes.ToArray())}");
    }

    [Needs(Policies.Organize)]
    public IActionResult OnPostAnswer(string upload, string question, string answer)
    {
        if (uploads.Find(upload, Me.Login, Open.Id) is null)
        {
            return LocalRedirect(Request.Path);
        }

        uploads.Answer(upload, question, answer);
        return LocalRedirect($"{Request.Path}?upload={upload}{(Show is null ? "" : $"&show={Uri.EscapeDataString(Show)}")}");
    }

    /// <summary>All or nothing; or, as the organizer chooses, the good rows.</summary>
    [Needs(Policies.Organize)]
    public async Task<IActionResult> OnPostCommit(string upload, bool onlyGood)
    {
        if (uploads.Find(upload, Me.Login, Open.Id) is not { } found)
        {
            return LocalRedirect(Request.Path);
        }

        var decided = spellings.All();
        var named = Preview(found.Bytes, found.FileName, found.Answers).Spellings.ToList();
        // Held against the state as it is when the ledger takes it, not as it was when it was looked at.
        var done = await Ask("名单已导入", state =>
            EntrantImport.Preview(found.Bytes, found.FileName, state, boxed => seal.Open(Open.Id, boxed), found.Answers, decided).Decide(state, onlyGood, clear => seal.Seal(Open.Id, clear)));
        if (!done)
        {
            return LocalRedirect($"{Request.Path}?upload={upload}");
        }

        spellings.Remember(named);
        uploads.Forget(upload);
        return LocalRedirect(Request.Path);
    }

    public string Tab(string? show) => $"?upload={UploadKey}{(show is null ? "" : $"&show={show}")}";

    private EntrantImport? Load() => uploads.Find(UploadKey, Me.Login, Open.Id) is { } upload ? Preview(upload.Bytes, upload.FileName, upload.Answers) : null;

    private EntrantImport Preview(byte[] bytes, string name, IReadOnlyDictionary<string, string> answers) =>
        Open.Read(state => EntrantImport.Preview(bytes, name, state, boxed => seal.Open(Open.Id, boxed), answers, spellings.All()));

    private bool Shown(EntrantRow row) => Show switch
    {
        "error" => row.Verdict == RowVerdict.Error,
        "warn" => row.Warns,
        "new" => row.Verdict == RowVerdict.New,
        "update" => row.Verdict == RowVerdict.Update,
        "same" => row.Verdict == RowVerdict.Same,
        _ => true,
    };
}
