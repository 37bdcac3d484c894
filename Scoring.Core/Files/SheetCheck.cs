using Scoring.Core.Checking;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Core.Files;

/// <summary>Criteria and aspects of one sheet: ids, levels, and each aspect by its kind.</summary>
internal static class SheetCheck
{
    public static void Check(IReadOnlyList<Criterion> sheet, string path, Findings findings)
    {
        foreach (var (index, criterion) in sheet.Index())
        {
            Check(criterion, $"{path}[{index}]", top: true, findings);
        }

        var criteria = sheet.Index().SelectMany(c => All(c.Item, $"{path}[{c.Index}]")).ToList();
        findings.Unique(criteria, c => c.Criterion.Id, i => $"{criteria[i].Path}.id", $"评分项编号在一个模块里");
        var aspects = Aspects(sheet, path).ToList();
        findings.Unique(aspects, a => a.Aspect.Id.Value, i => $"{aspects[i].Path}.id", $"评分点编号在一个模块里");
        foreach (var (aspect, at) in aspects)
        {
            Check(aspect, at, findings);
        }
    }

    private static void Check(Aspect aspect, string path, Findings findings)
    {
        findings.Id($"{path}.id", aspect.Id.Value);
        findings.Name($"{path}.text", aspect.Text);
        findings.Names($"{path}.reasons", aspect.Reasons);
        var kind = AspectKinds.Of(aspect);
        if (kind.Use != AspectUse.Factor)
        {
            ModuleCheck.FullMark(aspect.FullMark, $"{path}.fullMark", findings);
        }

        kind.Define(aspect, path, findings);
    }

    /// <summary>Every aspect with its path.</summary>
    public static IEnumerable<(Aspect Aspect, string Path)> Aspects(IReadOnlyList<Criterion> sheet, string path) =>
        sheet.Index().SelectMany(c => All(c.Item, $"{path}[{c.Index}]"))
            .SelectMany(c => (c.Criterion.Aspects ?? []).Index().Select(a => (a.Item, $"{c.Path}.aspects[{a.Index}]")));

    public static bool FullMarksReadable(IReadOnlyList<Criterion> sheet, string path, Findings findings) =>
        sheet.Index().SelectMany(c => All(c.Item, $"{path}[{c.Index}]")).All(c => findings.Readable($"{c.Path}.aspects") && findings.Readable($"{c.Path}.parts"))
        && Aspects(sheet, path).All(a => findings.Readable($"{a.Path}.fullMark"));

    private static void Check(Criterion criterion, string path, bool top, Findings findings)
    {
        findings.Id($"{path}.id", criterion.Id);
        findings.Name($"{path}.name", criterion.Name);
        var (aspects, parts) = (criterion.Aspects?.Count ?? 0, criterion.Parts?.Count ?? 0);
        findings.Must(top || parts == 0, $"{path}.parts", $"{parts} 个", $"评分项最多两级，这里直接写评分点");
        findings.Must(aspects == 0 || parts == 0, path, $"评分点和下一级都有", $"一个评分项要么直接写评分点，要么写下一级评分项");
        if (findings.Readable($"{path}.aspects") && findings.Readable($"{path}.parts"))
        {
            findings.Must(aspects + parts > 0, path, $"空的评分项", $"要有评分点或下一级评分项");
        }

        foreach (var (index, part) in (criterion.Parts ?? []).Index())
        {
            Check(part, $"{path}.parts[{index}]", top: false, findings);
        }
    }

    private static IEnumerable<(Criterion Criterion, string Path)> All(Criterion criterion, string path) =>
        (criterion.Parts ?? []).Index().SelectMany(p => All(p.Item, $"{path}.parts[{p.Index}]")).Prepend((criterion, path));
}
