using Scoring.Api.Storage;
using Scoring.Core.Contracts;

namespace Scoring.Api.Screens;

/// <summary>Sets all screens at once: by a plan that was kept, or to black and back.</summary>
public sealed class ScreenPlans(ScreenRows rows, Display.Screens.Screens screens)
{
    public const int LongestName = 20;

    // No name an organizer can type: outer spaces are taken off.
    private const string BeforeBlack = " before black ";

    private static readonly Scene Black = new(SceneKind.Black);

    private static readonly (string Name, Scene Scene)[] Usual =
        [("开幕", new Scene(SceneKind.Blank)), ("比赛中", new Scene(SceneKind.Rotation)), ("颁奖", new Scene(SceneKind.Ceremony))];

    /// <summary>By name.</summary>
    public IReadOnlyList<ScreenPlan> All => [.. rows.ScreenPlans().Where(p => p.Name != BeforeBlack)];

    /// <summary>Whether there is a picture to go back to.</summary>
    public bool IsBlack =>
        rows.ScreenPlans().Any(p => p.Name == BeforeBlack) && screens.All.Any(s => s.State.Scene.Kind == SceneKind.Black);

    /// <summary>What all screens play now, under a name; of the same name the later one holds.</summary>
    public void Keep(string name) => rows.Keep(Now(name));

    /// <summary>The day's three moments for every screen there is; a plan of the same name that the organizer made stays.</summary>
    public void KeepUsual()
    {
        foreach (var (name, scene) in Usual.Where(usual => !All.Any(plan => plan.Name == usual.Name)))
        {
            rows.Keep(new ScreenPlan(name, [.. screens.All.Select(s => new PlannedScene(s.State.Name, scene))]));
        }
    }

    public void Forget(string name) => rows.ForgetPlan(name);

    /// <summary>Every screen of the plan plays what it says; others stay. False: there is no such plan.</summary>
    public bool Play(string name)
    {
        if (All.FirstOrDefault(p => p.Name == name) is not { } plan)
        {
            return false;
        }

        rows.ForgetPlan(BeforeBlack);
        foreach (var (screen, scene) in plan.Scenes)
        {
            screens.Show([screen], scene);
        }

        return true;
    }

    /// <summary>All dark at once. Pressed again it does not forget what was on before.</summary>
    public void Blacken()
    {
        if (!IsBlack)
        {
            rows.Keep(Now(BeforeBlack));
        }

        screens.Show(screens.All.Select(s => s.State.Name), Black);
    }

    /// <summary>Whatever is still dark shows again what it showed before.</summary>
    public void Lighten()
    {
        foreach (var (screen, scene) in rows.ScreenPlans().FirstOrDefault(p => p.Name == BeforeBlack)?.Scenes ?? [])
        {
            if (screens.Of(screen).Scene.Kind == SceneKind.Black)
            {
                screens.Show([screen], scene);
            }
        }

        rows.ForgetPlan(BeforeBlack);
    }

    private ScreenPlan Now(string name) => new(name, [.. screens.All.Select(s => new PlannedScene(s.State.Name, s.State.Scene))]);
}
