using Scoring.Api.Storage;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <param name="Award">Null where an error prevents it.</param>
public sealed record AwardRow(ListTable Table, int Row, RowVerdict Verdict, IReadOnlyList<Finding> Findings, RegisteredAward? Award)
    : ListRow(
    Table, Row, Verdict, Findings);

/// <summary>荣誉登记: awards and titles from elsewhere or from before (R-E5), read as every list is. What is taken goes into the register, not
/// into a ledger.</summary>
public sealed record AwardImport(string FileName, IReadOnlyList<ListTable> Tables, IReadOnlyList<AwardRow> Rows)
    : ListImport(FileName, Tables, Rows, [])
{
    private static readonly HashSet<ListField> Used =
    [
        ListField.Name, ListField.Organization, ListField.Award, ListField.AwardLevel, ListField.Giver, ListField.FormerContest,
            ListField.AwardedAt,
        ListField.FormerCertificate, ListField.Serial,
    ];

    // Words that mean something else in a list of entrants.
    private static readonly Dictionary<string, ListField> Own = new(StringComparer.Ordinal)
    {
        ["级别"] = ListField.AwardLevel, ["等级"] = ListField.AwardLevel, ["level"] = ListField.AwardLevel, ["title"] = ListField.Award,
            ["获奖者"] = ListField.Name,
        ["获奖人"] = ListField.Name, ["赛事"] = ListField.FormerContest, ["赛事名称"] = ListField.FormerContest, ["竞赛名称"] = ListField.FormerContest,
        ["比赛名称"] = ListField.FormerContest, ["大赛名称"] = ListField.FormerContest, ["编号"] = ListField.FormerCertificate,
            ["contest"] = ListField.FormerContest,
    };

    public IEnumerable<RegisteredAward> Awards => Rows.Where(r => r.Verdict == RowVerdict.New).Select(r => r.Award!); // new rows have one

    /// <exception cref="UnreadableFileException">No sheet holds a list of awards.</exception>
    public static AwardImport Preview(
        Spreadsheet file, string fileName, IReadOnlyDictionary<string, string> answers, IReadOnlyList<RegisteredAward> known, DateOnly day)
    {
        var shape = new ListShape(
            f => f.Contains(ListField.Name) && f.Contains(ListField.Award), "没有找到荣誉登记表：表头里要有“姓名”和“奖项”或“荣誉称号”。", Used, answers, Own);
        var tables = ListTables.In(file, shape, fileName);
        var reader = new AwardReader(known, day);
        return new AwardImport(fileName, tables, [.. tables.SelectMany(t => t.Rows.Select(r => reader.Read(t, r)))]);
    }

    /// <summary>Why it cannot be taken; null: it can.</summary>
    public Decision.Refuse? Refusal(bool onlyGood) => Unclean(onlyGood) ?? (Good == 0 ? NothingNew : null);

    public override Decision Decide(CompetitionState state, bool onlyGood) => Refusal(onlyGood) ?? NothingNew;
}
