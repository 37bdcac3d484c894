using Scoring.Api.Storage;
using Scoring.Core.Definition;
using Scoring.Core.Lists;
using Scoring.Core.People;

namespace Scoring.Api.Feed;

/// <summary>Whether somebody proposed for a title has it already: from published contests of this installation and from the register of
/// awards (R-E5).</summary>
public sealed class EarlierTitles(History history, AwardsRegister register)
{
    private sealed record Held(string Name, string Organization, string? Person, string Words);

    /// <summary>For people of one contest.</summary>
    /// <param name="here">Its own titles are not earlier ones.</param>
    /// <param name="asked">Whose names are looked for; somebody else has none.</param>
    /// <param name="may">Which contests the asker may enter.</param>
    /// <returns>Sentences for a person and title; empty: nobody knows of it.</returns>
    public Func<Entrant, string, string, IReadOnlyList<string>> Before(
        CompetitionId here, IEnumerable<(Entrant Entrant, string Organization)> asked, Func<CompetitionId, bool> may)
    {
        var persons = asked.SelectMany(a => Persons(here, a.Entrant, a.Organization)).ToList();
        var (names, keys) = (persons.Select(p => p.Name).ToHashSet(StringComparer.Ordinal),
            persons.Select(p => p.Person).ToHashSet(StringComparer.Ordinal));
        var held = history.With(names.Contains, may).UnionBy(history.WithPersons(keys, may), e => e.Competition)
            .Where(e => e.Competition != here)
            .SelectMany(e => e.Results).SelectMany(r => r.Each())
            .SelectMany(r => r.Honours.Append(r.Award).OfType<string>().Select(title => (Title: Plain(title), Held: new Held(
                r.Name, r.Organization, r.Person, $"{(r.Date is { } date ? $"{date.Year} 年" : "")}{r.CompetitionName}已授“{title}”"))))
            .Concat(register.All().Select(a => (Title: Plain(a.Title), Held: new Held(a.Name, a.Organization, null, Registered(a)))))
            .ToLookup(h => h.Title, h => h.Held, StringComparer.Ordinal);
        return (entrant, organization, title) =>
        [
            .. Persons(here, entrant, organization)
                .SelectMany(one => held[Plain(title)].Where(h => h.Name == one.Name || h.Person == one.Person)
                    .Select(h => h.Person == one.Person || OrganizationNames.Key(h.Organization) == OrganizationNames.Key(organization)
                        ? h.Words : $"{h.Words}（{h.Organization}的同名者，请核对）"))
                .Distinct(StringComparer.Ordinal),
        ];
    }

    private IEnumerable<(string Name, string Person)> Persons(CompetitionId here, Entrant entrant, string organization) =>
        entrant.Names.Select(name => (name, history.PersonOf(here, entrant, organization, entrant.Members is null ? null : name)));

    private static string Registered(RegisteredAward award) =>
        $"荣誉登记：{(award.Awarded is { } at ? $"{at} " : "")}{award.Giver}"
        + $"{(award.Contest is { } contest ? $"（{contest}）" : "")}授“{award.Title}”"
        + (award.Number is { } number ? $"，证书 {number}" : "");

    private static string Plain(string title) => string.Concat(title.Where(c => !char.IsWhiteSpace(c) && !"“”\"《》".Contains(c,
        StringComparison.Ordinal)));
}
