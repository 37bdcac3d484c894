using Scoring.Core.Fold.State;

namespace Scoring.Api.Lists;

/// <summary>One tag (R-K15) that a list or page is narrowed to, e.g. 区县：文峰区; of whoever has it by the nearest (R-M13).</summary>
public sealed record TagFilter(string Kind, string Value)
{
    private const char Between = '=';

    /// <summary>As it stands in an address: 区县=文峰区.</summary>
    public string Key => $"{Kind}{Between}{Value}";

    public string Words => $"{Kind}：{Value}";

    /// <summary>Null: no tag is asked for.</summary>
    public static TagFilter? Read(string? key) =>
        key?.Split(Between, 2) is [{ Length: > 0 } kind, { Length: > 0 } value] ? new(kind, value) : null;

    public bool Holds(CompetitionState state, EntrantState entrant) => state.TagOf(entrant, Kind) == Value;

    /// <summary>Every tag that somebody of the contest has, kind by kind.</summary>
    public static IReadOnlyList<TagFilter> Of(CompetitionState state, Core.Definition.TradeId? only = null)
    {
        var people = state.TradesInOrder.Where(t => only is null || t.Definition.Id == only).SelectMany(t => t.Entrants).ToList();
        return
        [
            .. state.TagKinds().SelectMany(kind => people.Select(e =>
                state.TagOf(e, kind)).OfType<string>().Distinct(StringComparer.Ordinal)
                .Order(Core.People.ReadingOrder.Names).Select(value => new TagFilter(kind, value))),
        ];
    }
}
