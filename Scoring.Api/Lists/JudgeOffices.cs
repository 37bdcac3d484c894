using Scoring.Api.Security;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Who of a list holds which office in which trade, so that nobody holds two that exclude each other (R-A2, R-A4).</summary>
internal sealed class JudgeOffices(CompetitionState state)
{
    private readonly Dictionary<(JudgeId Judge, TradeId Trade, Role Role), string> at = [];
    private readonly Dictionary<TradeId, (string Name, JudgeId Judge)> heads = state.Judges.Values
        .SelectMany(j => j.Seats.Where(s => s.Role == Role.HeadJudge).Select(s => (s.Trade, j.Name, j.Id))).DistinctBy(h => h.Trade).ToDictionary(h => h.Trade, h => (h.Name, h.Id));

    public void Take(ListTable table, int row, Judge judge, Role role, TradeState trade, List<JudgeSeat> seated, List<Finding> findings)
    {
        var id = trade.Definition.Id;
        var where = table.Address(row, table.Has(ListField.Role) ? ListField.Role : ListField.Name);
        foreach (var other in seated.Where(s => s.Trade == id && s.Role != role).Select(s => s.Role).Distinct())
        {
            if (RoleText.Excluded(role, other) is { } why && !findings.Exists(f => f.Cell == where && f.Kind == why))
            {
                findings.Add(new Finding(
                    where, true, $"{judge.Name}在{trade.Definition.Name}又是{other.Chinese()}又是{role.Chinese()}",
                    $"{(at.TryGetValue((judge.Id, id, other), out var there) ? $"{there}是{other.Chinese()}；" : "")}{why}，请改。", Kind: why));
            }
        }

        at.TryAdd((judge.Id, id, role), $"第 {row + 1} 行");
        if (role == Role.HeadJudge && EntrantCells.Text(table, row, ListField.Role)?.Contains('副', StringComparison.Ordinal) != true)
        {
            if (heads.TryGetValue(id, out var head) && head.Judge != judge.Id)
            {
                findings.Add(
                    new Finding(where, false, $"{trade.Definition.Name}有两个裁判长", $"已有{head.Name}；如果是副裁判长请写“副裁判长”。", Kind: $"一个{state.TradeWord}有两个裁判长"));
            }

            heads.TryAdd(id, (judge.Name, judge.Id));
        }
    }
}
