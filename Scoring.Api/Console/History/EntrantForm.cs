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
        var name = NameText.Clean(Name ?? "");
        var members = (Members ?? []).Select(NameText.Clean).ToList();
        var document = string.IsNullOrWhiteSpace(IdNumber) ? null : DocumentNumber.Read(null, IdNumber);
        var organization = OrganizationNames.Clean(Organization ?? "");
        var fault = name.Fault ?? members.Select(m => m.Fault).FirstOrDefault(f => f is not null) ?? document?.Fault
            ?? (name.Text.Length == 0 || members.Exists(m => m.Text.Length == 0) ? "请填写姓名" : organization.Length == 0 ? "请填写单位" : null);
        if (fault is not null)
        {
            return (null, null, fault);
        }

        var known = state.Organizations.Values.FirstOrDefault(o => OrganizationNames.Key(o.Name) == OrganizationNames.Key(organization));
        var made = known is null ? NewOrganizations.For(state, [organization]) : null;
        var kept = personal ?? new PersonalData();
        var told = kept with
        {
            IdType = document?.Type ?? kept.IdType, IdNumber = document?.Number ?? kept.IdNumber, Phone = Blank(Phone),
        };
        return (before with
        {
            Name = name.Text, Organization = known?.Id ?? made![0].Id, Gender = Blank(Gender), ExamNumber = Blank(ExamNumber),
            Grade = Blank(Grade),
            Members = members.Count == 0 ? before.Members : [.. members.Select(m => m.Text)],
            Sealed = told == kept ? before.Sealed : seal(told), // sealed anew it would look changed
        }, made, null);
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
