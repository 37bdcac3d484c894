using Scoring.Core.Fold.State;
using Scoring.Core.People;
using Scoring.Display.Screens;

namespace Scoring.Api.Screens;

/// <summary>
/// Photos among the organizer's files, by entrant: the own one, else one named by 准考证号, else by a name that only one entrant has.
/// </summary>
public sealed class EntrantPhotos
{
    private readonly string competition;
    private readonly Dictionary<string, string> own = new(StringComparer.Ordinal), _labelled = new(StringComparer.Ordinal);
    private readonly Lazy<HashSet<string>> shared;

    public EntrantPhotos(CompetitionState state, IEnumerable<ScreenFile> photos)
    {
        competition = state.Competition?.Id.Value ?? "";
        foreach (var photo in photos)
        {
            own.TryAdd(photo.Label.Split(' ', 2)[0], photo.Address);
            _labelled.TryAdd(photo.Label, photo.Address);
        }

        shared = new(() => state.Entrants.Values.CountBy(e => e.Entrant.Name, StringComparer.Ordinal).Where(n => n.Value > 1)
            .Select(n => n.Key).ToHashSet(StringComparer.Ordinal));
    }

    public bool None => _labelled.Count == 0;

    /// <summary>Its address below <c>/display/files/</c>; null: none was given.</summary>
    public string? Of(Entrant entrant) =>
        own.GetValueOrDefault($"{competition}.{entrant.Id.Value}")
        ?? (entrant.ExamNumber is { } number ? _labelled.GetValueOrDefault(number) : null)
        ?? (_labelled.TryGetValue(entrant.Name, out var named) && !shared.Value.Contains(entrant.Name) ? named : null);
}
