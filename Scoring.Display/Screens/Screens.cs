using System.Collections.Concurrent;
using Scoring.Core.Contracts;

namespace Scoring.Display.Screens;

/// <summary>
/// What each named screen plays. The console sets scenes here; whoever keeps them over a restart listens to <see cref="Changed"/> and
/// hands them back to <see cref="Restore"/>. A screen nobody has set plays the rotation.
/// </summary>
public sealed class Screens(Watchers watchers)
{
    public const int LongestName = 40;

    private static readonly Scene Unset = new(SceneKind.Rotation);
    private readonly ConcurrentDictionary<string, ScreenState> _set = new(StringComparer.Ordinal);

    /// <summary>After a scene was set, with the state as the screens get it.</summary>
    public event Action<ScreenState>? Changed;

    /// <summary>Every screen that is connected or was ever set, by name, with how many connections it has.</summary>
    public IReadOnlyList<(ScreenState State, int Connected)> All
    {
        get
        {
            var connected = watchers.Screens();
            return [.. _set.Keys.Union(connected.Keys).Order(StringComparer.Ordinal).Select(n => (Of(n), connected.GetValueOrDefault(n)))];
        }
    }

    /// <summary>Whether a text can name a screen: 1 to 40 characters, no control characters, no outer spaces.</summary>
    public static bool IsName(string name) => name.Length is > 0 and <= LongestName && name.Trim() == name && !name.Any(char.IsControl);

    public ScreenState Of(string name) => _set.GetValueOrDefault(name) ?? new ScreenState(name, 0, Unset);

    /// <summary>Sets one, some or all screens; those that are not connected find it when they come.</summary>
    public void Show(IEnumerable<string> names, Scene scene)
    {
        foreach (var name in names.Where(IsName))
        {
            var state = _set.AddOrUpdate(name, n => new ScreenState(n, 1, scene), (n, before) => new ScreenState(n, before.Version + 1, scene));
            watchers.Publish(state);
            Changed?.Invoke(state);
        }
    }

    /// <summary>Puts back what an earlier run had; what was set since then stays.</summary>
    public void Restore(IEnumerable<ScreenState> states)
    {
        foreach (var state in states.Where(s => IsName(s.Name)))
        {
            if (_set.TryAdd(state.Name, state))
            {
                watchers.Publish(state);
            }
        }
    }

    /// <summary>Takes a screen off the list; if it is connected, it plays the rotation.</summary>
    public void Forget(string name)
    {
        if (_set.TryRemove(name, out var before))
        {
            watchers.Publish(new ScreenState(name, before.Version + 1, Unset));
        }
    }
}
