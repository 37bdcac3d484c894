using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Trades and organizations as lists write them, held against those there are (R-I1e, R-I1f).</summary>
/// <param name="answers">The organizer's answers so far, by question.</param>
/// <param name="spellings">What was decided before, by what was written.</param>
public sealed class ReadPlaces(
    CompetitionState state, IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> spellings)
{
    public const string Apart = "-", Question = "org:", UnknownTrade = "trade-word:", NewTrade = "+", FromAbove = "above";

    private readonly Dictionary<string, TradeState> trades = state.TradesInOrder
        .SelectMany(t => (t.Definition.Aliases ?? []).Prepend(t.Definition.Name).Select(name => (Name: Bare(name), Trade: t)))
        .DistinctBy(t => t.Name, StringComparer.Ordinal).ToDictionary(t => t.Name, t => t.Trade, StringComparer.Ordinal);

    private readonly Dictionary<string, Organization> organizations = state.Organizations.Values
        .DistinctBy(o => OrganizationNames.Clean(o.Name), StringComparer.Ordinal).ToDictionary(
            o => OrganizationNames.Clean(o.Name), StringComparer.Ordinal);

    // By what alike spellings have in common; new ones of this very list are added as they come.
    private readonly Dictionary<string, (string Name, OrganizationId? Id)> alike = state.Organizations.Values
        .DistinctBy(o => OrganizationNames.Key(o.Name), StringComparer.Ordinal)
        .ToDictionary(o => OrganizationNames.Key(o.Name), o => (o.Name, (OrganizationId?)o.Id), StringComparer.Ordinal);

    // The spelling chosen for several, by what they have in common.
    private readonly Dictionary<string, string> preferred = answers.Where(
        a => a.Key.StartsWith(Question, StringComparison.Ordinal) && a.Value != Apart)
        .DistinctBy(a => OrganizationNames.Key(a.Value), StringComparer.Ordinal).ToDictionary(
            a => OrganizationNames.Key(a.Value), a => a.Value, StringComparer.Ordinal);

    private readonly Dictionary<(ListTable, ListField), string> lastWritten = [];

    private readonly Dictionary<string, Choice> unknown = new(StringComparer.Ordinal);

    /// <summary>Spellings decided in this list: what was written, and what it stands for.</summary>
    public Dictionary<string, string> Decided { get; } = new(StringComparer.Ordinal);

    /// <summary>The trade of that name or alias; null: there is none.</summary>
    public TradeState? Known(string name) => trades.GetValueOrDefault(Bare(name));

    public TradeState? Trade(ListTable table, int row, List<Finding> findings)
    {
        if (Written(table, row, ListField.Trade, state.TradeWord, findings) is not { } text)
        {
            return null;
        }

        if (text.Length > 0)
        {
            var found = Known(text);
            if (found is null)
            {
                findings.Add(Unknown(table.Address(row, ListField.Trade), text));
            }

            return found;
        }

        if (Titled(table) is { } titled)
        {
            return titled;
        }

        if (table.Has(ListField.Trade) || table.Findings.Exists(f => f.Error && f.Group == NoTrade))
        {
            if (table.Has(ListField.Trade))
            {
                findings.Add(new Finding(table.Address(row, ListField.Trade), true, $"没有写{state.TradeWord}", $"请补上；也可以用工作表的名字写{state.TradeWord}。"));
            }

            return null;
        }

        return OfTheOnly(table);
    }

    public (string? Name, OrganizationId? Id) Organization(ListTable table, int row, List<Finding> findings)
    {
        if (Written(table, row, ListField.Organization, "单位", findings) is not { } written)
        {
            return (null, null);
        }

        // Where the list has organizations of its own, what stands above the table never fills a gap.
        var text = OrganizationNames.Clean(written.Length == 0 && !table.Has(ListField.Organization) ? table.Organization ?? "" : written);
        if (text.Length > 0)
        {
            return Named(text, table.Address(row, ListField.Organization), findings);
        }

        if (table.Has(ListField.Organization))
        {
            findings.Add(new Finding(table.Address(row, ListField.Organization), true, "没有写单位", "请补上再上传。"));
        }
        else
        {
            Lacks(table, ListField.Organization, NoOrganization);
        }

        return (null, null);
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
        if (!alike.TryGetValue(key, out var near))
        {
            near = alike[key] = (preferred.GetValueOrDefault(key, text), null);
            if (near.Name != text)
            {
                Decided[text] = near.Name;
            }
        }

        var question = Question + text;
        var given = answers.GetValueOrDefault(question);
        if (given is null && (near.Name == text || Decided.GetValueOrDefault(text) == near.Name))
        {
            return near;
        }

        findings.Add(new Finding(where, false, "单位名称相近", near.Name == text ? $"都写成“{text}”。" : $"“{text}”与“{near.Name}”是否同一家？", Spelled(question, text, near, given), Kind: $"单位名称相近：“{text}”"));
        if (given is not null)
        {
            Decided[text] = given == Apart ? text : near.Name;
        }

        return given is null or Apart ? (text, null) : near;
    }

    // Of two spellings that are both new, the later may be the right one.
    private static Choice Spelled(string question, string text, (string Name, OrganizationId? Id) near, string? given)
    {
        List<Option> options = near.Name == text ? [new(question, text, $"同一家，写成“{text}”")]
            : near.Id is null ? [new(question, near.Name, $"同一家，写成“{near.Name}”"), new(question, text, $"同一家，写成“{text}”")]
            : [new(question, near.Name, $"同一家，用已有的“{near.Name}”")];
        return new Choice([.. options, new(question, Apart, "不是同一家")], given);
    }

    /// <summary>Letters and digits only, in one width and case.</summary>
    public static string Bare(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    private const string NoOrganization = "没有“单位”这一列";

    private string NoTrade => $"没有“{state.TradeWord}”这一列";

    // 同上 is no name: it stands for the row above only if the organizer says so. Null: it is open, or a fault already told.
    private string? Written(ListTable table, int row, ListField field, string word, List<Finding> findings)
    {
        if (table.Read(row, field).Kind == CellKind.Fault)
        {
            return null;
        }

        var text = EntrantCells.Text(table, row, field) ?? "";
        if (!CellText.IsDitto(text))
        {
            lastWritten[(table, field)] = text;
            return text;
        }

        var above = lastWritten.GetValueOrDefault((table, field), "");
        var question = $"ditto:{table.Number}:{field}";
        var given = answers.GetValueOrDefault(question);
        var error = given is null || above.Length == 0;
        findings.Add(new Finding(
            table.Address(row, field), error, $"{word}写的是“{text}”", above.Length == 0 ? "上面没有可以照抄的，请写全。" : $"上一行是“{above}”。",
            above.Length == 0 ? null : new Choice([new Option(question, FromAbove, $"“同上”都按上一行的{word}读")], given), Kind: $"{word}写的是“同上”"));
        return error ? null : above;
    }

    private TradeState? Titled(ListTable table) =>
        table.Above.SelectMany(ListTitles.Trades).Select(t => trades.GetValueOrDefault(Bare(t))).FirstOrDefault(t => t is not null);

    // A contest of one trade needs no column for it, unless the list speaks of another.
    private TradeState? OfTheOnly(ListTable table)
    {
        var sheet = table.Above.Count > 1 ? table.Above[^2] : "";
        if (state.TradesInOrder.Count == 1 && (ListTitles.SaysNothing(sheet) || table.Above.Count < 2 || sheet == table.Above[^1]))
        {
            if (!table.Findings.Exists(f => f.Group == NoTrade))
            {
                table.Findings.Add(new Finding(table.Head, false, NoTrade, $"全部按“{state.TradesInOrder[0].Definition.Name}”读。", Note: true));
            }

            return state.TradesInOrder[0];
        }

        Lacks(table, ListField.Trade, NoTrade);
        return null;
    }

    /// <summary>One error for the whole list, with the columns that could be meant.</summary>
    public static void Lacks(ListTable table, ListField field, string what)
    {
        if (table.Findings.Exists(f => f.Group == what))
        {
            return;
        }

        var unread = table.Headers.Where(h => h.Field is null).ToList();
        table.Findings.Add(new Finding(
            table.Head, true, what, unread.Count == 0 ? "请补上这一列再上传。" : $"没有用的列：{string.Join('、', unread.Select(h => $"{Worksheet.ColumnName(h.Column)} {h.Header}"))}。其中哪一列是？",
            unread.Count == 0 ? null : new Choice([.. unread.Select(h => new Option(ListShape.Header + h.Word, field.ToString(), $"是 {Worksheet.ColumnName(h.Column)} 列“{h.Header}”"))], null)));
    }

    /// <summary>A word for a trade that there is not, with what can be made of it.</summary>
    public Finding Unknown(string where, string text)
    {
        var near = NearestNames.Of(Bare(text), state.TradesInOrder.Select(t => t.Definition.Name));
        if (!unknown.TryGetValue(text, out var choice))
        {
            var question = UnknownTrade + text;
            unknown[text] = choice = new Choice(
                [
                    new Option(question, NewTrade, $"新建{state.TradeWord}“{text}”"),
                    .. state.TradesInOrder.OrderByDescending(t => near.Contains(t.Definition.Name)).Select(
                        t => new Option(question, t.Definition.Id.Value, $"是“{t.Definition.Name}”的别名")),
                ],
                null);
        }

        return new Finding(where, true, $"没有“{text}”这个{state.TradeWord}", near.Count > 0 ? $"最接近：{string.Join('、', near)}。" : $"请改成本次比赛的{state.TradeWord}，或新建。", choice);
    }
}
