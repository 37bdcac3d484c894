// Between the editor's fields and an aspect. Bands, benchmarks and answers are lines of text: one line each.
using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Marking;

namespace Scoring.Api.Console.Defining;

/// <param name="Kind">As in the competition file: points, binary, faults …</param>
/// <param name="First">Step, deduction, points each or nominal value, by kind.</param>
/// <param name="Lines">Bands, benchmarks, answers or points of the line.</param>
public sealed record AspectForm(string Kind, string? Text, string? FullMark, string? Hint, string? First, string? Unit, string? Decimals, string? Lines, string? Better,
    string? Reasons = null)
{
    public static readonly IReadOnlyList<(string Kind, string Name)> Kinds =
    [
        ("points", "分值"), ("binary", "是否"), ("faults", "缺陷"), ("tolerance", "公差"), ("count", "计数"), ("timeBand", "计时"), ("judgement", "评判 0–3"), ("answerKey", "答案"), ("metric", "指标"),
    ];

    public static string NameOf(Aspect aspect) => Kinds.First(k => k.Kind == Of(aspect).Kind).Name;

    /// <summary>What the list says of an aspect beside its kind.</summary>
    public static string Setting(Aspect aspect) => aspect switch
    {
        PointsAspect a => $"步长 {a.Step:0.##}",
        BinaryAspect a => $"是 {a.FullMark:0.##}，否 0",
        FaultsAspect a => $"每{a.Unit}扣 {a.Deduction:0.##}",
        ToleranceAspect a => $"标称 {a.Nominal:0.####} {a.Unit}，{a.Bands.Count} 档",
        CountAspect a => $"每{a.Unit} {a.PointsEach:0.##} 分",
        TimeBandAspect a => $"{a.Bands.Count} 档",
        JudgementAspect => "三人评判",
        AnswerKeyAspect a => $"{a.Fields.Count} 空",
        MetricAspect { Line: { } line } a => $"{a.Unit}，{line.Count} 点折线",
        MetricAspect a => $"{a.Unit}，{a.Steps?.Edges.Count} 级",
        _ => "",
    };

    public static AspectForm Of(Aspect aspect)
    {
        var form = new AspectForm("points", aspect.Text, Plain(aspect.FullMark), aspect.Hint, null, null, null, null, null, string.Join('\n', aspect.Reasons ?? []));
        return aspect switch
        {
            PointsAspect a => form with { First = Plain(a.Step) },
            BinaryAspect => form with { Kind = "binary" },
            FaultsAspect a => form with { Kind = "faults", First = Plain(a.Deduction), Unit = a.Unit },
            ToleranceAspect a => form with { Kind = "tolerance", First = Plain(a.Nominal), Unit = a.Unit, Decimals = Plain(a.Decimals), Lines = Pairs(a.Bands.Select(b => (b.Within, b.Mark))) },
            CountAspect a => form with { Kind = "count", First = Plain(a.PointsEach), Unit = a.Unit },
            TimeBandAspect a => form with { Kind = "timeBand", Lines = Pairs(a.Bands.Select(b => ((decimal)b.UpToSeconds, b.Mark))) },
            JudgementAspect a => form with { Kind = "judgement", Lines = string.Join('\n', a.Benchmarks) },
            AnswerKeyAspect a => form with { Kind = "answerKey", Lines = string.Join('\n', a.Fields.Select(f => $"{f.Name}={Plain(f.Points)}={string.Join('、', f.Accepted)}")) },
            MetricAspect { Line: { } line } a => form with { Kind = "metric", Unit = a.Unit, Lines = Pairs(line.Select(p => (p.Value, p.Mark))), Better = "line" },
            MetricAspect a => form with { Kind = "metric", Unit = a.Unit, Lines = Pairs((a.Steps?.Edges ?? []).Select(p => (p.Value, p.Mark))), Better = a.Steps?.Better == MetricDirection.Lower ? "lower" : "higher" },
            _ => form,
        };
    }

    /// <summary>The aspect, or what is wrong with the fields.</summary>
    public (Aspect? Aspect, string? Fault) Read(AspectId id)
    {
        IReadOnlyList<string>? reasons = string.IsNullOrWhiteSpace(Reasons) ? null : Reasons.Split(['\n', '；', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var text = Text?.Trim() ?? "";
        var hint = string.IsNullOrWhiteSpace(Hint) ? null : Hint.Trim();
        if (text.Length == 0 || Number(FullMark) is not { } full)
        {
            return (null, text.Length == 0 ? "请填写评分点的名称" : "配分请填数字");
        }

        var unit = string.IsNullOrWhiteSpace(Unit) ? null : Unit.Trim();
        var pairs = PairLines();
        return Kind switch
        {
            "points" => With(Number(First), "步长", v => new PointsAspect(id, text, full, v, hint, reasons)),
            "binary" => (new BinaryAspect(id, text, full, hint, reasons), null),
            "faults" => With(Number(First), "每处扣分", v => new FaultsAspect(id, text, full, v, unit ?? "处", hint, reasons)),
            "tolerance" when pairs is null => (null, "偏差档请每行写“偏差=得分”，例如 0.2=6"),
            "tolerance" => With(Number(First), "标称值", v => new ToleranceAspect(
                id, text, full, v, unit ?? "", [.. pairs!.Select(p => new ToleranceBand(p.Left, p.Right))], (int)(Number(Decimals) ?? 2), hint, reasons)),
            "count" => With(Number(First), "每个得分", v => new CountAspect(id, text, full, v, unit ?? "个", hint, reasons)),
            "timeBand" => pairs is null ? (null, "时间档请每行写“秒数=得分”，例如 600=10")
                : (new TimeBandAspect(id, text, full, [.. pairs.Select(p => new TimeBand((int)p.Left, p.Right))], hint, reasons), null),
            "judgement" => LinesOf() is { Count: 4 } four ? (new JudgementAspect(id, text, full, four, hint, reasons), null) : (null, "请写四行基准，依次对应 0、1、2、3"),
            "answerKey" => Answers() is { } fields ? (new AnswerKeyAspect(id, text, full, fields, hint, reasons), null) : (null, "每行写“空名=分值=答案1、答案2”"),
            "metric" => pairs is null ? (null, "每行写“指标值=得分”")
                : (Better == "line"
                    ? new MetricAspect(id, text, full, unit ?? "", [.. pairs.Select(p => new MetricPoint(p.Left, p.Right))], null, hint, reasons)
                    : new MetricAspect(id, text, full, unit ?? "", null, new MetricSteps(Better == "lower" ? MetricDirection.Lower : MetricDirection.Higher, [.. pairs.Select(p => new MetricPoint(p.Left, p.Right))]), hint, reasons), null),
            _ => (null, "请选择评分方式"),
        };
    }

    /// <summary>A trial figure through the aspect, in words (试算).</summary>
    public static string Try(Aspect aspect, string typed)
    {
        var entry = aspect is AnswerKeyAspect ? Entry.Of(typed.Split(['、', '，', ',']).Select(t => t.Trim()).ToList()) : Number(typed) is { } number ? Entry.Of(number) : (Entry?)null;
        if (entry is not { } given)
        {
            return "请填数字";
        }

        if (AspectMarks.Check(aspect, given) is { } fault)
        {
            return fault;
        }

        var result = AspectMarks.Mark(aspect, given);
        return $"{result.Because}，得 {result.Mark.Mark()}";
    }

    private static (Aspect?, string?) With(decimal? value, string name, Func<decimal, Aspect> make) => value is { } given ? (make(given), null) : (null, $"{name}请填数字");

    private List<string> LinesOf() => [.. (Lines ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private List<(decimal Left, decimal Right)>? PairLines()
    {
        var read = LinesOf().Select(l => l.Split(['=', '＝'], 2) is [var left, var right] && Number(left) is { } a && Number(right) is { } b ? (a, b) : ((decimal, decimal)?)null).ToList();
        return read.Count == 0 || read.Exists(r => r is null) ? null : [.. read.OfType<(decimal, decimal)>()];
    }

    private List<AnswerField>? Answers()
    {
        var read = LinesOf().Select(l => l.Split(['=', '＝'], 3) is [var name, var points, var accepted] && Number(points) is { } p
            ? new AnswerField(name.Trim(), p, accepted.Split(['、', '，', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)) : null).ToList();
        return read.Count == 0 || read.Exists(r => r is null) ? null : [.. read.OfType<AnswerField>()];
    }

    private static string Pairs(IEnumerable<(decimal Left, decimal Right)> pairs) => string.Join('\n', pairs.Select(p => $"{Plain(p.Left)}={Plain(p.Right)}"));

    private static string Plain(decimal value) => value.ToString("0.####", CultureInfo.InvariantCulture);

    private static decimal? Number(string? text) =>
        decimal.TryParse(text?.Normalize(System.Text.NormalizationForm.FormKC).Trim(), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value) ? value : null;
}
