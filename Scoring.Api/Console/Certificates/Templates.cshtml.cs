using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Security;
using Scoring.Core.Certificates;
using Scoring.Display.Certificates;
using Scoring.Display.Certificates.Fonts;
using Scoring.Display.Certificates.Layout;

namespace Scoring.Api.Console.Certificates;

/// <summary>证书模板: every position in mm, dragged or typed, with the page as it will print beside it; kept per competition as JSON.</summary>
[Authorize(Policy = Policies.Certificates)]
[RequestFormLimits(ValueLengthLimit = LargestTemplate, BufferBodyLengthLimit = LargestTemplate)]
public sealed class TemplatesModel(Desk desk, TemplateShelf shelf, FontBook fonts, SvgPainter painter, CertificatePainter press) : ContestPage(desk)
{
    private const int LargestTemplate = 12 * 1024 * 1024;

    [BindProperty(SupportsGet = true, Name = "name")]
    public string? Name { get; set; }

    [BindProperty(SupportsGet = true, Name = "kind")]
    public CertificateKind Kind { get; set; }

    public CertificateTemplate Template { get; private set; } = CertificateTemplates.Festive;

    public IReadOnlyList<(string Name, bool Own)> All => [.. shelf.All(Open.Id).Select(template => (template.Name, shelf.IsOwn(Open.Id, template.Name)))];

    public string Json => CertificateTemplates.Write(Template);

    public string Preview => painter.Paint(Template, SampleCertificate.Of(Contest, Kind), SampleCertificate.Qr);

    public bool Own => shelf.IsOwn(Open.Id, Template.Name);

    public bool Edits => Me.May(Policies.Publish);

    public string Used(CertificateKind kind) => shelf.For(Open.Id, kind).Name;

    /// <summary>Families to choose from, the organizer's own among them.</summary>
    public IReadOnlyList<string> Families => [.. fonts.Faces.Select(face => face.Families[^1]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public IReadOnlyList<FontProblem> FontProblems => fonts.Problems;

    public IActionResult OnGet()
    {
        Name ??= Used(Kind);
        if (shelf.Find(Open.Id, Name) is not { } found)
        {
            return NotFound();
        }

        Template = found;
        return Page();
    }

    /// <summary>The JSON file itself, to keep or to carry to another competition.</summary>
    public IActionResult OnGetFile() => shelf.Find(Open.Id, Name ?? "") is { } found
        ? File(System.Text.Encoding.UTF8.GetBytes(CertificateTemplates.Write(found)), "application/json", $"{found.Name}.json")
        : NotFound();

    /// <summary>The page as it would print, and what is wrong with it for any of the samples; 400 with the reason, in words, if it cannot.</summary>
    [Needs(Policies.Certificates)]
    public IActionResult OnPostPreview(string? json, Sample sample)
    {
        var (template, problem) = Read(json);
        return template is null ? BadRequest(problem ?? "")
            : new JsonResult(new TemplatePreview(painter.Paint(template, SampleCertificate.Of(Contest, Kind, sample), SampleCertificate.Qr), [.. Findings(template)]));
    }

    private IEnumerable<SampleFinding> Findings(CertificateTemplate template) => Enum.GetValues<Sample>()
        .SelectMany(sample => PageFindings.Of(template, CertificateLayout.Lay(template, SampleCertificate.Of(Contest, Kind, sample), SampleCertificate.Qr, fonts))
            .Select(found => (Sample: sample, Found: found)))
        .GroupBy(found => found.Found)
        .Select(same => new SampleFinding(same.Key.Fault.ToString(), same.Key.Element, same.Key.Other,
            same.Count() == Enum.GetValues<Sample>().Length ? null : SampleCertificate.Name(same.First().Sample)));

    /// <summary>The same as a PDF.</summary>
    [Needs(Policies.Certificates)]
    public IActionResult OnPostSample(string? json, Sample sample)
    {
        var (template, problem) = Read(json);
        return template is null ? BadRequest(problem ?? "") : File(press.Paint(template, SampleCertificate.Of(Contest, Kind, sample), SampleCertificate.Qr), "application/pdf", "样张.pdf");
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostSave(string? json, string? saveAs)
    {
        var (template, problem) = Read(json);
        var name = saveAs?.Trim() ?? "";
        // Under its own name it is the same template; under another that is there already, that one was not looked at.
        if (name == Name ? ChangedMeanwhile(shelf.Find(Open.Id, name)) : shelf.IsOwn(Open.Id, name))
        {
            if (name != Name)
            {
                Say($"已有模板“{name}”。要改它，请先打开它；要另存，请换一个名称。", bad: true);
            }

            return LocalRedirect(PathOf(Name));
        }

        var refused = template is null ? problem : shelf.Save(Open.Id, template with { Name = name });
        Say(refused ?? $"模板“{name}”已保存", bad: refused is not null);
        return LocalRedirect(refused is null ? PathOf(name) : PathOf(Name));
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostRemove()
    {
        shelf.Remove(Open.Id, Name ?? "");
        Say($"模板“{Name}”已删除");
        return LocalRedirect(Request.Path);
    }

    /// <summary>From now on certificates of the kind look like this, printed and downloaded.</summary>
    [Needs(Policies.Publish)]
    public IActionResult OnPostUse()
    {
        var known = shelf.Find(Open.Id, Name ?? "") is not null;
        if (known)
        {
            shelf.Use(Open.Id, Kind, Name ?? "");
        }

        Say(known ? $"以后用“{Name}”" : "没有这个模板", bad: !known);
        return LocalRedirect(PathOf(Name));
    }

    private string PathOf(string? name) => $"{Request.Path}?kind={Kind}&name={Uri.EscapeDataString(name ?? "")}";

    private static (CertificateTemplate? Template, string? Problem) Read(string? json)
    {
        try
        {
            var template = CertificateTemplates.Read(json ?? "");
            return TemplateCheck.Problem(template) is { } problem ? (null, problem) : (template, null);
        }
        catch (JsonException wrong)
        {
            return (null, $"这不是证书模板{(wrong.LineNumber is { } line ? $"，第 {line + 1} 行读不懂" : "")}。请用下载的模板文件改。");
        }
    }
}

/// <param name="Svg">The page of the sample that was asked for.</param>
/// <param name="Findings">Of all samples.</param>
public sealed record TemplatePreview(string Svg, IReadOnlyList<SampleFinding> Findings);

/// <param name="Fault">A <see cref="PageFault"/>.</param>
/// <param name="Sample">With which sample, in words; null: with each.</param>
public sealed record SampleFinding(string Fault, string Element, string? Other, string? Sample);
