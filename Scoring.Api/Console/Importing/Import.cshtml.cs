using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Certificates;
using Scoring.Api.Lists;
using Scoring.Api.Personal;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Display.Screens;

namespace Scoring.Api.Console.Importing;

/// <summary>名单导入 (R-I1, R-I3): a file is read, checked and shown beside what is there; nothing changes before the organizer says
/// so.</summary>
[Authorize(Policy = Policies.Organize)]
[RequestSizeLimit(SpreadsheetReader.LargestFile + (1024 * 1024))]
[RequestFormLimits(MultipartBodyLengthLimit = SpreadsheetReader.LargestFile + (1024 * 1024))]
[ShowsPeople("名单核对")]
public sealed partial class ImportModel(Desk desk, UploadedLists uploads, PersonalSeal seal, Spellings spellings, ScreenFiles pictures,
    TimeProvider time, CertificateKeys keys) : OrganizersImport(
    desk, uploads, spellings)
{
    public IReadOnlyList<(string Trade, int People)> Present { get; private set; } = [];

    public override string What => "名单导入";

    public override string AbsentAdvice => "；已退出的请标“弃赛”。";

    public async Task<IActionResult> OnGet()
    {
        if (await ShowUpload() is { } shown)
        {
            return shown;
        }

        Load();
        return Page();
    }

    /// <summary>Contests here whose advance lists are public, with how many trades have one.</summary>
    public IReadOnlyList<(string Id, string Name, int Trades)> Stages { get; private set; } = [];

    /// <summary>The advance list of a contest on this machine, put to the same check as a file (R-K11).</summary>
    [Needs(Policies.Organize)]
    public async Task<IActionResult> OnPostStage(string? from)
    {
        if (Desk.Find(from ?? "") is not { } other || other == Open || !Me.MayEnter(other.Id))
        {
            Say("请选择上一场比赛。", bad: true);
            return LocalRedirect(Here);
        }

        var list = other.Read(state => AdvancePaper.Make(
            new PaperSource(state, other.HeadHash, Desk.Local(Desk.Now), boxed => seal.Open(other.Id, boxed)), null, masked: false));
        if (list.IsEmpty)
        {
            Say($"{other.Name}还没有公布晋级名单。", bad: true);
            return LocalRedirect(Here);
        }

        Desk.Access.Write(Me, other.Id, "取用晋级名单", $"{list.Tables[0].Rows.Count} 人，导入 {Open.Id}");
        return await Take(
            SignedList.Write(list, Desk.Now, keys.PublicKeys[keys.CurrentId], keys.SignBytes), $"{other.Name} 晋级名单{SignedList.Extension}");
    }

    private IReadOnlyList<(string, string, int)> EarlierStages() =>
    [
        .. Desk.Cards.All.Where(c => c.Id != Open.Id && Me.MayEnter(c.Id))
            .Select(c => (Id: c.Id.Value, c.Name, Trades: c.Trades.Count(t => t.Phase >= Core.Ledger.Events.Phase.Final && t.Advances)))
            .Where(c => c.Trades > 0),
    ];

    private void Load()
    {
        Stages = EarlierStages();
        LoadLists();
    }

    private void LoadLists() => (Present, Done) = Open.Read(state => (
            (IReadOnlyList<(string, int)>)[.. state.TradesInOrder.Select(t => (t.Definition.Name, t.Entrants.Count))],
                DoneOf(state, i => i.Entrants.Count > 0)));

    public IActionResult OnGetTemplate() => File(ListTemplates.Registration(TradeWord), XlsxWriter.ContentType, "报名表模板.xlsx");

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostTrades(string upload) => MakeTrades(upload);

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostCommit(string upload, bool onlyGood) => CarryOut(upload, onlyGood, "名单已导入");

    [Needs(Policies.Organize)]
    public Task<IActionResult> OnPostUndo(long import, string? reason) => TakeBack(import, reason);

    // A signature is worth as much as its key: one that nobody here has seen is compared by people first.
    private Finding SignerWords(Signer signer, IReadOnlyDictionary<string, string> answers)
    {
        var made = Desk.Local(signer.At).Moment();
        var known = keys.PublicKeys.Values.Any(key => SignedList.Print(key) == signer.KeyPrint);
        var question = $"signer:{signer.KeyPrint}";
        // A key's id is the beginning of its fingerprint.
        return keys.Lost.Any(id => signer.KeyPrint.StartsWith(id, StringComparison.Ordinal))
            ? new Finding("签名", true, $"签名的密钥（指纹 {signer.KeyPrint}）已经声明作废", "请向出具名单的单位要一份用新密钥签的。") { Whole = true }
            : known ? new Finding("签名", false, $"签名有效，{made} 签出，一字未改", "", Note: true)
            : new Finding(
                "签名", false, $"签名有效，但签名的密钥这台电脑没有见过：指纹 {signer.KeyPrint}，{made} 签出",
                "请打电话和出具名单的单位核对指纹（他们在“证书密钥”页看得到），一样再导入；不一样就是别人做的名单。",
                new Choice([new Option(question, "compared", "已经核对，一样")], answers.GetValueOrDefault(question)),
                    Kind: "签名的密钥没有见过") { Whole = true };
    }

    protected override CheckList Check()
    {
        var (open, sealing, at, decided) = (Open.Id, seal, time, Decided.All());
        return (file, name, answers, read, told) =>
        {
            var import = EntrantImport.Preview(
                file, name, read, boxed => sealing.Open(open, boxed), answers, decided, clear => sealing.Seal(open, clear),
                DateOnly.FromDateTime(at.GetLocalNow().DateTime), told);
            if (file.Signer is { } signer)
            {
                import.Table.Findings.Add(SignerWords(signer, answers));
            }

            return import;
        };
    }
}
