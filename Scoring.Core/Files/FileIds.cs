using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.People;

namespace Scoring.Core.Files;

/// <summary>What a file's ids stand for. Of duplicates the first counts.</summary>
internal sealed class FileIds
{
    private readonly Dictionary<TradeId, int> entrantsByTrade;
    private readonly Dictionary<Module, Dictionary<string, Aspect>> aspects = new(ReferenceEqualityComparer.Instance);

    public FileIds(CompetitionFile file)
    {
        Trades = (file.Trades ?? []).DistinctBy(t => t.Id).ToDictionary(t => t.Id.Value, StringComparer.Ordinal);
        Organizations = (file.Organizations ?? []).Select(o => o.Id.Value).ToHashSet(StringComparer.Ordinal);
        Entrants = (file.Entrants ?? []).DistinctBy(e => e.Id).ToDictionary(e => e.Id.Value, StringComparer.Ordinal);
        FormerSeats = [.. (file.FormerSeats ?? []).Select(f => (f.Judge, f.Trade, f.Module))];
        Judges = (file.Judges ?? []).DistinctBy(j => j.Id).ToDictionary(j => j.Id.Value, StringComparer.Ordinal);
        Modules = Trades.Values.ToDictionary(t => t.Id.Value, t => t.Modules().DistinctBy(m => m.Id).ToDictionary(m => m.Id.Value, StringComparer.Ordinal), StringComparer.Ordinal);
        entrantsByTrade = (file.Entrants ?? []).CountBy(e => e.Trade).ToDictionary();
        Scoring = [.. (file.Progress ?? []).Where(p => p.Phase >= Phase.Scoring).Select(p => p.Trade)];
        Scoring.UnionWith((file.Marks ?? []).Where(m => m.Modules is { Count: > 0 } && Entrants.ContainsKey(m.Entrant.Value)).Select(m => Entrants[m.Entrant.Value].Trade));
    }

    public Dictionary<string, Trade> Trades { get; }
    public HashSet<string> Organizations { get; }
    public Dictionary<string, FileEntrant> Entrants { get; }
    public Dictionary<string, Judge> Judges { get; }
    public HashSet<(JudgeId Judge, TradeId Trade, ModuleId Module)> FormerSeats { get; }

    /// <summary>By trade, then by module.</summary>
    public Dictionary<string, Dictionary<string, Module>> Modules { get; }

    /// <summary>Trades whose scoring has begun.</summary>
    public HashSet<TradeId> Scoring { get; }

    /// <summary>By id; made once for all sheets of the module.</summary>
    public Dictionary<string, Aspect> AspectsOf(Module module)
    {
        if (!aspects.TryGetValue(module, out var made))
        {
            aspects[module] = made = module.Aspects().DistinctBy(a => a.Id).ToDictionary(a => a.Id.Value, StringComparer.Ordinal);
        }

        return made;
    }

    public int EntrantsIn(TradeId trade) => entrantsByTrade.GetValueOrDefault(trade);

    public IEnumerable<string> EntrantIdsIn(TradeId trade) => Entrants.Values.Where(e => e.Trade == trade).Select(e => e.Id.Value);
}
