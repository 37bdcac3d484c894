using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Single cells of a 裁判名册 (R-I1e).</summary>
internal static class JudgeCells
{
    /// <summary>Without a column for it, the title may say the role; a cell left empty is a question nobody can answer here.</summary>
    public static List<Role> Roles(ListTable table, int row, List<Finding> findings)
    {
        var written = EntrantCells.Text(table, row, ListField.Role);
        var text = written ?? (!table.Has(ListField.Role) && EntrantCells.Text(table, row, ListField.Title) is { } title && RoleText.IsRole(title) ? title : null);
        if (text is null && table.Has(ListField.Role))
        {
            findings.Add(new Finding(table.Address(row, ListField.Role), true, "没有写角色", "请写裁判、裁判长、监督等。"));
            return [];
        }

        if (text is null && !table.Findings.Exists(f => f.What == "没有“角色”这一列"))
        {
            table.Findings.Add(new Finding(table.Head, false, "没有“角色”这一列", "没有写的都按“裁判”读。"));
        }

        var read = RoleText.Read(text ?? "裁判");
        foreach (var (word, _) in read.Where(r => r.Role is null))
        {
            findings.Add(new Finding(table.Address(row, ListField.Role), true, $"没有“{word}”这个角色", RoleText.Nearest(word) is { Count: > 0 } near ? $"最接近：{string.Join('、', near)}。" : "请写裁判、裁判长、监督等。"));
        }

        return [.. read.Select(r => r.Role).OfType<Role>().Distinct()];
    }

    /// <summary>职称 or 职务; null: none, or it was the role.</summary>
    public static string? Title(ListTable table, int row) =>
        EntrantCells.Text(table, row, ListField.Title) is { } title && (table.Has(ListField.Role) || !RoleText.IsRole(title)) ? title : null;
}
