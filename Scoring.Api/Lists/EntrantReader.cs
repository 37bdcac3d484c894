// Rows of a list, cleaned and held against what is there (R-I1b to R-I1f). Decides nothing by itself: what is open is a question.
using Scoring.Core.Fold;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <param name="known">Everyone already registered, with personal data in the clear.</param>
/// <param name="answers">The organizer's answers so far, by question.</param>
/// <param name="spellings">Organizations merged before, by what was written.</param>
public sealed class EntrantReader(
    CompetitionState state, IReadOnlyList<KnownEntrant> known, IReadOnlyDictionary<string, string> answers, IReadOnlyDictionary<string, string> spellings)
{
    private static readonly ListField[] Shown = [ListField.Name, ListField.Gender, ListField.IdNumber, ListField.Organization, ListField.Trade, ListField.Phone];

    private readonly ReadPlaces places = new(state, answers, spellings);
    private readonly KnownPeople people = new(state, known, answers);

    /// <summary>Columns of the preview, in order.</summary>
    public static IReadOnlyList<ListField> Columns => Shown;

    public IReadOnlyList<EntrantRow> Read(ListTable table) => [.. table.Rows.Select(row => Read(table, row))];

    private EntrantRow Read(ListTable table, int row)
    {
        var findings = new List<Finding>();
        EntrantCells.Faults(table, row, findings);
        var name = EntrantCells.Name(table, row, findings);
        var document = EntrantCells.Document(table, row, findings);
        var phone = EntrantCells.Digits(table, row, ListField.Phone, "手机号", findings);
        var exam = EntrantCells.Digits(table, row, ListField.ExamNumber, "准考证号", findings);
        var former = EntrantCells.Digits(table, row, ListField.FormerCertificate, "原证书号", findings);
        var trade = places.Trade(table, row, findings);
        var (organization, organizationId) = places.Organization(table, row, findings);
        KnownEntrant? existing = null;
        ReadEntrant? read = null;
        if (name is not null && trade is not null && organization is not null)
        {
            people.Repeated(table, row, name, document?.Number, trade.Definition.Id, findings);
            existing = people.Existing(table, row, name, document?.Number, organization, trade, findings);
            var personal = Personal(table, row, document, phone, former, existing?.Personal);
            read = new ReadEntrant(
                name, organization, organizationId, trade.Definition.Id, EntrantCells.Text(table, row, ListField.Gender) ?? existing?.Entrant.Gender, exam ?? existing?.Entrant.ExamNumber,
                EntrantCells.Text(table, row, ListField.Grade) ?? existing?.Entrant.Grade, personal, existing?.Entrant.Id);
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

    private static PersonalData Personal(ListTable table, int row, DocumentNumber? document, string? phone, string? former, PersonalData? before) => new(
        Type(document, before), document?.Number ?? before?.IdNumber, phone ?? before?.Phone, EntrantCells.Text(table, row, ListField.Nation) ?? before?.Nation,
        EntrantCells.Text(table, row, ListField.Education) ?? before?.Education, former ?? before?.FormerCertificate, EntrantCells.Text(table, row, ListField.Leader) ?? before?.Leader,
        EntrantCells.Text(table, row, ListField.LeaderPhone) ?? before?.LeaderPhone);

    // A type that was never written down and is what the number says anyway is no change.
    private static string? Type(DocumentNumber? document, PersonalData? before) =>
        document is null || (before is { IdType: null } && before.IdNumber == document.Number && DocumentNumber.Read(null, document.Number).Type == document.Type)
            ? before?.IdType
            : document.Type;

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

}
