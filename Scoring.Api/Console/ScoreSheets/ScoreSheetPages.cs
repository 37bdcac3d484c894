// A score sheet on A4, cut into pages here so that every page carries its code, its QR and page x of y, whatever the browser.
using Scoring.Api.Hubs;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Console.ScoreSheets;

/// <param name="Title">e.g. 模块 A 电气线路安装与调试.</param>
/// <param name="Link">Opens the back-entry of this very sheet on a clerk's tablet.</param>
/// <param name="Total">Null: blank.</param>
/// <param name="Entrant">Where the trade asks the entrant to sign (R-K18); null: it does not.</param>
public sealed record ScoreSheet(
    string Contest, string Trade, string Title, decimal FullMark, string Code, string? Station, string Seat, string Link, Receipt? Receipt, string? Signature,
    decimal? Total, IReadOnlyList<IReadOnlyList<ScoreLine>> Pages, EntrantSigned? Entrant = null)
{
    /// <param name="filled">With the marks handed in; without them where none are.</param>
    public static ScoreSheet Of(TradeState trade, EntrantRun run, Judge judge, int seat, bool filled, string address)
    {
        var (entrant, module, attempt) = run;
        var sheet = filled ? run.Entries?.Sheet(judge.Id) : null;
        var figures = sheet?.Figures(module.Sheet);
        var marks = figures?.Aspects.ToDictionary(a => a.Aspect) ?? [];
        var lines = new List<ScoreLine>();
        foreach (var criterion in module.Definition.Sheet)
        {
            lines.Add(ScoreLine.Head(criterion));
            lines.AddRange(criterion.AllAspects().Select(a => ScoreLine.Of(a, marks.GetValueOrDefault(a.Id), sheet?.Notes?.GetValueOrDefault(a.Id))));
        }

        return new ScoreSheet(
            trade.Competition.Competition?.Name ?? "", trade.Definition.Name, $"模块 {module.Definition.Id} {module.Definition.Name} {run.Name}".TrimEnd(),
            module.Definition.FullMarkOfOne,
            entrant.Code ?? "", entrant.Station, seat > 0 ? $"{seat} 号裁判" : "裁判",
            $"{address}/judge/#/paper/{trade.Definition.Id}/{module.Definition.Id}/{Uri.EscapeDataString(entrant.Code ?? "")}{(attempt is { } n ? $"@{n}" : "")}/{seat}",
            sheet?.Receipt, sheet?.Signature, figures?.Total, Cut(lines),
            trade.Definition.EntrantSigns ? new(sheet?.EntrantSignature, sheet?.EntrantRefused) : null);
    }

    /// <summary>Lines a page by their heights; a head never stands alone at the foot.</summary>
    private static List<IReadOnlyList<ScoreLine>> Cut(List<ScoreLine> lines)
    {
        const double Room = 213; // mm between the head of a page and its foot
        var pages = new List<IReadOnlyList<ScoreLine>>();
        var page = new List<ScoreLine>();
        var used = 0.0;
        for (var i = 0; i < lines.Count; i++)
        {
            var height = lines[i].Height + (lines[i].IsHead && i + 1 < lines.Count ? lines[i + 1].Height : 0);
            if (page.Count > 0 && used + height > Room)
            {
                pages.Add(page);
                (page, used) = ([], 0);
            }

            page.Add(lines[i]);
            used += lines[i].Height;
        }

        pages.Add(page);
        return pages;
    }
}

/// <param name="Path">As an SVG path; null: not signed.</param>
/// <param name="Refused">Why not.</param>
public sealed record EntrantSigned(string? Path, string? Refused);

/// <summary>One line: a criterion's head, or an aspect.</summary>
/// <param name="How">How it is marked, for whoever has only the paper.</param>
/// <param name="More">Benchmarks or bands, a line each.</param>
/// <param name="Typed">What was entered: 是, 2 处; empty on a blank sheet.</param>
public sealed record ScoreLine(string Id, string Text, decimal FullMark, string How, IReadOnlyList<string> More, string Mark, string Typed, string Note, bool IsHead)
{
    private const int TextWidth = 21, MoreWidth = 48, NoteWidth = 9;

    /// <summary>Millimetres, as the style sheet sets it.</summary>
    public double Height => IsHead ? 7.5 : Math.Max(9.5, 3 + (4.6 * Math.Max(Lines(Text, TextWidth) + (How.Length > 0 ? Lines(How, TextWidth) : 0), Lines(Note, NoteWidth))))
        + More.Sum(m => 4.4 * Lines(m, MoreWidth)) + (More.Count > 0 ? 2 : 0);

    public static ScoreLine Head(Criterion c) => new(c.Id, c.Name, c.AllAspects().Sum(a => a.Share()), "", [], "", "", "", true);

    public static ScoreLine Of(Aspect aspect, AspectResult? result, string? note) => new(
        aspect.Id.Value, aspect.Text, aspect.FullMark, AspectWords.Guide(aspect), AspectWords.Scale(aspect), result?.Mark.Mark() ?? "",
        result is null ? AspectWords.Blank(aspect) : AspectWords.Typed(aspect, result.Entry), note ?? "", false);

    private static int Lines(string text, int width) => text.Length == 0 ? 0 : (int)Math.Ceiling(text.Sum(c => c < 0x2E80 ? 0.55 : 1.0) / width);
}
