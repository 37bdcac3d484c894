// Rows of a list, cleaned and held against what is there (R-I1b to R-I1f). Decides nothing by itself: what is open is a question.
using Scoring.Core.Definition;
using Scoring.Core.Fold;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <param name="known">Everyone already registered, with personal data in the clear.</param>
/// <param name="answers">The organizer's answers so far, by question.</param>
public sealed class EntrantReader(CompetitionState state, IReadOnlyList<KnownEntrant> known, IReadOnlyDictionary<string, string> answers)
{
    public const string Merge = "merge", Apart = "apart", Move = "move", Second = "second";

    private static readonly ListField[] Shown = [ListField.Name, ListField.Gender, ListField.IdNumber, ListField.Organization, ListField.Trade, ListField.Phone];

    private readonly ILookup<string, KnownEntrant> byId = known.Where(k => k.Personal?.IdNumber is not null).ToLookup(k => k.Personal!.IdNumber!, StringComparer.Ordinal);
    private readonly ILookup<string, KnownEntrant> byName = known.ToLookup(k => k.Entrant.Name, StringComparer.Ordinal);
    private readonly List<(int Row, string Name, string? Id, TradeId Trade)> seen = [];

    /// <summary>Columns of the preview, in order.</summary>
    public static IReadOnlyList<ListField> Columns => Shown;

    public IReadOnlyList<EntrantRow> Read(ListTable table) => [.. table.Rows.Select(row => Read(table, row))];

    private EntrantRow Read(ListTable table, int row)
    {
        var findings = new List<Finding>();
        foreach (var (field, column) in table.Columns)
        {
            if (table.Read(row, field) is { Kind: CellKind.Fault } fault)
            {
                findings.Add(new Finding(Worksheet.Address(row, column), true, $"{ListHeaders.Name(field)}是 {fault.Text}", "请在 Excel 里改成实际内容再上传。"));
            }
        }

        var name = Name(table, row, findings);
        var document = Document(table, row, findings);
        var phone = Digits(table, row, ListField.Phone, "手机号", findings);
        var exam = Digits(table, row, ListField.ExamNumber, "准考证号", findings);
        var former = Digits(table, row, ListField.FormerCertificate, "原证书号", findings);
        var trade = Trade(table, row, findings);
        var (organization, organizationId) = Organization(table, row, findings);
        KnownEntrant? existing = null;
        ReadEntrant? read = null;
        if (name is not null && trade is not null && organization is not null)
        {
            Repeated(table, row, name, document?.Number, trade.Definition.Id, findings);
            existing = Existing(table, row, name, document?.Number, organization, trade, findings);
            var personal = Personal(table, row, document, phone, former, existing?.Personal);
            read = new ReadEntrant(
                name, organization, organizationId, trade.Definition.Id, Text(table, row, ListField.Gender) ?? existing?.Entrant.Gender, exam ?? existing?.Entrant.ExamNumber,
                Text(table, row, ListField.Grade) ?? existing?.Entrant.Grade, personal, existing?.Entrant.Id);
            if (trade.Phase >= Phase.Scoring && existing?.Entrant.Trade != trade.Definition.Id)
            {
                findings.Add(new Finding(table.Address(row, ListField.Trade), true, $"{trade.Definition.Name}已经开始评分", "不能再加人或改报，请走换人。"));
            }
        }

        var verdict = findings.Exists(f => f.Error) || read is null ? RowVerdict.Error
            : findings.Exists(f => f.Choice is { Given: null }) ? RowVerdict.Undecided
            : existing is null ? RowVerdict.New
            : Unchanged(existing, read) ? RowVerdict.Same
            : RowVerdict.Update;
        return new EntrantRow(row + 1, verdict, Cells(table, row, read, existing, findings), findings, verdict == RowVerdict.Error ? null : read);
    }

    private static string? Name(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.Name);
        var (text, fault) = NameText.Clean(cell.Text);
        fault ??= text.Length == 0 ? "没有姓名。" : text.Length > 50 ? "姓名超过 50 个字，请核对。" : null;
        if (fault is null)
        {
            return text;
        }

        var parts = fault.Split(['：', '，'], 2);
        findings.Add(new Finding(table.Address(row, ListField.Name), true, parts[0].TrimEnd('。'), parts.Length > 1 ? parts[1] : "请补上再上传。"));
        return null;
    }

    private static DocumentNumber? Document(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.IdNumber);
        if (cell.Kind is CellKind.Blank or CellKind.Fault)
        {
            return null;
        }

        var where = table.Address(row, ListField.IdNumber);
        if (cell.Kind is CellKind.Number or CellKind.Date)
        {
            findings.Add(new Finding(where, true, "证件号码被 Excel 存成了数字", "末几位已丢失，设为文本后重填。"));
            return null;
        }

        var read = DocumentNumber.Read(Text(table, row, ListField.IdType), cell.Text);
        if (read.Fault is { } fault)
        {
            findings.Add(new Finding(where, true, fault.Split('，')[0], "请按证件核对后重填。"));
            return null;
        }

        if (read.Doubt is { } doubt)
        {
            findings.Add(new Finding(where, false, "15 位的旧身份证号码", doubt));
        }

        return read;
    }

    // A phone keeps its digits as a number; what is longer than 15 digits, began with 0 or went to 1E+10 has lost some.
    private static string? Digits(ListTable table, int row, ListField field, string word, List<Finding> findings)
    {
        var cell = table.Read(row, field);
        if (cell.Kind == CellKind.Number && (cell.Text.Length > 15 || !cell.Text.All(char.IsAsciiDigit) || (field != ListField.Phone && cell.Text.Length >= 15)))
        {
            findings.Add(new Finding(table.Address(row, field), true, $"{word}被 Excel 存成了数字", "可能已丢失几位，设为文本后重填。"));
            return null;
        }

        return cell.Kind is CellKind.Blank or CellKind.Fault ? null : cell.Text.Normalize(System.Text.NormalizationForm.FormKC).Trim();
    }

    private TradeState? Trade(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.Trade);
        var text = cell.Kind == CellKind.Blank ? table.Sheet.Name : cell.Text;
        var wanted = Bare(text);
        var found = state.TradesInOrder.FirstOrDefault(t => Bare(t.Definition.Name) == wanted || t.Definition.Aliases?.Any(a => Bare(a) == wanted) == true);
        if (found is null && cell.Kind == CellKind.Blank && state.TradesInOrder.Count == 1)
        {
            return state.TradesInOrder[0];
        }

        if (found is null)
        {
            var near = NearestNames.Of(wanted, state.TradesInOrder.Select(t => t.Definition.Name));
            findings.Add(cell.Kind == CellKind.Blank
                ? new Finding(table.Address(row, ListField.Trade), true, "没有写工种", "请补上；也可以用工作表的名字写工种。")
                : new Finding(table.Address(row, ListField.Trade), true, $"没有“{text.Trim()}”这个工种", near.Count > 0 ? $"最接近：{string.Join('、', near)}。" : "请改成本次比赛的工种。"));
        }

        return found;
    }

    private (string? Name, OrganizationId? Id) Organization(ListTable table, int row, List<Finding> findings)
    {
        var cell = table.Read(row, ListField.Organization);
        var text = OrganizationNames.Clean(cell.Kind == CellKind.Blank ? table.Organization ?? "" : cell.Text);
        var where = table.Address(row, ListField.Organization);
        if (text.Length == 0)
        {
            findings.Add(new Finding(where, true, "没有写单位", "请补上再上传。"));
            return (null, null);
        }

        if (state.Organizations.Values.FirstOrDefault(o => OrganizationNames.Clean(o.Name) == text) is { } same)
        {
            return (same.Name, same.Id);
        }

        var key = OrganizationNames.Key(text);
        if (state.Organizations.Values.FirstOrDefault(o => OrganizationNames.Key(o.Name) == key) is not { } alike)
        {
            return (text, null);
        }

        var question = $"org:{text}";
        var given = answers.GetValueOrDefault(question);
        findings.Add(new Finding(where, false, "单位名称相近", $"与“{alike.Name}”是否同一家？", new Choice(question, Merge, "合并", Apart, "不是同一家", given)));
        return given == Merge ? (alike.Name, alike.Id) : (text, null);
    }

    private void Repeated(ListTable table, int row, string name, string? id, TradeId trade, List<Finding> findings)
    {
        foreach (var other in seen.Where(s => id is not null && s.Id == id))
        {
            if (other.Name != name)
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

        if (id is null && seen.Exists(s => s.Id is null && s.Name == name && s.Trade == trade))
        {
            findings.Add(new Finding(table.Address(row, ListField.Name), false, $"有两个{name}", "没有证件号码，分不清是不是同一人，请核对。"));
        }

        seen.Add((row, name, id, trade));
    }

    // R-I1e: document number, else name + organization.
    private KnownEntrant? Existing(ListTable table, int row, string name, string? id, string organization, TradeState trade, List<Finding> findings)
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

    private static PersonalData Personal(ListTable table, int row, DocumentNumber? document, string? phone, string? former, PersonalData? before) => new(
        document?.Type ?? before?.IdType, document?.Number ?? before?.IdNumber, phone ?? before?.Phone, Text(table, row, ListField.Nation) ?? before?.Nation,
        Text(table, row, ListField.Education) ?? before?.Education, former ?? before?.FormerCertificate, Text(table, row, ListField.Leader) ?? before?.Leader,
        Text(table, row, ListField.LeaderPhone) ?? before?.LeaderPhone);

    private bool Unchanged(KnownEntrant before, ReadEntrant now) =>
        before.Entrant.Name == now.Name && before.Entrant.Trade == now.Trade && before.Entrant.Gender == now.Gender && before.Entrant.ExamNumber == now.ExamNumber
        && before.Entrant.Grade == now.Grade && before.Entrant.Organization == now.OrganizationId && (before.Personal ?? new PersonalData()) == now.Personal;

    private List<ShownCell> Cells(ListTable table, int row, ReadEntrant? read, KnownEntrant? existing, List<Finding> findings) =>
        [.. Shown.Select(field =>
        {
            var raw = table.Read(row, field).Text.Trim();
            var address = table.Address(row, field);
            var error = findings.Exists(f => f.Error && f.Cell == address);
            var doubt = findings.Exists(f => !f.Error && f.Cell == address);
            var (text, before) = field switch
            {
                ListField.Name => (read?.Name ?? raw, existing?.Entrant.Name),
                ListField.Gender => (read?.Gender ?? raw, existing?.Entrant.Gender),
                ListField.IdNumber => (error && raw.Contains('E', StringComparison.Ordinal) && raw.Contains('+', StringComparison.Ordinal) ? raw : Masks.Id(read?.Personal.IdNumber ?? raw), existing is null ? null : Masks.Id(existing.Personal?.IdNumber)),
                ListField.Organization => (read?.Organization ?? raw, existing is null ? null : state.Organizations.GetValueOrDefault(existing.Entrant.Organization)?.Name),
                ListField.Trade => (raw.Length > 0 ? raw : state.Trade(read?.Trade ?? default)?.Definition.Name ?? "", existing is null ? null : state.Trade(existing.Entrant.Trade)?.Definition.Name),
                _ => (Masks.Phone(read?.Personal.Phone ?? raw), existing is null ? null : Masks.Phone(existing.Personal?.Phone)),
            };
            return new ShownCell(text, before is { Length: > 0 } && before != text && read is not null ? before : null, error, doubt);
        })];

    private static string? Text(ListTable table, int row, ListField field) =>
        table.Read(row, field) is { Kind: not (CellKind.Blank or CellKind.Fault) } cell ? cell.Text.Trim() : null;

    private static string Bare(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(char.IsLetterOrDigit));
}

/// <param name="Personal">In the clear, in memory only; null: none, or its key was removed.</param>
public sealed record KnownEntrant(Entrant Entrant, PersonalData? Personal);
