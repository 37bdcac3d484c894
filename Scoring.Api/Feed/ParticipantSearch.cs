// A participant asks for the own result (R-I2, R-A3). Nothing here can be listed: a name alone finds nobody.
using System.Security.Cryptography;
using System.Text;
using Scoring.Api.Ledger;
using Scoring.Api.Personal;
using Scoring.Api.Shelf;
using Scoring.Core.Boards;
using Scoring.Core.Certificates;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Api.Feed;

/// <summary>Finds published results by name or certificate number and last four of the ID number, over all competitions and years of this server.</summary>
public sealed class ParticipantSearch(ContestCards cards, PersonalSeal seal, CertificateRegister certificates, PortalSettings settings)
{
    /// <summary>Results of trades that are named publicly; empty where there is none or the two do not belong together.</summary>
    public IReadOnlyList<ParticipantResult> Find(string name, string lastFour)
    {
        var wanted = Encoding.UTF8.GetBytes(lastFour.Trim().ToUpperInvariant());
        var found = new List<ParticipantResult>();
        var asked = name.Trim();
        var number = CertificateNumber.AsTyped(asked);
        foreach (var competition in cards.With(asked).Union(cards.With(number)))
        {
            found.AddRange(competition.Read(state => In(competition, state, asked, wanted)));
        }

        return [.. found.OrderByDescending(result => result.Competition.Date)];
    }

    /// <summary>The one entrant of a trade who proves name and last four; null: none, or not unmistakably one.</summary>
    internal EntrantId? Proved(OpenCompetition competition, TradeState trade, string name, string lastFour)
    {
        var wanted = Encoding.UTF8.GetBytes(lastFour.Trim().ToUpperInvariant());
        var holders = trade.Entrants.Where(e => Named(e.Entrant, name.Trim()) && Holds(competition, e.Entrant, wanted, name.Trim())).Take(2).ToList();
        return holders.Count == 1 ? holders[0].Entrant.Id : null;
    }

    private List<ParticipantResult> In(OpenCompetition competition, CompetitionState state, string name, byte[] wanted)
    {
        var results = new List<ParticipantResult>();
        var number = CertificateNumber.AsTyped(name);
        var ofTeam = state.TeamCertificates.FirstOrDefault(c => c.Certificate.Facts.Number == number)?.Certificate.Entrant;
        foreach (var trade in state.TradesInOrder.Where(t => t.Phase >= Phase.Final))
        {
            var byNumber = trade.Publication.Certificates.FirstOrDefault(c => c.Certificate.Facts.Number == number)?.Certificate;
            foreach (var entrant in trade.Entrants)
            {
                var asked = Named(entrant.Entrant, name) || entrant.Entrant.Id == byNumber?.Entrant || (ofTeam is { } holder && TeamHolder.Shared(state.Competition!, entrant.Entrant).Contains(holder)); // a trade has its competition
                if (asked && Holds(competition, entrant.Entrant, wanted, Named(entrant.Entrant, name) ? name : entrant.Entrant.Id == byNumber?.Entrant ? byNumber.Facts.Name : null))
                {
                    results.Add(Of(state, trade, entrant));
                }
            }
        }

        return results;
    }

    private static bool Named(Entrant entrant, string name) => entrant.Name == name || entrant.Members?.Contains(name, StringComparer.Ordinal) == true;

    /// <param name="who">Whose number it must be: the entrant's or a member's own (R-K14); null: anybody's of them.</param>
    private bool Holds(OpenCompetition competition, Entrant entrant, byte[] wanted, string? who)
    {
        var person = seal.Open(competition.Id, entrant.Sealed);
        var numbers = who is not null && person?.NumberOf(entrant.Name, who) is { } own ? [own]
            : (IEnumerable<string?>)[person?.IdNumber, .. who is null ? (person?.Members ?? []).Select(m => m.IdNumber) : []];
        return numbers.Any(n => n is { Length: >= 4 } && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(n[^4..].ToUpperInvariant()), wanted));
    }

    private ParticipantResult Of(CompetitionState state, TradeState trade, EntrantState entrant)
    {
        var board = trade.Public.Board();
        var allowed = settings.Of(state.Competition!.Id); // a trade has its competition
        var row = board.Rows.First(r => r.Code == entrant.Code);
        return new ParticipantResult(
            CompetitionCards.Of(state)!, board.Trade, board.TradeName, entrant.Entrant.Name, state.Organizations[entrant.Entrant.Organization].Name,
            row.Code, row.Rank, board.Rows.Count(r => r.Rank is not null), board.Columns, row.Figures, row.Total,
            Prizes(board, row, trade, entrant.Entrant.Id), allowed.ExplainsRanks && row.Total is not null && trade.Public.Shown == Visibility.Named
                ? trade.Standings().Rows.FirstOrDefault(s => s.Result.Entrant == entrant.Entrant.Id)?.Reason?.Words.ToString() : null,
            certificates.Of(trade, entrant.Entrant.Id), board.Decimals,
            allowed.ShowsModules && row.Total is not null && trade.Public.Shown == Visibility.Named ? Modules(trade, entrant) : null);
    }

    // The tier, and single prizes once all are named.
    private static string? Prizes(Board board, BoardRow row, TradeState trade, EntrantId entrant)
    {
        IEnumerable<string> tier = row.Tier is { } index ? [board.Tiers[index]] : [];
        var singles = board is { Final: true, View: Visibility.Named } ? trade.Awards().SinglesWon().Where(won => won.Entrant == entrant).Select(won => won.Prize) : [];
        return string.Join('、', tier.Concat(singles)) is { Length: > 0 } prizes ? prizes : null;
    }

    /// <summary>Of components with more than one module: of others the component's figure says it.</summary>
    private static List<OwnModule> Modules(TradeState trade, EntrantState entrant) =>
    [
        .. from part in trade.Definition.Components.Index()
           where part.Item.Modules.Count > 1
           from module in part.Item.Modules
           select new OwnModule(part.Index, module.Name, module.FullMark, entrant.Result.Module(module.Id)?.Figure),
    ];
}
