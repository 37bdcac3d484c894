using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Counters;
using Scoring.Api.Security;

namespace Scoring.Api.Console.Running;

/// <summary>运行状况: the counters of a live day, with an hour's graph of each.</summary>
[Authorize(Policy = Policies.Administer)]
public sealed class RunningModel(Desk desk, DayCounters counters) : ConsolePage(desk)
{
    public IReadOnlyList<Graph> Graphs { get; private set; } = [];

    /// <summary>What asks for attention; empty if all is well.</summary>
    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public void OnGet() => Load();

    public IActionResult OnGetGraphs()
    {
        Load();
        return Partial("/Console/Running/_Graphs.cshtml", this);
    }

    private void Load()
    {
        var hour = counters.Hour;
        Graphs =
        [
            Graph.Of("回执时间", "毫秒", hour, ("一半", s => s.Receipt), ("最慢的 1%", s => s.LateReceipt)),
            Graph.Of("存入账本", "条/10 秒", hour, ("条目", s => s.Entries), ("写盘次数", s => s.Commits)),
            Graph.Of("写盘时间", "毫秒", hour, ("一半", s => s.CommitTime)),
            Graph.Of("等待写盘", "条", hour, ("最多", s => s.Queue)),
            Graph.Of("平板", "台 / 份", hour, ("已连接", s => s.Tablets), ("平板上待同步", s => s.Waiting)),
            Graph.Of("大屏和手机", "个", hour, ("已连接", s => s.Screens)),
            Graph.Of("推送", "条/10 秒", hour, ("消息", s => s.Sent)),
            Graph.Of("处理器", "% （一个核心为 100）", hour, ("占用", s => s.Processor)),
            Graph.Of("内存", "MB", hour, ("占用", s => s.Memory)),
        ];
        var last = hour.Count > 0 ? hour[^1] : null;
        Warnings =
        [
            .. hour.Sum(s => s.NotStored) is > 0 and var refused ? [$"过去一小时有 {refused} 条没有写进磁盘，请检查磁盘空间。平板会自动重发，不会丢失。"] : Array.Empty<string>(),
            .. last is { Waiting: > 0 } ? [$"有 {last.Waiting} 份评分表还在平板上等待同步。"] : Array.Empty<string>(),
        ];
    }
}
