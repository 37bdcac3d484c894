using Scoring.Core.Contracts;
using Scoring.Core.Definition;

namespace Scoring.Api.Console;

/// <summary>What a screen plays, in words for the list.</summary>
internal static class SceneWords
{
    public static readonly IReadOnlyList<(SceneKind Kind, string Name)> Kinds =
    [
        (SceneKind.Rotation, "各工种轮播"), (SceneKind.Trades, "指定工种排名"), (SceneKind.Beside, "并排显示"), (SceneKind.Progress, "各工种进度"),
        (SceneKind.Entrant, "一名选手"), (SceneKind.Teams, "团体总分"), (SceneKind.Organizations, "各单位"), (SceneKind.Schedule, "日程"),
        (SceneKind.Message, "文字"), (SceneKind.Countdown, "倒计时"), (SceneKind.Ceremony, "颁奖典礼"), (SceneKind.Blank, "比赛名称"),
    ];

    public static readonly IReadOnlyList<(ScreenTheme Theme, string Name)> Themes =
        [(ScreenTheme.Auto, "自动（公布后红金）"), (ScreenTheme.Night, "深色"), (ScreenTheme.Festive, "红金")];

    public static string Of(Scene scene, Func<TradeId, string> name) => scene.Kind switch
    {
        SceneKind.Playlist => "播放单：" + string.Join("，", (scene.Scenes ?? []).Select(s => Of(s, name))),
        SceneKind.Entrant => $"选手 {scene.Code}（{string.Join("", (scene.Trades ?? []).Select(name))}）",
        SceneKind.Message or SceneKind.Countdown => $"{NameOf(scene.Kind)}“{scene.Line}”",
        SceneKind.Teams when scene.Line is { } ranking => ranking,
        _ => scene.Trades is { Count: > 0 } trades ? $"{NameOf(scene.Kind)}：{string.Join("、", trades.Select(name))}" : NameOf(scene.Kind),
    };

    private static string NameOf(SceneKind kind) => Kinds.First(k => k.Kind == kind).Name;
}
