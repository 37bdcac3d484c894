using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Scoring.Api.Ledger;
using Scoring.Core.Certificates;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;

namespace Scoring.Api.Shelf;

/// <summary>The card of every contest, right at this moment: of one at rest as it was written down, of one at work from its
/// state.</summary>
public sealed class ContestCards(Competitions competitions, CardRows rows)
{
    private readonly ConcurrentDictionary<CompetitionId, ShelfCard> known = new();
    private readonly ConcurrentDictionary<CompetitionId, (int Count, IReadOnlyList<string> Keys)> signed = new();
    private readonly ConcurrentDictionary<CompetitionId, string> written = new();
    private readonly Lock reading = new();
    private bool read;

    /// <summary>In the order of <see cref="Competitions.All"/>. One that cannot be read has none.</summary>
    public IEnumerable<ShelfCard> All => competitions.All.Select(Of).OfType<ShelfCard>();

    /// <summary>Null: its file cannot be read.</summary>
    public ShelfCard? Of(OpenCompetition competition)
    {
        Begin();
        return known.TryGetValue(competition.Id, out var card) && card.Hash == competition.HeadHash ? card : Anew(competition);
    }

    /// <summary>Where somebody of that name, or a certificate of that number, may be: contests at work, and those that had it when they
    /// were closed.</summary>
    public IReadOnlyList<OpenCompetition> With(string name) => AtWorkAnd(rows.WithName(name));

    /// <summary>The same of a name of a person, team or organization, or a number, that fits.</summary>
    public IReadOnlyList<OpenCompetition> WithNameThat(Func<string, bool> fits) => AtWorkAnd(rows.WithNameThat(fits));

    // One at rest whose card was never written is asked itself.
    private IReadOnlyList<OpenCompetition> AtWorkAnd(IReadOnlySet<CompetitionId> resting)
    {
        Begin();
        return [.. competitions.All.Where(c => !c.IsResting || resting.Contains(c.Id)
            || written.GetValueOrDefault(c.Id) != c.HeadHash)];
    }

    /// <summary>Writes down what must be known of a contest at rest.</summary>
    public void Keep(OpenCompetition competition)
    {
        if (competition.HeadHash == written.GetValueOrDefault(competition.Id) || Of(competition) is not { } card)
        {
            return;
        }

        try
        {
            rows.Write(card, competition.Read(state => ShelfCard.LookedUpBy(state).ToList()));
            written[competition.Id] = card.Hash;
        }
        catch (SqliteException)
        {
            // A full disk: made anew from the ledger when it is asked for.
        }
    }

    private void Begin()
    {
        if (Volatile.Read(ref read))
        {
            return;
        }

        lock (reading)
        {
            foreach (var card in read ? [] : rows.All())
            {
                known[card.Id] = card;
                written[card.Id] = card.Hash;
            }

            Volatile.Write(ref read, true);
        }
    }

    private ShelfCard? Anew(OpenCompetition competition)
    {
        try
        {
            var first = competition.EntryAt(1)?.Id;
            return known[competition.Id] = competition.Read(state => ShelfCard.Of(competition, state, first, Keys(competition.Id, state)));
        }
        catch (Exception failure) when (failure is SqliteException or IOException or UnauthorizedAccessException or ObjectDisposedException)
        {
            return null;
        }
    }

    // Certificates are many and keys are few: read again when there are more.
    private IReadOnlyList<string> Keys(CompetitionId id, CompetitionState state)
    {
        var count = ShelfCard.Certificates(state).Count();
        if (!signed.TryGetValue(id, out var before) || before.Count != count)
        {
            signed[id] = before = (count, [.. ShelfCard.Certificates(state)
                .Select(c => SignedCertificate.KeyOf(VerificationLink.PayloadOf(c.Qr))).OfType<string>().Distinct(StringComparer.Ordinal)]);
        }

        return before.Keys;
    }
}
