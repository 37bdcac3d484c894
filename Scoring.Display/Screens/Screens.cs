using System.Collections.Concurrent;
using Scoring.Core.Contracts;
using Scoring.Core.People;

namespace Scoring.Display.Screens;

/// <summary>
/// What each named screen plays. The console sets scenes here; whoever keeps them over a restart listens to <see cref="Changed"/> and
/// hands them back to <see cref="Restore"/>. A screen nobody has set plays the rotation.
/// </summary>
public sealed class Screens(Watchers watchers)
{
    public const int LongestName = 40;

    /// <summary>Of a playlist.</summary>
    public const int MostScenes = 20;

    private static readonly Scene Unset = new(SceneKind.Rotation);
    private readonly ConcurrentDictionary<string, ScreenState> set = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, IReadOnlyList<ScreenCount>> elsewhere = new(StringComparer.Ordinal);

    /// <summary>After a scene was set, with the state as the screens get it.</summary>
    public event Action<ScreenState>? Changed;

    /// <summary>After a screen was taken off the list.</summary>
    public event Action<string>? Forgotten;

    /// <summary>After a named screen connected here.</summary>
    public event Action? Arrived;

    /// <summary>Every screen that is connected or was ever set, by name, with how many connections it has.</summary>
    public IReadOnlyList<(ScreenState State, int Connected)> All
    {
        get
        {
            var here = watchers.Screens().Select(s => new ScreenCount(s.Key, s.Value));
            var connected = here.Concat(elsewhere.Values.SelectMany(l => l)).GroupBy(s => s.Name, StringComparer.Ordinal)
                .ToDictionary(g => g.Key, g => g.Sum(s => s.Connections), StringComparer.Ordinal);
            return [.. set.Keys.Union(connected.Keys).Order(ReadingOrder.Names).Select(n => (Of(n), connected.GetValueOrDefault(n)))];
        }
    }

    /// <summary>Whether a text can name a screen: 1 to 40 characters, no control characters, no outer spaces.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.Trim() == name && !name.Any(char.IsControl);

    public ScreenState Of(string name) => set.GetValueOrDefault(name) ?? New(name);

    /// <summary>Every screen that was ever set.</summary>
    public IReadOnlyList<ScreenState> Known => [.. set.Values.OrderBy(s => s.Name, ReadingOrder.Names)];

    /// <summary>Sets one, some or all screens; those that are not connected find it when they come.</summary>
    public void Show(IEnumerable<string> names, Scene scene) => Change(names, before => before with { Scene = scene });

    /// <summary>Adds a scene to the end of what plays; of a list that is full the first one goes.</summary>
    public void Append(IEnumerable<string> names, Scene scene) => Change(names, before => before with
    {
        Scene = new Scene(SceneKind.Playlist, Theme: scene.Theme, Scenes:
        [
            .. (before.Scene.Kind == SceneKind.Playlist ? before.Scene.Scenes ?? [] : [before.Scene]).Append(scene).TakeLast(MostScenes),
        ]),
    });

    /// <summary>Logo and sponsors, whatever plays; null: none. Whether it is a rehearsal stays as it was.</summary>
    public void Dress(IEnumerable<string> names, ScreenDress? dress) =>
        Change(names, before => before with { Dress = (dress ?? new()) with { Rehearsal = before.Dress?.Rehearsal } });

    /// <summary>Whether screens are marked as a rehearsal.</summary>
    public bool IsRehearsal => set.Values.Any(s => s.Dress?.Rehearsal == true);

    /// <summary>Marks every screen as a rehearsal, those that come later too, or takes the mark off.</summary>
    public void Rehearse(bool on) => Change(
        [.. All.Select(s => s.State.Name)], before => before with { Dress = (
            before.Dress ?? new()) with { Rehearsal = on ? true : null } });

    /// <summary>Puts back what an earlier run had; what was set since then stays.</summary>
    public void Restore(IEnumerable<ScreenState> states)
    {
        foreach (var state in states.Where(s => IsName(s.Name)))
        {
            if (set.TryAdd(state.Name, state))
            {
                watchers.Publish(state);
            }
        }
    }

    /// <summary>Takes what the distant Api says a screen plays; its word is the last.</summary>
    public void Take(ScreenState state)
    {
        if (IsName(state.Name) && (!set.TryGetValue(state.Name, out var known) || known.Version != state.Version))
        {
            set[state.Name] = state;
            watchers.Publish(state);
        }
    }

    /// <summary>Screens that are connected to another display; an empty list when it goes.</summary>
    public void Report(string display, IReadOnlyList<ScreenCount> screens)
    {
        if (screens.Count == 0)
        {
            elsewhere.TryRemove(display, out _);
        }
        else
        {
            elsewhere[display] = [.. screens.Where(s => IsName(s.Name))];
        }
    }

    /// <summary>Takes a screen off the list; if it is connected, it plays the rotation.</summary>
    public void Forget(string name)
    {
        if (set.TryRemove(name, out var before))
        {
            watchers.Publish(new ScreenState(name, before.Version + 1, Unset));
            Forgotten?.Invoke(name);
        }
    }

    internal void Came() => Arrived?.Invoke();

    private ScreenState New(string name) => new(name, 0, Unset, IsRehearsal ? new ScreenDress(Rehearsal: true) : null);

    private void Change(IEnumerable<string> names, Func<ScreenState, ScreenState> change)
    {
        foreach (var name in names.Where(IsName))
        {
            var state = set.AddOrUpdate(name, n => Next(New(n)), (_, before) => Next(before));
            watchers.Publish(state);
            Changed?.Invoke(state);
        }

        ScreenState Next(ScreenState before) => change(before) with { Version = before.Version + 1 };
    }
}
