using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Trades and organizations as lists write them, held against those there are (R-I1e, R-I1f).</summary>
/// <param name="answers">The organizer's answers so far, by question.</param>
/// <param name="spellings">What was decided before, by what was written.</param>
public sealed class ReadPlaces(CompetitionState state, IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> spellings)
{
    public const string Merge = "merge", Apart = "apart", Question = "org:";

    private readonly Dictionary<string, TradeState> trades = state.TradesInOrder
        .SelectMany(t => (t.Definition.Aliases ?? []).Prepend(t.Definition.Name).Select(name => (Name: Bare(name), Trade: t)))
        .DistinctBy(t => t.Name, StringComparer.Ordinal).ToDictionary(t => t.Name, t => t.Trade, StringComparer.Ordinal);

    private readonly Dictionary<string, Organization> organizations = state.Organizations.Values
        .DistinctBy(o => OrganizationNames.Clean(o.Name), StringComparer.Ordinal).ToDictionary(o => OrganizationNames.Clean(o.Name), StringComparer.Ordinal);

    // By what alike spellings have in common; new ones of this very list are added as they come.
    private readonly Dictionary<string, (string Name, OrganizationId? Id)> alike = state.Organizations.Values
        .DistinctBy(o => OrganizationNames.Key(o.Name), StringComparer.Ordinal)
        .ToDictionary(o => OrganizationNames.Key(o.Name), o => (o.Name, (OrganizationId?)o.Id), StringComparer.Ordinal);

    public TradeState? Trade(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.Trade);
        var text = cell.Kind == CellKind.Blank ? table.Sheet.Name : cell.Text;
        var found = trades.GetValueOrDefault(Bare(text));
        if (found is null && cell.Kind == CellKind.Blank && state.TradesInOrder.Count == 1)
        {
            return state.TradesInOrder[0];
        }

        if (found is null)
        {
            var near = NearestNames.Of(Bare(text), state.TradesInOrder.Select(t => t.Definition.Name));
            findings.Add(cell.Kind == CellKind.Blank
                ? new Finding(table.Address(row, ListField.Trade), true, "没有写工种", "请补上；也可以用工作表的名字写工种。")
                : new Finding(table.Address(row, ListField.Trade), true, $"没有“{text.Trim()}”这个工种", near.Count > 0 ? $"最接近：{string.Join('、', near)}。" : "请改成本次比赛的工种。"));
        }

        return found;
    }

    public (string? Name, OrganizationId? Id) Organization(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.Organization);
        var text = OrganizationNames.Clean(cell.Kind == CellKind.Blank ? table.Organization ?? "" : cell.Text);
        if (text.Length == 0)
        {
            findings.Add(new Finding(table.Address(row, ListField.Organization), true, "没有写单位", "请补上再上传。"));
            return (null, null);
        }

        return Named(text, table.Address(row, ListField.Organization), findings);
    }

    /// <summary>The organization of that name; a spelling close to another is a question, unless it was decided before.</summary>
    /// <param name="text">Cleaned.</param>
    public (string Name, OrganizationId? Id) Named(string text, string where, List<Finding> findings)
    {
        if (organizations.TryGetValue(text, out var same))
        {
            return (same.Name, same.Id);
        }

        if (spellings.TryGetValue(text, out var decided))
        {
            return organizations.TryGetValue(OrganizationNames.Clean(decided), out var known) ? (known.Name, known.Id) : (decided, null);
        }

        var key = OrganizationNames.Key(text);
        if (!alike.TryGetValue(key, out var near) || near.Name == text)
        {
            alike.TryAdd(key, (text, null));
            return (text, null);
        }

        var question = Question + text;
        var given = answers.GetValueOrDefault(question);
        findings.Add(new Finding(where, false, "单位名称相近", $"与“{near.Name}”是否同一家？", new Choice(question, Merge, "合并", Apart, "不是同一家", given)));
        return given == Merge ? near : (text, null);
    }

    /// <summary>Letters and digits only, in one width.</summary>
    public static string Bare(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit));
}
