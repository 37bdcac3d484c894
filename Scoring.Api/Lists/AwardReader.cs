using System.Globalization;
using System.Text.RegularExpressions;
using Scoring.Api.Storage;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Rows of a register of awards, cleaned like those of any list (R-I1c, R-I1f).</summary>
/// <param name="known">In the register already.</param>
/// <param name="day">Nothing was won after it.</param>
internal sealed partial class AwardReader(IReadOnlyList<RegisteredAward> known, DateOnly day)
{
    private const int FirstYear = 1949;

    private readonly HashSet<RegisteredAward> there = [.. known];

    private readonly Dictionary<(string, string, string, string?), (ListTable Table, int Row)> seen = [];

    public AwardRow Read(ListTable table, int row)
    {
        var findings = new List<Finding>();
        EntrantCells.Faults(table, row, findings);
        var name = EntrantCells.Name(table, row, findings);
        var title = Word(table, row, ListField.Award, "奖项", needed: true, findings);
        var organization = OrganizationNames.Clean(
            Word(table, row, ListField.Organization, "单位", table.Has(ListField.Organization), findings) ?? table.Organization ?? "");
        var number = EntrantCells.Digits(table, row, ListField.FormerCertificate, "证书编号", findings);
        var awarded = Awarded(table, row, findings);
        var (level, giver, contest) = (
            Word(table, row, ListField.AwardLevel, "级别", false, findings), Word(table, row, ListField.Giver, "颁发单位", false, findings),
            Word(table, row, ListField.FormerContest, "比赛", false, findings));
        if (name is null || title is null)
        {
            return new AwardRow(table, row, RowVerdict.Error, findings, null);
        }

        if (!seen.TryAdd((name, organization, title, awarded), (table, row)))
        {
            var first = seen[(name, organization, title, awarded)];
            findings.Add(new Finding(
                table.Address(row, ListField.Name), true, $"{name}的“{title}”写了两遍",
                $"{(first.Table.Sheet == table.Sheet ? "" : $"工作表“{first.Table.Sheet.Name}”")}第 {first.Row + 1} 行已有，请删去一行。", Kind: "写了两遍"));
        }

        var award = new RegisteredAward(name, organization, title, level, giver, contest, awarded, number);
        var verdict = findings.Exists(f => f.Error) ? RowVerdict.Error : there.Contains(award) ? RowVerdict.Same : RowVerdict.New;
        return new AwardRow(table, row, verdict, findings, verdict == RowVerdict.Error ? null : award);
    }

    private static string? Word(ListTable table, int row, ListField field, string word, bool needed, List<Finding> findings)
    {
        var where = table.Address(row, field);
        var text = EntrantCells.Text(table, row, field);
        if (text is null && needed && table.Read(row, field).Kind != CellKind.Fault)
        {
            findings.Add(new Finding(where, true, $"没有写{word}", "请补上再上传。"));
        }
        else if (text is not null && CellText.IsDitto(text))
        {
            findings.Add(new Finding(where, true, $"{word}写的是“同上”", "请写全。"));
            return null;
        }
        else if (text?.Length > 80)
        {
            findings.Add(new Finding(where, true, $"{word}超过 80 个字", "请核对。"));
        }

        return text;
    }

    // 2019, 2019年5月, 2019.5.1: as exact as the list is.
    private string? Awarded(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.AwardedAt);
        if (cell.Kind is CellKind.Blank or CellKind.Fault)
        {
            return null;
        }

        var where = table.Address(row, ListField.AwardedAt);
        if (Dates().Match(cell.Text.Normalize(System.Text.NormalizationForm.FormKC)) is not { Success: true } match
            || Part(match, "y") is not { } year || Part(match, "m") is { } m && m is < 1 or > 12
            || Part(match, "d") is { } d
            && (d < 1 || d > DateTime.DaysInMonth(Math.Clamp(year, 1, 9999), Part(match, "m")!.Value))) // a day has a month before it
        {
            findings.Add(new Finding(where, true, $"“{cell.Text}”不是日期", "请写成 2019年、2019年5月 或 2019年5月1日。"));
            return null;
        }

        var (month, date) = (Part(match, "m"), Part(match, "d"));
        if (year < FirstYear || new DateOnly(year, month ?? 1, date ?? 1) > day)
        {
            findings.Add(new Finding(where, true, year < FirstYear ? $"{cell.Text}太早了" : $"{cell.Text}还没有到", "请核对日期。"));
            return null;
        }

        return string.Create(
            CultureInfo.InvariantCulture, $"{year:0000}{(month is null ? "" : $"-{month:00}")}{(date is null ? "" : $"-{date:00}")}");
    }

    private static int? Part(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : null;

    private const string Written = """
        ^\s*(?<y>\d{4})\s*(?:[年./\-]\s*(?:(?<m>\d{1,2})\s*(?:[月./\-]\s*(?:(?<d>\d{1,2})\s*日?)?)?)?)?(?:\s+0?0:00(?::00)?)?\s*$
        """;

    [GeneratedRegex(Written, RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Dates();
}
