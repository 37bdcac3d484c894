using System.Collections.Concurrent;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Screens;

namespace Scoring.Display.Ceremony;

/// <summary>
/// Where each competition's ceremony stands. Screens keep what they show if this process or the console dies; a host that wants it to go on
/// where it stopped keeps the step of <see cref="Changed"/> and gives it to <see cref="Resume"/>.
/// </summary>
public sealed class Ceremonies(CeremonySource source, CeremonyCues cues, Watchers watchers, Screens.Screens screens, TimeProvider time)
{
    private readonly ConcurrentDictionary<CompetitionId, Standing> all = new();

    /// <summary>After every step, with the view of the presenter.</summary>
    public event Action<PresenterView>? Changed;

    /// <summary>What the hall sees; null before anyone has opened the ceremony.</summary>
    public CeremonyPicture? Picture(CompetitionId competition) =>
        all.TryGetValue(competition, out var standing) ? standing.Locked(s => s.Programme.At(s.Step, s.Version)) : null;

    public PresenterView View(CompetitionId competition) => Of(competition).Locked(s => View(s, refresh: true));

    /// <summary>Goes to <paramref name="step"/> if the ceremony still stands at <paramref name="from"/>; otherwise changes nothing.</summary>
    public PresenterView Move(CompetitionId competition, int from, int step)
    {
        var (view, moved) = Of(competition).Locked(s =>
        {
            if (s.Step != from || step == from || step < 0 || step >= s.Programme.Steps)
            {
                return (View(s, refresh: true), false);
            }

            (s.Step, s.Version, s.StartedAt) = (step, s.Version + 1, s.StartedAt ?? time.GetUtcNow());
            var view = View(s, refresh: false);
            watchers.Publish(view.Now);
            return (view, true);
        });
        if (moved)
        {
            Changed?.Invoke(view);
        }

        return view;
    }

    /// <summary>Back to the opening with the awards as they are now: after a rehearsal.</summary>
    public PresenterView Restart(CompetitionId competition)
    {
        var view = Of(competition).Locked(s =>
        {
            (s.Programme, s.Step, s.Version, s.StartedAt) = (new Programme(competition, source.Awards(competition)), 0, s.Version + 1, null);
            var opened = View(s, refresh: false);
            watchers.Publish(opened.Now);
            return opened;
        });
        Changed?.Invoke(view);
        return view;
    }

    /// <summary>Goes on where an earlier run stopped.</summary>
    public void Resume(CompetitionId competition, int step, long version, DateTimeOffset? startedAt = null) => Of(competition).Locked(s =>
    {
        (s.Step, s.Version, s.StartedAt) = (Math.Clamp(step, 0, s.Programme.Steps - 1), Math.Max(s.Version, version), startedAt);
        watchers.Publish(View(s, refresh: false).Now);
        return s.Step;
    });

    private Standing Of(CompetitionId competition) => all.GetOrAdd(competition, id => new Standing(new Programme(id, source.Awards(id))));

    // Awards confirmed meanwhile join the programme as long as nothing that was already shown changes.
    private PresenterView View(Standing s, bool refresh)
    {
        if (refresh)
        {
            var newer = new Programme(s.Programme.Competition, source.Awards(s.Programme.Competition));
            if (Enumerable.Range(0, s.Step + 1).All(step => Same(s.Programme.At(step, 0), newer.At(step, 0))))
            {
                s.Programme = newer;
            }
        }

        var now = s.Programme.At(s.Step, s.Version)!; // the step is always one of the programme
        return new PresenterView(
            s.Programme.Competition, s.Version, s.Step, s.Programme.Steps, s.StartedAt, s.Programme.Overview(), now,
            s.Programme.At(s.Step + 1, s.Version), s.Programme.At(s.Step + 2, s.Version), [.. watchers.Screens().Keys.Order(StringComparer.Ordinal)],
            s.Programme.NoteAt(s.Step), cues.For(now), Theme);
    }

    // As the hall has it: the first screen that plays it.
    private ScreenTheme? Theme => screens.All.Where(s => s.Connected > 0 && s.State.Scene.Kind == SceneKind.Ceremony).Select(s => (ScreenTheme?)s.State.Scene.Theme).FirstOrDefault();

    private static bool Same(CeremonyPicture? a, CeremonyPicture? b) => a is not null && b is not null
        && a.Scene == b.Scene && a.Trade == b.Trade && a.Award == b.Award && a.Winners.SequenceEqual(b.Winners)
        && a.Resolver?.Focus == b.Resolver?.Focus && (a.Resolver?.Rows ?? []).SequenceEqual(b.Resolver?.Rows ?? []);

    private sealed class Standing(Programme programme)
    {
        private readonly Lock gate = new();

        public Programme Programme { get; set; } = programme;

        public int Step { get; set; }

        public long Version { get; set; } = 1;

        public DateTimeOffset? StartedAt { get; set; }

        public T Locked<T>(Func<Standing, T> use)
        {
            lock (gate)
            {
                return use(this);
            }
        }
    }
}
