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
        var text = $"{scope}共举办比赛 {Count(Measure.Contests)} 场{Parts(table, Measure.Contests)}，"
            + $"设{tradeWord} {Count(Measure.Trades)} 个{Parts(table, Measure.Trades)}{Listed("涉及", table, "tag:")}，"
            + $"{Count(Measure.Organizations)} 家单位 {Count(Measure.People)} 人参赛（{Count(Measure.Times)} 人次"
            + $"{(total.Count(Measure.Groups) > 0 ? $"，其中双人和团队 {Count(Measure.Groups)} 组" : "")}）";
        text += Listed("评出", table, "award:") + Listed("单项奖", table, "single:") + Listed("授予", table, "title:")
            + Listed("评出", table, "teamprize:");
        if (total.Count(Measure.Certificates) > 0)
        {
            text += $"，颁发证书 {Count(Measure.Certificates)} 份";
        }

        text += string.Concat(table.Measures.Where(m => m.IsAmount)
            .Select(m => (m.Name, Said: MetricMeasures.Said(total.Figure(m), m.Unit), IsMoney: m == Measure.Money))
            .Select(m => $"，{(m.IsMoney ? "发放奖金" : m.Name)} {m.Said.Figure.Plain()} {m.Said.Unit}"));
        if (total.Count(Measure.Registered) > 0)
        {
            text += $"；另登记荣誉 {Count(Measure.Registered)} 项"
                + Listed("其中", table, "registered:").Replace("（登记）", "", StringComparison.Ordinal);
        }

        return text + "。" + Growth(table);
    }

    // How the contests fall into lines of level, series or host, the trades into those of a tag: at most so many are named.
    private static string Parts(FiguresTable table, Measure measure)
    {
        const int most = 12;
        var by = table.Query.By;
        if (measure != (by == FiguresBy.Tag ? Measure.Trades : Measure.Contests) || table.Query.InTime)
        {
            return "";
        }

        var said = table.Lines.Where(l => l.Key != FiguresTable.UnsaidKey && l.Count(measure) > 0).ToList();
        var kinds = by == FiguresBy.Tag && said.Count > 0 ? $"{table.Query.Tag} {said.Count} 个：" : "";
        var named = string.Join('、', said.Take(most).Select(l => $"{l.Name} {l.Count(measure)} {measure.Unit}"));
        return said.Count == 0 || (said.Count == 1 && by != FiguresBy.Tag) ? "" : $"（{kinds}{named}{(said.Count > most ? "等" : "")}）";
    }

    private static string Listed(string verb, FiguresTable table, string kind)
    {
        var some = table.Measures.Where(m => m.Key.StartsWith(kind, StringComparison.Ordinal))
            .Select(m => string.Create(CultureInfo.InvariantCulture, $"{m.Name} {table.Total.Count(m)} {m.Unit}")).ToList();
        return some.Count == 0 ? "" : $"，{verb}{string.Join('、', some)}";
    }

    // The newest line beside the one before it, and of several beside the first.
    private static string Growth(FiguresTable table) => table.Span is not { } span ? ""
        : Growth(table, span.Newest - 1, span.Newest) + (span.First < span.Newest - 1 ? Growth(table, span.First, span.Newest) : "");

    private static string Growth(FiguresTable table, int before, int newest)
    {
        var known = ((Measure[])[Measure.Organizations, Measure.People, Measure.Awards])
            .Select(m => (m.Name, By: table.Growth(before, newest, m))).Where(g => g.By is not null).ToList();
        string[] parts =
        [
            Said("增长", [.. known.Where(g => g.By > 0)]), Said("下降", [.. known.Where(g => g.By < 0)]),
            Even([.. known.Where(g => g.By == 0)]),
        ];
        var words = string.Join("，", parts.Where(p => p.Length > 0));
        return words.Length == 0 ? "" : $"{table.Lines[newest].Name}与{table.Lines[before].Name}相比，{words}。";
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
