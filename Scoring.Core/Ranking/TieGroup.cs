using Scoring.Core.Definition;
using Scoring.Core.Marking;
using Scoring.Core.Sayings;

namespace Scoring.Core.Ranking;

/// <summary>Entrants with the same total, taken apart by the tie chain (R-C1, R-J8), with the words that say how.</summary>
internal sealed class TieGroup
{
    private readonly Trade trade;
    private readonly IReadOnlyList<TieStep> chain;
    private readonly IReadOnlyList<TieDecision> decisions;
    private readonly List<Place> places = [];

    private TieGroup(Trade trade, IReadOnlyList<TieDecision> decisions)
    {
        this.trade = trade;
        this.decisions = decisions;
        chain = trade.TieChain ?? TieValue.DefaultChain;
    }

    /// <param name="Result">Whose place.</param>
    /// <param name="SharesRank">With the one before in this group.</param>
    /// <param name="Reason">Against the one before in this group; null: the first of the group.</param>
    /// <param name="Open">Number of the undecided 不并列 group this one is in, from 1; 0: none.</param>
    public readonly record struct Place(EntrantResult Result, bool SharesRank, RankReason? Reason, int Open);

    /// <param name="group">Same total, two or more, in the order that equals keep.</param>
    public static IReadOnlyList<Place> Resolve(Trade trade, IReadOnlyList<EntrantResult> group, IReadOnlyList<TieDecision> decisions)
    {
        var tie = new TieGroup(trade, decisions);
        tie.Split(group, 0, $"总分同为 {Words.Mark(group[0].Total ?? 0m, trade.Decimals)}", null);
        return tie.places;
    }

    private int open;

    /// <param name="before">Why the first of this part stands after the part before; null: it is the first of all.</param>
    private void Split(IReadOnlyList<EntrantResult> part, int step, Saying prefix, RankReason? before)
    {
        if (part.Count == 1)
        {
            places.Add(new(part[0], false, before, 0));
            return;
        }

        if (step == chain.Count)
        {
            Equal(part, prefix, before);
            return;
        }

        var values = new (EntrantResult Result, decimal Value)[part.Count];
        var having = 0;
        for (var i = 0; i < part.Count; i++)
        {
            var value = TieValue.Of(chain[step], trade, part[i]);
            having += value is null ? 0 : 1;
            values[i] = (part[i], value ?? 0m);
        }

        var name = TieValue.Name(chain[step], trade);
        if (having < part.Count)
        {
            Split(part, step + 1, having == 0 ? prefix : (Saying)$"{prefix}，{name.Spaced()}有人没有记录，不比", before);
            return;
        }

        var sign = TieValue.LessIsBetter(chain[step].Kind) ? 1 : -1;
        var sorted = values.OrderBy(v => sign * v.Value).ToArray();
        var clock = chain[step].Kind == TieStepKind.EarliestFinish
            ? EarliestFinishRule.Clock([.. part.Select(r => r.FinishedAt).OfType<DateTimeOffset>()]) : "";
        var start = 0;
        for (var end = 1; end <= sorted.Length; end++)
        {
            if (end < sorted.Length && sorted[end].Value == sorted[start].Value)
            {
                continue;
            }

            var (result, value) = sorted[start];
            var figure = TieValue.Format(chain[step], trade, value, result, clock);
            Split([.. sorted[start..end].Select(v => v.Result)], step + 1, $"{prefix}，{name.Spaced()}同为 {figure}", before);
            if (end < sorted.Length)
            {
                var (next, worse) = sorted[end];
                var lesser = TieValue.Format(chain[step], trade, worse, next, clock);
                before = new RankReason(
                    RankDecision.Step, chain[step], $"{prefix}，{name} {figure.Spaced()}{TieValue.Compared(chain[step].Kind)} {lesser}");
            }

            start = end;
        }
    }

    // Nothing is left to compare: shared, or the committee's order of exactly this group (R-C2).
    private void Equal(IReadOnlyList<EntrantResult> part, Saying prefix, RankReason? before)
    {
        if (trade.Ties == TiePolicy.Decide && Decided(part) is { } decision)
        {
            var byId = part.ToDictionary(r => r.Entrant);
            for (var i = 0; i < decision.Order.Count; i++)
            {
                var reason = i == 0 ? before : new RankReason(RankDecision.Committee, null, $"{prefix}，由组委会议定先后：{decision.Reason}");
                places.Add(new(byId[decision.Order[i]], false, reason, 0));
            }

            return;
        }

        var number = trade.Ties == TiePolicy.Decide ? ++open : 0;
        var words = trade.Ties == TiePolicy.Decide ? (Saying)$"{prefix}，待组委会议定先后" : $"{prefix}，并列";
        for (var i = 0; i < part.Count; i++)
        {
            places.Add(new(part[i], i > 0, i == 0 ? before : new RankReason(RankDecision.Equal, null, words), number));
        }
    }

    private TieDecision? Decided(IReadOnlyList<EntrantResult> part)
    {
        for (var i = decisions.Count - 1; i >= 0; i--)
        {
            if (decisions[i].Order.Count == part.Count && decisions[i].Order.ToHashSet().SetEquals(part.Select(r => r.Entrant)))
            {
                return decisions[i];
            }
        }

        return null;
    }
}

/// <summary>R-C2: a committee's order of a whole tied group; holds while exactly these are equal.</summary>
public sealed record TieDecision(IReadOnlyList<EntrantId> Order, string Reason);
