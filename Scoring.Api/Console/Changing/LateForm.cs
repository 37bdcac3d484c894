using System.Globalization;
using Scoring.Api.Lists;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Console.Changing;

/// <summary>补报 as typed: one person, a pair or a team, of an organization in the contest or of a new one.</summary>
/// <param name="Members">With 、 between them; null: an individual.</param>
public sealed record LateForm(
    string? Name, string? Organization, string? Members, string? Gender, string? IdNumber, string? Phone, string? ExamNumber,
        string? Grade, string? Group, string? Station)
{
    private static readonly char[] BetweenNames = ['、', ',', '，', ';', '；', '\n'];

    /// <param name="seal">Locks personal data away (R-I2).</param>
    /// <returns>The entrant and an organization that is new, or what is wrong in words.</returns>
    public (Entrant? Person, IReadOnlyList<Organization>? Organizations, string? Fault) Read(CompetitionState state, TradeId trade,
        Func<PersonalData, string> seal)
    {
        var name = NameText.Clean(Name ?? "");
        var members = (Members ?? "").Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(NameText.Clean).ToList();
        var document = string.IsNullOrWhiteSpace(IdNumber) ? null : DocumentNumber.Read(null, IdNumber);
        var organization = OrganizationNames.Clean(Organization ?? "");
        var fault = name.Fault ?? members.Select(m => m.Fault).FirstOrDefault(f => f is not null) ?? document?.Fault
            ?? (name.Text.Length == 0 ? "请填写姓名" : organization.Length == 0 ? "请填写单位" : null);
        if (fault is not null)
        {
            return (null, null, fault);
        }

        var known = state.Organizations.Values.FirstOrDefault(o => OrganizationNames.Key(o.Name) == OrganizationNames.Key(organization));
        var made = known is null ? NewOrganizations.For(state, [organization]) : null;
        return (new Entrant(
            Next(state, trade), name.Text, known?.Id ?? made![0].Id, trade, Blank(Gender), Blank(ExamNumber), Blank(Grade),
            members.Count == 0 ? null : [.. members.Select(m => m.Text)],
                Sealed: seal(new PersonalData(document?.Type, document?.Number, Blank(Phone))), Group: Blank(Group)), made, null);
    }

    // Nobody's before, not even of somebody who left.
    private static EntrantId Next(CompetitionState state, TradeId trade)
    {
        for (var n = state.Entrants.Count + 1; ; n++)
        {
            var id = new EntrantId(string.Create(CultureInfo.InvariantCulture, $"{trade}{n:00}"));
            if (state.Known(id) is null)
            {
                return id;
            }
        }
    }

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
