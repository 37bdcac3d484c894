using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using Scoring.Api.Feed;
using Scoring.Api.Feed.Figures;
using Scoring.Api.Lists;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Console.Figures;

/// <summary>统计: all contests this person may enter, added up by edition, year, series, level, host or tag; behind each its list.</summary>
[Authorize(Policy = Policies.SeeResults)]
[ShowsPeople("统计")]
public sealed class FiguresModel(Desk desk, Feed.History history, AwardsRegister register) : ConsolePage(desk)
{
    private const int Most = 500;

    [BindProperty(SupportsGet = true, Name = "by")]
    public FiguresBy By { get; set; } = FiguresBy.Year;

    /// <summary>Kind of tag.</summary>
    [BindProperty(SupportsGet = true, Name = "tag")]
    public string? Tag { get; set; }

    [BindProperty(SupportsGet = true, Name = "series")]
    public string? Series { get; set; }

    [BindProperty(SupportsGet = true, Name = "level")]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true, Name = "host")]
    public string? Host { get; set; }

    [BindProperty(SupportsGet = true, Name = "from")]
    public int? From { get; set; }

    [BindProperty(SupportsGet = true, Name = "to")]
    public int? To { get; set; }

    /// <summary>Whose figure is opened: key of a line; empty: all together.</summary>
    [BindProperty(SupportsGet = true, Name = "line")]
    public string? Line { get; set; }

    /// <summary>Key of the measure that is opened; null: none is.</summary>
    [BindProperty(SupportsGet = true, Name = "what")]
    public string? What { get; set; }

    public FiguresTable Table { get; private set; } = FiguresTable.Of([], new(FiguresBy.Year));

    /// <summary>What stands to be chosen.</summary>
    public IReadOnlyList<PastEdition> Editions { get; private set; } = [];

    public IReadOnlyList<string> TagKinds { get; private set; } = [];

    /// <summary>Behind the figure that is opened, at most <see cref="Most"/>.</summary>
    public IReadOnlyList<BehindRow>? Behind { get; private set; }

    /// <summary>What is opened, in words; null: nothing is.</summary>
    public string? Opened { get; private set; }

    /// <summary>All that stand behind it.</summary>
    public int Counted { get; private set; }

    public bool OpensAmount { get; private set; }

    public string Words => FiguresWords.Of(Table, Scope, TradeWord);

    /// <summary>For the chart: names of the lines, and the figures of the columns that fit beside one another.</summary>
    public string Chart => JsonSerializer.Serialize(new
    {
        lines = Table.Lines.Select(Short),
        series = ((Measure[])[Measure.Organizations, Measure.People, Measure.Awards])
            .Select(m => new { name = m.Name, values = Table.Lines.Select(l => l.Count(m)) }),
    });

    public IActionResult OnGet()
    {
        Read();
        return Show(Most) ? Page() : NotFound();
    }

    public IActionResult OnGetExcel()
    {
        Read();
        if (!Show(int.MaxValue))
        {
            return NotFound();
        }

        var head = (IReadOnlyList<PaperColumn>)[new(LineName, 30), .. Table.Measures.SelectMany(m =>
            Table.Query.InTime ? (PaperColumn[])[new(Head(m), 10, Kind(m)), new(Name(m) + "增长%", 10, ColumnKind.Mark)]
                : [new(Head(m), 10, Kind(m))])];
        var rows = Table.Lines.Select((l, n) => Row(l, n)).Append(Row(Table.Total, -1)).ToList();
        var tables = new List<PaperTable> { new("统计", head, rows) };
        if (Behind is not null)
        {
            tables.Add(new("名单", [.. BehindRow.Heads(TradeWord, OpensAmount).Select((name, n) => new PaperColumn(
                name, n < 3 ? 24 : 14, n < 5 ? ColumnKind.Text : OpensAmount ? ColumnKind.Mark : ColumnKind.Count))],
                [.. Behind.Select(b => b.Cells)], Opened));
        }

        Desk.Access.Write(Me, null, "导出统计", $"{Table.Lines.Count} 行{(Behind is null ? "" : $"，{Opened} {Counted} 项")}");
        return File(
            PaperXlsx.Write(new PaperList("figures", "统计", [Words], tables, [], $"{Clock} 导出")), XlsxWriter.ContentType, "统计.xlsx");

        IReadOnlyList<string> Row(FiguresLine line, int at) =>
        [
            line.Name, .. Table.Measures.SelectMany(m =>
            {
                var count = line.Figure(m).Plain();
                return Table.Query.InTime ? (string[])[count, Table.Growth(at, m) is { } by ? Percent(by) : ""] : [count];
            }),
        ];
    }

    /// <summary>Head of the first column.</summary>
    public string LineName => By switch
    {
        FiguresBy.Edition => "比赛",
        FiguresBy.Year => "年度",
        FiguresBy.Series => "系列",
        FiguresBy.Level => "级别",
        FiguresBy.Host => "主办单位",
        FiguresBy.Tag => Tag ?? "标签",
        _ => throw new InvalidOperationException($"no name for {By}"),
    };

    /// <summary>Head of a column, with the contest's own word for its trades.</summary>
    public string Name(Measure measure) => Core.Definition.TradeWord.In(measure.Name, TradeWord);

    /// <summary>The same with the unit of a sum, e.g. 奖金（元）.</summary>
    public string Head(Measure measure) => measure.IsAmount ? $"{Name(measure)}（{measure.Unit}）" : Name(measure);

    private static ColumnKind Kind(Measure measure) => measure.IsAmount ? ColumnKind.Mark : ColumnKind.Count;

    /// <summary>With its sign and one decimal, e.g. +30.2.</summary>
    public static string Percent(decimal by) => by.ToString("+0.0;-0.0;0.0", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>This page with another figure opened.</summary>
    public string Address(string? line, string? what) => QueryHelpers.AddQueryString("/console/figures", new Dictionary<string, string?>
    {
        ["by"] = By.ToString(), ["tag"] = Tag, ["series"] = Series, ["level"] = Level, ["host"] = Host, ["from"] = Year(From),
        ["to"] = Year(To), ["line"] = line, ["what"] = what,
    });

    private string Scope => string.Concat(
        From is { } from && To == from ? $"{from}年" : From is { } first && To is { } last ? $"{first}年至{last}年"
            : From is { } since ? $"{since}年以来"
            : To is { } until ? $"截至{until}年" : "",
        Series is { } series ? $"“{series}”" : "", Level, Host is { } host ? host + "主办" : "");

    private void Read()
    {
        (Tag, Series, Level, Host) = (Blank(Tag), Blank(Series), Blank(Level), Blank(Host));
        Editions = history.Editions(Me.MayEnter);
        TagKinds =
        [
            .. Editions.SelectMany(e => e.Entries).SelectMany(e => e.Tags.Keys).Distinct(StringComparer.Ordinal).Order(ReadingOrder.Names),
        ];
        Tag = By == FiguresBy.Tag ? Tag ?? TagKinds.FirstOrDefault() : null;
        Table = FiguresTable.Of(Editions, new(By, Tag, Series, From, To, Level, Host), register.All());
    }

    // False: there is no such figure.
    private bool Show(int most)
    {
        if (What is null)
        {
            return true;
        }

        if (Table.Line(Line) is not { } line || Table.Measures.FirstOrDefault(m => m.Key == What) is not { } measure)
        {
            return false;
        }

        var all = measure.Of(line.Facts);
        (Opened, Counted, OpensAmount) = ($"{line.Name}：{Name(measure)}", all.Count, measure.IsAmount);
        Behind = [.. all.Take(most).Select(BehindRow.Of)];
        return true;
    }

    private static string? Year(int? year) => year?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static string Short(FiguresLine line) =>
        line.Facts[0].Edition is { Edition: { } edition } one && line.Key == one.Competition.Value ? $"第{edition}届"
        : line.Name.Length <= 14 ? line.Name : line.Name[..6] + "…" + line.Name[^7..];
}
