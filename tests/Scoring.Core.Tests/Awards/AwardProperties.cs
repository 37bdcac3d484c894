using FsCheck;
using FsCheck.Fluent;
using Scoring.Core.Awards;
using Scoring.Core.Definition;
using Scoring.Core.People;
using Scoring.Core.Ranking;
using static Scoring.Core.Tests.Awards.Field;

namespace Scoring.Core.Tests.Awards;

/// <summary>What must hold for any field, any quotas and any policy (R-E1 to R-E4).</summary>
public sealed class AwardProperties
{
    private sealed record Case(AwardScheme Scheme, Contestant[] Contestants)
    {
        public Standings Standings { get; } = Of(Contestants);

        public AwardList Allocate() => Allot(Scheme, Standings);

        public override string ToString() =>
            $"{Scheme.Boundary} {string.Join('/', Scheme.Tiers.Select(t => t.Quota?.ToString() ?? $"{t.Percent}%"))} gate {Scheme.Gate}: "
            + string.Join(", ", Contestants.Select(r => $"{r.Id} {r.Total} ({r.Theory})"));
    }

    // Few different totals, so that ties are the rule.
    private static readonly Gen<Contestant> AnyContestant =
        from total in Gen.Choose(80, 92)
        from theory in Gen.Choose(57, 70)
        from status in Gen.Elements(
            EntrantStatus.Normal, EntrantStatus.Normal, EntrantStatus.Normal, EntrantStatus.Normal, EntrantStatus.Absent, EntrantStatus.Disqualified)
        select new Contestant("", total, theory, 80m, Status: status);

    private static Gen<Case> Trades(params BoundaryPolicy[] policies) =>
        from count in Gen.Choose(0, 25)
        from contestants in AnyContestant.ArrayOf(count)
        from quotas in Gen.Choose(0, 5).ArrayOf(3)
        from percent in Gen.Elements(true, false)
        from rounding in Gen.Elements(QuotaRounding.HalfUp, QuotaRounding.Floor, QuotaRounding.Ceiling)
        from policy in Gen.Elements(policies)
        from gate in Gen.Elements<AwardGate?>(null, new AwardGate(0m), new AwardGate(65m))
        select new Case(
            new AwardScheme(
                [.. quotas.Select((q, i) => percent ? new AwardTier($"{"一二三"[i]}等奖", Percent: q * 7m) : new AwardTier($"{"一二三"[i]}等奖", q))],
                policy, rounding, Gate: gate),
            contestants.Select((r, i) => r with { Id = $"E{i}" }).ToArray());

    private static void Holds(Func<Case, bool> property, params BoundaryPolicy[] policies) =>
        Check.One(Cases.Config(1000), Prop.ForAll(
            Trades(policies.Length > 0 ? policies : Enum.GetValues<BoundaryPolicy>()).ToArbitrary(), property));

    private static int Place(AwardList awards, AwardRow row) =>
        row.Tier is null ? int.MaxValue : awards.Tiers.ToList().FindIndex(tier => tier.Name == row.Tier);

    [Fact]
    public void A_tier_never_exceeds_its_quota_by_more_than_its_boundary_tie() => Holds(c =>
    {
        var awards = c.Allocate();
        return awards.Tiers.All(tier =>
            tier.Given <= tier.Quota + (awards.Boundaries.SingleOrDefault(b => b.Tier == tier.Name) is { } tie ? tie.Tied.Count - tie.Places : 0));
    });

    [Fact]
    public void What_the_tiers_gave_is_what_the_rows_got() => Holds(c =>
    {
        var awards = c.Allocate();
        return awards.Tiers.All(tier => tier.Given == awards.Rows.Count(row => row.Tier == tier.Name))
            && awards.Rows.Count == c.Standings.Rows.Count(row => row.Rank is not null);
    });

    [Fact]
    public void Of_those_who_pass_the_gate_a_better_rank_never_gets_a_lower_tier_and_equals_get_the_same() => Holds(c =>
    {
        var awards = c.Allocate();
        var passing = awards.Rows.Where(row => !row.FailsGate).ToList();
        return passing.Zip(passing.Skip(1)).All(pair =>
            pair.First.Rank == pair.Second.Rank ? pair.First.Tier == pair.Second.Tier : Place(awards, pair.First) <= Place(awards, pair.Second));
    }, BoundaryPolicy.Expand, BoundaryPolicy.ExpandFromNext);

    [Fact]
    public void Nobody_below_the_gate_gets_anything() => Holds(c =>
        c.Allocate().Rows.All(row => !row.FailsGate || (row.Tier is null && c.Scheme.Gate is not { PassMark: 0m })));

    [Fact]
    public void No_place_stays_empty_while_someone_who_passes_has_nothing() => Holds(c =>
    {
        var awards = c.Allocate();
        return awards.Rows.All(row => row.FailsGate || row.Tier is not null) || awards.Tiers.Sum(t => t.Given) >= awards.Tiers.Sum(t => t.Quota);
    }, BoundaryPolicy.Expand, BoundaryPolicy.ExpandFromNext);

    [Fact]
    public void Taking_from_the_next_never_awards_more_than_expanding() => Holds(c =>
        (c with { Scheme = c.Scheme with { Boundary = BoundaryPolicy.ExpandFromNext } }).Allocate().Tiers.Sum(t => t.Given)
            <= c.Allocate().Tiers.Sum(t => t.Given), BoundaryPolicy.Expand);

    [Fact]
    public void Without_a_tie_on_a_boundary_the_policies_agree() => Holds(c =>
    {
        var awards = c.Allocate();
        return awards.Boundaries.Count > 0 || Enum.GetValues<BoundaryPolicy>().All(policy =>
            (c with { Scheme = c.Scheme with { Boundary = policy } }).Allocate().Rows.Select(r => r.Tier).SequenceEqual(awards.Rows.Select(r => r.Tier)));
    });

    [Fact]
    public void A_boundary_is_of_equals_of_whom_more_stand_there_than_places() => Holds(c =>
    {
        var awards = c.Allocate();
        return awards.Boundaries.All(b =>
            b.Places > 0 && b.Tied.Count > b.Places
            && awards.Rows.Where(row => b.Tied.Contains(row.Entrant)).Select(row => row.Rank).Distinct().Count() == 1);
    });

    [Fact]
    public void Every_row_says_why() => Holds(c => c.Allocate().Rows.All(row => row.Words.ToString().Length > 0));
}
