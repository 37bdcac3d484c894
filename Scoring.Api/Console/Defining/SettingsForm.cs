// Between the settings form of a trade and its definition. Lists are lines of text: one line each, as people write them on paper.
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Defining;

/// <param name="Tie">Steps of the tie chain in order: a kind, <c>m:A</c> or <c>a:A:A1.1</c>; empty ones are skipped.</param>
/// <param name="Tiers">一等奖=1 or 一等奖=10%.</param>
/// <param name="Few">少于 5 人：一等奖 1、二等奖 1; without tiers 不设奖.</param>
/// <param name="AdvanceTop">3 or 20%.</param>
/// <param name="Honours">技术能手=1-3; 晋升{等级}=1-5.</param>
public sealed partial record SettingsForm(
    string? Name, string? Code, string? Aliases, ScoringMode Scoring, string? RawTotal, RoundingMode Rounding, string[]? Tie, TiePolicy Ties, int CodeLayers,
    Visibility PublicView, string? PublicityDays, bool PublicityTotals, string? AppealHours, string? StartsAt, string? Tiers, BoundaryPolicy Boundary,
    QuotaRounding QuotaRounding, string? Few, string? Gate, bool WorldSkills, bool HasMedals, string? MedalWindow, string? ExcellenceBase, string? MedalNames,
    string? AdvanceTo, string? AdvanceTop, string? Honours)
{
    private static readonly IReadOnlyList<TieStep> Usual = [new(TieStepKind.Practical), new(TieStepKind.Time)];

    public const string Promotion = "晋升";

    // Where the definition says the grade; people write 晋升 alone.
    private const string Place = "{等级}";

    public static SettingsForm Of(Trade t) => new(
        t.Name, t.Code, string.Join('、', t.Aliases ?? []), t.Scoring, Plain(t.RawTotal), t.Rounding,
        [.. (t.TieChain ?? Usual).Select(StepKey)], t.Ties, t.CodeLayers, t.PublicView, Plain(t.PublicityDays), t.PublicityTotals,
        Plain(t.AppealHours), t.StartsAt?.ToString("HH:mm", CultureInfo.InvariantCulture), string.Join('\n', t.Awards.Tiers.Select(x => $"{x.Name}={Quota(x)}")), t.Awards.Boundary, t.Awards.Rounding,
        string.Join('\n', (t.Awards.Few ?? []).Select(f => $"少于 {f.FewerThan} 人：{(f.Tiers.Count == 0 ? "不设奖" : string.Join('、', f.Tiers.Select(x => $"{x.Name} {Quota(x)}")))}")),
        Plain((t.Awards.Gate ?? new AwardGate()).PassMark), t.WorldSkills, t.Medals is not null, Plain(t.Medals?.Window ?? 2m), Plain(t.Medals?.ExcellenceBase), string.Join('、', t.Medals?.Names ?? []),
        t.Advance?.To, t.Advance is { Percent: { } p } ? $"{Plain(p)}%" : Plain(t.Advance?.Top), string.Join('\n', (t.Honours ?? []).Select(h => $"{h.Title.Replace(Place, "", StringComparison.Ordinal)}={h.RankFrom}-{h.RankTo}")));

    /// <summary>The steps there are to choose from: key and words.</summary>
    public static IEnumerable<(string Key, string Words)> Steps(Trade trade)
    {
        yield return ("Practical", "实操高的在前");
        yield return ("Theory", "理论高的在前");
        yield return ("Time", "用时短的在前");
        yield return ("EarliestFinish", "先完成的在前");
        yield return ("FewestFaults", "失误少的在前");
        foreach (var module in trade.Modules())
        {
            yield return ($"m:{module.Id}", $"模块 {module.Id} {module.Name}高的在前");
        }

        foreach (var (module, aspect) in trade.Modules().SelectMany(m => m.Aspects().Select(a => (m, a))))
        {
            yield return ($"a:{module.Id}:{aspect.Id}", $"评分点 {aspect.Id} {aspect.Text}高的在前");
        }
    }

    /// <summary>The trade with these settings, or what is wrong with the fields.</summary>
    public (Trade? Changed, string? Fault) Read(Trade old)
    {
        var tiers = Lines(Tiers).Select(l => Tier().Match(l)).ToList();
        if (tiers.Find(m => !m.Success) is not null)
        {
            return (null, "奖项请每行写“名称=名额”或“名称=比例%”，例如 一等奖=1");
        }

        var few = Lines(Few).Select(FewRow).ToList();
        var honours = Lines(Honours).Select(l => Honour().Match(l)).ToList();
        if (few.Contains(null) || honours.Exists(m => !m.Success))
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

        var advance = Amount().Match((AdvanceTop ?? "").Normalize(NormalizationForm.FormKC).Trim());
        if (!string.IsNullOrWhiteSpace(AdvanceTo) && !advance.Success)
        {
            return (null, "晋级人数请填数字或比例，例如 3 或 20%");
        }

        var names = Parts(MedalNames);
        return (old with
        {
            Name = (Name ?? "").Trim(), Code = (Code ?? "").Normalize(NormalizationForm.FormKC).Trim().ToUpperInvariant(), Aliases = Parts(Aliases) is { Count: > 0 } aliases ? aliases : null, Scoring = Scoring,
            RawTotal = Scoring == ScoringMode.RawSum ? Number(RawTotal) : null, Rounding = Rounding, TieChain = Chain(old),
            Ties = Ties, CodeLayers = CodeLayers, PublicView = PublicView, PublicityDays = (int)days, PublicityTotals = PublicityTotals, AppealHours = hours.Value, StartsAt = starts, WorldSkills = WorldSkills,
            Awards = new AwardScheme([.. tiers.Select(m => TierOf(m))], Boundary, QuotaRounding, few.Count == 0 ? null : [.. few.OfType<FewEntrantsRow>()], gate == (old.Awards.Gate ?? new AwardGate()).PassMark ? old.Awards.Gate : new AwardGate(gate.Value)),
            Medals = HasMedals ? new MedalScheme(Number(MedalWindow)!.Value, Number(ExcellenceBase), names.Count == 0 ? null : names) : null, // asked before
            Advance = string.IsNullOrWhiteSpace(AdvanceTo) ? null : new AdvanceRule(AdvanceTo.Trim(), advance.Groups["percent"].Success ? null : (int)Number(advance.Groups["n"].Value)!.Value, advance.Groups["percent"].Success ? Number(advance.Groups["n"].Value) : null),
            Honours = honours.Count == 0 ? null : [.. honours.Select(m => HonourOf(m, old))],
        }, null);
    }

    // What stands for the default stays the default.
    private IReadOnlyList<TieStep>? Chain(Trade old)
    {
        var steps = (Tie ?? []).Where(t => !string.IsNullOrEmpty(t)).Distinct(StringComparer.Ordinal).Select(Step).OfType<TieStep>().ToList();
        return steps.SequenceEqual(old.TieChain ?? Usual) ? old.TieChain : steps;
    }

    private static HonourRule HonourOf(Match m, Trade old)
    {
        var title = m.Groups["title"].Value.Trim();
        var promotes = title.StartsWith(Promotion, StringComparison.Ordinal);
        var from = int.Parse(m.Groups["from"].Value, CultureInfo.InvariantCulture);
        var to = m.Groups["to"].Success ? int.Parse(m.Groups["to"].Value, CultureInfo.InvariantCulture) : from;
        title = old.Honours?.FirstOrDefault(h => h.Title.Replace(Place, "", StringComparison.Ordinal) == title)?.Title ?? title;
        return new HonourRule(title, from, to, promotes, promotes ? old.Honours?.FirstOrDefault(h => h.Promotion)?.Grades : null);
    }

    private static FewEntrantsRow? FewRow(string line)
    {
        var match = FewLine().Match(line.Normalize(NormalizationForm.FormKC));
        if (!match.Success)
        {
            return null;
        }

        var rest = match.Groups["rest"].Value.Trim();
        var tiers = rest is "不设奖" or "" ? [] : Parts(rest).Select(p => FewTier().Match(p)).ToList();
        return tiers.Exists(t => !t.Success) ? null
            : new FewEntrantsRow(int.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture), [.. tiers.Select(TierOf)]);
    }

    private static AwardTier TierOf(Match m) => m.Groups["percent"].Success
        ? new AwardTier(m.Groups["name"].Value.Trim(), null, Number(m.Groups["n"].Value))
        : new AwardTier(m.Groups["name"].Value.Trim(), int.Parse(m.Groups["n"].Value, CultureInfo.InvariantCulture));

    private static string StepKey(TieStep step) => step.Kind switch
    {
        TieStepKind.Module => $"m:{step.Module}",
        TieStepKind.Aspect => $"a:{step.Module}:{step.Aspect}",
        _ => step.Kind.ToString(),
    };

    private static TieStep? Step(string key) => key.Split(':', 3) switch
    {
        ["m", var module] => new TieStep(TieStepKind.Module, new ModuleId(module)),
        ["a", var module, var aspect] => new TieStep(TieStepKind.Aspect, new ModuleId(module), new AspectId(aspect)),
        [var kind] when Enum.TryParse<TieStepKind>(kind, out var known) => new TieStep(known),
        _ => null,
    };

    private static string Quota(AwardTier tier) => tier.Percent is { } p ? $"{Plain(p)}%" : Plain(tier.Quota);

    private static List<string> Lines(string? text) => [.. (text ?? "").Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static List<string> Parts(string? text) => [.. (text ?? "").Split(['、', '，', ','], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)];

    private static string Plain(decimal? value) => value?.ToString("0.####", CultureInfo.InvariantCulture) ?? "";

    private static decimal? Number(string? text) =>
        decimal.TryParse(text?.Normalize(NormalizationForm.FormKC).Trim(), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) ? value : null;

    [GeneratedRegex(@"^(?<name>[^=＝]{1,40})[=＝]\s*(?:(?<n>\d{1,4})|(?<n>\d{1,3}(?:\.\d{1,4})?)\s*(?<percent>[%％]))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Tier();

    [GeneratedRegex(@"^少于\s*(?<n>\d{1,5})\s*人\s*[:：=]\s*(?<rest>.*)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FewLine();

    [GeneratedRegex(@"^(?<name>\S.{0,39}?)\s+(?:(?<n>\d{1,4})|(?<n>\d{1,3}(?:\.\d{1,4})?)\s*(?<percent>%))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex FewTier();

    [GeneratedRegex(@"^(?<title>[^=＝]{1,60})[=＝]\s*(?<from>\d{1,4})(?:\s*[-—－–至到]\s*(?<to>\d{1,4}))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Honour();

    [GeneratedRegex(@"^(?:(?<n>\d{1,5})|(?<n>\d{1,3}(?:\.\d{1,4})?)\s*(?<percent>%))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Amount();
}
