using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Who of a list is registered already, and who stands in it twice (R-I1e).</summary>
public sealed class KnownPeople(CompetitionState state, IReadOnlyList<KnownEntrant> known, IReadOnlyDictionary<string, string> answers)
{
    public const string Move = "move", Second = "second";

    private readonly ILookup<string, KnownEntrant> byId = known.Where(k => k.Personal?.IdNumber is not null).ToLookup(k => k.Personal!.IdNumber!, StringComparer.Ordinal);
    private readonly ILookup<string, KnownEntrant> byName = known.ToLookup(k => k.Entrant.Name, StringComparer.Ordinal);
    private readonly Dictionary<string, List<Seen>> seen = new(StringComparer.Ordinal);

    private sealed record Seen(int Row, string Name, string? Id, TradeId Trade);

    public void Repeated(ListTable table, int row, string name, string? id, TradeId trade, List<Finding> findings)
    {
        var key = id ?? $"?{name}";
        var before = seen.GetValueOrDefault(key) ?? (seen[key] = []);
        foreach (var other in before)
        {
            if (id is null)
            {
                if (other.Trade == trade)
                {
                    findings.Add(new Finding(table.Address(row, ListField.Name), false, $"有两个{name}", "没有证件号码，分不清是不是同一人，请核对。"));
                }
            }
            else if (other.Name != name)
            {
                findings.Add(new Finding(table.Address(row, ListField.IdNumber), true, "一个证件号码有两个姓名", $"第 {other.Row + 1} 行是{other.Name}，请核对。"));
            }
            else if (other.Trade == trade)
            {
                findings.Add(new Finding(table.Address(row, ListField.Name), true, $"{name}报了两遍", $"第 {other.Row + 1} 行已有，请删去一行。"));
            }
            else
            {
                findings.Add(new Finding(
                    table.Address(row, ListField.Trade), false, "一人报了两个工种", $"第 {other.Row + 1} 行{state.Trade(other.Trade)?.Definition.Name}，本行{state.Trade(trade)?.Definition.Name}。"));
            }
        }

        before.Add(new Seen(row, name, id, trade));
    }

    // R-I1e: document number, else name + organization.
    public KnownEntrant? Existing(ListTable table, int row, string name, string? id, string organization, TradeState trade, List<Finding> findings)
    {
        var same = (id is null ? [] : byId[id]).DefaultIfEmpty().SelectMany(k => k is null
            ? byName[name].Where(n => (id is null || n.Personal?.IdNumber is null) && state.Organizations.GetValueOrDefault(n.Entrant.Organization)?.Name == organization)
            : [k]).ToList();
        if (same.Find(k => k.Entrant.Name != name) is { } renamed && id is not null)
        {
            findings.Add(new Finding(table.Address(row, ListField.Name), false, $"{renamed.Entrant.Name}改名为{name}", "证件号码相同，按更正姓名处理。"));
        }

        var tradeId = trade.Definition.Id;
        if (same.Find(k => k.Entrant.Trade == tradeId) is { } here)
        {
            return here;
        }

        if (same.Count == 0)
        {
            return null;
        }

        var from = state.Trade(same[0].Entrant.Trade);
        var question = $"trade:{same[0].Entrant.Id}:{tradeId}";
        var given = answers.GetValueOrDefault(question);
        findings.Add(new Finding(
            table.Address(row, ListField.Trade), false, $"{name}的工种变了", $"由{from?.Definition.Name}改为{trade.Definition.Name}，请选择：", new Choice(question, Move, "改报", Second, "再报一项", given)));
        if (given == Move && from?.Phase >= Phase.Scoring)
        {
            findings.Add(new Finding(table.Address(row, ListField.Trade), true, $"{from.Definition.Name}已经开始评分", "不能改报，只能再报一项。"));
        }

        return given == Move ? same[0] : null;
    }
}

/// <param name="Personal">In the clear, in memory only; null: none, or its key was removed.</param>
public sealed record KnownEntrant(Entrant Entrant, PersonalData? Personal);
