// From a file to a ledger: what would have happened to get here.
using Scoring.Core.Definition;
using Scoring.Core.Ledger;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Files;

/// <summary>The events a fresh ledger gets from a file, in the order a competition has them.</summary>
public static class FileEvents
{
    /// <param name="file">As read, without errors.</param>
    /// <param name="seal">Encrypts the JSON of a <c>PersonalData</c> (R-I2).</param>
    public static IEnumerable<LedgerEvent> ToEvents(this CompetitionFile file, Func<string, string> seal) =>
        Setup(file, seal).Concat((file.Trades ?? []).SelectMany(t => TradeEvents(file, t))).Concat(ProgressEvents.OfTeams(file)).Concat(FormerJudges.Leave(file));

    /// <summary>Phase a trade is in when the file does not say.</summary>
    public static Phase PhaseOf(CompetitionFile file, Trade trade, TradeProgress? progress)
    {
        var entrants = Entrants(file, trade).ToList();
        var ids = entrants.Select(e => e.Id).ToHashSet();
        return progress?.Phase
            ?? ((file.Marks ?? []).Any(m => ids.Contains(m.Entrant) && m.Modules is { Count: > 0 }) ? Phase.Scoring
            : entrants.Exists(e => e.Codes is { Count: > 0 }) ? Phase.Drawn
            : Phase.Setup);
    }

    private static IEnumerable<LedgerEvent> Setup(CompetitionFile file, Func<string, string> seal)
    {
        yield return new CompetitionDefined(file.Competition);
        foreach (var trade in file.Trades ?? [])
        {
            yield return new TradeDefined(trade);
        }

        foreach (var organization in file.Organizations ?? [])
        {
            yield return new OrganizationDefined(organization);
        }

        if (file.Entrants is { Count: > 0 } entrants)
        {
            var first = Persons(entrants);
            yield return new EntrantsRegistered([.. entrants.Select(e => Entrant(e, seal) with { Person = e.Person ?? first.GetValueOrDefault(e.Id) })]);
        }

        if (FormerJudges.WithFormerSeats(file) is { Count: > 0 } judges)
        {
            yield return new JudgesAppointed(judges);
        }
    }

    private static IEnumerable<LedgerEvent> TradeEvents(CompetitionFile file, Trade trade)
    {
        var entrants = Entrants(file, trade).ToList();
        var progress = (file.Progress ?? []).FirstOrDefault(p => p.Trade == trade.Id);
        var phase = PhaseOf(file, trade, progress);
        var marks = (file.Marks ?? []).ToDictionary(m => m.Entrant);
        return
        [
            .. Draws(trade, entrants, progress),
            .. Groups(trade, entrants),
            .. Phases(trade, Phase.Setup, phase < Phase.Scoring ? phase : Phase.Scoring),
            .. entrants.Where(e => marks.ContainsKey(e.Id)).SelectMany(e => MarkEvents.Of(marks[e.Id], e)),
            .. entrants.Where(e => e.Status != EntrantStatus.Normal).Select(e => new StatusChanged(e.Id, e.Status, e.StatusReason ?? "")),
            .. progress is null ? [] : ProgressEvents.BeforeReview(progress),
            .. phase < Phase.Review ? [] : Phases(trade, Phase.Scoring, Phase.Review),
            .. progress is null ? [] : ProgressEvents.OfReview(progress),
            .. Phases(trade, Phase.Review, phase),
            .. progress is null ? [] : ProgressEvents.AfterPublication(progress),
        ];
    }

    private static IEnumerable<FileEntrant> Entrants(CompetitionFile file, Trade trade) => (file.Entrants ?? []).Where(e => e.Trade == trade.Id);

    private static IEnumerable<LedgerEvent> Draws(Trade trade, IReadOnlyList<FileEntrant> entrants, TradeProgress? progress)
    {
        for (var layer = 1; layer <= trade.CodeLayers; layer++)
        {
            var drawn = entrants.Where(e => e.Codes?.ElementAtOrDefault(layer - 1) is { Length: > 0 }).ToList();
            if (drawn.Count > 0)
            {
                var seed = progress?.DrawSeeds?.ElementAtOrDefault(layer - 1);
                yield return new CodesDrawn(
                    trade.Id, layer, string.IsNullOrEmpty(seed) ? null : seed,
                    [.. drawn.Select(e => new DrawnCode(e.Id, e.Codes![layer - 1], e.Codes.Count == layer ? e.Station : null))]);
            }
        }
    }

    private static IEnumerable<LedgerEvent> Groups(Trade trade, IReadOnlyList<FileEntrant> entrants) =>
        entrants.SelectMany(e => e.Groups ?? new Dictionary<ModuleId, string>(), (e, group) => (group.Key, new GroupedEntrant(e.Id, group.Value)))
            .GroupBy(g => g.Key).Select(g => new GroupsAssigned(trade.Id, g.Key, null, [.. g.Select(x => x.Item2)]));

    private static IEnumerable<LedgerEvent> Phases(Trade trade, Phase from, Phase to)
    {
        for (var phase = from + 1; phase <= to; phase++)
        {
            yield return new PhaseChanged(trade.Id, phase);
        }
    }

    // Who is in several trades, by document number: the id of the first of them.
    private static Dictionary<EntrantId, string> Persons(IReadOnlyList<FileEntrant> entrants) => entrants
        .Where(e => !string.IsNullOrWhiteSpace(e.Personal?.IdNumber)).GroupBy(e => ResidentId.Normalized(e.Personal!.IdNumber!)) // not null by Where
        .Where(g => g.Count() > 1).SelectMany(g => g.Select(e => (e.Id, First: g.First().Id.Value))).DistinctBy(p => p.Id).ToDictionary(p => p.Id, p => p.First);

    private static Entrant Entrant(FileEntrant e, Func<string, string> seal) => new(
        e.Id, e.Name, e.Organization, e.Trade, e.Gender, e.ExamNumber, e.Grade, e.Members, e.Team, e.Personal is { } personal ? seal(personal.ToJson()) : null, e.Group,
        e.Tags, e.Counts, e.MemberRoles, e.Work, e.From);
}
