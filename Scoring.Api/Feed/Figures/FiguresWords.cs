using System.Globalization;
using Scoring.Core.Marking;

namespace Scoring.Api.Feed.Figures;

/// <summary>A table of figures as a paragraph to paste into a report.</summary>
public static class FiguresWords
{
    /// <param name="scope">What was added up, e.g. “殷都杯”历届.</param>
    /// <param name="tradeWord">What trades are called.</param>
    public static string Of(FiguresTable table, string scope, string tradeWord)
    {
        var total = table.Total;
        string Count(Measure m) => total.Count(m).ToString(CultureInfo.InvariantCulture);
        var text = $"{scope}共举办比赛 {Count(Measure.Contests)} 场，设{tradeWord} {Count(Measure.Trades)} 个，{Count(Measure.Organizations)} 家单位 "
            + $"{Count(Measure.People)} 人参赛（{Count(Measure.Times)} 人次）";
        text += Listed("评出", table, "award:") + Listed("单项奖", table, "single:") + Listed("授予", table, "title:");
        if (total.Count(Measure.Certificates) > 0)
        {
            text += $"，颁发证书 {Count(Measure.Certificates)} 份";
        }

        text += string.Concat(table.Measures.Where(m => m.IsAmount)
            .Select(m => $"，{(m == Measure.Money ? "发放奖金" : m.Name)} {total.Figure(m).Plain()} {m.Unit}"));
        return text + "。" + Growth(table);
    }

    private static string Listed(string verb, FiguresTable table, string kind)
    {
        var some = table.Measures.Where(m => m.Key.StartsWith(kind, StringComparison.Ordinal))
            .Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Name} {table.Total.Count(m)} {m.Unit}")).ToList();
        return some.Count == 0 ? "" : $"，{verb}{string.Join('、', some)}";
    }

    // The newest line beside the one before it.
    private static string Growth(FiguresTable table)
    {
        if (table.Lines.Count < 2 || !table.Query.InTime)
        {
            return "";
        }

        var newest = table.Lines.Count - 1;
        var known = ((Measure[])[Measure.Organizations, Measure.People, Measure.Awards])
            .Select(m => (m.Name, By: table.Growth(newest, m))).Where(g => g.By is not null).ToList();
        string[] parts =
        [
            Said("增长", [.. known.Where(g => g.By > 0)]), Said("下降", [.. known.Where(g => g.By < 0)]),
            Even([.. known.Where(g => g.By == 0)]),
        ];
        var words = string.Join("，", parts.Where(p => p.Length > 0));
        return words.Length == 0 ? "" : $"{table.Lines[newest].Name}与{table.Lines[newest - 1].Name}相比，{words}。";
    }

    private static string Said(string verb, IReadOnlyList<(string Name, decimal? By)> grown) => grown.Count switch
    {
        0 => "",
        1 => $"{Named(grown[0].Name)}{verb} {Percent(grown[0].By)}",
        _ => $"{string.Join('、', grown.Select(g => Named(g.Name)))}分别{verb} {string.Join("、", grown.Select(g => Percent(g.By)))}",
    };

    private static string Even(IReadOnlyList<(string Name, decimal? By)> same) =>
        same.Count == 0 ? "" : $"{string.Join('、', same.Select(g => Named(g.Name)))}持平";

    private static string Named(string measure) => measure switch
    {
        "单位" => "参赛单位",
        "人数" => "参赛人数",
        _ => measure,
    };

    private static string Percent(decimal? by) => string.Create(CultureInfo.InvariantCulture, $"{Math.Abs(by ?? 0):0.0}%");
}
