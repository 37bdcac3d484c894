using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Scoring.Api.Tablets;
using Scoring.Api.Ledger;
using Scoring.Api.Security;
using Scoring.Api.Storage;
using Scoring.Core.Contracts;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger;
using Scoring.Core.People;

namespace Scoring.Api.Hubs;

/// <summary>Where tablets hand in. The caller is a paired device; which judge that is, the server knows.</summary>
[Authorize(Policy = TabletCookie.Policy)]
public sealed partial class ScoringHub(
    PairedTablets devices, Competitions competitions, TabletMessages messages, SheetPictures pictures, TabletOpening opening, LostReceipts lost, StageDirector stage,
    AccessLog access, TimeProvider clock)
    : Hub<IScoringClient>, IScoringHub
{
    public const string Path = "/hub/scoring";
    private const string AbortItem = "abort";

    public static string GroupOf(CompetitionId competition, JudgeId judge) => $"judge:{competition.Value}:{judge.Value}";

    public static string GroupOf(CompetitionId competition) => $"judges:{competition.Value}";

    /// <summary>Tablets of officials of a trade.</summary>
    public static string OfficialsOf(CompetitionId competition, TradeId trade) => $"officials:{competition.Value}:{trade.Value}";

    private Device Device => devices.Active(Context.User!.DeviceId()) ?? throw new HubException("这台平板的配对已取消，请重新配对。");

    public override async Task OnConnectedAsync()
    {
        var device = Device;
        // The hub object does not outlive this call, its connection's context does.
        Action abort = Context.Abort;
        Context.Items[AbortItem] = abort;
        devices.Connected(device.Id, abort);
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(device.Competition));
        await Groups.AddToGroupAsync(Context.ConnectionId, GroupOf(device.Competition, device.Judge));
        foreach (var trade in competitions.Find(device.Competition)?.Read(state => OfficesOf(state, device)) ?? [])
        {
            await Groups.AddToGroupAsync(Context.ConnectionId, OfficialsOf(device.Competition, trade));
        }

        await stage.Tell(Clients.Caller, device.Competition, device.Judge);
        foreach (var message in messages.Unread(device.Competition, device.Judge))
        {
            await Clients.Caller.Message(message.Text, message.At, message.Id);
        }
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        if (Context.Items[AbortItem] is Action abort)
        {
            devices.Disconnected(Context.User!.DeviceId(), abort);
        }

        return Task.CompletedTask;
    }

    public Task<TabletGreeting> Greet()
    {
        var device = Device;
        devices.Contact(device.Id);
        return Task.FromResult(new TabletGreeting(device.Competition, device.Judge, clock.GetUtcNow()));
    }

    public Task<TabletSession> OpenSession()
    {
        var device = Device;
        devices.Contact(device.Id);
        return Task.FromResult(opening.Of(device) ?? throw new HubException("这位裁判已不在这场比赛中，请找控制台。"));
    }

    public async Task<SubmissionAnswer> SubmitSheet(SheetSubmission submission)
    {
        var device = Device;
        devices.Contact(device.Id);
        if (submission is not { Code: not null, Marks: not null })
        {
            return new(SubmissionOutcome.Refused, null, null, "这份评分表不完整，没有存入。请重新打开再提交。");
        }

        if (competitions.Find(device.Competition) is not { } competition)
        {
            return new(SubmissionOutcome.Retry, null, null, "这场比赛暂时打不开，请稍候，不会丢失。");
        }

        var actor = new Actor(Role.Judge, device.Judge.Value).ToString();
        var outcome = await competition.Execute(
            submission.Id, actor, state => Core.Scoring.SubmitSheet.Decide(state, device.Judge, submission), Context.ConnectionAborted, Sent.Sheet(submission),
            device.Via);
        var answer = SubmissionAnswers.From(outcome, competition, device.Judge, submission);
        if (answer.Outcome != SubmissionOutcome.Retry)
        {
            devices.Answered(device.Id);
        }

        return answer;
    }

    public async Task ShowReceipt(long sequence, string hash)
    {
        var device = Device;
        if (competitions.Find(device.Competition) is { } open && sequence > 0 && hash is { Length: 64 } && lost.Compare(open, device, sequence, hash) is { } missing)
        {
            await Clients.Caller.Message(missing.ForTablet, missing.At, missing.Id);
        }
    }

    public Task MessageRead(Guid id)
    {
        var device = Device;
        messages.Read(device.Judge, id);
        return Task.CompletedTask;
    }

    private static List<TradeId> OfficesOf(CompetitionState state, Device device) => state.Judges.TryGetValue(device.Judge, out var judge)
        ? [.. TabletRoles.OfficesOf(state, judge).Select(o => o.Trade.Definition.Id).Distinct()] : [];

    // Outside the other contest's lock: a contest's name is all that is asked of the one in use.
    public async Task<string?> Heartbeat(int waiting)
    {
        var device = Device;
        devices.Contact(device.Id, waiting);
        if (Context.GetHttpContext()?.Connection.RemoteIpAddress is { } address && devices.Seen(device.Id, address.ToString()) is { } twice)
        {
            access.Failed("", null, $"平板 {device.Name} 的登录在两台机器上用", $"{device.Competition}，来自 {twice.One} 和 {twice.Other}。请在“设备”页解除配对，重新配对");
            await Clients.Group(GroupOf(device.Competition, device.Judge))
                .Message($"平板 {device.Name} 的登录同时在两台机器上用。如果不是您换了平板，请马上告诉裁判长和控制台，解除配对后重新配对。", clock.GetUtcNow(), Guid.NewGuid());
        }

        return competitions.Find(device.Competition)?.Read(state => TabletSessions.Digest(state, device));
    }
}
