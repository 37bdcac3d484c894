using Scoring.Core.Awards;
using Scoring.Core.Definition;

namespace Scoring.Core.Fold.State;

/// <summary>Whose an entrant is: organization, person and tags (R-K12, R-K15).</summary>
public static class Owners
{
    /// <summary>A tag of an entrant: the nearest holds, entrant → organization → trade → contest (R-M13); null: none.</summary>
    public static string? TagOf(this CompetitionState state, EntrantState entrant, string kind) =>
        Value(entrant.Entrant.Tags, kind) ?? Value(state.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Tags, kind)
        ?? Value(entrant.Trade?.Definition.Tags, kind) ?? Value(state.Competition?.Tags, kind);

    /// <summary>The same of whoever has this id.</summary>
    public static string? TagOf(this CompetitionState state, EntrantId entrant, string kind) =>
        state.Entrant(entrant) is { } found ? state.TagOf(found, kind) : null;

    /// <summary>Kinds of tag that anything of the contest has, in reading order.</summary>
    public static IReadOnlyList<string> TagKinds(this CompetitionState state) =>
        [.. new[] { state.Competition?.Tags }.Concat(state.TradesInOrder.Select(t => t.Definition.Tags))
            .Concat(state.Organizations.Values.Select(o => o.Tags)).Concat(state.Entrants.Values.Select(e => e.Entrant.Tags))
            .SelectMany(tags => tags?.Keys ?? []).Distinct(StringComparer.Ordinal).Order(People.ReadingOrder.Names)];

    internal static Belonging Whose(this CompetitionState state, EntrantState entrant)
    {
        var organization = state.Organizations.GetValueOrDefault(entrant.Entrant.Organization)?.Name ?? "";
        var person = entrant.Entrant.Person ?? $"{entrant.Entrant.Name}\n{organization}";
        return new(organization, person, kind => state.TagOf(entrant, kind));
    }

    /// <summary>Why somebody was passed over, for a page with codes: until decoding it must not tell whose people a code is of
    /// (R-A2).</summary>
    /// <param name="words">As limits say it: 甲厂已有 2 个一等奖 ….</param>
    public static string CodedWords(this TradeState trade, EntrantId id, string words)
    {
        var belonging = trade.Whose(id);
        var limits = (trade.Definition.Awards.Limits ?? []).Concat(trade.Definition.Advance?.Limits ?? []);
        var told = limits.Select(l => l.Per == LimitPer.Tag && l.Tag is { } kind ? (Whose: belonging.Tag(kind), Coded: $"所在{kind}")
            : (Whose: belonging.Organization, Coded: "所在单位"));
        return trade.IsDecoded ? words
            : told.Where(t => t.Whose is { Length: > 0 } whose && words.StartsWith($"{whose}已有", StringComparison.Ordinal))
                .Select(t => t.Coded + words[t.Whose!.Length..]).FirstOrDefault() ?? words; // not null by Where
    }

    private static string? Value(IReadOnlyDictionary<string, string>? tags, string kind) => tags?.GetValueOrDefault(kind);
}
