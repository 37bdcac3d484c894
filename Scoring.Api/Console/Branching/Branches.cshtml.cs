using System.Security.Cryptography;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Scoring.Api.Branches;
using Scoring.Api.Files;
using Scoring.Api.Security;
using Scoring.Core.Branches;
using Scoring.Core.Definition;
using Scoring.Core.Fold.State;
using Scoring.Core.Ledger.Events;

namespace Scoring.Api.Console.Branching;

/// <summary>分会场: at the main venue which trades are marked elsewhere and how far they have come; at a branch how it sends and when it is
/// done.</summary>
[Authorize(Policy = Policies.Administer)]
[RequestSizeLimit(LargestPart)]
[RequestFormLimits(MultipartBodyLengthLimit = LargestPart)]
public sealed class BranchesModel(Desk desk, BranchPackages packages, BranchParts parts, BranchSender sender) : ContestPage(desk)
{
    private const long LargestPart = 256 * 1024 * 1024;

    /// <param name="Trades">By name.</param>
    /// <param name="HasPackage">It can be downloaded again.</param>
    public sealed record Row(Branch Branch, string Trades, string? Last, bool HasPackage);

    /// <param name="Where">The branch that has it; null: none.</param>
    public sealed record Choice(TradeId Id, string Name, string Phase, string? Where, bool MayGo);

    public IReadOnlyList<Row> Rows { get; private set; } = [];

    public IReadOnlyList<Choice> Choices { get; private set; } = [];

    /// <summary>The branch whose laptop this is; null: the main venue's.</summary>
    public Branch? Here { get; private set; }

    public string HereTrades { get; private set; } = "";

    /// <summary>Trades of the branch whose phase is still one of marking.</summary>
    public IReadOnlyList<string> Unfinished { get; private set; } = [];

    public string? MainAddress => sender.AddressOf(Open.Id)?.Authority;

    public SendingState? Sending => sender.StateOf(Open.Id);

    public string Local(DateTimeOffset at) => Desk.Local(at).Moment();

    /// <summary>Entries of this branch's own.</summary>
    public long Own => Here is { } here ? Open.Sequence - here.Lent.Sequence : 0;

    public void OnGet() => Open.Read(state =>
    {
        Here = state.Branches.Here;
        HereTrades = Here is null ? "" : Names(state, Here.Trades);
        Unfinished = [.. (Here?.Trades ?? []).Select(state.Trade).OfType<TradeState>().Where(t => t.Phase <= Phase.Scoring).Select(t =>
            t.Definition.Name)];
        Rows = [.. state.Branches.All.Select(b => new Row(
            b, Names(state, b.Trades), b.LastAt is { } at ? Desk.Local(at).Moment() : null, packages.Find(Open.Id, b.Number) is not null))];
        Choices = [.. state.TradesInOrder.Select(t => new Choice(
            t.Definition.Id, t.Definition.Name, t.Phase.Chinese(), state.Branches.Of(t.Definition.Id)?.Name, t.Phase <= Phase.Scoring))];
        return true;
    });

    /// <summary>The package of a branch, sealed under the password it was made with.</summary>
    public IActionResult OnGetPackage(int branch)
    {
        if (packages.Find(Open.Id, branch) is not { } path || Open.Read(state =>
            state.Branches.Find(branch)) is not { Standing: BranchStanding.Lent } found)
        {
            return NotFound();
        }

        Desk.Access.Write(Me, Open.Id, $"下载分会场包 {found.Name}");
        return PhysicalFile(path, "application/octet-stream", $"{Contest?.Name} 分会场 {found.Name}{BranchPackages.Extension}");
    }

    /// <summary>At a branch: all it has of its own.</summary>
    public IActionResult OnGetPart()
    {
        if (Open.Read(state => state.Branches.Here) is not { } here)
        {
            return NotFound();
        }

        try
        {
            return File(parts.Make(Open, here, here.Lent.Sequence), "application/octet-stream",
                $"{Contest?.Name} 分会场 {here.Name} {Desk.Local(Desk.Now):MM-dd HHmm}{BranchPart.Extension}");
        }
        catch (Exception failure) when (failure is IOException or CryptographicException)
        {
            Say("分会场的签名密钥打不开，文件没有做成。请用原来打开分会场包的那个数据文件夹。", bad: true);
            return LocalRedirect(Request.Path);
        }
    }

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostLend(string? name, string[]? trade, string? password, string? again)
    {
        if (password != again || password is not { Length: >= InstallationSeal.ShortestPassword })
        {
            Say(password != again ? "两次口令不一样，没有分出。" : $"口令至少 {InstallationSeal.ShortestPassword} 位，没有分出。", bad: true);
            return LocalRedirect(Request.Path);
        }

        try
        {
            await packages.Lend(Open, Me.Actor, name, [.. (trade ?? []).Select(t => new TradeId(t))], password,
                decide => Ask($"已分给“{name?.Trim()}”。请下载分会场包，用 U 盘拷到那边的电脑，口令另外告诉他们", decide));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            Say("工种已分出，但分会场包没有写成：磁盘满了或写不进去。请先“收回”，腾出空间后再分一次。", bad: true);
        }

        return LocalRedirect(Request.Path);
    }

    [Needs(Policies.Administer)]
    public Task<IActionResult> OnPostRecall(int branch, string? reason) =>
        Carry("已收回，可以在这里接着比", state => RecallTrades.Decide(state, Me.Actor, branch, reason));

    /// <summary>A part that came as a file.</summary>
    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostTake(IFormFile? file)
    {
        if (file is null || file.Length == 0)
        {
            Say("请先选择分会场交回的文件（.part）。", bad: true);
            return LocalRedirect(Request.Path);
        }

        var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, HttpContext.RequestAborted);
        var (taken, fault) = await BranchParts.Take(Open, bytes.ToArray(), HttpContext.RequestAborted);
        Say(fault ?? (taken!.New == 0 ? $"“{taken.Branch.Name}”的这些记录早已收到，没有新的。" // one of the two is always there
            : $"收到“{taken.Branch.Name}”的 {taken.New} 条记录，逐条核对过。{(taken.Branch.Standing == BranchStanding.Returned ? "这个分会场已经交回。" : "")}"),
                bad: fault is not null);
        return LocalRedirect(Request.Path);
    }

    [Needs(Policies.Administer)]
    public IActionResult OnPostAim(string? address)
    {
        if (ChangedMeanwhile(MainAddress))
        {
            return LocalRedirect(Request.Path);
        }

        var aimed = sender.Aim(Open.Id, address);
        Say(!aimed ? "地址认不出来。请照主会场大屏或“设备”页上写的填，例如 192.168.1.10:5000。"
            : string.IsNullOrWhiteSpace(address) ? "不再自己送，请用文件交。" : "从现在起每 10 秒送一次新记录。", bad: !aimed);
        return LocalRedirect(Request.Path);
    }

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostSend()
    {
        if (Open.Read(state => state.Branches.Here) is not { } here || sender.AddressOf(Open.Id) is not { } main)
        {
            Say("请先填主会场的地址。", bad: true);
            return LocalRedirect(Request.Path);
        }

        var state = await sender.Send(Open, here, main, HttpContext.RequestAborted);
        Say(state.Problem ?? "都送到了，主会场已经收妥。", bad: state.Problem is not null);
        return LocalRedirect(Request.Path);
    }

    [Needs(Policies.Administer)]
    public async Task<IActionResult> OnPostClose()
    {
        var closed = await Ask("已交回，这里不能再改", state => CloseBranch.Decide(state, Me.Actor));
        if (closed && sender.AddressOf(Open.Id) is { } main && Open.Read(state => state.Branches.Here) is { } here
            && (await sender.Send(Open, here, main, HttpContext.RequestAborted)).Problem is { } problem)
        {
            Caution($"已交回，但还没有送到主会场：{problem}");
        }

        return LocalRedirect(Request.Path);
    }

    private static string Names(CompetitionState state, IReadOnlyList<TradeId> trades) =>
        string.Join('、', trades.Select(t => state.Trade(t)?.Definition.Name ?? t.Value));
}
