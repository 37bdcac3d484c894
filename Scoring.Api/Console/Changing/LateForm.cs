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
        var members = (Members ?? "").Split(BetweenNames, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (TypedEntrant.Read(state, Name, members, Organization, IdNumber, out var fault) is not { } typed)
        {
            return (null, null, fault);
        }

        var personal = new PersonalData(typed.Document?.Type, typed.Document?.Number, TypedEntrant.Blank(Phone));
        return (new Entrant(
            Next(state, trade), typed.Name, typed.Organization, trade, TypedEntrant.Blank(Gender), TypedEntrant.Blank(ExamNumber),
            TypedEntrant.Blank(Grade), typed.Members.Count == 0 ? null : typed.Members, Sealed: seal(personal),
            Group: TypedEntrant.Blank(Group)), typed.Made, null);
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
}
