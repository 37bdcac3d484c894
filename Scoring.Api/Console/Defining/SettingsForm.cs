// Between the settings form of a trade and its definition. Lists are lines of text: one line each, as people write them on paper.
using System.Globalization;
using System.Text;
using System.Text.Json;
using Scoring.Core.Definition;
using Scoring.Core.Json;
using Scoring.Core.Ranking;
using static Scoring.Api.Console.Defining.AwardLines;

namespace Scoring.Api.Console.Defining;

/// <param name="Tie">Steps of the tie chain in order, each as in the competition file; empty ones are skipped.</param>
/// <param name="Tiers">一等奖=1 or 一等奖=10%.</param>
/// <param name="Few">少于 5 人：一等奖 1、二等奖 1; without tiers 不设奖.</param>
/// <param name="Honours">技术能手=1-3; 晋升{等级}=1-5.</param>
public sealed partial record SettingsForm(
    string? Name, string? Code, string? Aliases, ScoringMode Scoring, string? RawTotal, RoundingMode Rounding, string[]? Tie, TiePolicy Ties, int CodeLayers,
    Visibility PublicView, string? PublicityDays, bool PublicityTotals, string? AppealHours, string? StartsAt, string? Tiers, BoundaryPolicy Boundary,
    QuotaRounding QuotaRounding, string? Few, string? Gate, bool WorldSkills, bool HasMedals, string? MedalWindow, string? ExcellenceBase, string? MedalNames,
    string? Honours, string? Venue = null)
{
    public const string Promotion = "晋升";

    // Where the definition says the grade; people write 晋升 alone.
    private const string Place = "{等级}";

    public static SettingsForm Of(Trade t) => new(
        t.Name, t.Code, string.Join('、', t.Aliases ?? []), t.Scoring, Plain(t.RawTotal), t.Rounding,
        [.. (t.TieChain ?? TieValue.DefaultChain).Select(Key)], t.Ties, t.CodeLayers, t.PublicView, Plain(t.PublicityDays), t.PublicityTotals,
        Plain(t.AppealHours), t.StartsAt?.ToString("HH:mm", CultureInfo.InvariantCulture), string.Join('\n', t.Awards.Tiers.Select(tier => Line(tier, t))), t.Awards.Boundary, t.Awards.Rounding,
        string.Join('\n', (t.Awards.Few ?? []).Select(row => Line(row, t))),
        Plain((t.Awards.Gate ?? new AwardGate()).PassMark), t.WorldSkills, t.Medals is not null, Plain(t.Medals?.Window ?? 2m), Plain(t.Medals?.ExcellenceBase), string.Join('、', t.Medals?.Names ?? []),
        string.Join('\n', (t.Honours ?? []).Select(h => $"{h.Title.Replace(Place, "", StringComparison.Ordinal)}={h.RankFrom}-{h.RankTo}")));

    /// <summary>The steps there are to choose from: key and words.</summary>
    public static IEnumerable<(string Key, string Words)> Steps(Trade trade) => TieValue.Choices(trade).Select(c => (Key(c.Step), c.Words.ToString()));

    /// <summary>The trade with these settings, or what is wrong with the fields.</summary>
    public (Trade? Changed, string? Fault) Read(Trade old)
    {
        var tiers = Lines(Tiers).Select(line => Tier(line, old)).ToList();
        if (tiers.Contains(null))
        {
            return (null, "奖项请每行写“名称=名额”“名称=比例%”或“名称=分数分以上”，例如 一等奖=1、合格=60分以上");
        }

        var few = Lines(Few).Select(line => AwardLines.Few(line, old)).ToList();
        var honours = Lines(Honours).Select(Honour).ToList();
        if (few.Contains(null) || honours.Contains(null))
        {
            return (null, few.Contains(null) ? "人数少时请每行写“少于 5 人：一等奖 1、二等奖 1”，不设奖写“少于 5 人：不设奖”" : "荣誉请每行写“荣誉=起始名次-末位名次”，例如 技术能手=1-3");
        }

        var starts = TimeOnly.TryParse(StartsAt, CultureInfo.InvariantCulture, out var at) ? at : (TimeOnly?)null;
        var (days, hours, gate) = (Number(PublicityDays), Number(AppealHours), Number(Gate));
        if (days is null || hours is null || gate is null || days != decimal.Truncate(days.Value) || days > 365)
        {
            return (null, "公示天数、申诉时限和合格线请填数字，公示填整天数");
        }

        if (HasMedals && (Number(MedalWindow) is null || (!string.IsNullOrWhiteSpace(ExcellenceBase) && Number(ExcellenceBase) is null)))
        {
            return (null, "同牌分差和优胜奖基准请填数字");
        }

        var names = Parts(MedalNames);
        return (old with
        {
            Name = (Name ?? "").Trim(), Code = (Code ?? "").Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant(), Aliases = Parts(Aliases) is { Count: > 0 } aliases ? aliases : null, Scoring = Scoring,
            RawTotal = Scoring == ScoringMode.RawSum ? Number(RawTotal) : null, Rounding = Rounding, TieChain = Chain(old),
            Ties = Ties, CodeLayers = CodeLayers, PublicView = PublicView, PublicityDays = (int)days, PublicityTotals = PublicityTotals, AppealHours = hours.Value, StartsAt = starts,
            Venue = Venue is null ? old.Venue : string.IsNullOrWhiteSpace(Venue) ? null : Venue.Trim(), WorldSkills = WorldSkills,
            Awards = old.Awards with
            {
                Tiers = Kept(tiers, old.Awards.Tiers), Boundary = Boundary, Rounding = QuotaRounding,
                Few = few.Count == 0 ? null : [.. few.OfType<FewEntrantsRow>().Select(row => row with
                {
                    Tiers = Kept(row.Tiers, old.Awards.Few?.FirstOrDefault(r => r.FewerThan == row.FewerThan)?.Tiers ?? old.Awards.Tiers),
                })],
                Gate = gate == (old.Awards.Gate ?? new AwardGate()).PassMark ? old.Awards.Gate : new AwardGate(gate.Value),
            },
            Medals = HasMedals ? new MedalScheme(Number(MedalWindow)!.Value, Number(ExcellenceBase), names.Count == 0 ? null : names) : null, // asked before
            Honours = honours.Count == 0 ? null : [.. honours.OfType<(string, int, int)>().Select(h => HonourOf(h, old))],
        }, null);
    }

    // What stands for the default stays the default.
    private IReadOnlyList<TieStep>? Chain(Trade old)
    {
        var steps = (Tie ?? []).Where(t => !string.IsNullOrEmpty(t)).Distinct(StringComparer.Ordinal).Select(Step).OfType<TieStep>().ToList();
        return steps.SequenceEqual(old.TieChain ?? TieValue.DefaultChain) ? old.TieChain : steps;
    }

    private static HonourRule HonourOf((string Title, int From, int To) read, Trade old)
    {
        var promotes = read.Title.StartsWith(Promotion, StringComparison.Ordinal);
        var same = old.Honours?.FirstOrDefault(h => h.Title.Replace(Place, "", StringComparison.Ordinal) == read.Title);
        var grades = promotes ? old.Honours?.FirstOrDefault(h => h.Promotion)?.Grades : null;
        return new HonourRule(same?.Title ?? read.Title, read.From, read.To, promotes, grades, same?.Amount);
    }

    // What the lines do not say of a tier stays with its name.
    private static IReadOnlyList<AwardTier> Kept(IEnumerable<AwardTier?> tiers, IReadOnlyList<AwardTier> before) =>
        [.. tiers.OfType<AwardTier>().Select(t => t with { Amount = before.FirstOrDefault(b => b.Name == t.Name)?.Amount })];

    private static string Key(TieStep step) => JsonSerializer.Serialize(step, ScoringJson.Options);

    private static TieStep? Step(string key)
    {
        try
        {
            return JsonSerializer.Deserialize<TieStep>(key, ScoringJson.Options);
        }
        catch (JsonException)
        {
            return null; // made up: no step
        }
    }

    private static List<string> Lines(string? text) =>
        [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];
}
