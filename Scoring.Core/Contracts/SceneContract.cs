// What a named screen plays, as the console sets it and the screen gets it.
using Scoring.Core.Definition;

namespace Scoring.Core.Contracts;

/// <summary>A screen by its name, with what it plays. Newest version wins; a screen that restarts asks again and comes back to its scene.</summary>
/// <param name="Name">As shown in the console and at the screen's address, e.g. 主屏.</param>
public sealed record ScreenState(string Name, long Version, Scene Scene);

/// <param name="Trades">For <see cref="SceneKind.Rotation"/> (null: all), <see cref="SceneKind.Trades"/> (one or more, one after another) and
/// <see cref="SceneKind.Beside"/> (two to four).</param>
/// <param name="Line">The message, or what a countdown runs to, e.g. 距离比赛开始.</param>
/// <param name="Note">A second, smaller line; null: none.</param>
/// <param name="Until">UTC end of a countdown.</param>
/// <param name="SecondsPerPage">From 5 to 120.</param>
public sealed record Scene(
    SceneKind Kind,
    IReadOnlyList<TradeId>? Trades = null,
    string? Line = null,
    string? Note = null,
    DateTimeOffset? Until = null,
    ScreenTheme Theme = ScreenTheme.Auto,
    int SecondsPerPage = 12);

public enum SceneKind { Rotation, Trades, Beside, Progress, Message, Countdown, Blank, Ceremony }

/// <summary>Auto: night, and festive once what is shown is published.</summary>
public enum ScreenTheme { Auto, Night, Festive }
