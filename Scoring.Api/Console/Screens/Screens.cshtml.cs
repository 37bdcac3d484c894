using System.Text.Json;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Scoring.Api.Screens;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Json;
using Scoring.Display.Screens;

namespace Scoring.Api.Console.Screens;

/// <summary>大屏控制: what each named screen plays, for one, some or all; the files beside it; keys of displays elsewhere; freezes at a set time.</summary>
[Authorize(Policy = Policies.Publish)]
public sealed partial class ScreensModel(
    Desk desk, Display.Screens.Screens screens, ScreenPlans plans, ScreenFiles files, DisplayKeys keys, FreezeAtTime freezes, VenueAddress venue,
    Watchers watchers, TimeProvider time)
    : ContestPage(desk)
{
    public IReadOnlyList<(ScreenState State, int Connected)> All => screens.All;

    public IReadOnlyList<string> TeamRankings => Open.Read(state => (state.Competition?.TeamRankings ?? []).Select(r => r.Name).ToList());

    public IReadOnlyList<ScreenPlan> Plans => plans.All;

    public bool IsBlack => plans.IsBlack;

    public bool IsRehearsal => screens.IsRehearsal;

    public IReadOnlyList<ScreenFile> Files => files.All;

    public IReadOnlyList<(DisplayKey Key, int Connected)> Keys => [.. keys.All.Select(k => (k, keys.Connected(k.Id)))];

    /// <summary>A key just made; shown this once.</summary>
    public string? FreshKey { get; private set; }

    public string Address => venue.For(HttpContext);

    /// <summary>Screens belong to the contest in use: its own people direct them, and the admin.</summary>
    public bool Directs => Me.Role == Core.People.Role.Admin || Desk.Competitions.Current?.Id == Open.Id;

    /// <summary>Which contest a screen shows, where it is another than this; null: this one, or it is not connected here.</summary>
    public string? Elsewhere(string screen) => watchers.WatchedBy(screen).Where(id => id != Open.Id).Select(id => Desk.Find(id.Value)?.Name ?? "别的比赛").FirstOrDefault();

    public bool Organizes => Me.May(Policies.Organize);

    public IActionResult OnGet() => Page();

    [NonHandler]
    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        base.OnPageHandlerExecuting(context);
        if (context.Result is null && !HttpMethods.IsGet(Request.Method) && !HttpMethods.IsHead(Request.Method) && !Directs
            && context.HandlerMethod?.MethodInfo.Name != nameof(OnPostFreeze)) // a freeze is the trade's own, screens or not
        {
            context.Result = Told("大屏现在属于另一场比赛，没有改动。请管理员先把本场设为当前比赛。", bad: true);
        }
    }

    public IActionResult OnGetList() => Partial("/Console/Screens/_List.cshtml", this);

    /// <summary>The scene as it would be, in a window of its own; no screen is touched.</summary>
    public IActionResult OnGetPreview(SceneForm scene)
    {
        var (read, fault) = scene.Read(time.LocalTimeZone);
        return read is null ? Told(fault!, bad: true) // without a scene there is a fault
            : Redirect($"/display/?competition={Open.Id}#/preview/{Uri.EscapeDataString(JsonSerializer.Serialize(read, ScoringJson.Options))}");
    }

    public string Words(Scene scene) => SceneWords.Of(scene, id => Trades.FirstOrDefault(t => t.Id == id)?.Name ?? id.Value);

    [Needs(Policies.Publish)]
    public IActionResult OnPostShow(string[] picked, bool everyScreen, string? newScreen, SceneForm scene, string? how)
    {
        var names = Picked(picked, everyScreen, newScreen);
        var (read, fault) = scene.Read(time.LocalTimeZone);
        if (names.Count == 0 || read is null)
        {
            return Told(names.Count == 0 ? "请先勾选大屏，或填写新大屏的名称（不超过 40 个字）。" : fault!, bad: true); // without a scene there is a fault
        }

        if (how == "add")
        {
            screens.Append(names, read);
        }
        else
        {
            screens.Show(names, read);
        }

        return Told($"{string.Join("、", names)}：{(how == "add" ? "播放单已加入" : "已上屏")}");
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostKeep(string? plan)
    {
        var name = plan?.Trim() ?? "";
        if (name.Length is 0 or > ScreenPlans.LongestName || screens.All.Count == 0)
        {
            return Told(screens.All.Count == 0 ? "还没有大屏，没有画面可存。" : $"请给方案起个名字，不超过 {ScreenPlans.LongestName} 个字，例如：颁奖。", bad: true);
        }

        plans.Keep(name);
        return Told($"方案“{name}”已存：{screens.All.Count} 块大屏现在的画面");
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostUsual()
    {
        if (screens.All.Count == 0)
        {
            return Told("还没有大屏，方案要在大屏连上以后备。", bad: true);
        }

        plans.KeepUsual();
        return Told($"方案“开幕”“比赛中”“颁奖”已备好，{screens.All.Count} 块大屏都在里面");
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostPlay(string? plan) =>
        plans.Play(plan ?? "") ? Told($"已按方案“{plan}”换画面") : Told("没有这个方案，请刷新。", bad: true);

    [Needs(Policies.Publish)]
    public IActionResult OnPostDrop(string? plan)
    {
        plans.Forget(plan ?? "");
        return Told("方案已删除，画面不变");
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostBlack()
    {
        plans.Blacken();
        return Told("全部大屏已黑屏");
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostLight()
    {
        plans.Lighten();
        return Told("已恢复黑屏之前的画面");
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostRehearse(bool on)
    {
        screens.Rehearse(on);
        return Told(on ? "每块大屏都标上了“彩排”" : "“彩排”标记已去掉");
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostDress(string[] picked, bool everyScreen, string? logo, string[] sponsors)
    {
        var names = Picked(picked, everyScreen, null);
        if (names.Count == 0)
        {
            return Told("请先勾选大屏。", bad: true);
        }

        var strip = files.Of(FileUse.Sponsors).Where(f => sponsors.Contains(f.Name)).Select(f => f.Address).ToList();
        screens.Dress(names, new ScreenDress(files.Of(FileUse.Logo).FirstOrDefault(f => f.Name == logo)?.Address, strip.Count == 0 ? null : strip));
        return Told($"{string.Join("、", names)}：标志和赞助条已更新");
    }

    [Needs(Policies.Publish)]
    public IActionResult OnPostForget(string? screen)
    {
        screens.Forget(screen ?? "");
        return Told("已从列表移除；如果它还连着，会回到轮播。");
    }

    [Needs(Policies.Organize)]
    public IActionResult OnPostUpload(FileUse use, List<IFormFile> upload)
    {
        foreach (var file in upload)
        {
            using var content = file.OpenReadStream();
            if (files.Add(use, file.FileName, content, file.Length) is { } fault)
            {
                return Told(fault, bad: true);
            }
        }

        return Told(upload.Count == 0 ? "请选择文件。" : $"已保存 {upload.Count} 个文件", bad: upload.Count == 0);
    }

    [Needs(Policies.Organize)]
    public IActionResult OnPostRemove(string? file)
    {
        files.Remove(file ?? "");
        return Told("文件已删除");
    }

    [OnlyOnce]
    [Needs(Policies.Organize)]
    public IActionResult OnPostKey(string? name)
    {
        FreshKey = keys.Create(string.IsNullOrWhiteSpace(name) ? "独立大屏程序" : name.Trim()[..Math.Min(40, name.Trim().Length)]);
        return Page();
    }

    [Needs(Policies.Organize)]
    public IActionResult OnPostRevoke(string? key)
    {
        keys.Revoke(key ?? "");
        return Told("钥匙已吊销，用它的程序立即断开。");
    }

    private List<string> Picked(string[] picked, bool everyScreen, string? newScreen) =>
    [
        .. picked.Concat(everyScreen ? screens.All.Select(s => s.State.Name) : []).Append(newScreen?.Trim() ?? "")
            .Where(Display.Screens.Screens.IsName).Distinct(StringComparer.Ordinal),
    ];

    private LocalRedirectResult Told(string words, bool bad = false)
    {
        Say(words, bad);
        return LocalRedirect(Request.Path);
    }
}
