using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.Ledger.Events;
using Scoring.Core.Ranking;
using Scoring.Core.Review;

namespace Scoring.Core.Fold.State;

/// <summary>What happened to a trade's results on their way to the public: coded results, review, decoding, decisions, appeals, honours, certificates.</summary>
public sealed class Publication
{
    private readonly List<TieDecision> tieDecisions = [];
    private readonly Dictionary<string, BoundaryDecision> boundaryDecisions = new(StringComparer.Ordinal);
    private readonly Dictionary<EntrantId, string> declined = [];
    private readonly SortedDictionary<int, string> drawSeeds = [];
    private readonly SortedDictionary<int, Decoded> decodings = [];
    private readonly SortedSet<int> decoded = [];
    private readonly Dictionary<int, IReadOnlyList<string>> decodeRequests = [];
    private readonly List<AppealState> appeals = [];
    private readonly CertificateBook certificates = new();

    /// <summary>Who submitted the coded results (R-A2); null: not yet.</summary>
    public string? CodedResultsBy { get; internal set; }

    /// <summary>Null: not drawn.</summary>
    public ReviewState? Review { get; internal set; }

    /// <summary>Recorded seeds of machine draws, by layer (R-A1).</summary>
    public IReadOnlyDictionary<int, string> DrawSeeds => drawSeeds;

    /// <summary>Layers already decoded.</summary>
    public IReadOnlySet<int> DecodedLayers => decoded;

    /// <summary>By whom each of those layers was decoded.</summary>
    public IReadOnlyCollection<Decoded> Decodings => decodings.Values;

    /// <summary>Who asked for a layer to be decoded and waits for the second person.</summary>
    public IReadOnlyDictionary<int, IReadOnlyList<string>> DecodeRequests => decodeRequests;

    public IReadOnlyList<TieDecision> TieDecisions => tieDecisions;

    /// <summary>Who of the tied gets the tier, by its name (R-E2 c).</summary>
    public IReadOnlyDictionary<string, BoundaryDecision> BoundaryDecisions => boundaryDecisions;

    /// <summary>放弃晋级 with the reason (R-K11).</summary>
    public IReadOnlyDictionary<EntrantId, string> Declined => declined;

    /// <summary>Sequence at which the awards were confirmed; null: not, or something changed since.</summary>
    public (string By, long At)? AwardsConfirmed { get; internal set; }

    public IReadOnlyList<AppealState> Appeals => appeals;

    public IReadOnlyList<ApprovedHonour> Honours { get; internal set; } = [];

    /// <summary>Who approved them; null: nobody yet.</summary>
    public string? HonoursBy { get; internal set; }

    /// <summary>In order of issue, revoked ones too.</summary>
    public IReadOnlyList<CertificateIssue> Certificates => certificates.All;

    internal CertificateBook Papers => certificates;

    /// <summary>When the trade came to each phase the last time.</summary>
    public IReadOnlyDictionary<Phase, Stamp> Reached => reached;

    private readonly Dictionary<Phase, Stamp> reached = [];

    /// <summary>A copy of all of it, for trying an entry on.</summary>
    internal void Take(Publication from)
    {
        (CodedResultsBy, Review, AwardsConfirmed, Honours, HonoursBy) =
            (from.CodedResultsBy, from.Review, from.AwardsConfirmed, from.Honours, from.HonoursBy);
        tieDecisions.AddRange(from.tieDecisions);
        decoded.UnionWith(from.decoded);
        appeals.AddRange(from.appeals);
        certificates.Take(from.certificates);
        Fork.Copy(from.boundaryDecisions, boundaryDecisions);
        Fork.Copy(from.declined, declined);
        Fork.Copy(from.drawSeeds, drawSeeds);
        Fork.Copy(from.decodings, decodings);
        Fork.Copy(from.decodeRequests, decodeRequests);
        Fork.Copy(from.reached, reached);
    }

    internal void Reach(Phase phase, Stamp stamp) => reached[phase] = stamp;

    internal void Decide(TieDecision decision) => tieDecisions.Add(decision);

    internal void Decide(BoundaryDecided decided) => boundaryDecisions[decided.Tier] = new(decided.Chosen, decided.Tied, decided.Reason, decided.FromNext);

    /// <param name="reason">Null: taken back.</param>
    internal void Decline(EntrantId entrant, string? reason)
    {
        declined.Remove(entrant);
        if (reason is not null)
        {
            declined.Add(entrant, reason);
        }
    }

    internal void RequestDecode(int layer, string by) =>
        decodeRequests[layer] = [.. decodeRequests.GetValueOrDefault(layer, []).Where(b => b != by), by];

    internal void Decode(Decoded by)
    {
        decoded.Add(by.Layer);
        decodings[by.Layer] = by;
        decodeRequests.Remove(by.Layer);
    }

    // A layer drawn again takes the layers after it away.
    internal void Drawn(CodesDrawn draw)
    {
        foreach (var layer in drawSeeds.Keys.Where(l => l >= draw.Layer).ToList())
        {
            drawSeeds.Remove(layer);
        }

        if (draw.Seed is { } seed)
        {
            drawSeeds[draw.Layer] = seed;
        }

        Undecode(draw.Layer);
    }

    internal void Undecode(int fromLayer)
    {
        foreach (var layer in decoded.Where(l => l >= fromLayer).ToList())
        {
            decoded.Remove(layer);
            decodings.Remove(layer);
        }
    }

    internal void File(AppealFiled appeal, long sequence) => appeals.Add(new AppealState(appeal, sequence, null));

    internal void Answer(AppealAnswered answer)
    {
        var at = appeals.FindIndex(a => a.Filed.Number == answer.Number);
        if (at >= 0)
        {
            appeals[at] = appeals[at] with { Answer = answer };
        }
    }
}

/// <param name="Answer">Null: still open (R-D4).</param>
public sealed record AppealState(AppealFiled Filed, long Sequence, AppealAnswered? Answer);

/// <summary>R-D1.</summary>
/// <param name="Ticks">The last tick of each entrant.</param>
/// <param name="Faults">The first tick that said wrong, of whoever had one: it counts for the 5 % even after the sheet was mended and ticked right.</param>
/// <param name="Signed">By head judge and supervisor; null: not yet.</param>
public sealed record ReviewState(
    ReviewDrawn Drawn, IReadOnlyDictionary<EntrantId, ReviewTicked> Ticks, IReadOnlyDictionary<EntrantId, ReviewTicked> Faults, ReviewSigned? Signed)
{
    internal static ReviewState Begin(ReviewDrawn drawn) => new(drawn, new Dictionary<EntrantId, ReviewTicked>(), new Dictionary<EntrantId, ReviewTicked>(), null);

    public IEnumerable<EntrantId> Chosen => Drawn.Top.Concat(Drawn.Sample);

    /// <summary>Not yet compared.</summary>
    public IEnumerable<EntrantId> Waiting => Chosen.Where(e => !Ticks.ContainsKey(e));

    /// <summary>Where the review stands, measured on these standings.</summary>
    public ReviewProgress Progress(Standings standings) => ReviewProgress.Of(
        new ReviewPlan(Drawn.Seed, Drawn.Top, Drawn.Sample), standings, Ticks.Keys.ToDictionary(e => e, e => !Faults.ContainsKey(e)));

    /// <summary>One more tick; what was signed is to be signed again.</summary>
    internal ReviewState With(ReviewTicked tick) => this with
    {
        Ticks = new Dictionary<EntrantId, ReviewTicked>(Ticks) { [tick.Entrant] = tick },
        Faults = tick.Right || Faults.ContainsKey(tick.Entrant) ? Faults : new Dictionary<EntrantId, ReviewTicked>(Faults) { [tick.Entrant] = tick },
        Signed = null,
    };
}
