using System.Globalization;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.People;

namespace Scoring.Api.Lists;

/// <summary>Organizations that a list names first.</summary>
public static class NewOrganizations
{
    /// <returns>One for each different name, with an id of its own.</returns>
    public static IReadOnlyList<Organization> For(CompetitionState state, IEnumerable<string> names)
    {
        var number = state.Organizations.Count;
        var made = new List<Organization>();
        foreach (var name in names.Distinct(StringComparer.Ordinal))
        {
            OrganizationId id;
            do
            {
                id = new OrganizationId(string.Create(CultureInfo.InvariantCulture, $"u{++number:00}"));
            }
            while (state.Organizations.ContainsKey(id));
            made.Add(new Organization(id, name));
        }

        return made;
    }
}
