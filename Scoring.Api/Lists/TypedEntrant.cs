using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Who somebody is and where from, as typed into a form: read as a row of a list is.</summary>
/// <param name="Organization">Of the contest, or the one in <paramref name="Made"/>.</param>
/// <param name="Document">Null: none was typed.</param>
/// <param name="Made">An organization the contest has not met; null: it has.</param>
public sealed record TypedEntrant(
    string Name, IReadOnlyList<string> Members, OrganizationId Organization, DocumentNumber? Document, IReadOnlyList<Organization>? Made)
{
    /// <param name="members">As many as there are; blank ones are missing names.</param>
    /// <param name="fault">In words; null when somebody comes back.</param>
    public static TypedEntrant? Read(
        CompetitionState state, string? name, IEnumerable<string> members, string? organization, string? idNumber, out string? fault)
    {
        var cleaned = NameText.Clean(name ?? "");
        var others = members.Select(NameText.Clean).ToList();
        var document = Blank(idNumber) is { } typed ? DocumentNumber.Read(null, typed) : null;
        var from = OrganizationNames.Clean(organization ?? "");
        fault = cleaned.Fault ?? others.Select(m => m.Fault).FirstOrDefault(f => f is not null) ?? document?.Fault
            ?? (cleaned.Text.Length == 0 || others.Exists(m => m.Text.Length == 0) ? "请填写姓名" : from.Length == 0 ? "请填写单位" : null);
        if (fault is not null)
        {
            return null;
        }

        var known = state.Organizations.Values.FirstOrDefault(o => OrganizationNames.Key(o.Name) == OrganizationNames.Key(from));
        var made = known is null ? NewOrganizations.For(state, [from]) : null;
        return new(cleaned.Text, [.. others.Select(m => m.Text)], known?.Id ?? made![0].Id, document, made); // not null: unknown
    }

    /// <summary>What was typed; null: nothing.</summary>
    public static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
