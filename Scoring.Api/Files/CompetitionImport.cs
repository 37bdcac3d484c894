using Scoring.Api.Ledger;
using Scoring.Api.Personal;
using Scoring.Core.Files;
using Scoring.Core.Ledger;

namespace Scoring.Api.Files;

/// <summary>Puts a competition file into a ledger of its own.</summary>
public sealed class CompetitionImport(Competitions competitions, PersonalSeal seal)
{
    /// <param name="file">As read, without errors.</param>
    /// <returns>The new competition.</returns>
    /// <exception cref="CompetitionExistsException">There is one of that id already; it is left as it is (R-I3).</exception>
    /// <exception cref="IOException">The disk refused an entry; what came before it is stored.</exception>
    public async Task<OpenCompetition> Run(CompetitionFile file, CancellationToken cancel = default)
    {
        var id = file.Competition.Id;
        if (competitions.Find(id) is not null)
        {
            throw new CompetitionExistsException(id);
        }

        var competition = competitions.Create(id);
        foreach (var e in file.ToEvents(clear => seal.Seal(id, clear)))
        {
            if (await competition.Execute(Guid.CreateVersion7(), Actor.System, _ => Decision.Of(e), cancel) is Outcome.NotStored not)
            {
                throw new IOException(not.Message);
            }
        }

        return competition;
    }
}

public sealed class CompetitionExistsException(Core.Definition.CompetitionId id) : Exception($"competition {id} exists");
