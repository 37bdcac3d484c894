using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.Marking;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>选手名册 with everything a 报名表 has, so that it can be mended in Excel and imported again (R-I1). Numbers in full only where that is logged (R-I2).</summary>
public static class RosterPaper
{
    private static readonly (ListField Field, double Width)[] Columns =
    [
        (ListField.Serial, 6), (ListField.Name, 12), (ListField.Gender, 6), (ListField.Nation, 8), (ListField.IdType, 14), (ListField.IdNumber, 22),
        (ListField.Education, 10), (ListField.Phone, 14), (ListField.Organization, 30), (ListField.Trade, 16), (ListField.ExamNumber, 14),
        (ListField.FormerCertificate, 18), (ListField.Grade, 10), (ListField.Leader, 10), (ListField.LeaderPhone, 14),
    ];

    private static readonly string Members = ListHeaders.Name(ListField.Members);

    // Columns that stand only where somebody has something in them.
    private static readonly (string Header, double Width, Func<Entrant, string?> Text)[] Beside =
    [
        (ListHeaders.Name(ListField.Team), 16, e => e.Team), (Members, 30, e => e.Members is null ? null : string.Join('、', e.MembersInWords)),
        (ListHeaders.Name(ListField.Work), 24, e => e.Work), (ListHeaders.Name(ListField.Group), 10, e => e.Group),
        (ListHeaders.Name(ListField.FormerContest), 24, e => e.From?.Contest),
        (ListHeaders.Name(ListField.FormerRank), 8, e => e.From?.Rank?.ToString(CultureInfo.InvariantCulture)),
        (ListHeaders.Name(ListField.FormerTotal), 10, e => e.From?.Total?.Plain()),
    ];

    /// <param name="masked">ID numbers and phones masked.</param>
    public static PaperList Make(PaperSource source, TradeId? only, bool masked)
    {
        var people = source.Trades(only).SelectMany(t => t.Entrants).Where(source.Has).OrderBy(e => e.Index).ToList();
        return new PaperList(
            ListBook.Roster, "选手名册", [source.Heading, string.Create(CultureInfo.InvariantCulture, $"共 {people.Count} 人")],
            [Table(source, "选手名册", people, masked, Columns, Beside)], ["填表人", "审核人"], source.Foot);
    }

    /// <summary>Who goes on, in the order of the list, with what the next contest asks for (R-K11); exam numbers and groups stay here.</summary>
    /// <param name="first">Columns before everything else.</param>
    internal static PaperTable Going(
        PaperSource source, string name, IReadOnlyList<EntrantState> people, bool masked,
        IReadOnlyList<(string Header, double Width, Func<Entrant, string?> Text)> first) => Table(
        source, name, [.. people.Where(source.Has)], masked, [.. Columns.Where(c => c.Field != ListField.ExamNumber)],
        [.. first, .. Beside.Where(b => b.Header == ListHeaders.Name(ListField.Team) || b.Header == ListHeaders.Name(ListField.Members)
            || b.Header == ListHeaders.Name(ListField.Work))]);

    private static PaperTable Table(
        PaperSource source, string name, IReadOnlyList<EntrantState> people, bool masked, IReadOnlyList<(ListField Field, double Width)> columns,
        IReadOnlyList<(string Header, double Width, Func<Entrant, string?> Text)> more)
    {
        var beside = more.SelectMany(b => b.Header == Members ? [b, .. OfMembers(source, masked)] : ((string Header, double Width, Func<Entrant, string?> Text)[])[b]).Concat(people.SelectMany(e => e.Entrant.Tags?.Keys ?? []).Distinct(StringComparer.Ordinal)
            .Select(kind => (Header: kind, Width: 14.0, Text: (Func<Entrant, string?>)(e => e.Tags?.GetValueOrDefault(kind)))))
                .Where(b => people.Any(e => b.Text(e.Entrant) is not null)).ToList();
        var rows = people.Select((e, i) => Row(source, e, i + 1, masked, columns, beside.Select(b => b.Text(e.Entrant) ?? ""))).ToList();
        return new PaperTable(name, [.. columns.Select(c => new PaperColumn(ListHeaders.Name(c.Field, source.State.TradeWord), c.Width, c.Field == ListField.Serial ? ColumnKind.Count
                    : ColumnKind.Text)), .. beside.Select(b => new PaperColumn(b.Header, b.Width, ColumnKind.Text))], rows);
    }

    // One for each member in their order, 无 for who has none; nothing where nobody has one.
    private static (string Header, double Width, Func<Entrant, string?> Text)[] OfMembers(PaperSource source, bool masked)
    {
        string? All(Entrant entrant, Func<MemberData, string?> number) => source.Open(entrant.Sealed) is { Members: { } known } person && known.Any(m => number(m) is not null)
            ? string.Join('、', (entrant.Members ?? []).Select(m => person.Of(m) is { } one && number(one) is { } text ? text : "无")) : null;
        return
        [
            (ListHeaders.Name(ListField.MemberIdNumber), 44, e => All(e, m => masked && m.IdNumber is not null ? Masks.Id(m.IdNumber) : m.IdNumber)),
            (ListHeaders.Name(ListField.MemberPhone), 28, e => All(e, m => masked && m.Phone is not null ? Masks.Phone(m.Phone) : m.Phone)),
        ];
    }

    private static IReadOnlyList<string> Row(
        PaperSource source, EntrantState entrant, int number, bool masked, IReadOnlyList<(ListField Field, double Width)> columns,
        IEnumerable<string> beside)
    {
        var person = source.Open(entrant.Entrant.Sealed);
        return
        [
            .. columns.Select(c => c.Field switch
            {
                ListField.Serial => PaperSource.Count(number),
                ListField.Name => entrant.Entrant.Name,
                ListField.Gender => entrant.Entrant.Gender,
                ListField.Nation => person?.Nation,
                ListField.IdType => person?.IdType ?? (person?.IdNumber is { } id ? DocumentNumber.Read(null, id).Type : null),
                ListField.IdNumber => masked ? Masks.Id(person?.IdNumber) : person?.IdNumber,
                ListField.Education => person?.Education,
                ListField.Phone => masked ? Masks.Phone(person?.Phone) : person?.Phone,
                ListField.Organization => source.Organization(entrant),
                ListField.Trade => entrant.Trade?.Definition.Name,
                ListField.ExamNumber => entrant.Entrant.ExamNumber,
                ListField.FormerCertificate => person?.FormerCertificate,
                ListField.Grade => entrant.Entrant.Grade,
                ListField.Leader => person?.Leader,
                _ => masked ? Masks.Phone(person?.LeaderPhone) : person?.LeaderPhone,
            } ?? ""),
            .. beside,
        ];
    }
}
