using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Files the organizer downloads around an import.</summary>
public static class ListTemplates
{
    private static readonly ListField[] Fields =
    [
        ListField.Serial, ListField.Name, ListField.Gender, ListField.Nation, ListField.IdType, ListField.IdNumber, ListField.Education, ListField.Phone,
        ListField.Organization, ListField.Trade, ListField.ExamNumber, ListField.FormerCertificate, ListField.Grade, ListField.Leader, ListField.LeaderPhone,
    ];

    /// <summary>An empty 报名表 whose cells are text, so that no ID number loses its digits.</summary>
    public static byte[] Registration(string word) => XlsxWriter.Write(new OutSheet(
        "报名表", [6, 12, 6, 8, 14, 22, 10, 14, 28, 14, 16, 18, 10, 12, 14],
        [
            [.. Fields.Select(f => new OutCell(ListHeaders.Name(f, word), CellStyle.Head))],
            .. Enumerable.Range(1, 60).Select(n => (IReadOnlyList<OutCell>)[.. Fields.Select(f => new OutCell(f == ListField.Serial ? n.ToString(System.Globalization.CultureInfo.InvariantCulture) : ""))]),
        ]));

    /// <summary>An empty 裁判名册 with one line that shows how it is filled in.</summary>
    public static byte[] Judges(string word) => XlsxWriter.Write(new OutSheet(
        "裁判名册", [12, 28, 16, 14, 16, 18, 8, 28],
        [
            [.. ((ListField[])[ListField.Name, ListField.Organization, ListField.Title, ListField.Role, ListField.Trade, ListField.Module, ListField.Seat, ListField.Recusal]).Select(f => new OutCell(ListHeaders.Name(f, word), CellStyle.Head))],
            .. Enumerable.Range(1, 40).Select(_ => (IReadOnlyList<OutCell>)[.. Enumerable.Repeat(new OutCell(""), 8)]),
            [new OutCell("说明：角色写裁判长、裁判、现场裁判、加密裁判、录入员、监督、仲裁，两个角色用顿号分开；模块空着表示全部；回避写单位或选手姓名。", CellStyle.Bare)],
        ]));

    /// <summary>A list for marks with everyone of a trade on it, by exam number and name; no code stands on it (R-A1).</summary>
    /// <param name="counted">What is counted, in place of marks, e.g. 点赞数; null: marks.</param>
    public static byte[] Marks(
        IEnumerable<(string? ExamNumber, string Name, string Organization, string Trade, string? Work)> people, string word, string? counted = null)
    {
        var all = people.ToList();
        var works = all.Exists(p => p.Work is not null);
        string[] heads =
        [
            .. ((ListField[])[ListField.ExamNumber, ListField.Name, ListField.Organization, ListField.Trade, .. works ? [ListField.Work] : (ListField[])[]])
                .Select(f => ListHeaders.Name(f, word)), counted ?? ListHeaders.Name(ListField.Mark), ListHeaders.Name(ListField.Remark),
        ];
        return XlsxWriter.Write(new OutSheet(
            "成绩", [18, 14, 32, 16, .. works ? [24.0] : (double[])[], 10, 14],
            [
                [.. heads.Select(h => new OutCell(h, CellStyle.Head))],
                .. all.Select(p => (IReadOnlyList<OutCell>)[.. ((string?[])[p.ExamNumber, p.Name, p.Organization, p.Trade, .. works ? [p.Work] : (string?[])[], "", ""])
                    .Select(t => new OutCell(t ?? ""))]),
            ]));
    }
}
