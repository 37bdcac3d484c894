// What a named screen plays, as the console sets it and the screen gets it.
using System.ComponentModel.DataAnnotations;
using Scoring.Core.Definition;

namespace Scoring.Core.Contracts;

/// <summary>A screen by its name, with what it plays. Newest version wins; a screen that restarts asks again and comes back to its scene.</summary>
/// <param name="Name">As shown in the console and at the screen's address, e.g. 主屏.</param>
/// <param name="Dress">Logo and sponsors beside the scene; null: none.</param>
public sealed record ScreenState(string Name, long Version, Scene Scene, ScreenDress? Dress = null);

/// <summary>What stands beside every scene of a screen: addresses of files the organizer brought, below <c>/display/files/</c>.</summary>
/// <param name="Logo">Null: none.</param>
/// <param name="Sponsors">In the order of the strip; null or empty: no strip.</param>
/// <param name="Rehearsal">Every scene is marked 彩排, so that nobody takes it for the contest; null: it is the contest.</param>
public sealed record ScreenDress(string? Logo = null, IReadOnlyList<string>? Sponsors = null, bool? Rehearsal = null);

/// <param name="Trades">For <see cref="SceneKind.Rotation"/> and <see cref="SceneKind.CallUp"/> (null: all), <see cref="SceneKind.Trades"/> (one or more, one after another),
/// <see cref="SceneKind.Beside"/> (two to four) and <see cref="SceneKind.Entrant"/> (one).</param>
/// <param name="Line">The message, what a countdown runs to, e.g. 距离比赛开始, or which team ranking is shown (null: the first).</param>
/// <param name="Note">A second, smaller line; null: none.</param>
/// <param name="Until">UTC end of a countdown.</param>
/// <param name="SecondsPerPage">From 5 to 120.</param>
/// <param name="Code">The entrant of <see cref="SceneKind.Entrant"/>: the row's key on the public board.</param>
/// <param name="Scenes">For <see cref="SceneKind.Playlist"/>: one after another, none of them a playlist.</param>
/// <param name="Urgent">Of <see cref="SceneKind.Message"/>: marked in amber; null: no.</param>
/// <param name="Picture">Of <see cref="SceneKind.Blank"/>: a key visual or film in place of the words, below <c>/display/files/</c>; null: the words.</param>
/// <param name="Stage">Of <see cref="SceneKind.Stage"/>: who is on stage, kept up by the server; null: nobody.</param>
/// <param name="Link">Of <see cref="SceneKind.Message"/>: an address shown as a QR code; null: none.</param>
/// <param name="SecondsOnShow">How long a scene of a playlist stays, from 5 to 3600.</param>
public sealed record Scene(
    SceneKind Kind,
    IReadOnlyList<TradeId>? Trades = null,
    string? Line = null,
    string? Note = null,
    DateTimeOffset? Until = null,
    ScreenTheme Theme = ScreenTheme.Auto,
    int SecondsPerPage = 12,
    string? Code = null,
    IReadOnlyList<Scene>? Scenes = null,
    int SecondsOnShow = 60,
    bool? Urgent = null,
    string? Picture = null,
    StagePicture? Stage = null,
    string? Link = null);

/// <summary>In the order the console offers them, under their names there.</summary>
public enum SceneKind
{
    [Display(Name = "排名轮播")]
    Rotation,

    [Display(Name = "指定排名")]
    Trades,

    [Display(Name = "并排显示")]
    Beside,

    [Display(Name = "全部进度")]
    Progress,

    [Display(Name = "一名选手")]
    Entrant,

    [Display(Name = "团体总分")]
    Teams,

    [Display(Name = "各单位")]
    Organizations,

    [Display(Name = "日程")]
    Schedule,

    [Display(Name = "检录叫号")]
    CallUp,

    [Display(Name = "台上亮分")]
    Stage,

    [Display(Name = "文字")]
    Message,

    [Display(Name = "倒计时")]
    Countdown,

    [Display(Name = "颁奖典礼")]
    Ceremony,

    [Display(Name = "比赛名称")]
    Blank,

    [Display(Name = "黑屏")]
    Black,

    [Display(Name = "测试图")]
    TestPicture,

    /// <summary>Made of the others, not offered by itself.</summary>
    [Display(Name = "播放单")]
    Playlist,
}

/// <summary>Auto: night, and festive once what is shown is published.</summary>
public enum ScreenTheme { Auto, Night, Festive }
