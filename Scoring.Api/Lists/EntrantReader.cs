// Rows of a list, cleaned and held against what is there (R-I1b to R-I1f). Decides nothing by itself: what is open is a question.
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Lists;

namespace Scoring.Api.Lists;

/// <param name="known">Everyone already registered, with personal data in the clear.</param>
/// <param name="answers">The organizer's answers so far, by question.</param>
/// <param name="day">Of the contest: nobody is born after it.</param>
public sealed class EntrantReader(
    CompetitionState state, IReadOnlyList<KnownEntrant> known, IReadOnlyDictionary<string, string> answers, ReadPlaces places, DateOnly day)
{
    private static readonly ListField[] OneWord = [ListField.Nation, ListField.Education, ListField.Grade, ListField.Leader,
        ListField.Gender, ListField.IdType, ListField.Work, ListField.Group, ListField.FormerContest];

    private readonly KnownPeople people = new(state, known, answers);

    private readonly StageCells stages = new(answers);

    public EntrantRow Read(ListTable table, int row)
    {
        var findings = new List<Finding>();
        EntrantCells.Faults(table, row, findings);
        var team = EntrantCells.Text(table, row, ListField.Team) is { } written ? NameText.Clean(written).Text : null;
        if (stages.Comes(table, row, findings) is false)
        {
            return new EntrantRow(table, row, RowVerdict.Skipped, Short(findings), null);
        }

        var members = MemberCells.Read(table, row, day, findings);
        var name = Name(table, row, team, members, findings);
        var document = EntrantCells.Document(table, row, day, findings);
        var phone = EntrantCells.Phone(table, row, ListField.Phone, findings);
        var exam = EntrantCells.Digits(table, row, ListField.ExamNumber, "准考证号", findings);
        var former = EntrantCells.Digits(table, row, ListField.FormerCertificate, "原证书号", findings);
        var gender = EntrantCells.Gender(table, row, document, findings);
        var leaderPhone = EntrantCells.Phone(table, row, ListField.LeaderPhone, findings);
        foreach (var field in OneWord.Where(f => CellText.IsDitto(EntrantCells.Text(table, row, f) ?? "")))
        {
            findings.Add(new Finding(table.Address(row, field), true, $"{ListHeaders.Name(field, table.TradeWord)}写的是“同上”", "请写全。"));
        }

        var trade = places.Trade(table, row, findings);
        var (organization, organizationId) = places.Organization(table, row, findings);
        if (name is null || trade is null || organization is null)
        {
            return new EntrantRow(table, row, RowVerdict.Error, Short(findings), null);
        }

        if (people.Repeated(table, row, name, document?.Number, trade.Definition.Id, organization, phone, Word(ListField.Work), findings))
        {
            findings.Add(new Finding(table.Address(row, ListField.Name), false, "另一张表里已有同样的人", "只读一次。", Note: true));
            return new EntrantRow(table, row, RowVerdict.Skipped, Short(findings), null);
        }

        var existing = people.Existing(table, row, name, document?.Number, organization, phone, Word(ListField.Work), trade, findings, members);
        people.Members(table, row, members ?? [], trade.Definition.Id, Word(ListField.Work), findings);
        var personal = new PersonalData(
            Type(document, existing?.Personal), document?.Number ?? existing?.Personal?.IdNumber, phone ?? existing?.Personal?.Phone, Word(ListField.Nation) ?? existing?.Personal?.Nation,
            Word(ListField.Education) ?? existing?.Personal?.Education, former ?? existing?.Personal?.FormerCertificate, Leader() ?? existing?.Personal?.Leader,
            leaderPhone ?? existing?.Personal?.LeaderPhone);
        var before = existing?.Entrant;
        var together = WithName(members, name, team);
        personal = personal.With(together is null ? existing?.Personal?.Members ?? [] : together.Select(m => Known(m, existing?.Personal?.Of(m.Name))));
        var beside = new ReadBeside(
            Groups.Read(table, row, trade, findings) ?? before?.Group, together is null ? before?.MemberRoles : Roles(together),
                Word(ListField.Work) ?? before?.Work,
            TagCells.Merged(before?.Tags, TagCells.Read(table, row, findings)), StageCells.Merged(
                before?.From, StageCells.From(table, row, findings)));
        var read = new ReadEntrant(
            name, organization, organizationId, trade.Definition.Id, gender ?? before?.Gender, exam ?? before?.ExamNumber, Word(ListField.Grade) ?? before?.Grade, personal, before?.Id,
            team ?? before?.Team, together?.Select(m => m.Name).ToList() ?? before?.Members) { Beside = beside };
        if (trade.Phase >= Phase.Scoring && before?.Trade != trade.Definition.Id)
        {
            findings.Add(new Finding(
                table.Address(row, ListField.Trade), true, $"{trade.Definition.Name}已经开始评分，名单不再加人，也不改报",
                trade.Phase == Phase.Scoring ? "迟到的、漏报的请在“换人与退赛”里补报，管理员和加密裁判两人签名。" : "评分已经结束，要加人须先退回评分。"));
        }

        // Once marks stand, a word of an entrant changes only as a correction by two people (R-K17).
        if (trade.Phase >= Phase.Review && existing is { } known && before!.Trade == trade.Definition.Id && Corrects(known, read))
        {
            findings.Add(new Finding(
                table.Address(row, ListField.Name), true, $"{trade.Definition.Name}的评分已经结束，名单不再改{before.Name}的姓名、单位、成员和证件号码",
                "请在“更正姓名单位”里改：写理由，先看影响，两人签名。"));
        }

        var verdict = findings.Exists(f => f.Error) ? RowVerdict.Error
            : findings.Exists(f => f.Blocks) ? RowVerdict.Undecided
            : existing is null ? RowVerdict.New
            : Unchanged(existing, read) ? RowVerdict.Same
            : RowVerdict.Update;
        return new EntrantRow(table, row, verdict, Short(findings), verdict == RowVerdict.Error ? null : read, existing);

        string? Word(ListField field) => EntrantCells.Text(table, row, field);

        string? Leader() => Word(ListField.Leader) is { } leader ? NameText.Clean(leader).Text : null;
    }

    // Where teams enter and nobody stands for them, the team is the entrant.
    private static string? Name(ListTable table, int row, string? team, IReadOnlyList<ReadMember>? members, List<Finding> findings) =>
        team is null && members is not null && !table.Has(ListField.Name) ? string.Join('、', members.Select(m => m.Name))
        : team is not null && table.Read(row, ListField.Name).Kind == CellKind.Blank
            && (!table.Has(ListField.Name) || table.Read(row, ListField.Members).Kind != CellKind.Blank)
            ? team
            : EntrantCells.Name(table, row, findings);

    // Who is named beside the members belongs to them: a pair has two certificates, not one.
    private static IReadOnlyList<ReadMember>? WithName(IReadOnlyList<ReadMember>? members, string name, string? team) =>
        members is null || name == team || members.Any(m => m.Name == name) || members.Count > 1
            && name == string.Join('、', members.Select(m => m.Name))
            ? members : [new ReadMember(name, ""), .. members];

    // What no list says of a member stays as it was.
    private static MemberData Known(ReadMember member, MemberData? before) => new(
        member.Name, member.Document?.Type ?? before?.IdType, member.Document?.Number ?? before?.IdNumber, member.Phone ?? before?.Phone);

    private static IReadOnlyList<string>? Roles(IReadOnlyList<ReadMember> members) =>
        members.Any(m => m.Role.Length > 0) ? [.. members.Select(m => m.Role)] : null;

    // A type that was never written down and is what the number says anyway is no change.
    private static string? Type(DocumentNumber? document, PersonalData? before) =>
        document is null
            || (before is { IdType: null } && before.IdNumber == document.Number && DocumentNumber.Read(null, document.Number).Type == document.Type)
            ? before?.IdType
            : document.Type;

    private static bool Corrects(KnownEntrant before, ReadEntrant now) =>
        before.Entrant.Name != now.Name || before.Entrant.Organization != now.OrganizationId || before.Entrant.Team != now.Team
        || !(before.Entrant.Members ?? []).SequenceEqual(now.Members ?? []) || before.Personal?.IdNumber != now.Personal.IdNumber
        || (now.Members ?? []).Any(m => before.Personal?.Of(m)?.IdNumber != now.Personal.Of(m)?.IdNumber);

    private static bool Unchanged(KnownEntrant before, ReadEntrant now) =>
        before.Entrant.Name == now.Name && before.Entrant.Trade == now.Trade && before.Entrant.Gender == now.Gender
            && before.Entrant.ExamNumber == now.ExamNumber
        && before.Entrant.Grade == now.Grade && before.Entrant.Organization == now.OrganizationId && before.Entrant.Team == now.Team
        && (before.Entrant.Members ?? []).SequenceEqual(now.Members ?? []) && (before.Personal ?? new PersonalData()) == now.Personal
        && now.Beside.Same(before.Entrant);

    private static IReadOnlyList<Finding> Short(List<Finding> findings) => findings.Count == 0 ? [] : findings;
}
