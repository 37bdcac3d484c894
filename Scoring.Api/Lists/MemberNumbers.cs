using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Document numbers and phones of members (R-K14) in columns of their own: 成员1身份证号, 队长电话, or one column with all of them in the
/// order of the members.</summary>
internal static class MemberNumbers
{
    private static readonly ListField[] Fields = [ListField.MemberIdNumber, ListField.MemberPhone];

    public static IReadOnlyList<ReadMember> Read(ListTable table, int row, List<ReadMember> members, DateOnly day, List<Finding> findings)
    {
        foreach (var column in table.Headers.Where(h => h.Field is { } f && Fields.Contains(f)))
        {
            var (cell, where) = table.Cell(row, column);
            if (cell.Kind is CellKind.Blank or CellKind.Fault)
            {
                continue;
            }

            if (column.Whose is { } whose)
            {
                Give(Index(table, row, members, whose), cell);
                continue;
            }

            var places = cell.Kind == CellKind.Text ? EntrantCells.Places(cell.Text) : [];
            if (places.Count <= 1 && members.Count == 1)
            {
                Give(0, cell);
            }
            else if (places.Count != members.Count)
            {
                findings.Add(new Finding(
                    where, true, $"成员 {members.Count} 人，这里写了 {Math.Max(1, places.Count)} 个", "请按成员的顺序每人写一个，用顿号分开，没有的写“无”。",
                        Kind: "成员和号码的个数不同"));
            }
            else
            {
                foreach (var (at, text) in places.Index().Where(p => p.Item.Length > 0))
                {
                    Give(at, new Cell(text, CellKind.Text));
                }
            }

            void Give(int at, Cell of)
            {
                if (at < 0)
                {
                    findings.Add(new Finding(where, true, $"“{column.Header}”写了号码，却没有这位成员的姓名", "请补上姓名，或删去号码。", Kind: "有号码没有姓名"));
                }
                else if (column.Field == ListField.MemberIdNumber)
                {
                    members[at] = members[at] with { Document = EntrantCells.Document(of, where, null, day, findings)
                        ?? members[at].Document };
                }
                else
                {
                    members[at] = members[at] with { Phone = EntrantCells.Phone(of, where, findings) ?? members[at].Phone };
                }
            }
        }

        if (members.Where(m => m.Document is not null).GroupBy(m => m.Document!.Number).FirstOrDefault(g =>
            g.Count() > 1) is { } twice) // not null by Where
        {
            findings.Add(new Finding(
                table.Address(row, ListField.MemberIdNumber), true, $"{string.Join('、', twice.Select(m => m.Name))}写了同一个证件号码", "请按证件核对。",
                    Kind: "成员的证件号码相同"));
        }

        return members;
    }

    // Who stands in the column of this member; −1: nobody.
    private static int Index(ListTable table, int row, List<ReadMember> members, string whose)
    {
        var of = table.Headers.FirstOrDefault(h => h.Field == ListField.Members && h.Whose == whose);
        var text = of is null ? "" : table.Sheet.Covering(row, of.Column).Text;
        var bracket = text.IndexOfAny(['（', '(', '【', '[']);
        var name = NameText.Clean(bracket > 0 ? text[..bracket] : text).Text;
        return name.Length == 0 ? -1 : members.FindIndex(m => m.Name == name);
    }
}
