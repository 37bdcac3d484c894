using Scoring.Api.Lists;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Console.History;

/// <summary>One entrant as typed on 选手; what the form does not show stays as it was.</summary>
/// <param name="IdNumber">Blank: as it was.</param>
/// <param name="Members">A row each; blank rows are nobody. Null: they were not asked, and all that follows stays too.</param>
/// <param name="Roles">What each of <paramref name="Members"/> is, in their order.</param>
/// <param name="MemberNumbers">Document numbers of <paramref name="Members"/>; blank: as it was.</param>
/// <param name="MemberPhones">The same of phones; blank: none.</param>
/// <param name="Tags">One a line, as <see cref="TagLines"/> has them; null: none.</param>
/// <param name="Counts">A <see cref="Counting"/>; null: everywhere.</param>
/// <param name="Group">Of panels side by side; null: none, or drawn.</param>
public sealed record EntrantForm(
    string? Name, string? Organization, string? Gender, string? ExamNumber, string? Grade, string? IdNumber, string? Phone,
    IReadOnlyList<string?>? Members, IReadOnlyList<string?>? Roles = null, string? Team = null, string? Work = null, string? Tags = null,
    string? Counts = null, string? Group = null, IReadOnlyList<string?>? MemberNumbers = null, IReadOnlyList<string?>? MemberPhones = null)
{
    /// <param name="personal">What is locked away of the entrant.</param>
    /// <param name="seal">Locks it away (R-I2).</param>
    /// <returns>The entrant and an organization that is new, or what is wrong in words.</returns>
    public (Entrant? Person, IReadOnlyList<Organization>? Organizations, string? Fault) Read(
        CompetitionState state, Entrant before, PersonalData? personal, Func<PersonalData, string> seal)
    {
        var rows = (Members ?? []).Select((m, i) => (
            Name: m?.Trim() ?? "", Role: Roles?.ElementAtOrDefault(i)?.Trim() ?? "",
                Number: TypedEntrant.Blank(MemberNumbers?.ElementAtOrDefault(i)),
            Phone: TypedEntrant.Blank(MemberPhones?.ElementAtOrDefault(i)), Before: before.Members?.ElementAtOrDefault(i)))
            .Where(r => r.Name.Length + r.Role.Length > 0 || (r.Number ?? (r.Before is null ? r.Phone : null)) is not null).ToList();
        if (TypedEntrant.Read(state, Name, [.. rows.Select(r => r.Name)], Organization, IdNumber, out var fault) is not { } typed)
        {
            return (null, null, fault);
        }

        var (tags, wrong) = Members is null ? (before.Tags, null) : TagLines.Read(Tags);
        if (wrong is not null)
        {
            return (null, null, wrong);
        }

        var documents = rows.ConvertAll(r => r.Number is { } number ? DocumentNumber.Read(null, number) : null);
        if (rows.Zip(documents).Where(d => d.Second?.Fault is not null)
            .Select(d => $"{d.First.Name}的{d.Second!.Fault}").FirstOrDefault() is { } bad) // not null by Where
        {
            return (null, null, bad);
        }

        var kept = personal ?? new PersonalData();
        var told = kept with
        {
            IdType = typed.Document?.Type ?? kept.IdType, IdNumber = typed.Document?.Number ?? kept.IdNumber,
            Phone = TypedEntrant.Blank(Phone),
        };
        if (Members is not null)
        {
            // Who stands in the same row under another name keeps their number.
            told = told.With(rows.Select((r, i) =>
            {
                var name = typed.Members[i];
                var was = kept.Of(name, r.Before, typed.Members);
                return new MemberData(
                    name, documents[i]?.Type ?? was?.IdType, documents[i]?.Number ?? was?.IdNumber, MemberPhones is null ? was?.Phone
                        : r.Phone);
            }));
        }

        return (before with
        {
            Name = typed.Name, Organization = typed.Organization, Gender = TypedEntrant.Blank(Gender),
            ExamNumber = TypedEntrant.Blank(ExamNumber), Grade = TypedEntrant.Blank(Grade),
            Members = Members is null ? before.Members : typed.Members.Count == 0 ? null : typed.Members,
            MemberRoles = Members is null ? before.MemberRoles : rows.Exists(r => r.Role.Length > 0) ? [.. rows.Select(r => r.Role)] : null,
            Team = Members is null ? before.Team : TypedEntrant.Blank(Team), Work = Members is null ? before.Work
                : TypedEntrant.Blank(Work),
            Tags = Core.People.Tags.Same(tags, before.Tags) ? before.Tags : tags,
            Counts = Members is null ? before.Counts : Enum.TryParse<Counting>(Counts, out var counts) ? counts : null,
            Group = Members is null ? before.Group : TypedEntrant.Blank(Group),
            Sealed = told == kept ? before.Sealed : seal(told), // sealed anew it would look changed
        }, typed.Made, null);
    }
}
