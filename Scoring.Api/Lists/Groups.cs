using Scoring.Core.Fold.State;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <summary>Which of the panels side by side an entrant belongs to, by the list (R-K3).</summary>
internal static class Groups
{
    /// <returns>The group's id; null: none is written, or none of that name is there.</returns>
    public static string? Read(ListTable table, int row, TradeState trade, List<Finding> findings)
    {
        if (EntrantCells.Text(table, row, ListField.Group) is not { } text)
        {
            return null;
        }

        var groups = trade.Modules.SelectMany(m => m.Definition.Panel?.Groups ?? []).DistinctBy(g => g.Id).ToList();
        var word = ReadPlaces.Bare(text);
        var found = groups.Find(g => ReadPlaces.Bare(g.Id) == word || ReadPlaces.Bare(g.Name) == word);
        if (found is null)
        {
            var where = table.Address(row, ListField.Group);
            findings.Add(groups.Count == 0
                ? new Finding(where, false, $"{trade.Definition.Name}没有设分组评审", "这一格不导入；如要分组，请先在“评分方案”里设组。", Kind: "没有设分组评审")
                : new Finding(where, true, $"没有“{text}”这个组", $"{trade.Definition.Name}的组：{string.Join('、', groups.Select(g => g.Name))}。"));
        }

        return found?.Id;
    }
}
