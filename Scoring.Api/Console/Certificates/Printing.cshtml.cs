using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Certificates;
using Scoring.Api.Security;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Display.Certificates;

namespace Scoring.Api.Console.Certificates;

/// <summary>打印证书: a trade, the contest or a selection into one file or an archive (R-H1 to R-H3); printers with their offsets and the test page.</summary>
[Authorize(Policy = Policies.Certificates)]
public sealed class PrintingModel(Desk desk, PrintRuns runs, Printers printers, TemplateShelf shelf, CertificatePainter painter) : ContestPage(desk)
{
    /// <summary>In place of a trade; no trade's id begins so.</summary>
    private const string TeamsName = "团体与组织奖";

    public sealed record Scope(string Key, string Name, int Count);

    public IReadOnlyList<Scope> Scopes { get; private set; } = [];

    /// <summary>Chosen on the certificates page; empty: a whole trade or contest.</summary>
    [BindProperty(SupportsGet = true, Name = "n")]
    public List<string> Chosen { get; set; } = [];

    [BindProperty(SupportsGet = true, Name = "scope")]
    public string? ScopeKey { get; set; }

    public IReadOnlyList<PrintRun> Runs => runs.Of(Open.Id);

    public bool Busy => Runs.Any(run => run.State == PrintRunState.Running);

    public IReadOnlyList<Printers.Printer> Known => printers.All;

    public IReadOnlyList<string> Templates => [.. shelf.All(Open.Id).Select(template => template.Name)];

    public IReadOnlyList<CertificateProblem> Problems { get; private set; } = [];

    public string At(PrintRun run) => Desk.Local(run.At).Moment();

    public void OnGet() => Load();

    public IActionResult OnGetRuns() => Partial("/Console/Certificates/_Runs.cshtml", this);

    /// <summary>Begins a batch; nothing of it is painted before all of it was looked through.</summary>
    [Needs(Policies.Certificates)]
    public async Task<IActionResult> OnPostStart(string? order, string? format, string? template, string? printer, IFormFile? seal, string? sealPassword)
    {
        var (signs, broken) = await OwnKey(seal, sealPassword);
        if (broken is not null)
        {
            Say(broken, bad: true);
            return LocalRedirect(Request.Path);
        }

        var teams = Chosen.Count == 0 && ScopeKey == PrintSelection.TeamsScope;
        var trade = Chosen.Count == 0 && !teams && !string.IsNullOrEmpty(ScopeKey) ? new TradeId(ScopeKey) : (TradeId?)null;
        var selection = new PrintSelection(trade, Chosen, order == "organization" ? PrintOrder.Organization : PrintOrder.Award, teams);
        var (certificates, tradeName) = Open.Read(state => (selection.From(state), trade is { } id ? state.Trade(id)?.Definition.Name : null));
        if (certificates.Count == 0)
        {
            Say("没有可打印的证书。先签发，再打印。", bad: true);
            return LocalRedirect(Request.Path);
        }

        var fixedLook = string.IsNullOrEmpty(template) ? null : shelf.Find(Open.Id, template);
        var looks = Enum.GetValues<CertificateKind>().ToDictionary(kind => kind, kind => fixedLook ?? shelf.For(Open.Id, kind));
        var single = format == "single" || signs is not null;
        var what = Chosen.Count > 0 ? certificates.Count == 1 ? certificates[0].Facts.Number : "所选证书" : teams ? TeamsName : tradeName ?? $"全部{TradeWord}";
        Problems = runs.Start(new(
            Open.Id, [.. certificates.Select(c => (looks[c.Facts.Kind], new CertificateToPrint(c.Facts, c.Qr)))], single ? PrintFormat.Single : PrintFormat.Merged,
            printers.OffsetOf(printer),
            $"{what}，{certificates.Count} 张，{(signs is null ? "" : "单位签名，")}{(selection.Order == PrintOrder.Organization ? "按单位" : "按奖项")}，{fixedLook?.Name ?? "按种类用模板"}{(string.IsNullOrEmpty(printer) ? "" : $"，{printer}")}",
            $"{what}证书{(single ? ".zip" : ".pdf")}", Me.Name, signs));
        if (Problems.Count == 0)
        {
            return LocalRedirect(Request.Path);
        }

        Load();
        return Page();
    }

    [Needs(Policies.Certificates)]
    public IActionResult OnPostCancel(Guid run)
    {
        if (Mine(run) is not null)
        {
            runs.Cancel(run);
        }

        return LocalRedirect(Request.Path);
    }

    public IActionResult OnGetFile(Guid run) => Mine(run) is { State: PrintRunState.Done } done && System.IO.File.Exists(runs.PathOf(done))
        ? PhysicalFile(runs.PathOf(done), done.Format == PrintFormat.Single ? "application/zip" : "application/pdf", done.Download)
        : NotFound();

    [Needs(Policies.Certificates)]
    public IActionResult OnPostPrinter(string? name, string? x, string? y)
    {
        double down = 0;
        var refused = !Millimetres(x, out var right) || !Millimetres(y, out down) ? "偏移请写毫米数，如 1.5 或 -0.8。" : printers.Save(name?.Trim() ?? "", right, down);
        Say(refused ?? $"{name?.Trim()} 的偏移已保存：右 {right:0.0#} 毫米，下 {down:0.0#} 毫米", bad: refused is not null);
        return LocalRedirect(Request.Path);
    }

    [Needs(Policies.Certificates)]
    public IActionResult OnPostForget(string name)
    {
        printers.Remove(name);
        Say($"{name} 已移除");
        return LocalRedirect(Request.Path);
    }

    /// <summary>To hold against the pre-printed paper (R-H3).</summary>
    public IActionResult OnGetTest(string? printer, string? template)
    {
        var look = shelf.Find(Open.Id, template ?? "") ?? CertificateTemplates.Overprint;
        return File(painter.PaintTestPage(look, SampleCertificate.Of(Contest), SampleCertificate.Qr, printers.OffsetOf(printer)), "application/pdf", "套打测试页.pdf");
    }

    /// <summary>The organization's PKCS#12 file (R-H4); neither is kept.</summary>
    private static async Task<(X509Certificate2? Key, string? Broken)> OwnKey(IFormFile? file, string? password)
    {
        const int Largest = 64 * 1024;
        if (file is not { Length: > 0 })
        {
            return default;
        }

        if (file.Length > Largest)
        {
            return (null, "签名证书应是 .p12 或 .pfx 文件。没有打印。");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes);
        try
        {
            var key = X509CertificateLoader.LoadPkcs12(bytes.ToArray(), password);
            return key.HasPrivateKey ? (key, null) : (null, "签名证书里没有私钥，不能签名。没有打印。");
        }
        catch (CryptographicException)
        {
            return (null, "打不开签名证书：文件不是 .p12 或 .pfx，或口令不对。没有打印。");
        }
    }

    private PrintRun? Mine(Guid run) => runs.Find(run) is { } found && found.Competition == Open.Id ? found : null;

    private static bool Millimetres(string? text, out double mm) =>
        double.TryParse((text ?? "").Normalize(System.Text.NormalizationForm.FormKC).Replace('−', '-').Trim(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out mm);

    private void Load()
    {
        var trades = Open.Read(state => state.TradesInOrder
            .Select(t => new Scope(t.Definition.Id.Value, t.Definition.Name, t.Publication.Certificates.Count(c => c.RevokedBecause is null))).ToList());
        var teams = Open.Read(state => state.TeamCertificates.Count(c => c.RevokedBecause is null));
        Scopes = [new("", teams == 0 ? $"全部{TradeWord}" : $"全部{TradeWord}和团体", trades.Sum(t => t.Count) + teams), .. trades, .. teams == 0 ? [] : (Scope[])[new(PrintSelection.TeamsScope, TeamsName, teams)]];
    }
}
