using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Display.Screens;

namespace Scoring.Api.Console.Screens;

/// <summary>What the form of 大屏控制 says about a scene. Its fields stand for every kind; a kind takes those it needs.</summary>
public sealed class SceneForm
{
    public SceneKind Kind { get; set; }

    public string[] Trades { get; set; } = [];

    /// <summary>The one trade of an entrant's card.</summary>
    public string? Trade { get; set; }

    public string? Code { get; set; }

    public string? Line { get; set; }

    public string? Note { get; set; }

    /// <summary>An address a message shows as a QR code.</summary>
    public string? Link { get; set; }

    /// <summary>Which team ranking.</summary>
    public string? Teams { get; set; }

    /// <summary>On the venue's clock.</summary>
    public DateTime? Until { get; set; }

    public bool Urgent { get; set; }

    /// <summary>Address of the key visual.</summary>
    public string? Picture { get; set; }

    public ScreenTheme Theme { get; set; }

    public int Seconds { get; set; } = 12;

    public int OnShow { get; set; } = 60;

    /// <returns>The scene, or what is missing in words.</returns>
    public (Scene? Scene, string? Fault) Read(TimeZoneInfo zone)
    {
        var scene = new Scene(Kind, Theme: Theme, SecondsPerPage: Math.Clamp(Seconds, 5, 120), SecondsOnShow: Math.Clamp(OnShow, 5, 3600));
        var trades = Trades.Where(t => t.Length > 0).Select(t => new TradeId(t)).ToList();
        var line = string.IsNullOrWhiteSpace(Line) ? null : Line.Trim().ReplaceLineEndings("\n");
        var note = string.IsNullOrWhiteSpace(Note) ? null : Note.Trim();
        var link = string.IsNullOrWhiteSpace(Link) ? null : Link.Trim();
        return Kind switch
        {
            SceneKind.Rotation or SceneKind.CallUp => (scene with { Trades = trades.Count == 0 ? null : trades }, null),
            SceneKind.Trades when trades.Count == 0 => (null, "请选要显示哪些。"),
            SceneKind.Trades => (scene with { Trades = trades }, null),
            SceneKind.Beside when trades.Count is < 2 or > 4 => (null, "并排显示请选二至四个。"),
            SceneKind.Beside => (scene with { Trades = trades }, null),
            SceneKind.Entrant when string.IsNullOrWhiteSpace(Code) || string.IsNullOrWhiteSpace(Trade) => (null, "请选好，并填写选手代号。"),
            SceneKind.Entrant => (scene with { Trades = [new TradeId(Trade!)], Code = Code!.Trim().ToUpperInvariant() }, null), // not blank: the line before
            SceneKind.Message when line is null => (null, "请填写要显示的文字。"),
            SceneKind.Message when link is not null && !QrEndpoint.Takes(link) =>
                (null, $"二维码里的网址应以 http:// 或 https:// 开头，不超过 {QrEndpoint.Longest} 个字符。"),
            SceneKind.Message => (scene with { Line = line, Note = note, Urgent = Urgent ? true : null, Link = link }, null),
            SceneKind.Countdown when line is null || Until is null => (null, "请填写倒计时的名称和时间。"),
            SceneKind.Countdown => (scene with { Line = line, Note = note, Until = new DateTimeOffset(TimeZoneInfo.ConvertTimeToUtc(DateTime.SpecifyKind(Until!.Value, DateTimeKind.Unspecified), zone), TimeSpan.Zero) }, null), // set: the line before
            SceneKind.Teams => (scene with { Line = string.IsNullOrWhiteSpace(Teams) ? null : Teams }, null),
            SceneKind.Blank => (scene with { Picture = string.IsNullOrEmpty(Picture) ? null : Picture }, null),
            SceneKind.Stage => (null, "请在“台上亮分”页请选手上台。"),
            SceneKind.Playlist => (null, "请先选要加入播放单的画面。"),
            _ => (scene, null),
        };
    }
}
