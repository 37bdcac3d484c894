using System.ComponentModel.DataAnnotations;
using System.Reflection;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Api.Console.Screens;

/// <summary>What a screen plays, in words for the list.</summary>
internal static class SceneWords
{
    public static readonly IReadOnlyList<(SceneKind Kind, string Name)> Kinds =
        [.. Enum.GetValues<SceneKind>().Where(k => k is not (SceneKind.Playlist or SceneKind.Stage)).Select(k => (k, NameOf(k)))];

    public static readonly IReadOnlyList<(ScreenTheme Theme, string Name)> Themes =
        [(ScreenTheme.Auto, "自动（公布后红金）"), (ScreenTheme.Night, "深色"), (ScreenTheme.Festive, "红金")];

    public static string Of(Scene scene, Func<TradeId, string> name) => scene.Kind switch
    {
        SceneKind.Playlist => $"{NameOf(scene.Kind)}：" + string.Join("，", (scene.Scenes ?? []).Select(s => Of(s, name))),
        SceneKind.Entrant => $"选手 {scene.Code}（{string.Join("", (scene.Trades ?? []).Select(name))}）",
        SceneKind.Message or SceneKind.Countdown => $"{NameOf(scene.Kind)}“{scene.Line}”",
        SceneKind.Stage => scene.Stage is { } on ? $"{NameOf(scene.Kind)}：{on.Code}（{on.TradeName}）" : NameOf(scene.Kind),
        SceneKind.Teams when scene.Line is { } ranking => ranking,
        _ => scene.Trades is { Count: > 0 } trades ? $"{NameOf(scene.Kind)}：{string.Join("、", trades.Select(name))}" : NameOf(scene.Kind),
    };

    private static string NameOf(SceneKind kind) =>
        typeof(SceneKind).GetField(kind.ToString())!.GetCustomAttribute<DisplayAttribute>()!.Name!; // every scene has a name (SceneContractTests)
}
