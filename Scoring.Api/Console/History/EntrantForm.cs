using Scoring.Api.Lists;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Console.History;

/// <summary>One entrant as typed on 选手; what the form does not show stays as it was.</summary>
/// <param name="IdNumber">Blank: as it was.</param>
public sealed record EntrantForm(
    string? Name, string? Organization, string? Gender, string? ExamNumber, string? Grade, string? IdNumber, string? Phone,
    IReadOnlyList<string>? Members)
{
    /// <param name="personal">What is locked away of the entrant.</param>
    /// <param name="seal">Locks it away (R-I2).</param>
    /// <returns>The entrant and an organization that is new, or what is wrong in words.</returns>
    public (Entrant? Person, IReadOnlyList<Organization>? Organizations, string? Fault) Read(
        CompetitionState state, Entrant before, PersonalData? personal, Func<PersonalData, string> seal)
    {
        if (TypedEntrant.Read(state, Name, Members ?? [], Organization, IdNumber, out var fault) is not { } typed)
        {
            return (null, null, fault);
        }

        var kept = personal ?? new PersonalData();
        var told = kept with
        {
            IdType = typed.Document?.Type ?? kept.IdType, IdNumber = typed.Document?.Number ?? kept.IdNumber,
            Phone = TypedEntrant.Blank(Phone),
        };
        return (before with
        {
            Name = typed.Name, Organization = typed.Organization, Gender = TypedEntrant.Blank(Gender),
            ExamNumber = TypedEntrant.Blank(ExamNumber), Grade = TypedEntrant.Blank(Grade),
            Members = typed.Members.Count == 0 ? before.Members : typed.Members,
            Sealed = told == kept ? before.Sealed : seal(told), // sealed anew it would look changed
        }, typed.Made, null);
    }
}
